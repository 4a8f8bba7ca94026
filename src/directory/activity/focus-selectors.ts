import type { FocusTarget } from './state/focus-target.js';

/** Selectors of what is meant in the drawing of a finder or a list; the first that is there takes the focus. */
export function focusSelectors(target: FocusTarget): readonly string[] {
  switch (target.on) {
    case 'card':
      // It may not be among the results, for whoever came to it by a link.
      return [`#card-${target.id} button`, '#count'];
    case 'result':
      return [`.list > :nth-child(${target.number}) button`];
    case 'report':
      return ['.report input'];
    case 'report-sent':
      return ['#sent'];
    default:
      return [`#${target.on}`];
  }
}
