import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Outdated } from '../../../../server/directory/search/index/index-rows.js';
import { keepCards } from '../../../../server/directory/search/cards.js';
import type { Queries } from '../../../../server/database/database.js';

const directory = { service: 'northside', revision: 1 };

/** Records which cards each statement asks for; card 13 fails, and card 14 belongs to a later revision. */
function reading(): { readonly queries: Queries; readonly asked: unknown[] } {
  const asked: unknown[] = [];
  const rowOf = (ord: unknown) => ({
    ord,
    revision: ord === 14 ? 2 : 1,
    head: `{"id":"${String(ord)}"}`,
    venues: [],
    nextAt: null,
    nextEnds: null,
  });
  const query: Queries['query'] = async (_sql, values = []) => {
    const [, ords] = values;
    asked.push(ords);
    await nextTurn();
    if (!Array.isArray(ords) || ords.includes(13)) throw new Error('no');
    return ords.map(rowOf);
  };
  return { queries: { query }, asked };
}

const headsOf = (cards: Awaited<ReturnType<ReturnType<typeof keepCards>>>) =>
  cards.map(({ head }) => head).join('');

describe('the cards of a directory', () => {
  it('are read once, together for all searches that ask while a statement runs', async () => {
    const { queries, asked } = reading();
    const cards = keepCards(queries, directory);
    const first = cards([1, 2]);
    await Promise.resolve();
    const others = [cards([3]), cards([4, 3])];
    const answers = await Promise.all([first, ...others]);
    assert.deepEqual(answers.map(headsOf), [
      '{"id":"1"{"id":"2"',
      '{"id":"3"',
      '{"id":"4"{"id":"3"',
    ]);
    assert.deepEqual(asked, [
      [1, 2],
      [3, 4],
    ]);
  });

  it('are cached once they have been read', async () => {
    const { queries, asked } = reading();
    const cards = keepCards(queries, directory);
    await cards([1, 2]);
    assert.equal(headsOf(await cards([2, 3, 1])), '{"id":"2"{"id":"3"{"id":"1"');
    assert.deepEqual(asked, [[1, 2], [3]]);
  });

  it('fail only for the searches that waited for the failed statement', async () => {
    const { queries } = reading();
    const cards = keepCards(queries, directory);
    const first = cards([13]);
    await Promise.resolve();
    const others = Promise.all([cards([2]), cards([3])]);
    await assert.rejects(first, /no/);
    assert.deepEqual((await others).map(headsOf), ['{"id":"2"', '{"id":"3"']);
  });

  it('are outdated when the directory has changed', async () => {
    const { queries } = reading();
    await assert.rejects(keepCards(queries, directory)([1, 14]), Outdated);
  });
});
