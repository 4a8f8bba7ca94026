import * as z from 'zod/mini';

/** What was read does not belong to the index that is held: the directory has changed in between. */
export type Outdated = 'outdated';

/** The number of a service's last change, as part of a statement whose first value is the service. */
export const revisionSql = `(select coalesce(max(revision), 0)::float8 from activity_revision where service = $1)`;

/** Bytes of all rows together, as part of a statement: reading them takes a fifth of the time that rows would. */
export const joined = (bytes: string): string =>
  `coalesce(string_agg(${bytes}, ''::bytea), ''::bytea)`;

/** What `joined` gives. */
export const Bytes = z.instanceof(Buffer);

/** How many numbers share a row of table activity_posting: a change of one of them writes the row anew. */
export const partSize = 2048;

/** Where an activity says a word. */
export const wordPlaces = ['name', 'head', 'elsewhere'] as const;
export type WordPlace = (typeof wordPlaces)[number];

/** How many bits of a posting say where; the others are the number. */
export const placeBits = 2;

/** Goes through postings: an activity, and where it has the word. */
export function forEachPosting(
  postings: Buffer,
  visit: (ord: number, place: WordPlace) => void,
): void {
  // A view does not check anew for each number what it is asked for.
  const view = new DataView(postings.buffer, postings.byteOffset, postings.byteLength);
  for (let at = 0; at < postings.length; at += 4) {
    const posting = view.getInt32(at);
    visit(posting >> placeBits, wordPlaces[posting & ((1 << placeBits) - 1)] ?? 'elsewhere');
  }
}
