import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { freshDatabase } from '../harness.js';
import { startFailing, temporaryFolder } from '../process.js';

type Folder = Awaited<ReturnType<typeof temporaryFolder>>;

describe('the server with an invalid setting', () => {
  let folder: Folder;
  before(async () => (folder = await temporaryFolder()));
  after(() => folder.remove());

  const refused = async (variables: Record<string, string>, line: RegExp): Promise<void> => {
    const ended = await startFailing({ KITH_DATA: folder.path, ...variables });
    assert.equal(ended.code, 1);
    assert.equal(ended.out, '');
    assert.match(ended.err, line);
    assert.equal(ended.err.trimEnd().split('\n').length, 1, ended.err);
    assert.doesNotMatch(ended.err, /geheim/);
  };

  it('prints one line with the reason and exits', async () => {
    const unreachable = 'postgresql://kith:geheim@127.0.0.1:1/kith';
    await Promise.all([
      refused({ PORT: 'many' }, /^PORT is "many"; expected a number/),
      refused({ HOST: 'my host' }, /^HOST is "my host"; expected/),
      refused({ DATABASE_URL: 'geheim' }, /^DATABASE_URL is not usable; expected/),
      refused(
        { DATABASE_URL: unreachable },
        /^DATABASE_URL: the database postgresql:\/\/kith@127\.0\.0\.1:1\/kith cannot be reached \(ECONNREFUSED\)\n$/,
      ),
      refused(
        { KITH_CONFIG: '/nowhere.json' },
        /^KITH_CONFIG is "\/nowhere\.json", which cannot be read \(ENOENT\)\n$/,
      ),
      refused({ KITH_STAFF_TOKEN: 'geheim' }, /^KITH_STAFF_TOKEN is not usable; expected/),
    ]);
  });

  it('does not print the password of a database that cannot be used', async () => {
    const { url, drop } = await freshDatabase();
    const wrongName = new URL(url);
    wrongName.pathname = '/nothing_here';
    await refused(
      { DATABASE_URL: wrongName.href },
      /^DATABASE_URL: .*\/nothing_here does not exist \(3D000\)\n$/,
    );
    await drop();
  });

  it('prints a line with the path for each invalid entry of the settings file', async () => {
    const file = join(folder.path, 'settings.json');
    const settings = await readFile(
      new URL('../../../demo/settings.json', import.meta.url),
      'utf8',
    );
    // An invalid origin of the second partner, and an unknown key.
    const wrong = settings
      .replace(/("id": "open-door".*?"origins": )\[\]/, '$1["https://www.example.org/page"]')
      .replace('"name": "Northside Link",', '"name": "Northside Link", "colour": "red",');
    await writeFile(file, wrong);
    const ended = await startFailing({ KITH_DATA: folder.path, KITH_CONFIG: file });
    assert.equal(ended.code, 1);
    assert.deepEqual(ended.err.trimEnd().split('\n'), [
      `${file}: services[0].partners[1].origins[0]: must be an exact origin such as https://www.example.org (http only for localhost and 127.0.0.1)`,
      `${file}: services[0].colour: unknown key`,
    ]);
  });

  it('leaves nothing running when its port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const { url, drop } = await freshDatabase();
    const ended = await startFailing({ KITH_DATA: folder.path, PORT: port, DATABASE_URL: url });
    assert.equal(ended.code, 1);
    assert.match(
      ended.err,
      new RegExp(
        `^PORT: ${port} on 127.0.0.1 is in use; stop the other program, or set PORT to a free port\n$`,
      ),
    );
    other.close();
    await drop();
  });
});
