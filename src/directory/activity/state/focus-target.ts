/** What takes the keyboard's focus, in a finder or a list of activities. A new object each time it is to move. */
export type FocusTarget =
  | { readonly on: 'title' | 'count' | 'failure' | 'place' | 'saved' | 'report' | 'report-sent' }
  /** The card of an activity, by the activity's id. */
  | { readonly on: 'card'; readonly id: string }
  /** One of the results, counted from 1. */
  | { readonly on: 'result'; readonly number: number };
