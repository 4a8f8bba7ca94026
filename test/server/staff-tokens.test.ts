import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { keptTokens, parseStaffTokens } from '../../server/staff-tokens.js';

describe('staff tokens from the environment', () => {
  const long = 'a-token-long-enough';

  it('may be one plain token for one service, whatever characters it has', () => {
    for (const token of [long, `${long}==`, `${long},${long}`]) {
      const parsed = parseStaffTokens(token, ['north']);
      assert.ok(parsed.ok);
      assert.deepEqual([...parsed.value], [['north', token]]);
    }
  });

  it('may name the services', () => {
    const parsed = parseStaffTokens(`north=${long}, south=${long}2`, ['north', 'south']);
    assert.ok(parsed.ok);
    assert.deepEqual(
      [...parsed.value],
      [
        ['north', long],
        ['south', `${long}2`],
      ],
    );
    const single = parseStaffTokens(`north=${long}`, ['north']);
    assert.ok(single.ok);
    assert.equal(single.value.get('north'), long);
  });

  for (const [given, services] of [
    ['short', ['north']],
    ['with a space in the middle', ['north']],
    [long, ['north', 'south']],
    [`north=${long}`, ['north', 'south']],
    [`north=${long},east=${long}2`, ['north', 'south']],
    [`north=${long},south=short`, ['north', 'south']],
    [`north=${long},south=${long}`, ['north', 'south']],
  ] as const)
    it(`are refused, and not quoted, as ${given} for ${services.join(' and ')}`, () => {
      const parsed = parseStaffTokens(given, services);
      assert.ok(!parsed.ok);
      assert.match(parsed.failure, /^KITH_STAFF_TOKEN is not usable; expected [^\n]+$/);
      assert.equal(parsed.failure.includes(given), false);
    });
});

describe('staff tokens in the data folder', () => {
  let folder: string;
  before(async () => (folder = await mkdtemp(join(tmpdir(), 'kith-tokens-'))));
  after(() => rm(folder, { recursive: true }));

  it('are made once, long, and readable by nobody else', async () => {
    const first = await keptTokens(folder, ['north']);
    assert.match(first.get('north') ?? '', /^[\w-]{43}$/);
    assert.deepEqual(await keptTokens(folder, ['north']), first);
    assert.equal((await stat(join(folder, 'staff-tokens.json'))).mode & 0o777, 0o600);
  });

  it('stay when another service comes', async () => {
    const before = await keptTokens(folder, ['north']);
    const after = await keptTokens(folder, ['north', 'south']);
    assert.equal(after.get('north'), before.get('north'));
    assert.match(after.get('south') ?? '', /^[\w-]{43}$/);
    assert.equal((await stat(join(folder, 'staff-tokens.json'))).mode & 0o777, 0o600);
  });

  it('are the same for processes that start at once', async () => {
    const own = join(folder, 'own');
    const all = await Promise.all(Array.from({ length: 8 }, () => keptTokens(own, ['north'])));
    assert.equal(new Set(all.map((tokens) => tokens.get('north'))).size, 1);
  });

  it('are not thrown away when their file is broken', async () => {
    await writeFile(join(folder, 'staff-tokens.json'), '{');
    await assert.rejects(keptTokens(folder, ['north']), /staff-tokens\.json cannot be read/);
    assert.equal(await readFile(join(folder, 'staff-tokens.json'), 'utf8'), '{');
  });
});
