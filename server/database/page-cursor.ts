/** A place in a list of what was received. */
export interface Cursor {
  readonly receivedAt: string;
  readonly reference: string;
}

/** Which part of a list to give. */
export interface Page {
  readonly limit: number;
  readonly before?: Cursor | undefined;
}

/** Writes where a page ended, for whoever wants older things. `~` needs no escaping in an address and stands in neither part. */
export const toCursor = ({ receivedAt, reference }: Cursor): string => `${receivedAt}~${reference}`;

/** Reads what an earlier answer gave as `next`. */
export function parseCursor(text: string): Cursor | undefined {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~([A-Z0-9]{8})$/.exec(text);
  const [, receivedAt = '', reference = ''] = parts ?? [];
  // A day that does not exist rolls over here, and is refused by PostgreSQL; so is the year 0.
  const moment = new Date(receivedAt);
  const isReal = !Number.isNaN(moment.getTime()) && moment.toISOString() === receivedAt;
  return isReal && moment.getUTCFullYear() > 0 ? { receivedAt, reference } : undefined;
}
