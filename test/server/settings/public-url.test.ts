import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as z from 'zod/mini';
import { DirectoryProfile } from '../../../src/directory/contract/directory.js';
import { type TestBackend, jsonOf, openBackend, twoServices } from '../harness.js';

describe('a directory behind a proxy', () => {
  let backend: TestBackend;
  before(async () => (backend = await openBackend()));
  after(() => backend.close());

  const profile = async (publicUrl: string | undefined) => {
    const deployment = await twoServices();
    const app = backend.appOver({ ...deployment, ...(publicUrl ? { publicUrl } : {}) });
    const request = new Request('http://10.0.0.7:8080/api/v1/directory?partner=northside', {
      headers: { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'elsewhere.example' },
    });
    return z.parse(DirectoryProfile, await jsonOf(app.fetch(request)));
  };

  it('returns links to the public address of the settings', async () => {
    const { page, map } = await profile('https://refer.example.org/kith');
    assert.equal(page, 'https://refer.example.org/kith/activities?partner=northside');
    assert.equal(map?.tiles, 'https://refer.example.org/kith/demo/tiles/{z}/{x}/{y}.svg');
  });

  it('ignores forwarding headers, which anybody could send', async () => {
    const { page, map } = await profile(undefined);
    assert.equal(page, 'http://10.0.0.7:8080/activities?partner=northside');
    assert.equal(map?.tiles, 'http://10.0.0.7:8080/demo/tiles/{z}/{x}/{y}.svg');
  });
});
