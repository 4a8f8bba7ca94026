/** The field in which a person types a place, and the result of looking it up. */
export type PlaceField = { readonly typed: string } & (
  | { readonly at: 'none' }
  /** The directory is asked; `isAwaited` if the person has pressed Search and the focus moves to the results. */
  | { readonly at: 'finding'; readonly isAwaited: boolean }
  /** The device is asked for its position. */
  | { readonly at: 'locating' }
  | { readonly at: 'found'; readonly label: string }
  | { readonly at: 'unknown' | 'failed' | 'denied' }
);

/** What can happen to the field. `id` is the place as a query has it. */
export type PlaceEvent =
  | { readonly type: 'type-place'; readonly typed: string }
  /** The person has left the field. */
  | { readonly type: 'find-place' }
  | { readonly type: 'find-me' }
  | {
      readonly type: 'place-found';
      readonly typed: string;
      readonly id: string;
      readonly label: string;
    }
  | { readonly type: 'place-not-found'; readonly typed: string; readonly why: 'unknown' | 'failed' }
  | { readonly type: 'located'; readonly id: string; readonly label: string }
  | { readonly type: 'location-denied' };

/** An empty field. */
export const noPlace: PlaceField = { at: 'none', typed: '' };

/** Looks up the typed text, unless it is empty, found, or being looked up. */
export function findingPlace(state: PlaceField, isAwaited: boolean): PlaceField {
  const { at, typed } = state;
  if (typed.trim() === '' || at === 'found') return state;
  if (at === 'finding' && (state.isAwaited || !isAwaited)) return state;
  return { at: 'finding', typed, isAwaited };
}

/** The field after an event; the same state if the event does not apply, such as a response to an earlier text. */
export function nextPlace(state: PlaceField, event: PlaceEvent): PlaceField {
  const { at, typed } = state;
  switch (event.type) {
    case 'type-place':
      return { at: 'none', typed: event.typed };
    case 'find-place':
      return findingPlace(state, false);
    case 'find-me':
      return at === 'locating' ? state : { at: 'locating', typed };
    case 'place-found':
      return at === 'finding' && event.typed === typed.trim()
        ? { at: 'found', typed, label: event.label }
        : state;
    case 'place-not-found':
      return at === 'finding' && event.typed === typed.trim() ? { at: event.why, typed } : state;
    case 'located':
      return at === 'locating' ? { at: 'found', typed: event.label, label: event.label } : state;
    case 'location-denied':
      return at === 'locating' ? { at: 'denied', typed } : state;
  }
}
