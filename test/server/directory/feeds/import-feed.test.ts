import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { importFeed } from '../../../../server/directory/feeds/import-feed.js';
import { readFeed } from '../../../../server/directory/feeds/read-feed.js';
import { emptyQuery } from '../../../../src/directory/contract/activity-query.js';
import { type TestBackend, openBackend, twoServices } from '../../harness.js';
import { type Answer, type FeedServer, documents, openFeed, page, walk } from './feed-server.js';

describe('importing a feed', () => {
  let backend: TestBackend;
  let feed: FeedServer;
  before(async () => {
    backend = await openBackend();
    feed = await openFeed();
  });
  after(async () => {
    await feed.close();
    await backend.close();
  });

  const numberOf = (url: URL): number => Number(url.searchParams.get('page') ?? 1);

  const pages =
    (...all: readonly (readonly unknown[])[]): Answer =>
    (url, response) => {
      const isRoot = url.pathname === '/';
      const contents = page(all[numberOf(url) - 1] ?? []);
      response.end(isRoot ? '{"version":"HSDS-UK-3.0"}' : JSON.stringify(contents));
    };

  const run = async (from: Answer, before?: number) => {
    feed.answer(from);
    const [service] = (await twoServices()).services;
    assert.ok(service);
    const walking = { id: 'moving', label: 'Sport and moving', terms: ['walking'] };
    return importFeed(
      backend.activities,
      {
        service: { ...service, directory: { categories: [walking] } },
        feed: { id: 'council', name: 'Made-up council' },
        now: new Date('2026-11-24T12:00:00Z'),
        ...(before === undefined ? {} : { before }),
      },
      readFeed({ url: feed.address }),
    );
  };

  const names = async () => {
    const search = { service: 'northside', query: emptyQuery, place: undefined, now: new Date() };
    const { items } = await backend.activities.search(search);
    return items.map(({ name }) => name).sort();
  };

  it('reads to the end, whatever count the feed gives, and counts repeated records once', async () => {
    const report = await run(pages([walk('1'), walk('2')], [walk('2'), walk('3')]));
    assert.deepEqual([report.read, report.new, report.refused.length], [3, 3, 0]);
    assert.deepEqual(await names(), ['Walk 1', 'Walk 2', 'Walk 3']);
  });

  it('changes only what has changed when the feed is read again', async () => {
    const report = await run(pages([walk('1'), walk('2', { description: 'New' }), walk('4')]));
    const { new: fresh, changed, same, gone } = report;
    assert.deepEqual({ fresh, changed, same, gone }, { fresh: 1, changed: 1, same: 1, gone: 1 });
  });

  it('rejects an invalid record by name and imports the others', async () => {
    const report = await run(pages([walk('1'), { id: '9', schedules: [] }, walk('2'), walk('4')]));
    assert.deepEqual(report.refused, [{ id: '9', field: 'name', reason: 'is missing' }]);
    assert.equal(report.read, 4);
  });

  it('assigns the categories of the service and reports unknown terms', async () => {
    const odd = { attributes: [{ taxonomy_term: { id: 't2', name: 'Basket weaving' } }] };
    const report = await run(pages([walk('1'), walk('2', odd), walk('4')]));
    assert.deepEqual([...report.unmapped], [['Basket weaving', 1]]);
    const search = {
      service: 'northside',
      query: { ...emptyQuery, filters: { category: ['moving'] } },
      place: undefined,
      now: new Date(),
    };
    assert.equal((await backend.activities.search(search)).total, 2);
  });

  const broken: readonly (readonly [string, RegExp, Answer])[] = [
    [
      'answers HTML with status 200',
      /answers HTML/,
      (_, response) => {
        response.end('<!doctype html><p>Sorry');
      },
    ],
    [
      'is cut off in the middle of its second page',
      /breaks off/,
      (url, response) => {
        const text = JSON.stringify(page([walk(`${numberOf(url)}x`)]));
        if (!url.searchParams.has('page')) response.end(text);
        else {
          response.writeHead(200, { 'content-length': text.length });
          response.write(text.slice(0, 20));
          setTimeout(() => response.destroy(), 20);
        }
      },
    ],
    [
      'has an error message instead of its list',
      /no list/,
      (_, response) => {
        response.end('{"error":"Down for maintenance"}');
      },
    ],
    ['is empty', /no activity/, pages([])],
    [
      'lists organisations instead of services',
      /no activity.*: of 1 records the first record is an organisation, not a service/,
      pages([{ id: 'o', name: 'Made-up club', website: 'https://example.org' }]),
    ],
    [
      'answers 403',
      /answers 403/,
      (_, response) => {
        response.writeHead(403).end();
      },
    ],
  ];
  for (const [what, reason, from] of broken)
    it(`changes nothing when the feed ${what}`, async () => {
      await run(pages([walk('1'), walk('2')]));
      await assert.rejects(run(from), reason);
      assert.deepEqual(await names(), ['Walk 1', 'Walk 2']);
    });

  it('tries again after a temporary server error', async () => {
    let stumbles = 1;
    const report = await run((url, response, request) => {
      if (stumbles > 0) {
        stumbles -= 1;
        response.writeHead(503).end();
      } else void pages([walk('1'), walk('2')])(url, response, request);
    });
    assert.equal(report.read, 2);
    assert.ok(feed.asked.length >= 4);
  });

  it('rejects a feed with less than half of its previous activities, except for small feeds', async () => {
    await run(pages([walk('1'), walk('2')]));
    await assert.rejects(run(pages([walk('1')]), 20), /gives 1 records and gave 20 before/);
    assert.deepEqual(await names(), ['Walk 1', 'Walk 2']);
    assert.equal((await run(pages([walk('1')]), 19)).gone, 1);
  });

  describe('without readable details', () => {
    const details = {
      schedules: [{ freq: 'WEEKLY', byday: 'MO', opens_at: '10:00' }],
      service_at_locations: [{ location: { name: 'Mill Hall', latitude: 54.5, longitude: -1.3 } }],
      cost_options: [{ amount: 2 }],
      phones: [{ number: '01632 960 001' }],
    };
    const thin = (id: string, more: object = {}) => ({ id, name: `Walk ${id}`, ...more });
    const list = (records: readonly object[], whole: Readonly<Record<string, object>>): Answer =>
      documents({
        '/': { version: 'HSDS-UK-3.0' },
        '/services': page(records),
        '/services?page=1': page([]),
        ...whole,
      });
    const found = async (name: string) => {
      const all = await backend.activities.all({ service: 'northside', offset: 0, limit: 100 });
      return all.find((one) => one.name === name) ?? assert.fail(`there is no ${name}`);
    };

    it('keeps known details, takes the new values of the list and reports this', async () => {
      const one = { '/services/1': walk('1', { ...details, alert: 'In the small hall' }) };
      const first = list([thin('1'), thin('2')], one);
      assert.deepEqual(
        (await run(first)).incomplete.map(({ id }) => id),
        ['2'],
      );
      const before = await found('Walk 1');
      const closed = thin('1', { status: 'temporarily closed', description: 'Back in May' });
      const report = await run(list([closed, thin('2')], {}));
      assert.deepEqual(
        [report.read, report.changed, report.same, report.gone, report.refused.length],
        [2, 1, 1, 0, 0],
      );
      assert.deepEqual(report.incomplete[0], {
        id: '1',
        field: 'details',
        reason: 'cannot be read: their address answers 404',
      });
      const { alert, ...rest } = before;
      assert.equal(alert, 'In the small hall');
      assert.deepEqual(await found('Walk 1'), {
        ...rest,
        status: 'paused',
        description: 'Back in May',
      });
    });

    it('changes nothing when the list is the same', async () => {
      await run(list([thin('1')], { '/services/1': walk('1', details) }));
      assert.equal((await run(list([thin('1')], {}))).same, 1);
      const again = await run(list([thin('1')], { '/services/1': walk('1', details) }));
      assert.equal(again.same, 1);
    });
  });

  it('includes all places of a service listed once for each place', async () => {
    const at = (id: string, service: string, hall: string, byday: string) => ({
      id,
      service: walk(service, { attributes: [{ taxonomy_term: { name: 'Basket weaving' } }] }),
      location: { name: hall },
      schedules: [{ freq: 'WEEKLY', byday }],
    });
    const list = [
      page([at('a', '1', 'Mill Hall', 'MO'), at('b', '2', 'Park', 'SU')]),
      page([at('c', '1', 'Library', 'TU'), at('d', '1', 'Mill Hall', 'MO')]),
      page([]),
    ];
    feed.answer(({ searchParams }, response) => {
      response.end(JSON.stringify(list[Number(searchParams.get('page') ?? 1) - 1] ?? page([])));
    });
    const [service] = (await twoServices()).services;
    assert.ok(service);
    const report = await importFeed(
      backend.activities,
      { service, feed: { id: 'walkers', name: 'Made-up walkers' }, now: new Date() },
      readFeed({ url: `${feed.address}/service_at_locations` }),
    );
    assert.deepEqual([report.read, report.new], [2, 2]);
    assert.deepEqual([...report.unmapped], [['Basket weaving', 2]]);
    const all = await backend.activities.all({ service: 'northside', offset: 0, limit: 100 });
    const walkers = all.filter(({ source }) => source.name === 'Made-up walkers');
    const one = walkers.find(({ name }) => name === 'Walk 1');
    assert.deepEqual(
      one?.venues.map(({ name }) => name),
      ['Mill Hall', 'Library'],
    );
    assert.deepEqual(
      one.sessions.map(({ rule }) => rule),
      ['FREQ=WEEKLY;BYDAY=MO', 'FREQ=WEEKLY;BYDAY=TU'],
    );
  });
});
