import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { emptyQuery } from '../../../../../src/directory/contract/activity-query.js';
import { fromAddress, urlOf } from '../../../../../src/directory/activity/state/finder-place.js';

describe('the URL of a page with finders', () => {
  it('keeps the parameters of the page and of other finders', () => {
    const page = 'https://library.example/activities?lang=en&other-q=yoga&mine-q=old#choirs';
    const place = { query: { ...emptyQuery, text: 'choir' }, activity: 'a-1' };
    const { href, searchParams } = urlOf(page, 'mine', place);
    const query = 'lang=en&other-q=yoga&mine-q=choir&mine-activity=a-1';
    assert.equal(href, `https://library.example/activities?${query}#choirs`);
    assert.deepEqual(fromAddress(searchParams, 'mine'), place);
    assert.equal(fromAddress(searchParams, 'other').query.text, 'yoga');
  });

  it('is read without its invalid parameters', () => {
    const place = fromAddress(
      new URLSearchParams('f-q=choir&f-place=TS18+1AB&f-activity=<b>'),
      'f',
    );
    assert.deepEqual(place, { query: { ...emptyQuery, text: 'choir' }, activity: '' });
  });
});
