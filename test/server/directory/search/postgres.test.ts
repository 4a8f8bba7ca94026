import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as z from 'zod/mini';
import { emptyQuery } from '../../../../src/directory/contract/activity-query.js';
import { type Point, metresBetween } from '../../../../src/directory/contract/distance.js';
import type { Activity } from '../../../../src/directory/contract/activity.js';
import { sampleActivities } from '../../../../server/sample-data/sample-activities.js';
import { sampleFeed } from '../../../../server/settings/reserved-feeds.js';
import { randomFrom } from '../../../../server/sample-data/random.js';
import { searchPlaceOf } from '../../../../server/geography/places.js';
import { type Bitmap, forEach, pack } from '../../../../server/directory/search/index/bitmap.js';
import { readCards } from '../../../../server/directory/search/cards.js';
import {
  type Directory,
  loadDirectory,
} from '../../../../server/directory/search/index/load-directory.js';
import { metresTo, readPlaceSet } from '../../../../server/directory/search/index/place-set.js';
import { Outdated } from '../../../../server/directory/search/index/index-rows.js';
import { readTextSet } from '../../../../server/directory/search/index/text-set.js';
import type { FeedActivity } from '../../../../server/directory/contract/feed-load.js';
import { activityStore } from '../../../../server/directory/store/activity-store.js';
import { wordsIn } from '../../../../server/database/search-words.js';
import { type TestBackend, now, openBackend } from '../../harness.js';

const service = 'northside';
const labels = new Map([['moving', 'Sport and moving']]);
const all = [...sampleActivities(service, 400)];
const Ords = z.array(z.object({ ord: z.number() }));
const Numbered = z.array(z.object({ id: z.string(), ord: z.number() }));

