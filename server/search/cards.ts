import * as z from 'zod/mini';
import type { Reach } from '../../src/contract/activity.js';
import type { Search } from '../store/activity-store.js';
import type { Queries } from '../store/database.js';
import { type CardText, StoredCard, cardText, summaryText } from './card-text.js';
import type { Snapshot } from './directory-index.js';
import { type Outdated, revisionSql } from './posting.js';

const Shown = z.object({ ...StoredCard.shape, ord: z.number(), revision: z.number() });

const shownColumns = `ord, (card - 'venues')::text as head, card -> 'venues' as venues,
  next_ends as "nextEnds", next_at as "nextAt"`;

/** The cards that were shown last, by number: most lists begin with what many see. */
export type Cards = Map<number, CardText>;

// Some 1 kB each.
const mostCards = 16_000;

/** An activity to be shown, and how it is reached from the place of the search. */
export interface Wanted {
  readonly ord: number;
  readonly reach: Reach | undefined;
}

/** What a list shows of these activities, in this order: each a summary as JSON. */
export async function readCards(
  queries: Queries,
  directory: Pick<Snapshot, 'service' | 'revision'> & { readonly cards: Cards },
  search: Pick<Search, 'place' | 'now'>,
  wanted: readonly Wanted[],
): Promise<readonly string[] | Outdated> {
  const { cards } = directory;
  const known = new Map<number, CardText>();
  const missing: number[] = [];
  for (const { ord } of wanted) {
    const card = cards.get(ord);
    if (card) known.set(ord, card);
    else missing.push(ord);
  }
  const read = missing.length === 0 ? [] : await readMissing(queries, directory, missing);
  if (read === 'outdated') return read;
  for (const [ord, card] of read) known.set(ord, card);
  for (const [ord, card] of known) {
    cards.delete(ord);
    cards.set(ord, card);
  }
  letGo(cards);
  return wanted.flatMap(({ ord, reach }) => {
    const card = known.get(ord);
    return card ? [summaryText(card, search, reach)] : [];
  });
}

async function readMissing(
  queries: Queries,
  { service, revision }: Pick<Snapshot, 'service' | 'revision'>,
  ords: readonly number[],
): Promise<readonly (readonly [number, CardText])[] | Outdated> {
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
    : read.map((row) => [row.ord, cardText(row)]);
}

function letGo(cards: Cards): void {
  for (const ord of cards.keys()) {
    if (cards.size <= mostCards) return;
    cards.delete(ord);
  }
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
