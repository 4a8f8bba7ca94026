import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { feedDirectory } from '../../../../src/directory/open-referral/feed-directory.js';
import { emptyQuery } from '../../../../src/directory/contract/activity-query.js';

// A made-up feed of a council.
const contents = ['walk', 'choir', 'garden', 'cookery'].map((id) => ({
  id,
  name: `The ${id} group`,
  status: 'active',
}));
const council: typeof fetch = (input) =>
  Promise.resolve(
    Response.json(
      new Request(input).url.endsWith('/services')
        ? { total_items: 4, total_pages: 1, page_number: 1, size: 4, contents }
        : { version: 'HSDS-UK-3.0' },
    ),
  );

describe('a feed that is read without a backend', () => {
  it('gives chosen activities in the connector’s order, without those that no longer exist', async () => {
    const directory = feedDirectory('https://council.example', council);
    const all = await directory.search(emptyQuery);
    assert.ok(all.ok);
    const idOf = (name: string): string =>
      all.value.items.find((item) => item.name === name)?.id ?? '';
    const ids = [idOf('The garden group'), 'gone', idOf('The walk group'), idOf('The choir group')];
    const chosen = await directory.search({ ...emptyQuery, ids });
    assert.ok(chosen.ok);
    assert.deepEqual(
      chosen.value.items.map(({ name }) => name),
      ['The garden group', 'The walk group', 'The choir group'],
    );
  });
});
