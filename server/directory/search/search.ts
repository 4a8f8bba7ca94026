import type { Reach } from '../../../src/directory/contract/activity.js';
import type { ActivityPage } from '../../../src/directory/contract/activity-page.js';
import { type ActivityQuery, writeQuery } from '../../../src/directory/contract/activity-query.js';
import { readCards, readChosen } from './cards.js';
import { type Database, DatabaseUnavailable, type Queries } from '../../database/database.js';
import { wordsIn } from '../../database/search-words.js';
import { has } from './index/bitmap.js';
import { correctWords } from './correct-words.js';
import { directories } from './index/directories.js';
import { limitConcurrency } from './limits/concurrency-limit.js';
import { firstOf } from './first-of.js';
import type { Matches } from './faceted-filter.js';
import type { Directory } from './index/load-directory.js';
import { eventLoopTurns } from './limits/event-loop-turns.js';
import { orderBy, orderOf, readCursor, writeCursor } from './order.js';
import { type PlaceSet, metresTo, milesOf, readPlaceSet } from './index/place-set.js';
import { Outdated } from './index/index-rows.js';
import type { Search } from '../contract/search-request.js';
import { type TextSet, readTextSet } from './index/text-set.js';

const mostWords = 8;
const metresInMile = 1609.344;
// Gives up if the directory changes more often than this during one search.
const mostTries = 4;

const written = (items: readonly string[], rest: Omit<ActivityPage, 'items'>): string =>
  `{"items":[${items.join(',')}],${JSON.stringify(rest).slice(1)}`;

/** Searches in three steps: sets from PostgreSQL, filtering and counting in memory, cards from PostgreSQL. */
export function activitySearch(whole: Database) {
  const database = limitConcurrency(whole);
  const { of, forget } = directories(database);
  const turn = eventLoopTurns();
  /** Returns a page of matches with counts as JSON; without matches, those of a corrected text, or filters to remove. */
  const find = async (search: Search): Promise<string> => {
    const { query, service } = search;
    if (query.ids.length > 0) {
      const items = await readChosen(database, search);
      return written(items, { total: items.length, facets: {} });
    }
    for (let tries = 0; tries < mostTries; tries += 1) {
      const directory = await of(service);
      try {
        return await directory.pages.forceFetch(keyOf(search), {
          context: () => pageOf({ database, directory, search, turn }),
        });
      } catch (error) {
        if (!(error instanceof Outdated)) throw error;
        forget(service);
      }
    }
    throw new DatabaseUnavailable(new Error('The directory changes all the time'));
  };
  return { find, forget };
}

// Past dates leave a list within a minute.
const keyOf = ({ query, place, now }: Search): string =>
  [writeQuery(query).toString(), place?.id ?? '', Math.floor(now.getTime() / 60_000)].join(' ');

/** The context of a search. */
interface Context {
  readonly database: Database;
  readonly directory: Directory;
  readonly search: Search;
  /** Awaited before computing if the search has not waited for the database. */
  readonly turn: () => Promise<void>;
}

async function pageOf(context: Context): Promise<string> {
  const { database, directory, search } = context;
  const { query, service } = search;
  const words = wordsIn(query.text).slice(0, mostWords);
  const typed = await findWith(context, words, search.place);
  if (typed.total > 0) return write(context, typed);
  const meant =
    words.length === 0
      ? []
      : await directory.meant.forceFetch(words.join(' '), {
          context: () => correctWords(database, service, words),
        });
  if (meant.length > 0) {
    const corrected = await findWith(context, meant, search.place);
    if (corrected.total > 0) return write(context, corrected, { corrected: meant.join(' ') });
  }
  const { facets, total } = typed;
  return written([], { total, facets, loosen: await loosen(context, typed, words) });
}

/** The matches, and the sets from which they come. */
interface Found extends Matches {
  readonly text: TextSet | undefined;
  readonly place: PlaceSet | undefined;
}

async function findWith(
  context: Context,
  words: readonly string[],
  place: Search['place'],
): Promise<Found> {
  const { database, directory, search, turn } = context;
  const queries = {
    hasAsked: false,
    query: (...statement: Parameters<Queries['query']>) => {
      queries.hasAsked = true;
      return database.query(...statement);
    },
  };
  const [text, near] = await Promise.all([
    words.length === 0
      ? undefined
      : directory.texts.forceFetch(words.join(' '), {
          context: () => readTextSet(queries, directory, words),
        }),
    place &&
      directory.places.forceFetch(place.id, {
        context: () => readPlaceSet(queries, directory, place),
      }),
  ]);
  if (!queries.hasAsked) await turn();
  const matches = directory.filter({ text, place: near, query: search.query });
  return { ...matches, text, place: near };
}

async function write(
  context: Context,
  found: Found,
  more: Pick<ActivityPage, 'corrected'> = {},
): Promise<string> {
  const { directory, search } = context;
  const { query } = search;
  const sort = orderOf(query);
  const ranks = firstOf(found.found, orderBy(sort, directory.index, found.text, found.place), {
    most: query.limit + 1,
    after: query.after === '' ? undefined : readCursor(query.after, sort),
  });
  const shown = ranks.slice(0, query.limit);
  const wanted = shown.map(({ ord }) => ({ ord, reach: reachOf(found.place, query, ord) }));
  const items = await readCards(directory.cards, search, wanted);
  const last = shown.at(-1);
  return written(items, {
    total: found.total,
    facets: found.facets,
    ...(last && ranks.length > shown.length ? { next: writeCursor(sort, last) } : {}),
    ...more,
  });
}

// Every result of a search with a place is reached in one of these ways.
function reachOf(
  place: PlaceSet | undefined,
  query: ActivityQuery,
  ord: number,
): Reach | undefined {
  if (!place) return undefined;
  if (metresTo(place, ord) <= milesOf(query) * metresInMile) return 'near';
  return has(place.covering, ord) ? 'covers' : 'anywhere';
}

async function loosen(
  context: Context,
  { without }: Found,
  words: readonly string[],
): Promise<NonNullable<ActivityPage['loosen']>> {
  const { search } = context;
  const counts = [...without].map(([filter, count]) => ({ filter, count }));
  const { text } = search.query;
  if (text !== '') {
    const broader = await findWith(context, [], search.place);
    counts.push({ filter: 'text', count: broader.total });
  }
  if (search.place) {
    const broader = await findWith(context, words, undefined);
    counts.push({ filter: 'place', count: broader.total });
  }
  return counts.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count);
}
