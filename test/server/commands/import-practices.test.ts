import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { practicesOf } from '../harness.js';
import { run, type RunningProcess, startBackend, temporaryFolder } from '../process.js';

const row = (code: string, name: string): string =>
  `"${code}","${name}","Y54","QHM","1 HIGH STREET","","STOCKTON","","","TS18 1AA","","","A",,,,,,,,,,,,,"4",""`;

describe('npm run practices', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  before(async () => (folder = await temporaryFolder()));
  after(() => folder.remove());

  const importing = async (text: string, ...args: readonly string[]) => {
    const file = join(folder.path, 'epraccur.csv');
    await writeFile(file, text);
    return run('server/commands/import-practices.ts', [file, ...args], { KITH_DATA: folder.path })
      .ended;
  };
  const search = async ({ backend }: RunningProcess, query: string): Promise<readonly string[]> => {
    const response = await fetch(`${backend}/api/v1/gp-practices/search?partner=open-door`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return (await practicesOf(response)).map(({ name }) => name);
  };

  it('replaces the list of a running server completely, or not at all if the file is invalid', async () => {
    const running = await startBackend({ KITH_DATA: folder.path });
    assert.deepEqual(await search(running, 'densham'), ['The Densham Surgery']);

    for (const [text, message] of [
      ['', /contains no open GP practice/],
      [
        `${row('A81001', 'NEW SURGERY')}\nA81002,BROKEN`,
        /epraccur\.csv: line 2: expected at least 26 columns, found 2/,
      ],
      [
        row('A81001', 'NEW SURGERY'),
        /contains 1 practices, the current list 7753; if that is right, add --allow-fewer/,
      ],
    ] as const) {
      const refused = await importing(text);
      assert.equal(refused.code, 1);
      assert.match(refused.err, message);
      assert.match(refused.err, /Nothing was changed\.\n$/);
    }
    assert.deepEqual(await search(running, 'densham'), ['The Densham Surgery']);

    const done = await importing(
      row('A81001', 'NEWBOROUGH SURGERY'),
      '--allow-fewer',
      '--service',
      'northside',
    );
    assert.equal(done.code, 0, done.err);
    assert.match(done.out, /^northside: 1 practices, before 7753\n/);
    assert.deepEqual(await search(running, 'newborough'), ['Newborough Surgery']);
    assert.deepEqual(await search(running, 'densham'), []);
    await running.stop();
  });

  it('replaces the list while no server is running, and the next start keeps it', async () => {
    const done = await importing([row('A81001', 'ONE'), row('A81002', 'TWO WORDS')].join('\n'));
    assert.equal(done.code, 0, done.err);
    const running = await startBackend({ KITH_DATA: folder.path });
    assert.deepEqual(await search(running, 'two wor'), ['Two Words']);
    await running.stop();
  });

  it('prints its usage or the reason when its arguments are invalid', async () => {
    for (const args of [[], ['a', 'b'], ['--unknown']]) {
      const ended = await run('server/commands/import-practices.ts', args, {
        KITH_DATA: folder.path,
      }).ended;
      assert.equal(ended.code, 1);
      assert.match(ended.err, /^Usage: /);
    }
    const unknown = await importing(row('A81001', 'ONE'), '--service', 'westside');
    assert.match(unknown.err, /^--service is "westside"; expected one of northside\n$/);
    const missing = await run('server/commands/import-practices.ts', ['none.csv'], {
      KITH_DATA: folder.path,
    }).ended;
    assert.match(missing.err, /^none\.csv cannot be read\n$/);
  });
});
