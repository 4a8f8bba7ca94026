import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { emptyQuery } from '../../../../../src/directory/contract/activity-query.js';
import { loosened, toggled } from '../../../../../src/directory/finder/state/query-changes.js';

describe('a person who filters', () => {
  it('selects a value, and deselects it by choosing it again', () => {
    const chosen = toggled(emptyQuery, 'day', 'mo');
    assert.deepEqual(chosen.filters, { day: ['mo'] });
    assert.deepEqual(toggled(chosen, 'day', 'mo').filters, {});
  });

  it('gets the first page of results after every change', () => {
    assert.equal(toggled({ ...emptyQuery, after: 'x' }, 'free', 'yes').after, '');
  });

  it('removes one criterion and keeps the others', () => {
    const query = {
      ...emptyQuery,
      text: 'choir',
      place: 'TS18',
      filters: { free: ['yes'], day: ['mo'] },
    };
    assert.deepEqual(loosened(query, 'free').filters, { day: ['mo'] });
    assert.equal(loosened(query, 'text').text, '');
    assert.equal(loosened(query, 'place').place, '');
    assert.equal(loosened(query, 'distance').distance, 25);
  });
});
