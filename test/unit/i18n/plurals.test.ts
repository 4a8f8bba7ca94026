import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { finder } from '../../../src/i18n/generated/finder.js';
import { loadCatalogue } from '../../../src/i18n/language.js';
import { type FinderMessages, messagesFrom } from '../../../src/i18n/messages.js';

const said = async (language: string, counts: readonly number[]) => {
  const messages: FinderMessages = messagesFrom(await loadCatalogue(language, finder));
  return counts.map((miles) => messages('activity.miles', { miles }));
};

describe('messages with a number', () => {
  it('use each plural form of Welsh', async () => {
    assert.deepEqual(await said('cy', [0, 1, 2, 3, 6, 7]), [
      '0 milltir',
      '1 filltir',
      '2 filltir',
      '3 milltir',
      '6 milltir',
      '7 milltir',
    ]);
  });
  it('use each plural form of Polish, also for fractions', async () => {
    assert.deepEqual(await said('pl', [1, 2, 5, 12, 22, 1.5]), [
      '1 mila',
      '2 mile',
      '5 mil',
      '12 mil',
      '22 mile',
      '1.5 mili',
    ]);
  });
  it('have a message of their own for zero where the language needs one', async () => {
    const messages = messagesFrom<'finder.count'>(await loadCatalogue('pl', finder));
    assert.equal(messages('finder.count', { count: 0 }), 'Nie znaleziono zajęć');
  });
});
