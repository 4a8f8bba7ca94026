/** A position in a list of received items. */
export interface Cursor {
  readonly receivedAt: string;
  readonly reference: string;
}

/** The part of a list to return. */
export interface Page {
  readonly limit: number;
  readonly before?: Cursor | undefined;
}

/**
 * A page of received items, with the cursor of the next page if there are more. `~` needs no escaping in a URL and
 * occurs in neither part of a cursor.
 * @param items up to one item more than the page may have
 */
export function pageOf<Item extends Cursor>(items: readonly Item[], limit: number) {
  const shown = items.slice(0, limit);
  const last = items.length > limit ? shown.at(-1) : undefined;
  return last ? { items: shown, next: `${last.receivedAt}~${last.reference}` } : { items: shown };
}

/** Parses the `next` of an earlier response. */
export function parseCursor(text: string): Cursor | undefined {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~([A-Z0-9]{8})$/.exec(text);
  const [, receivedAt = '', reference = ''] = parts ?? [];
  // A date that does not exist rolls over here and is rejected by PostgreSQL, as is the year 0.
  const moment = new Date(receivedAt);
  const isReal = !Number.isNaN(moment.getTime()) && moment.toISOString() === receivedAt;
  return isReal && moment.getUTCFullYear() > 0 ? { receivedAt, reference } : undefined;
}
