import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import {
  type FeedOf,
  type FeedPage,
  readFeed,
} from '../../../../server/directory/feeds/read-feed.js';
import { type FeedServer, documents, openFeed, page, walk } from './feed-server.js';

const root = { version: 'HSDS-UK-3.0' };

describe('reading a feed', () => {
  let feed: FeedServer;
  before(async () => (feed = await openFeed()));
  after(() => feed.close());

  const read = async (more: Partial<FeedOf> = {}) => {
    const pages: FeedPage[] = [];
    for await (const one of readFeed({ url: feed.address, ...more })) pages.push(one);
    const reads = pages.flatMap((one) => one.reads);
    return {
      names: reads.flatMap((one) => (one.ok ? [one.record.activity.name] : [])),
      refused: reads.flatMap((one) => (one.ok ? [] : [one.refused])),
      records: reads.flatMap((one) => (one.ok ? [one.record] : [])),
      incomplete: pages.flatMap((one) => one.incomplete),
      kinds: [...new Set(pages.map(({ kind }) => kind))],
    };
  };
  const walks = (...ids: readonly string[]) => page(ids.map((id) => walk(id)));

  describe('page by page', () => {
    it('starts at page 1 when the feed does not number its pages', async () => {
      feed.answer(
        documents({
          '/': root,
          '/services': walks('1'),
          '/services?page=1': walks('1'),
          '/services?page=2': walks('2'),
          '/services?page=3': walks(),
        }),
      );
      assert.deepEqual((await read()).names, ['Walk 1', 'Walk 2']);
    });

    it('misses no record when the first page is number 0', async () => {
      const old = (number: number, ...ids: readonly string[]) => ({
        number,
        content: ids.map((id) => ({ ...walk(id), regular_schedules: [] })),
      });
      feed.answer(
        documents({
          '/services': old(0, '1'),
          '/services?page=0': old(0, '1'),
          '/services?page=1': old(1, '2'),
          '/services?page=2': old(2, '3'),
          '/services?page=3': old(3),
        }),
      );
      const { names, kinds } = await read();
      assert.deepEqual(names, ['Walk 1', 'Walk 2', 'Walk 3']);
      assert.deepEqual(kinds, ['open-referral-1']);
    });

    it('continues after a page that repeats another', async () => {
      const numbered = (number: number, ...ids: readonly string[]) => ({
        ...walks(...ids),
        page_number: number,
      });
      feed.answer(
        documents({
          '/': root,
          '/services': numbered(1, '1', '2'),
          '/services?page=2': numbered(2, '1', '2'),
          '/services?page=3': numbered(3, '3'),
          '/services?page=4': numbered(4),
        }),
      );
      assert.deepEqual((await read()).names, ['Walk 1', 'Walk 2', 'Walk 3']);
      assert.ok(!feed.asked.includes('/services?page=1'));
    });

    it('stops after a file without pages', async () => {
      feed.answer(({ pathname }, response) => {
        response.end(JSON.stringify(pathname === '/all.json' ? walks('1', '2') : {}));
      });
      assert.deepEqual((await read({ url: `${feed.address}/all.json` })).names, [
        'Walk 1',
        'Walk 2',
      ]);
    });

    it('follows the named next pages on the feed’s own site', async () => {
      const aliss = (next: string | null, id: string) => ({
        meta: { licence: 'https://creativecommons.org/licenses/by/4.0/' },
        count: 1,
        next,
        data: [{ id, name: `Soup ${id}` }],
      });
      feed.answer(
        documents({
          '/v4/services/': aliss('https://127.0.0.1:8000/v4/services/?page=7', '1'),
          '/v4/services/?page=7': aliss(null, '2'),
        }),
      );
      const { names, kinds } = await read({ url: `${feed.address}/v4/services/` });
      assert.deepEqual(names, ['Soup 1', 'Soup 2']);
      assert.deepEqual(kinds, ['aliss']);
    });

    const astray: readonly (readonly [string, RegExp])[] = [
      ['http://192.0.2.1/services?page=2', /next page at http:\/\/192\.0\.2\.1, which is another/],
      ['file:///etc/passwd', /next page at file:\/\/, which is another/],
    ];
    for (const [next, reason] of astray)
      it(`fails when the next page is ${next}`, async () => {
        feed.answer(documents({ '/services': { ...walks('1'), next, count: 2 } }));
        await assert.rejects(read({ url: `${feed.address}/services` }), reason);
      });

    it('fails when a page contains an error message', async () => {
      const wrong = { meta: {}, data: [], error: 'Invalid Postcode' };
      feed.answer(
        documents({
          '/services': { meta: {}, data: [{ id: '1', name: 'Soup' }] },
          '/services?page=1': wrong,
        }),
      );
      await assert.rejects(read({ url: `${feed.address}/services` }), /that something is wrong/);
    });
  });

  describe('with details that are not in the list', () => {
    const thin = (id: string) => ({ id, name: `Walk ${id}`, status: 'active' });

    it('adds the details of every record, whatever its ids look like', async () => {
      feed.answer(
        documents({
          '/': root,
          '/services': page([{ ...thin('1'), id: 1 }]),
          '/services/1': walk('1', { schedules: [{ description: 'Mondays' }] }),
          '/services?page=1': page([]),
        }),
      );
      const { records, incomplete } = await read();
      assert.equal(records[0]?.activity.sessions[0]?.text, 'Mondays');
      assert.deepEqual(incomplete, []);
    });

    it('names each record without details, and the reason', async () => {
      feed.answer(
        documents({
          '/': root,
          '/services': page([thin('1'), thin('2'), thin('3')]),
          '/services/1': walk('1'),
          '/services/2': walk('1'),
          '/services?page=1': page([]),
        }),
      );
      const { names, incomplete } = await read();
      assert.deepEqual(names, ['Walk 1', 'Walk 2', 'Walk 3']);
      assert.deepEqual(incomplete, [
        {
          id: '2',
          field: 'details',
          reason: 'cannot be read: their address answers with something else',
        },
        { id: '3', field: 'details', reason: 'cannot be read: their address answers 404' },
      ]);
    });

    it('fails when none of the details can be read', async () => {
      const many = Array.from({ length: 200 }, (_, at) => thin(String(at)));
      feed.answer(({ pathname }, response) => {
        if (/\/services\/./.test(pathname)) response.writeHead(500, { 'retry-after': '0' }).end();
        else response.end(JSON.stringify(pathname === '/services' ? page(many) : root));
      });
      await assert.rejects(read(), /The details below .*\/services cannot be read/);
    });

    it('asks once for a service at several places', async () => {
      const at = (id: string, service: string) => ({ id, service: thin(service), location: {} });
      feed.answer(
        documents({
          '/service_at_locations': page([at('a', '1'), at('b', '1'), at('c', '2'), at('d', '2')]),
          '/services/1': walk('1'),
          '/service_at_locations?page=1': page([]),
        }),
      );
      const { names, incomplete } = await read({ url: `${feed.address}/service_at_locations` });
      assert.deepEqual(names, ['Walk 1', 'Walk 2', 'Walk 2']);
      assert.deepEqual(
        incomplete.map(({ id }) => id),
        ['2'],
      );
      assert.equal(feed.asked.filter((path) => path === '/services/1').length, 1);
    });
  });

  describe('from an untrusted server', () => {
    const astray: readonly (readonly [string, string, RegExp])[] = [
      [
        'another site',
        'http://192.0.2.1/latest/meta-data',
        /leads to http:\/\/192\.0\.2\.1, which/,
      ],
      ['another port of this machine', 'http://127.0.0.1:1/', /leads to http:\/\/127\.0\.0\.1:1, /],
      ['a file', 'file:///etc/passwd', /leads to file:\/\/, which is another site/],
      ['nowhere', 'http://[', /leads to nowhere/],
      ['itself endlessly', '/services', /leads round in circles/],
    ];
    for (const [what, location, reason] of astray)
      it(`does not follow redirects to ${what}`, async () => {
        feed.answer((_, response) => {
          response.writeHead(302, { location }).end();
        });
        await assert.rejects(read({ url: `${feed.address}/services` }), reason);
      });

    it('follows redirects within the same site', async () => {
      feed.answer((url, response, request) => {
        if (url.pathname === '/services')
          response.writeHead(301, { location: '/v3/services' }).end();
        else void documents({ '/v3/services': walks('1') })(url, response, request);
      });
      assert.deepEqual((await read({ url: `${feed.address}/services` })).names, ['Walk 1']);
    });

    it('limits the size of a decompressed response', async () => {
      const packed = gzipSync(Buffer.alloc(30 * 1024 * 1024, ' '));
      assert.ok(packed.byteLength < 100_000);
      feed.answer((_, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
      });
      await assert.rejects(read({ url: `${feed.address}/services` }), /more than 20 MB/);
    });

    it('limits the total time of a slow response', async () => {
      feed.answer(async (_, response) => {
        for (let at = 0; at < 1000 && !response.destroyed; at += 1) {
          response.write(' ');
          await wait(10);
        }
      });
      const timeouts = { silence: 200, whole: 400 };
      const url = `${feed.address}/services`;
      await assert.rejects(read({ url, timeouts }), /does not answer in time/);
    });

    it('never shows the key in the address', async () => {
      feed.answer((_, response) => {
        response.writeHead(403).end();
      });
      await assert.rejects(read({ url: `${feed.address}/services?key=secret&page=2` }), {
        message: `${feed.address}/services?page=2 answers 403`,
      });
    });
  });

  it('allows a slow response as long as data arrives', async () => {
    feed.answer(async ({ searchParams }, response) => {
      const text = JSON.stringify(searchParams.has('page') ? page([]) : walks('1'));
      for (const part of [text.slice(0, 9), text.slice(9, 20), text.slice(20)]) {
        await wait(150);
        response.write(part);
      }
      response.end();
    });
    const timeouts = { silence: 400, whole: 5000 };
    assert.deepEqual((await read({ url: `${feed.address}/services`, timeouts })).names, ['Walk 1']);
  });

  it('stops when it is aborted', async () => {
    const ending = new AbortController();
    feed.answer(() => {
      ending.abort();
    });
    await assert.rejects(read({ signal: ending.signal }), { name: 'AbortError' });
    assert.equal(feed.asked.length, 1);
  });

  for (const path of ['taxonomies', 'taxonomy_terms', 'locations'])
    it(`rejects the address of ${path}`, async () => {
      await assert.rejects(
        read({ url: `${feed.address}/${path}` }),
        new RegExp(`is the address of ${path}, not of services`),
      );
    });
});
