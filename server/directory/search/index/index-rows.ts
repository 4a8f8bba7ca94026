import * as z from 'zod/mini';

/** The directory has changed, so the rows read do not belong to the index in memory. */
export class Outdated extends Error {}

/** SQL for the number of a service's last change; the first value of the statement must be the service. */
export const revisionSql = `(select coalesce(max(revision), 0)::float8 from activity_revision where service = $1)`;

/** SQL that joins the bytes of all rows: reading one value takes a fifth of the time of reading rows. */
export const joined = (bytes: string): string =>
  `coalesce(string_agg(${bytes}, ''::bytea), ''::bytea)`;

/** The type of a `joined` column. */
export const Bytes = z.instanceof(Buffer);

/** How many numbers share a row of table activity_posting, which is rewritten when one of them changes. */
export const partSize = 2048;

/** Where a word occurs in an activity. */
export const wordPlaces = ['name', 'head', 'elsewhere'] as const;
export type WordPlace = (typeof wordPlaces)[number];

/** The number of bits of a posting that say where the word occurs; the others are the activity's number. */
export const placeBits = 2;

/** Calls a function with the activity and the place of the word of each posting. */
export function forEachPosting(
  postings: Buffer,
  visit: (ord: number, place: WordPlace) => void,
): void {
  // A view, because Buffer methods check their arguments on each call.
  const view = new DataView(postings.buffer, postings.byteOffset, postings.byteLength);
  for (let at = 0; at < postings.length; at += 4) {
    const posting = view.getInt32(at);
    visit(posting >> placeBits, wordPlaces[posting & ((1 << placeBits) - 1)] ?? 'elsewhere');
  }
}
