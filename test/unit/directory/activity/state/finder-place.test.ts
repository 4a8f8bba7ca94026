import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { emptyQuery } from '../../../../../src/directory/contract/activity-query.js';
import {
  fromAddress,
  toAddress,
} from '../../../../../src/directory/activity/state/finder-place.js';

describe('the URL of a page with finders', () => {
  it('keeps the parameters of the page and of other finders', () => {
    const page = new URLSearchParams('lang=en&other-q=yoga&mine-q=old');
    const place = { query: { ...emptyQuery, text: 'choir' }, activity: 'a-1' };
    const written = toAddress(page, 'mine', place);
    assert.equal(written.toString(), 'lang=en&other-q=yoga&mine-q=choir&mine-activity=a-1');
    assert.deepEqual(fromAddress(written, 'mine'), place);
    assert.equal(fromAddress(written, 'other').query.text, 'yoga');
  });

  it('is read without its invalid parameters', () => {
    const place = fromAddress(
      new URLSearchParams('f-q=choir&f-place=TS18+1AB&f-activity=<b>'),
      'f',
    );
    assert.deepEqual(place, { query: { ...emptyQuery, text: 'choir' }, activity: '' });
  });
});
