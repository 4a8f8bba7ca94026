import * as z from 'zod/mini';
import type { Reach } from '../../src/contract/activity.js';
import type { Queries } from '../store/database.js';
import { batch } from './batch.js';
import { type CardText, StoredCard, cardText, summaryText } from './card-text.js';
import type { Snapshot } from './directory-index.js';
import { type Outdated, revisionSql } from './posting.js';
import type { Search } from './search-request.js';

const Shown = z.object({ ...StoredCard.shape, ord: z.number(), revision: z.number() });

const shownColumns = `ord, (card - 'venues')::text as head, card -> 'venues' as venues,
  next_ends as "nextEnds", next_at as "nextAt"`;

/** The cards of a directory, of which those that were shown last are kept: most lists begin with what many see. */
export type Cards = (ords: readonly number[]) => Promise<ReadonlyMap<number, CardText> | Outdated>;

// Some 1 kB each.
const mostCards = 16_000;

/** Keeps cards as they are at a revision; those that are not there are read for all who wait at once. */
export function keepCards(
  queries: Queries,
  directory: Pick<Snapshot, 'service' | 'revision'>,
): Cards {
  const kept = new Map<number, CardText>();
  const readMissing = batch((ords) => readSome(queries, directory, ords));
  return async (ords) => {
    const missing = ords.filter((ord) => !kept.has(ord));
    const wanted = new Map(ords.flatMap((ord) => entryOf(ord, kept.get(ord))));
    const read = missing.length === 0 ? nothing : await readMissing(missing);
    if (read === 'outdated') return read;
    for (const ord of ords) {
      const card = wanted.get(ord) ?? read.get(ord);
      if (!card) continue;
      wanted.set(ord, card);
      kept.delete(ord);
      kept.set(ord, card);
    }
    letGo(kept);
    return wanted;
  };
}

const nothing: ReadonlyMap<number, CardText> = new Map();

const entryOf = (ord: number, card: CardText | undefined): readonly [number, CardText][] =>
  card ? [[ord, card]] : [];

async function readSome(
  queries: Queries,
  { service, revision }: Pick<Snapshot, 'service' | 'revision'>,
  ords: readonly number[],
): Promise<ReadonlyMap<number, CardText> | Outdated> {
  const rows = await queries.query(
    `select ${revisionSql} as revision, ${shownColumns}
     from activity_search join activity_card using (service, ord)
     where service = $1 and ord = any($2)`,
    [service, ords],
    'cards',
  );
  const read = z.parse(z.array(Shown), rows);
  return read.length < ords.length || read.some((row) => row.revision !== revision)
    ? 'outdated'
    : new Map(read.map((row) => [row.ord, cardText(row)]));
}

function letGo(kept: Map<number, CardText>): void {
  for (const ord of kept.keys()) {
    if (kept.size <= mostCards) return;
    kept.delete(ord);
  }
}

/** An activity to be shown, and how it is reached from the place of the search. */
export interface Wanted {
  readonly ord: number;
  readonly reach: Reach | undefined;
}

/** What a list shows of these activities, in this order: each a summary as JSON. */
export async function readCards(
  cards: Cards,
  search: Pick<Search, 'place' | 'now'>,
  wanted: readonly Wanted[],
): Promise<readonly string[] | Outdated> {
  const known = await cards(wanted.map(({ ord }) => ord));
  if (known === 'outdated') return known;
  return wanted.flatMap(({ ord, reach }) => {
    const card = known.get(ord);
    return card ? [summaryText(card, search, reach)] : [];
  });
}

/** What a list shows of the activities that a search names, in the order in which it names them. */
export async function readChosen(queries: Queries, search: Search): Promise<readonly string[]> {
  const { query, service } = search;
  const rows = await queries.query(
    `select ${shownColumns}
     from unnest($2::text[]) with ordinality as wanted(id, position)
     join activity_search using (id) join activity_card using (service, ord)
     where service = $1 order by wanted.position`,
    [service, query.ids],
  );
  return z
    .parse(z.array(StoredCard), rows)
    .map((row) => summaryText(cardText(row), search, undefined));
}
