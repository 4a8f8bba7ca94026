import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import * as z from 'zod/mini';
import type { Reach } from '../../../src/directory/contract/activity.js';
import type { Queries } from '../../database/database.js';
import { type CardText, StoredCard, cardText, summaryText } from './card-text.js';
import type { Snapshot } from './index/directory-index.js';
import { Outdated, revisionSql } from './index/index-rows.js';
import type { Search } from '../contract/search-request.js';

const Shown = z.object({ ...StoredCard.shape, ord: z.number(), revision: z.number() });

const shownColumns = `ord, (card - 'venues')::text as head, card -> 'venues' as venues,
  next_ends as "nextEnds", next_at as "nextAt"`;

/**
 * Cards in the requested order. Recent ones are cached, because most lists start with the same cards. Rejects if the
 * index is outdated.
 */
export type Cards = (ords: readonly number[]) => Promise<readonly CardText[]>;

// About 1 kB each.
const mostCards = 16_000;

/** Caches the cards of one revision; missing ones are read for all waiting searches together. */
export function keepCards(
  queries: Queries,
  directory: Pick<Snapshot, 'service' | 'revision'>,
): Cards {
  const kept = new LRUCache<number, CardText>({ max: mostCards });
  // One statement at a time: cards requested in the meantime are read by the next.
  let reading: Promise<unknown> = Promise.resolve();
  const missing = new DataLoader<number, CardText>(
    (ords) => {
      const read = readSome(queries, directory, ords);
      reading = read.catch(() => undefined);
      return read;
    },
    { cache: false, batchScheduleFn: (dispatch) => void reading.then(dispatch) },
  );
  const cardOf = async (ord: number): Promise<CardText> => {
    const known = kept.get(ord);
    if (known) return known;
    const card = await missing.load(ord);
    kept.set(ord, card);
    return card;
  };
  return (ords) => Promise.all(ords.map(cardOf));
}

async function readSome(
  queries: Queries,
  { service, revision }: Pick<Snapshot, 'service' | 'revision'>,
  ords: readonly number[],
): Promise<readonly (CardText | Outdated)[]> {
  const rows = await queries.query(
    `select ${revisionSql} as revision, ${shownColumns}
     from activity_search join activity_card using (service, ord)
     where service = $1 and ord = any($2)`,
    [service, [...new Set(ords)]],
    'cards',
  );
  const read = z.parse(z.array(Shown), rows).filter((row) => row.revision === revision);
  const cards = new Map(read.map((row) => [row.ord, cardText(row)]));
  return ords.map((ord) => cards.get(ord) ?? new Outdated());
}

/** An activity to show, and how it is reached from the place of the search. */
export interface Wanted {
  readonly ord: number;
  readonly reach: Reach | undefined;
}

/** The summaries of these activities as JSON, in this order. */
export async function readCards(
  cards: Cards,
  search: Pick<Search, 'place' | 'now'>,
  wanted: readonly Wanted[],
): Promise<readonly string[]> {
  const known = await cards(wanted.map(({ ord }) => ord));
  return known.map((card, at) => summaryText(card, search, wanted[at]?.reach));
}

/** The summaries of the activities whose ids a search gives, in the order of the ids. */
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
