import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { FeedPage } from '../../../../server/directory/feeds/read-feed.js';
import { takeFeed } from '../../../../server/directory/feeds/take-feed.js';
import { feedStore } from '../../../../server/directory/store/feed-store.js';
import { readRecord } from '../../../../src/directory/open-referral/read-list.js';
import { type TestBackend, demonstration, openBackend } from '../../harness.js';
import { walk } from './feed-server.js';

const pageOf = (...ids: readonly string[]): FeedPage => ({
  kind: 'open-referral-3',
  source: { attribution: [] },
  incomplete: [],
  reads: ids.flatMap((id) => readRecord('open-referral-3', walk(id))),
});

describe('importing a feed under a claim', () => {
  let backend: TestBackend;
  before(async () => (backend = await openBackend()));
  after(() => backend.close());

  const stores = () => ({
    activities: backend.activities,
    feeds: feedStore(backend.database),
  });
  const take = async (
    places: readonly string[],
    pages: (signal: AbortSignal) => AsyncIterable<FeedPage>,
    more: object = {},
  ) => {
    const taking = {
      service: await demonstration(),
      feed: { id: 'walks', name: 'Made-up walks' },
      places,
      now: new Date(),
      mayBeFewer: false,
      mayMove: false,
      signal: new AbortController().signal,
      ...more,
    };
    return takeFeed(stores(), taking, pages);
  };
  const giving = (...ids: readonly string[]) =>
    async function* (): AsyncGenerator<FeedPage> {
      yield await Promise.resolve(pageOf(...ids));
    };
  const names = async () => {
    const all = await backend.activities.all({ service: 'northside', offset: 0, limit: 100 });
    return all.map(({ name }) => name).sort();
  };

  it('combines several places into one feed', async () => {
    const report = await take(['a.example', 'b.example'], async function* () {
      yield await Promise.resolve(pageOf('1'));
      yield await Promise.resolve(pageOf('2'));
    });
    assert.deepEqual([report?.new, await names()], [2, ['Walk 1', 'Walk 2']]);
  });

  it('keeps activities from another place unless the feed is said to have moved', async () => {
    for (const places of [['a.example'], ['c.example']])
      await assert.rejects(take(places, giving('3')), {
        name: 'FeedBroken',
        message: /^The feed "walks" was read from [ab]\.example before.*--moved.*--feed id$/,
      });
    assert.deepEqual(await names(), ['Walk 1', 'Walk 2']);
    const moved = await take(['c.example'], giving('3'), { mayMove: true });
    assert.deepEqual([moved?.new, moved?.gone], [1, 2]);
    // From now on this is the place of the feed, and others can be added.
    assert.equal((await take(['c.example', 'd.example'], giving('3', '4')))?.new, 1);
  });

  it('is not done by two at once, and always releases the claim afterwards', async () => {
    let second: unknown = 'not asked';
    await assert.rejects(
      take(['c.example', 'd.example'], async function* () {
        second = await take(['c.example', 'd.example'], giving('9'));
        yield pageOf('3');
        throw new Error('it breaks off');
      }),
      /it breaks off/,
    );
    assert.equal(second, undefined);
    assert.deepEqual(await names(), ['Walk 3', 'Walk 4']);
    assert.equal((await take(['c.example', 'd.example'], giving('3', '4')))?.same, 2);
  });

  it('is possible two minutes after the previous importer was killed', async () => {
    const now = Date.now();
    const wanted = { service: 'northside', feed: 'killed' };
    const claim = (minutes: number) =>
      feedStore(backend.database).claim({ ...wanted, now: new Date(now + minutes * 60_000) });
    const first = await claim(0);
    assert.ok(first);
    assert.equal(await claim(1), undefined);
    assert.equal(await first.renew(new Date(now + 60_000)), true);
    assert.equal(await claim(2.5), undefined);
    assert.ok(await claim(3.5));
    assert.equal(await first.renew(new Date(now + 4 * 60_000)), false);
  });

  it('changes nothing when it is stopped, and releases the claim', async () => {
    const ending = new AbortController();
    const stopped = take(
      ['c.example', 'd.example'],
      async function* () {
        yield await Promise.resolve(pageOf('7'));
        ending.abort();
        yield pageOf('8');
      },
      { signal: ending.signal },
    );
    await assert.rejects(stopped, { name: 'AbortError' });
    assert.deepEqual(await names(), ['Walk 3', 'Walk 4']);
    assert.equal((await take(['c.example', 'd.example'], giving('3', '4')))?.same, 2);
    const [left] = await backend.database.query('select 1 from activity_load');
    assert.equal(left, undefined);
  });

  it('is rejected when most activities are gone, unless that is confirmed', async () => {
    const ids = Array.from({ length: 30 }, (_, at) => String(at));
    const places = ['c.example', 'd.example'];
    await take(places, giving(...ids));
    await assert.rejects(take(places, giving('1', '2')), /gives 2 records and gave 30 before/);
    const fewer = await take(places, giving('1', '2'), { mayBeFewer: true });
    assert.equal(fewer?.gone, 28);
  });
});
