import assert from 'node:assert/strict';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { importFeed } from '../../../server/directory/import-feed.js';
import { readFeed } from '../../../server/directory/read-feed.js';
import { emptyQuery } from '../../../src/contract/activity-query.js';
import { type TestBackend, openBackend, twoServices } from '../harness.js';

type Answer = (request: IncomingMessage, response: ServerResponse, page: number) => void;

const walk = (id: string, more: object = {}) => ({
  id,
  name: `Walk ${id}`,
  schedules: [],
  attributes: [{ taxonomy_term: { id: 't1', name: 'Walking' } }],
  ...more,
});

// What it says of numbers is never true.
const page = (contents: readonly unknown[]) => ({
  total_items: 31,
  total_pages: 1,
  last_page: true,
  contents,
});

describe('a feed that is imported', () => {
  let backend: TestBackend;
  let feed: Server;
  let address = '';
  let answer: Answer;
  let asked = 0;
  before(async () => {
    backend = await openBackend();
    feed = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://feed.test');
      asked += 1;
      if (url.pathname === '/') response.end('{"version":"HSDS-UK-3.0"}');
      else answer(request, response, Number(url.searchParams.get('page') ?? 1));
    });
    await new Promise<void>((resolve) => {
      feed.listen(0, '127.0.0.1', resolve);
    });
    const at = feed.address();
    address = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`;
  });
  after(async () => {
    feed.close();
    await backend.close();
  });

  const pages =
    (...all: readonly (readonly unknown[])[]): Answer =>
    (_, response, number) => {
      response.end(JSON.stringify(page(all[number - 1] ?? [])));
    };

  const run = async (from: Answer) => {
    answer = from;
    const [service] = (await twoServices()).services;
    assert.ok(service);
    const walking = { id: 'moving', label: 'Sport and moving', terms: ['walking'] };
    return importFeed(
      backend.activities,
      {
        service: { ...service, directory: { categories: [walking] } },
        feed: { id: 'council', name: 'Made-up council' },
        now: new Date('2026-11-24T12:00:00Z'),
      },
      readFeed({ url: address }),
    );
  };

  const names = async () => {
    const search = { service: 'northside', query: emptyQuery, place: undefined, now: new Date() };
    const { items } = await backend.activities.search(search);
    return items.map(({ name }) => name).sort();
  };

  it('is read to its end, whatever it says of how much there is, and what is repeated counts once', async () => {
    const report = await run(pages([walk('1'), walk('2')], [walk('2'), walk('3')]));
    assert.deepEqual([report.read, report.new, report.refused.length], [3, 3, 0]);
    assert.deepEqual(await names(), ['Walk 1', 'Walk 2', 'Walk 3']);
  });

  it('changes only what has changed when it is read again', async () => {
    const report = await run(pages([walk('1'), walk('2', { description: 'New' }), walk('4')]));
    const { new: fresh, changed, same, gone } = report;
    assert.deepEqual({ fresh, changed, same, gone }, { fresh: 1, changed: 1, same: 1, gone: 1 });
  });

  it('has one bad record refused by name, and the rest taken in', async () => {
    const report = await run(pages([walk('1'), { id: '9', schedules: [] }, walk('2'), walk('4')]));
    assert.deepEqual(report.refused, [{ id: '9', field: 'name', reason: 'is missing' }]);
    assert.equal(report.read, 4);
  });

  it('is put among the categories of the service, and says what did not fit', async () => {
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
      (_, response) => response.end('<!doctype html><p>Sorry'),
    ],
    [
      'is cut off in the middle of its second page',
      /breaks off/,
      (_, response, number) => {
        const text = JSON.stringify(page([walk(`${number}x`)]));
        if (number === 1) response.end(text);
        else {
          response.writeHead(200, { 'content-length': text.length });
          response.write(text.slice(0, 20));
          setTimeout(() => response.destroy(), 20);
        }
      },
    ],
    [
      'has a message of trouble where its list was',
      /no list/,
      (_, response) => response.end('{"error":"Down for maintenance"}'),
    ],
    ['has nothing in it any more', /no activity/, pages([])],
    ['refuses us', /answers 403/, (_, response) => response.writeHead(403).end()],
  ];
  for (const [what, reason, from] of broken)
    it(`leaves everything as it was when it ${what}`, async () => {
      await run(pages([walk('1'), walk('2')]));
      await assert.rejects(run(from), reason);
      assert.deepEqual(await names(), ['Walk 1', 'Walk 2']);
    });

  it('is asked again when its server stumbles', async () => {
    asked = 0;
    let stumbles = 1;
    const report = await run((request, response, number) => {
      if (stumbles > 0) {
        stumbles -= 1;
        response.writeHead(503).end();
      } else pages([walk('1'), walk('2')])(request, response, number);
    });
    assert.equal(report.read, 2);
    assert.ok(asked >= 4);
  });
});
