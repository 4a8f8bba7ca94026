import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fillPractices } from '../../../server/practices/first-practices.js';
import { openBackend, practicesOf, problemOf, type TestBackend } from '../harness.js';

describe('searching for a GP practice', () => {
  let backend: TestBackend;
  before(async () => {
    backend = await openBackend();
    const filled = await fillPractices(backend.database, [
      { id: 'northside' },
      { id: 'southside' },
    ]);
    // One service already has a list, which stays.
    assert.deepEqual(filled, ['southside']);
  });
  after(() => backend.close());

  const search = async (
    query: string,
  ): Promise<readonly { code: string; name: string; address: string }[]> => {
    const response = await backend.post('/api/v1/gp-practices/search?partner=youth-club', {
      query,
    });
    assert.equal(response.status, 200);
    return practicesOf(response);
  };

  for (const [typed, name] of [
    ['densham', 'The Densham Surgery'],
    ['DENSHAM SURG', 'The Densham Surgery'],
    ['surgery the densham', 'The Densham Surgery'],
    ['dénsham', 'The Densham Surgery'],
    ['densham lawson', 'The Densham Surgery'],
    ['TS18 1HU densham', 'The Densham Surgery'],
    ['ts181hu densham', 'The Densham Surgery'],
    ['densam', 'The Densham Surgery'],
    ['the denshma surgery', 'The Densham Surgery'],
    ["st mary's ely", "St Mary's Surgery"],
    ['saint marys ely', "St Mary's Surgery"],
    ['St. Mary’s, Ely', "St Mary's Surgery"],
    ['sidmouth sid vally', 'Sid Valley Practice'],
  ] as const)
    it(`finds ${name} for “${typed}”`, async () => {
      const items = await search(typed);
      assert.equal(items[0]?.name, name);
      assert.ok(items.length <= 10);
    });

  it('finds all practices at a postcode', async () => {
    const items = await search('ts18 1hu');
    assert.ok(items.length >= 3);
    for (const { address } of items) assert.match(address, /TS18 1HU$/);
  });

  it('lists matching names before matching addresses', async () => {
    const items = await search('queens park');
    for (const { name } of items.slice(0, 3)) assert.match(name, /Queens Park/);
  });

  it('finds nothing for an unknown text', async () => {
    for (const typed of [
      'xqzwvkj',
      '!!!',
      '%',
      '_',
      "'; drop table gp_practice; --zzqqx",
      '\u0000',
      '\ud800',
    ])
      assert.deepEqual(await search(typed), [], typed);
  });

  it('returns at most ten, each with code, name and address', async () => {
    const items = await search('surgery');
    assert.equal(items.length, 10);
    for (const item of items) assert.deepEqual(Object.keys(item), ['code', 'name', 'address']);
  });

  it('explains what is wrong with an empty or too long query', async () => {
    for (const [query, code] of [
      ['', 'field.missing'],
      ['x'.repeat(101), 'field.long'],
      [undefined, 'field.missing'],
    ] as const) {
      const problem = await problemOf(
        await backend.post('/api/v1/gp-practices/search?partner=youth-club', { query }),
      );
      assert.deepEqual(
        problem.errors?.map((one) => one.code),
        [code],
      );
    }
  });

  it('accepts the longest query', async () => {
    await search('a b c d e f g h i j k l m n o p q r s t u v w x y z '.repeat(2).slice(0, 100));
    await search('é'.repeat(100));
    await search('ﷺ'.repeat(100));
  });
});
