import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import * as z from 'zod/mini';
import { ActivityPage } from '../../../src/directory/contract/activity-page.js';
import {
  type FeedServer,
  documents,
  openFeed,
  page,
  walk,
} from '../directory/feeds/feed-server.js';
import { freshDatabase, jsonOf } from '../harness.js';
import { type RunningProcess, run, startBackend, stopAll, temporaryFolder } from '../process.js';

const script = 'server/commands/import-activities.ts';

// The demonstration fills an empty directory with sample activities, none of which contains this word.
const odd = (id: string, more: object = {}) =>
  walk(id, { name: `Zymurgy ${id}`, attributes: [], ...more });

describe('npm run import', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let feed: FeedServer;
  before(async () => {
    folder = await temporaryFolder();
    database = await freshDatabase();
    feed = await openFeed();
  });
  after(async () => {
    await stopAll();
    await feed.close();
    await database.drop();
    await folder.remove();
  });

  const importing = (...args: readonly string[]) =>
    run(script, args, { DATABASE_URL: database.url, KITH_DATA: folder.path }).ended;
  const besideServer = (...args: readonly string[]) =>
    run(script, args, { KITH_DATA: folder.path }).ended;
  const file = async (name: string, json: unknown): Promise<string> => {
    const path = join(folder.path, name);
    await writeFile(path, typeof json === 'string' ? json : JSON.stringify(json));
    return path;
  };
  const found = async ({ backend }: RunningProcess): Promise<readonly string[]> => {
    const answer = fetch(`${backend}/api/v1/activities?partner=northside&text=zymurgy`);
    const { items } = z.parse(ActivityPage, await jsonOf(answer));
    return items.map(({ name }) => name).sort();
  };

  it('imports a file while no server is running or beside a running one', async () => {
    const done = await besideServer(await file('brewers.json', page([odd('1'), odd('2')])));
    assert.equal(done.code, 0, done.err);
    assert.match(
      done.out,
      /brewers\.json \(feed brewers-\w{6}\): 2 read, 2 new, 0 changed, 0 unchanged, 0 gone, 0 refused\n$/,
    );
    const running = await startBackend({ KITH_DATA: folder.path });
    assert.deepEqual(await found(running), ['Zymurgy 1', 'Zymurgy 2']);

    // An import beside the running server changes its responses immediately.
    const again = await besideServer(
      await file('brewers.json', page([odd('1'), odd('2', { name: 'Zymurgy two' }), odd('3')])),
    );
    assert.equal(again.code, 0, again.err);
    assert.match(again.out, /: 3 read, 1 new, 1 changed, 1 unchanged, 0 gone, 0 refused\n$/);
    assert.deepEqual(await found(running), ['Zymurgy 1', 'Zymurgy 3', 'Zymurgy two']);
    await running.stop();
  });

  it('reads a whole API from its base address, and changes nothing the second time', async () => {
    feed.answer(
      documents({
        '/v3/': { version: 'HSDS-UK-3.0' },
        '/v3/services': page([{ id: '1', name: 'Walk 1' }, { id: '2' }]),
        '/v3/services/1': walk('1', { attributes: [{ taxonomy_term: { name: 'Basketry' } }] }),
        '/v3/services?page=1': page([]),
      }),
    );
    const first = await importing(`${feed.address}/v3/`);
    assert.equal(first.code, 0, first.err);
    const { host } = new URL(feed.address);
    const id = `${host.replace(/[.:]/g, '-')}-v3`;
    assert.deepEqual(first.out.split('\n'), [
      `${feed.address}/v3/ (feed ${id}): 2 read, 1 new, 0 changed, 0 unchanged, 0 gone, 1 refused, 1 incomplete`,
      '  refused: 2: name is missing',
      '  incomplete: 2: details cannot be read: their address answers 404',
      'Subjects that match none of the service’s categories:',
      '  Basketry: 1',
      '',
    ]);
    const second = await importing(`${feed.address}/v3`);
    assert.match(second.out, /: 2 read, 0 new, 0 changed, 1 unchanged, 0 gone, 1 refused/);
  });

  it('reads lists of other formats, and publishes the licence and the attribution', async () => {
    const old = { totalElements: 9, number: 1, content: [{ ...walk('1'), regular_schedules: [] }] };
    const aliss = {
      meta: { licence: 'https://creativecommons.org/licenses/by/4.0/' },
      count: 1,
      next: null,
      data: [{ id: 'soup', name: 'Soup' }],
    };
    feed.answer(
      documents({
        '/old/services': old,
        '/old/services?page=2': { ...old, content: [] },
        '/aliss/services': aliss,
      }),
    );
    const report = join(folder.path, 'report.json');
    const done = await importing(
      `${feed.address}/old/services`,
      `${feed.address}/aliss/services`,
      '--licence',
      'Open Government Licence v3.0, https://example.org/ogl',
      '--attribution',
      'Made-up council https://example.org/council',
      '--attribution',
      'and its libraries',
      '--report',
      report,
    );
    assert.equal(done.code, 0, done.err);
    const reports = z.parse(
      z.array(z.object({ from: z.array(z.string()), feed: z.string(), new: z.number() })),
      JSON.parse(await readFile(report, 'utf8')),
    );
    assert.deepEqual(
      reports.map((one) => [one.from.join(), one.new]),
      [
        [`${feed.address}/old/services`, 1],
        [`${feed.address}/aliss/services`, 1],
      ],
    );
    const shown = await startBackend({ DATABASE_URL: database.url, KITH_DATA: folder.path });
    const services = await jsonOf(fetch(`${shown.backend}/oruk/v3/services?search=soup`));
    const [soup] = z.parse(
      z.object({ contents: z.array(z.object({ licenses: z.string(), attribution: z.unknown() })) }),
      services,
    ).contents;
    assert.equal(soup?.licenses, 'Open Government Licence v3.0');
    assert.deepEqual(soup.attribution, [
      { text: '127.0.0.1' },
      { text: 'Made-up council', url: 'https://example.org/council' },
      { text: 'and its libraries' },
    ]);
    await shown.stop();
  });

  it('changes nothing for a feed that cannot be read, and still imports the others', async () => {
    const good = await file('good.json', page([walk('1')]));
    feed.answer((_, response) => {
      response.end('<!doctype html><p>Down for maintenance');
    });
    const done = await importing(`${feed.address}/broken/services`, good);
    assert.equal(done.code, 1);
    assert.equal(
      done.err,
      `${feed.address}/broken/services: ${feed.address}/broken/services answers HTML instead of JSON\nNothing was changed.\n`,
    );
    assert.match(done.out, /good\.json .*: 1 read, 1 new/);

    await writeFile(good, '{"contents": [{"id": "1", "na');
    const cut = await importing(good);
    assert.equal(cut.code, 1);
    assert.match(cut.err, /good\.json is not JSON \(line 1\)\nNothing was changed\.\n$/);
    await writeFile(good, JSON.stringify(page([walk('1')])));
    assert.match((await importing(good)).out, /1 read, 0 new, 0 changed, 1 unchanged, 0 gone/);
  });

  it('does not remove the activities of another feed', async () => {
    for (const name of ['leeds', 'york']) await mkdir(join(folder.path, name));
    const leeds = await file('leeds/services.json', page([walk('1')]));
    const york = await file('york/services.json', page([walk('2')]));
    const apart = await importing(leeds, york);
    assert.match(apart.out, /leeds.*1 new, .* 0 gone[^]*york.*1 new, .* 0 gone/);

    const together = await importing(leeds, york, '--feed', 'yorkshire', '--name', 'Yorkshire');
    assert.match(together.out, /york.services\.json \(feed yorkshire\): 2 read, 2 new/);
    const alone = await importing(york, '--feed', 'yorkshire');
    assert.equal(alone.code, 1);
    assert.match(alone.err, /The feed "yorkshire" was read from .*leeds.services\.json before/);
    const moved = await importing(york, '--feed', 'yorkshire', '--moved');
    assert.match(moved.out, /1 read, 0 new, 1 changed, 0 unchanged, 1 gone/);
  });

  it('prints the reason when its arguments or files are invalid', async () => {
    const strange = await file('strange.json', { hello: 'you' });
    const terms = await file('terms.json', page([{ id: 't', name: 'Walking', taxonomy: 'types' }]));
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /^Usage: npm run import -- FILE-OR-URL…/],
      [['a.json', '--unknown'], /^Usage: /],
      [['a.json', '--kind', 'csv'], /^--kind is "csv"; expected one of open-referral-3, /],
      [['a.json', '--feed', 'A b'], /^--feed is "A b"; expected up to 60 lower-case letters/],
      [
        ['a.json', '--feed', 'made-up'],
        /^--feed is "made-up"; expected .* not made-up or suggested\n/,
      ],
      [['a.json', '--feed', 'suggested'], /^--feed is "suggested"; expected .* or suggested\n/],
      [['a.json', '--service', 'westside'], /^--service is "westside"; expected one of northside/],
      [['https://', '--feed', 'x'], /^https:\/\/ is not a valid address\n/],
      [['none.json'], /none\.json cannot be read\nNothing was changed\.\n$/],
      [[strange], /strange\.json is no feed that we know; say which kind: --kind/],
      [[terms], /no activity.*: of 1 records the first record is a subject, not a service/],
    ];
    const all = await Promise.all(cases.map(([args]) => importing(...args)));
    for (const [at, { code, out, err }] of all.entries()) {
      assert.equal(code, 1);
      assert.match(err, cases[at]?.[1] ?? /never/);
      assert.equal(out, '');
    }
  });

  it('rolls back a started import when it is stopped', async () => {
    const slow = run(script, [`${feed.address}/slow/services`], { DATABASE_URL: database.url });
    const asked = new Promise<void>((resolve) => {
      feed.answer(() => {
        resolve();
      });
    });
    // If the command ends before its first request, the assertions below show the reason.
    await Promise.race([asked, slow.ended]);
    slow.child.kill('SIGINT');
    const ended = await slow.ended;
    assert.equal(ended.code, 1);
    assert.match(ended.err, /stopped\nNothing was changed\.\n$/);
    feed.answer(documents({ '/slow/services': { count: 1, next: null, ...page([walk('1')]) } }));
    assert.match((await importing(`${feed.address}/slow/services`)).out, /1 read, 1 new/);
  });
});
