import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ensureStaffTokens, parseStaffTokens } from '../../../server/settings/staff-tokens.js';

describe('parseStaffTokens', () => {
  const long = 'a-token-long-enough';

  it('accepts one plain token for one service, whatever characters it contains', () => {
    for (const token of [long, `${long}==`, `${long},${long}`]) {
      const parsed = parseStaffTokens(token, ['north']);
      assert.ok(parsed.ok);
      assert.deepEqual([...parsed.value], [['north', token]]);
    }
  });

  it('accepts a token for each named service', () => {
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
    it(`rejects ${given} for ${services.join(' and ')}, and does not quote it`, () => {
      const parsed = parseStaffTokens(given, services);
      assert.ok(!parsed.ok);
      assert.match(parsed.failure, /^KITH_STAFF_TOKEN is not usable; expected [^\n]+$/);
      assert.equal(parsed.failure.includes(given), false);
    });
});

describe('ensureStaffTokens', () => {
  let folder: string;
  before(async () => (folder = await mkdtemp(join(tmpdir(), 'kith-tokens-'))));
  after(() => rm(folder, { recursive: true }));

  it('creates long tokens once, in a file that only its owner can read', async () => {
    const first = await ensureStaffTokens(folder, ['north']);
    assert.match(first.get('north') ?? '', /^[\w-]{43}$/);
    assert.deepEqual(await ensureStaffTokens(folder, ['north']), first);
    assert.equal((await stat(join(folder, 'staff-tokens.json'))).mode & 0o777, 0o600);
  });

  it('keeps existing tokens when a service is added', async () => {
    const before = await ensureStaffTokens(folder, ['north']);
    const after = await ensureStaffTokens(folder, ['north', 'south']);
    assert.equal(after.get('north'), before.get('north'));
    assert.match(after.get('south') ?? '', /^[\w-]{43}$/);
    assert.equal((await stat(join(folder, 'staff-tokens.json'))).mode & 0o777, 0o600);
  });

  it('returns the same tokens to processes that start at the same time', async () => {
    const own = join(folder, 'own');
    const all = await Promise.all(
      Array.from({ length: 8 }, () => ensureStaffTokens(own, ['north'])),
    );
    assert.equal(new Set(all.map((tokens) => tokens.get('north'))).size, 1);
  });

  it('rejects, and leaves the file unchanged, if the file cannot be read', async () => {
    await writeFile(join(folder, 'staff-tokens.json'), '{');
    await assert.rejects(ensureStaffTokens(folder, ['north']), /staff-tokens\.json cannot be read/);
    assert.equal(await readFile(join(folder, 'staff-tokens.json'), 'utf8'), '{');
  });
});
