import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type FeedRefresher,
  feedRefresher,
} from '../../../../server/directory/feeds/refresh-feeds.js';
import type { FeedEntry, ServiceEntry } from '../../../../server/settings/deployment-schema.js';
import { feedStore } from '../../../../server/directory/store/feed-store.js';
import {
  type TestBackend,
  demonstration,
  freshDatabase,
  jsonOf,
  openBackend,
} from '../../harness.js';
import { type RunningProcess, startBackend, stopAll, temporaryFolder } from '../../process.js';
import { type FeedServer, documents, openFeed, page, walk } from './feed-server.js';

interface Line {
  readonly event: string;
  readonly about: Readonly<Record<string, unknown>>;
}

describe('the feeds in the settings', () => {
  let backend: TestBackend;
  let feed: FeedServer;
  let lines: Line[] = [];
  let heard: (() => void)[] = [];
  let time = Date.parse('2026-11-24T12:00:00Z');
  before(async () => {
    backend = await openBackend();
    feed = await openFeed();
  });
  after(async () => {
    await feed.close();
    await backend.close();
  });
  beforeEach(async () => {
    lines = [];
    for (const table of ['activity_feed', 'activity'])
      await backend.database.query(`delete from ${table}`);
  });

  const hours = (count: number) => (time += count * 3_600_000);
  const entry = (id: string, everyHours = 24): FeedEntry => ({
    id,
    name: `Made-up ${id}`,
    url: `${feed.address}/${id}/services`,
    everyHours,
  });
  const refresher = async (...feeds: readonly FeedEntry[]): Promise<FeedRefresher> => {
    const service: ServiceEntry = {
      ...(await demonstration()),
      directory: { categories: [], feeds: [...feeds] },
    };
    const write = (event: string, about: Line['about']): void => {
      lines.push({ event, about });
      heard.splice(0).forEach((wake) => {
        wake();
      });
    };
    return feedRefresher({
      stores: { activities: backend.activities, feeds: feedStore(backend.database) },
      services: [service],
      log: { info: write, warn: write, request: () => undefined, error: () => undefined },
      now: () => new Date(time),
    });
  };
  /** Waits until this many imports have succeeded or failed. */
  const told = async (count: number): Promise<readonly Line[]> => {
    while (lines.length < count)
      await new Promise<void>((resolve) => {
        heard = [...heard, resolve];
      });
    return lines;
  };
  const answers = (...ids: readonly string[]): void => {
    feed.answer(
      documents(
        Object.fromEntries(
          ids.flatMap((id) => [
            [`/${id}/services`, page([walk(id)])],
            [`/${id}/services?page=1`, page([])],
          ]),
        ),
      ),
    );
  };
  const names = async () => {
    const all = await backend.activities.all({ service: 'northside', offset: 0, limit: 100 });
    return all.map(({ name }) => name).sort();
  };

  it('are imported one after another, and again when they are due', async () => {
    const feeds = await refresher(entry('leeds', 2), entry('york'));
    answers('leeds', 'york');
    await feeds.step();
    await told(1);
    assert.deepEqual(await names(), ['Walk leeds']);
    await feeds.step();
    await told(2);
    await feeds.step();
    assert.deepEqual(await names(), ['Walk leeds', 'Walk york']);
    assert.deepEqual(lines[0], {
      event: 'feed read',
      about: {
        service: 'northside',
        feed: 'leeds',
        read: 1,
        new: 1,
        changed: 0,
        gone: 0,
        refused: 0,
        incomplete: 0,
        unmapped: 1,
      },
    });
    feed.answer(documents({}));
    hours(1);
    await feeds.step();
    assert.deepEqual(feed.asked, []);
    answers('leeds', 'york');
    hours(1);
    await feeds.step();
    await told(3);
    await feeds.step();
    assert.deepEqual([lines[2]?.about['feed'], lines.length], ['leeds', 3]);
  });

  it('are not imported again after a restart or by a second process', async () => {
    answers('leeds');
    const [first, second] = [await refresher(entry('leeds')), await refresher(entry('leeds'))];
    await Promise.all([first.step(), second.step()]);
    await told(1);
    await (await refresher(entry('leeds'))).step();
    assert.equal(feed.asked.filter((path) => path === '/leeds/services').length, 1);
    assert.equal(lines.length, 1);
  });

  it('keep their activities when they fail, report the reason without keys, and are tried again after an hour', async () => {
    const url = `${feed.address}/leeds/services?key=geheim`;
    const feeds = await refresher({ ...entry('leeds'), url });
    answers('leeds');
    await feeds.step();
    await told(1);
    feed.answer((_, response) => {
      response.end('<p>Down for maintenance');
    });
    hours(24);
    await feeds.step();
    await told(2);
    assert.deepEqual(lines[1], {
      event: 'feed could not be read, what was there stays',
      about: {
        service: 'northside',
        feed: 'leeds',
        reason: `${feed.address}/leeds/services answers HTML instead of JSON`,
      },
    });
    assert.deepEqual(await names(), ['Walk leeds']);
    hours(0.9);
    await feeds.step();
    assert.equal(lines.length, 2);
    hours(0.1);
    answers('leeds');
    await feeds.step();
    assert.equal((await told(3))[2]?.event, 'feed read');
  });

  it('are imported two at a time at most, and stop with the backend', async () => {
    const feeds = await refresher(entry('a'), entry('b'), entry('c'));
    // Requests never get a response.
    feed.answer(() => undefined);
    for (let at = 0; at < 4; at += 1) await feeds.step();
    await feeds.stop();
    assert.ok(feed.asked.length <= 2);
    assert.deepEqual([lines, await names()], [[], []]);
    // The next start resumes the interrupted import.
    answers('a');
    await (await refresher(entry('a'))).step();
    assert.equal((await told(1))[0]?.event, 'feed read');
  });

  it('can move to another address in the settings', async () => {
    answers('leeds', 'new');
    await (await refresher(entry('leeds'))).step();
    await told(1);
    hours(25);
    await (await refresher({ ...entry('leeds'), url: `${feed.address}/new/services` })).step();
    await told(2);
    assert.deepEqual(await names(), ['Walk new']);
  });
});

