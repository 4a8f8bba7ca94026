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

/** Serialises the position at the end of a page. `~` needs no escaping in a URL and occurs in neither part. */
export const toCursor = ({ receivedAt, reference }: Cursor): string => `${receivedAt}~${reference}`;

/** Parses the `next` of an earlier response. */
export function parseCursor(text: string): Cursor | undefined {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~([A-Z0-9]{8})$/.exec(text);
  const [, receivedAt = '', reference = ''] = parts ?? [];
  // A date that does not exist rolls over here and is rejected by PostgreSQL, as is the year 0.
  const moment = new Date(receivedAt);
  const isReal = !Number.isNaN(moment.getTime()) && moment.toISOString() === receivedAt;
  return isReal && moment.getUTCFullYear() > 0 ? { receivedAt, reference } : undefined;
}
