import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readEnvironment, withoutPassword } from '../../../server/settings/environment.js';

describe('readEnvironment', () => {
  it('returns defaults when no variable is set', () => {
    assert.deepEqual(readEnvironment({}), {
      ok: true,
      value: {
        port: 8080,
        host: '127.0.0.1',
        dataFolder: '.data',
        databaseUrl: undefined,
        settingsFile: undefined,
        staffToken: undefined,
      },
    });
  });

  it('treats an empty value as unset', () => {
    const read = readEnvironment({ PORT: '', HOST: ' ', DATABASE_URL: '' });
    assert.ok(read.ok);
    assert.equal(read.value.port, 8080);
    assert.equal(read.value.databaseUrl, undefined);
  });

  for (const [variables, line] of [
    [{ PORT: 'http' }, 'PORT is "http"; expected a number from 1 to 65532, such as 8080'],
    [{ PORT: '-1' }, 'PORT is "-1"; expected a number from 1 to 65532, such as 8080'],
    [{ PORT: '8080.5' }, 'PORT is "8080.5"; expected a number from 1 to 65532, such as 8080'],
    [{ PORT: '65533' }, 'PORT is "65533"; expected a number from 1 to 65532, such as 8080'],
    [
      { PORT: '65536', KITH_CONFIG: 'x.json' },
      'PORT is "65536"; expected a number from 1 to 65535, such as 8080',
    ],
    [
      { HOST: 'http://localhost' },
      'HOST is "http://localhost"; expected an address or name to listen on, such as 127.0.0.1',
    ],
    [
      { DATABASE_URL: 'mysql://kith:geheim@db/kith' },
      'DATABASE_URL is not usable; expected an address such as postgresql://user:password@host:5432/name',
    ],
    [
      { DATABASE_URL: 'geheim' },
      'DATABASE_URL is not usable; expected an address such as postgresql://user:password@host:5432/name',
    ],
  ] as const)
    it(`rejects ${JSON.stringify(variables)} with a reason in one line`, () => {
      assert.deepEqual(readEnvironment(variables), { ok: false, failure: line });
    });

  it('accepts the highest ports outside the demonstration, and port 0 for any free port', () => {
    assert.ok(readEnvironment({ PORT: '65535', KITH_CONFIG: 'x.json' }).ok);
    assert.ok(readEnvironment({ PORT: '0' }).ok);
  });
});

describe('withoutPassword', () => {
  it('removes the password from the address of a database', () => {
    assert.equal(
      withoutPassword('postgresql://kith:geheim@db.example:5432/kith?password=geheim'),
      'postgresql://kith@db.example:5432/kith',
    );
  });
});
