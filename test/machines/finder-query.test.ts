import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { emptyQuery } from '../../src/contract/activity-query.js';
import { fromAddress, loosened, toAddress, toggled } from '../../src/machines/finder-query.js';

describe('a person who filters', () => {
  it('chooses a value, and lets go of it by choosing it again', () => {
    const chosen = toggled(emptyQuery, 'day', 'mo');
    assert.deepEqual(chosen.filters, { day: ['mo'] });
    assert.deepEqual(toggled(chosen, 'day', 'mo').filters, {});
  });

  it('comes back to the first page with every change', () => {
    assert.equal(toggled({ ...emptyQuery, after: 'x' }, 'free', 'yes').after, '');
  });

  it('lets go of one thing and keeps the rest', () => {
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

describe('the address of a page with finders', () => {
  it('keeps what is the page’s own, and what is another finder’s', () => {
    const page = new URLSearchParams('lang=en&other-q=yoga&mine-q=old');
    const place = { query: { ...emptyQuery, text: 'choir' }, activity: 'a-1' };
    const written = toAddress(page, 'mine', place);
    assert.equal(written.toString(), 'lang=en&other-q=yoga&mine-q=choir&mine-activity=a-1');
    assert.deepEqual(fromAddress(written, 'mine'), place);
    assert.equal(fromAddress(written, 'other').query.text, 'yoga');
  });

  it('is read as far as it can be used', () => {
    const place = fromAddress(
      new URLSearchParams('f-q=choir&f-place=TS18+1AB&f-activity=<b>'),
      'f',
    );
    assert.deepEqual(place, { query: { ...emptyQuery, text: 'choir' }, activity: '' });
  });
});