describe('a backend with a feed in its settings', () => {
  after(stopAll);

  it('imports it, stops at once during the import, and resumes at the next start', async () => {
    const [database, folder, feed] = await Promise.all([
      freshDatabase(),
      temporaryFolder(),
      openFeed(),
    ]);
    const settings = join(folder.path, 'settings.json');
    const url = `${feed.address}/services`;
    const leeds = { id: 'leeds', name: 'Made-up Leeds', url, everyHours: 24 };
    const service = {
      ...(await demonstration()),
      directory: { categories: [], feeds: [leeds] },
      translations: {},
    };
    await writeFile(settings, JSON.stringify({ services: [service] }));
    const start = (): Promise<RunningProcess> =>
      startBackend({ DATABASE_URL: database.url, KITH_DATA: folder.path, KITH_CONFIG: settings });

    const asked = new Promise<void>((resolve) => {
      feed.answer(() => {
        resolve();
      });
    });
    const first = await start();
    await asked;
    const begun = performance.now();
    assert.equal((await first.stop()).code, 0);
    assert.ok(performance.now() - begun < 8000);

    feed.answer(documents({ '/services': page([walk('1')]), '/services?page=1': page([]) }));
    const second = await start();
    while (!second.out().includes('"feed read"')) await wait(50);
    const answer = await jsonOf(fetch(`${second.backend}/oruk/v3/services`));
    assert.match(JSON.stringify(answer), /Walk 1/);
    assert.equal((await second.stop()).code, 0);
    await feed.close();
    await database.drop();
    await folder.remove();
  });
});
