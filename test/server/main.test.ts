import assert from 'node:assert/strict';
import { access, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import * as z from 'zod/mini';
import { freshDatabase, receiptOf, referral } from './harness.js';
import { send, staff } from './http/over-http.js';
import { run, startBackend, stopAll, temporaryFolder } from './process.js';

type Folder = Awaited<ReturnType<typeof temporaryFolder>>;

const Line = z.object({ msg: z.string(), route: z.optional(z.string()) });

describe('the server process', () => {
  let folder: Folder;
  before(async () => (folder = await temporaryFolder()));
  after(async () => {
    await stopAll();
    await folder.remove();
  });

  it('keeps all data from one start to the next', async () => {
    const first = await startBackend({ KITH_DATA: folder.path });
    const receipt = await (await send(first.backend, 'second-start')).text();
    const token = await readFile(join(folder.path, 'staff-tokens.json'), 'utf8');
    assert.equal((await stat(join(folder.path, 'server.json'))).mode & 0o777, 0o600);
    assert.equal((await first.stop()).code, 0);
    await assert.rejects(access(join(folder.path, 'server.json')));

    const second = await startBackend({ KITH_DATA: folder.path });
    assert.equal(await (await send(second.backend, 'second-start')).text(), receipt);
    assert.equal((await staff(second.backend, folder.path)).length, 1);
    assert.equal(await readFile(join(folder.path, 'staff-tokens.json'), 'utf8'), token);
    const ended = await second.stop();
    assert.equal(ended.code, 0);
    assert.equal(ended.err, '');
  });

  it('prints the addresses of its pages, and serves the partners’ sites', async () => {
    const running = await startBackend({ KITH_DATA: folder.path });
    const { backend, sites } = running;
    assert.deepEqual(
      sites.map(({ name }) => name),
      ['Northside Library', 'Open Door Northside', 'Bridgewater Homes'],
    );
    for (const address of [
      backend,
      `${backend}/refer`,
      `${backend}/docs`,
      ...sites.map((site) => site.address),
    ]) {
      assert.ok(running.out().includes(address), address);
      assert.equal((await fetch(address)).status, 200);
    }
    const [library] = sites;
    assert.match(
      await (await fetch(library?.address ?? '')).text(),
      new RegExp(`src="${backend}/embed/v1/kith.js"`),
    );
    const port = new URL(library?.address ?? '').port;
    for (const origin of [`http://127.0.0.1:${port}`, `http://localhost:${port}`]) {
      const ask = async (partner: string): Promise<string | null> =>
        (
          await fetch(`${backend}/api/v1/profile?partner=${partner}`, { headers: { origin } })
        ).headers.get('access-control-allow-origin');
      assert.equal(await ask('northside-library'), origin);
      assert.equal(await ask('open-door'), null);
    }
    await running.stop();
  });

  it('loses no confirmed referral when it is killed', async () => {
    const first = await startBackend({ KITH_DATA: folder.path });
    const confirmed = new Map<string, string>();
    const sending = Array.from({ length: 40 }, async (_, index) => {
      try {
        const response = await send(first.backend, `killed-${index}-key`);
        if (response.status === 201) confirmed.set(`killed-${index}-key`, await response.text());
        if (confirmed.size === 15) first.child.kill('SIGKILL');
      } catch {
        // Requests in progress when the process was killed got no confirmation.
      }
    });
    await Promise.all(sending);
    assert.equal((await first.ended).signal, 'SIGKILL');
    assert.ok(confirmed.size >= 15);

    const second = await startBackend({ KITH_DATA: folder.path });
    const stored = new Set(
      (await staff(second.backend, folder.path)).map(({ reference }) => reference),
    );
    for (const [key, receipt] of confirmed) {
      assert.ok(stored.has(/"reference":"(\w{8})"/.exec(receipt)?.[1] ?? ''));
      assert.equal(await (await send(second.backend, key)).text(), receipt);
    }
    // Sending again after no response stores each referral exactly once, whether it had been stored or not.
    for (let index = 0; index < 40; index += 1)
      assert.equal((await send(second.backend, `killed-${index}-key`)).status, 201);
    assert.equal((await staff(second.backend, folder.path)).length, 41);
    assert.equal((await second.stop()).code, 0);
  });

  it('lets staff list the referrals exactly as they were sent', async () => {
    const running = await startBackend({ KITH_DATA: folder.path });
    const { reference } = await receiptOf(
      send(
        running.backend,
        'printed-001',
        referral({ matters: { text: 'Żółć \u001b[2J\nsecond line' } }),
      ),
    );
    const printed = await run('server/commands/list-referrals.ts', [], { KITH_DATA: folder.path })
      .ended;
    assert.equal(printed.code, 0, printed.err);
    const [newest = ''] = printed.out.split('\n\n');
    for (const text of [
      reference,
      'Żółć',
      'second line',
      'Maya Example',
      '01632 960 001',
      'not given',
      'open-door',
    ])
      assert.ok(newest.includes(text), text);
    assert.equal(printed.out.includes('\u001b'), false);
    const json = await run('server/commands/list-referrals.ts', ['--json'], {
      KITH_SERVER: running.backend,
      KITH_DATA: folder.path,
    }).ended;
    assert.match(json.out, new RegExp(`^\\[\\s+\\{\\s+"reference": "${reference}"`));
    await running.stop();
    const none = await run('server/commands/list-referrals.ts', [], { KITH_DATA: folder.path })
      .ended;
    assert.equal(none.code, 1);
    assert.match(
      none.err,
      /^No server of the data folder .* is running: start it with "npm start".*\n$/,
    );
  });

  it('logs one line of JSON for a request, without personal data', async () => {
    const running = await startBackend({ KITH_DATA: folder.path });
    await send(running.backend, 'logged-0001', referral({ name: { full: 'Zqxjmarker' } }));
    await running.stop();
    const lines = running
      .out()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    const logged = lines
      .map((line) => z.parse(Line, JSON.parse(line)))
      .filter(({ msg }) => msg === 'request');
    assert.equal(logged.length, 1);
    assert.equal(logged[0]?.route, '/api/v1/referrals');
    assert.doesNotMatch(running.out(), /Zqxjmarker|127\.0\.0\.1:\d+\/api|logged-0001/);
  });
});
describe('several server processes', () => {
  it('can start at the same time on one empty database', async () => {
    const database = await freshDatabase();
    const folders = await Promise.all([temporaryFolder(), temporaryFolder(), temporaryFolder()]);
    const all = await Promise.all(
      folders.map(({ path }) => startBackend({ KITH_DATA: path, DATABASE_URL: database.url })),
    );
    // A busy backend answers 503, and the same request is sent again, as the form does.
    const receiptFrom = async (backend: string): Promise<string> => {
      for (let tries = 1; ; tries += 1) {
        const response = await send(backend, 'several-001');
        if (response.status === 201) return response.text();
        const told = await response.text();
        assert.ok(response.status === 503 && tries < 10, `${response.status}: ${told}`);
        await new Promise((done) => setTimeout(done, 1000));
      }
    };
    const receipts = await Promise.all(all.map(({ backend }) => receiptFrom(backend)));
    assert.equal(new Set(receipts).size, 1);

    assert.equal((await staff(all[0]?.backend ?? '', folders[0].path)).length, 1);
    await Promise.all(all.map((one) => one.stop()));
    await database.drop();
    await Promise.all(folders.map((one) => one.remove()));
  });
});
