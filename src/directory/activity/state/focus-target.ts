/** The element that takes the focus, in a finder or a list. A new object each time the focus is to move. */
export type FocusTarget =
  | { readonly on: 'title' | 'count' | 'failure' | 'place' | 'saved' | 'report' | 'report-sent' }
  /** The card of the activity with this id. */
  | { readonly on: 'card'; readonly id: string }
  /** One of the results, counted from 1. */
  | { readonly on: 'result'; readonly number: number };

/** Selectors of an element that takes the focus; the first that is found. */
export function focusSelectors(target: FocusTarget): readonly string[] {
  switch (target.on) {
    case 'card':
      // It may not be among the results, if the activity was opened by a link.
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
