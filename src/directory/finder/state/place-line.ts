/** The line in which a person types where, and what came of it. */
export type PlaceLine = { readonly typed: string } & (
  | { readonly is: 'none' }
  /** The directory is asked; `isAwaited` says that the person has pressed Search and is led to the results. */
  | { readonly is: 'finding'; readonly isAwaited: boolean }
  /** The device is asked where it is. */
  | { readonly is: 'locating' }
  | { readonly is: 'found'; readonly label: string }
  | { readonly is: 'unknown' | 'failed' | 'denied' }
);

export type PlaceEvent =
  | { readonly type: 'type-place'; readonly typed: string }
  /** The person has left the line. */
  | { readonly type: 'find-place' }
  | { readonly type: 'find-me' }
  | { readonly type: 'place-found'; readonly typed: string; readonly label: string }
  | { readonly type: 'place-not-found'; readonly typed: string; readonly is: 'unknown' | 'failed' }
  | { readonly type: 'located'; readonly label: string }
  | { readonly type: 'location-denied' };

/** Nobody has said where. */
export const noPlace: PlaceLine = { is: 'none', typed: '' };

/** Asks the directory for what stands in the line, where it has not answered that already. */
export function findingPlace(state: PlaceLine, isAwaited: boolean): PlaceLine {
  const { is, typed } = state;
  if (typed.trim() === '' || is === 'found') return state;
  if (is === 'finding' && (state.isAwaited || !isAwaited)) return state;
  return { is: 'finding', typed, isAwaited };
}

/** What happens in the line. The answer to what does not stand in it any more changes nothing. */
export function nextPlace(state: PlaceLine, event: PlaceEvent): PlaceLine {
  const { is, typed } = state;
  switch (event.type) {
    case 'type-place':
      return { is: 'none', typed: event.typed };
    case 'find-place':
      return findingPlace(state, false);
    case 'find-me':
      return is === 'locating' ? state : { is: 'locating', typed };
    case 'place-found':
      return is === 'finding' && event.typed === typed.trim()
        ? { is: 'found', typed, label: event.label }
        : state;
    case 'place-not-found':
      return is === 'finding' && event.typed === typed.trim() ? { is: event.is, typed } : state;
    case 'located':
      return is === 'locating' ? { is: 'found', typed: event.label, label: event.label } : state;
    case 'location-denied':
      return is === 'locating' ? { is: 'denied', typed } : state;
  }
}