describe('a directory in PostgreSQL', () => {
  let backend: TestBackend;
  before(async () => {
    backend = await openBackend();
    await load(all);
  });
  after(() => backend.close());

  async function load(records: readonly FeedActivity[], into = service) {
    const of = { service: into, feed: sampleFeed, labels, now, timeZone: 'Europe/London' };
    const loading = await backend.activities.beginLoad(of);
    for (let at = 0; at < records.length; at += 150) await loading.add(records.slice(at, at + 150));
    return loading.finish();
  }
  const directory = (): Promise<Directory> => loadDirectory(backend.database, service);
  const numbers = async (of = service): Promise<ReadonlyMap<string, number>> => {
    const rows = await backend.database.query(
      'select id, ord from activity_search where service = $1',
      [of],
    );
    return new Map(z.parse(Numbered, rows).map(({ id, ord }) => [id, ord]));
  };
  const search = (text: string) =>
    backend.activities.search({ service, query: { ...emptyQuery, text }, place: undefined, now });

  const ordsIn = (set: Bitmap): number[] => {
    const ords: number[] = [];
    forEach(pack(set), (ord) => ords.push(ord));
    return ords;
  };
  // PostgreSQL's own full text search over the words with these weights.
  const matching = async (words: string, weights: string): Promise<number[]> => {
    const rows = await backend.database.query(
      `select ord from activity_card
       where service = $1 and ts_filter(words, $3::"char"[]) @@ to_tsquery('english', $2) order by ord`,
      [service, words, weights],
    );
    return z.parse(Ords, rows).map(({ ord }) => ord);
  };

  const texts = [
    'walking',
    'walk gro',
    'gardening wellbeing',
    'the choir',
    'tea and comp',
    'over 60s',
    'Men’s shed',
    'Café',
    'c',
    'stockton',
    'nobodysaysthis',
    'tea nobodysaysthis',
    '日本語',
    '2026 10% a&b',
  ];
  const sameAsOurs = async (text: string): Promise<void> => {
    const held = await directory();
    const words = wordsIn(text);
    // All bits are set, so that removed activities are not filtered out.
    const index = { ...held.index, all: held.index.all.map(() => 0xffffffff) };
    const set = await readTextSet(backend.database, { ...held, index }, words);
    const begun = `${words.join(' & ')}:*`;
    assert.deepEqual(ordsIn(set.anywhere), await matching(begun, '{a,b,c,d}'), text);
    assert.deepEqual(ordsIn(set.head), await matching(begun, '{a,b}'), text);
    assert.deepEqual(ordsIn(set.nameStarts), await matching(begun, '{a}'), text);
    assert.deepEqual(ordsIn(set.name), await matching(words.join(' & '), '{a}'), text);
  };
  for (const text of texts)
    it(`has the same matches for “${text}” as PostgreSQL’s full text search`, () =>
      sameAsOurs(text));

  it('matches every activity for a stop word', async () => {
    const held = await directory();
    const set = await readTextSet(backend.database, held, ['the']);
    assert.deepEqual(set.anywhere, held.index.all);
  });

  it('lists activities with the words in their name before those that only mention them', async () => {
    const query = { ...emptyQuery, text: 'tea', limit: 100 };
    const { items } = await backend.activities.search({ service, query, place: undefined, now });
    const isNamed = items.map(({ name }) => /\btea\b/i.test(name));
    assert.ok(isNamed.includes(true) && isNamed.includes(false));
    assert.equal(isNamed.lastIndexOf(true) < isNamed.indexOf(false), true);
  });

  it('gives the same distances as the cards, to the metre, across the whole country', async () => {
    const places = ['TR19', 'SW2', 'TS18', 'BT48', 'IV27', 'ZE2'].flatMap(
      (id) => searchPlaceOf(id) ?? [],
    );
    const records = places.flatMap((place) => pointsAround(place)).flatMap(elsewhere);
    await load(records, 'southside');
    const held = await loadDirectory(backend.database, 'southside');
    const ordOf = await numbers('southside');
    let measured = 0;
    for (const place of places) {
      const set = await readPlaceSet(backend.database, held, place);
      for (const { activity } of records) {
        const away = nearestOf(activity, place);
        const known = metresTo(set, ordOf.get(activity.id) ?? -1);
        if (away <= 40_233) assert.ok(Math.abs(known - away) <= 1, `${known}, ${away}`);
        else assert.ok(known > 40_233, `${known}, ${away}`);
        if (away <= 40_233) measured += 1;
      }
    }
    assert.ok(measured > 280, String(measured));
  });

  it('keeps an activity’s number until the activity is gone, and then reuses it', async () => {
    const before = await numbers();
    assert.deepEqual(
      [...before.values()].sort((one, other) => one - other),
      all.map((_, at) => at),
    );
    const [first, second] = all;
    assert.ok(first && second);
    const renamed = { ...first, activity: { ...first.activity, name: 'Unheard-of pastime' } };
    const closed = {
      ...second,
      activity: { ...second.activity, status: 'closed' as const },
    };
    const left = [renamed, closed, ...all.slice(5)];
    assert.deepEqual(await load(left), { new: 0, changed: 2, same: 395, gone: 3 });
    const between = await numbers();
    assert.equal(between.size, 396);
    for (const [id, ord] of between) assert.equal(before.get(id), ord);
    assert.equal((await search('pastime')).total, 1);
    for (const text of texts) await sameAsOurs(text);

    const added = [...sampleActivities(service, 406)].slice(400);
    await load([...left, ...added]);
    const now = await numbers();
    assert.equal(now.get(first.activity.id), before.get(first.activity.id));
    assert.deepEqual(
      [...now.values()].sort((one, other) => one - other),
      Array.from({ length: 402 }, (_, at) => at),
    );
    for (const text of texts) await sameAsOurs(text);

    await load(all);
    assert.equal((await search('pastime')).total, 0);
    for (const text of texts) await sameAsOurs(text);

    await load(all.slice(9));
    for (const text of texts) await sameAsOurs(text);
    await load(all);
  });

  it('shows what another process has imported within about a second', async () => {
    const elsewhere = activityStore(backend.database);
    const query = { service, query: emptyQuery, place: undefined, now };
    assert.equal((await elsewhere.search(query)).total, 400);
    await load(all.slice(0, 390));
    assert.equal((await backend.activities.search(query)).total, 390);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    assert.equal((await elsewhere.search(query)).total, 390);
    await load(all);
  });

  it('reports that the index in memory is outdated when the revision has changed', async () => {
    const held = await directory();
    const place = searchPlaceOf('TS18');
    assert.ok(place);
    await load(all.slice(0, 399));
    const { database } = backend;
    await assert.rejects(readTextSet(database, held, ['tea']), Outdated);
    await assert.rejects(readPlaceSet(database, held, place), Outdated);
    await assert.rejects(
      readCards(held.cards, { place, now }, [{ ord: 0, reach: 'near' }]),
      Outdated,
    );
    await load(all);
  });

  it('never mixes old and new activities while a feed is imported', async () => {
    const few = all.slice(0, 250);
    // The others get different numbers each time.
    const backwards = [...few, ...all.slice(250).reverse()];
    const says = ({ activity: { name, description = '' } }: FeedActivity): boolean =>
      /\btea\b/i.test(`${name} ${description}`);
    const saying = new Set(all.filter(says).map(({ activity }) => activity.id));
    const totals = new Set([all, few].map((records) => records.filter(says).length));
    const random = randomFrom(1);
    let isOver = false;
    const asking = [1, 2, 3].map(async () => {
      const { search: find } = activityStore(backend.database);
      let asked = 0;
      for (; !isOver; asked += 1) {
        // Random stop words, so that each search has a different text and the same matches.
        const idle = ['the', 'a', 'of', 'and', 'for', 'with'].filter(() => random.chance(50));
        const query = { ...emptyQuery, text: [...idle, 'tea', 'the'].join(' '), limit: 100 };
        const { total, items } = await find({ service, query, place: undefined, now });
        assert.ok(totals.has(total), String(total));
        assert.equal(items.length, Math.min(100, total));
        for (const { id, name } of items) assert.ok(saying.has(id), name);
      }
      return asked;
    });
    for (const records of [few, all, few, backwards, few, all]) await load(records);
    isOver = true;
    for (const asked of await Promise.all(asking)) assert.ok(asked > 3);
  });

  it('replaces past dates by next dates and sorts the list accordingly', async () => {
    const later = new Date('2026-12-20T12:00:00Z');
    const soonest = { ...emptyQuery, sort: 'soonest' as const, limit: 100 };
    const startsAt = async (at: Date) => {
      const found = { service, query: soonest, place: undefined, now: at };
      const { items } = await backend.activities.search(found);
      return items.flatMap(({ next }) => next?.starts ?? []);
    };
    const before = await startsAt(now);
    assert.ok((await backend.activities.advanceDates(service, 'Europe/London', later)) > 100);
    // The first search after this notices the change, and the next one shows it.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await startsAt(later);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const after = await startsAt(later);
    assert.ok(after.length > 50);
    assert.deepEqual(after, [...after].sort());
    assert.ok((after[0] ?? '') > (before[0] ?? ''));
    assert.ok(after.every((starts) => starts > '2026-12-19'));
    await load([]);
  });
});

// In twelve directions, at distances up to just below and above the farthest.
function pointsAround({ latitude, longitude }: Point): readonly Point[] {
  const degree = 111_195;
  return [40, 3000, 16_000, 40_150, 40_300].flatMap((metres) =>
    Array.from({ length: 12 }, (_, at) => {
      const up = (metres * Math.cos((at * Math.PI) / 6)) / degree;
      const across = (metres * Math.sin((at * Math.PI) / 6)) / degree;
      return {
        latitude: latitude + up,
        longitude: longitude + across / Math.cos(((latitude + up / 2) * Math.PI) / 180),
      };
    }),
  );
}

const elsewhere = (point: Point, at: number): FeedActivity[] =>
  [...sampleActivities('southside', 1)].map(({ activity }) => ({
    sourceId: `around-${at}`,
    activity: { ...activity, id: `around-${at}`, venues: [{ ...point, address: [], access: [] }] },
  }));

const nearestOf = (
  { venues }: Activity,
  place: NonNullable<ReturnType<typeof searchPlaceOf>>,
): number =>
  Math.min(
    ...venues.map(({ latitude, longitude }) =>
      latitude === undefined || longitude === undefined
        ? Infinity
        : metresBetween(place, { latitude, longitude }),
    ),
  );
