import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Fetch, scenarios } from '../../server/scenarios.js';
import { openBackend, profileOf, referral, type TestBackend } from './harness.js';

describe('the scenario', () => {
  let backend: TestBackend;
  let real: Fetch;
  before(async () => {
    backend = await openBackend();
    real = (input, init) => backend.app.fetch(new Request(input, init));
  });
  after(() => backend.close());

  const base = 'http://backend.test/api/v1';
  const profile = `${base}/profile?partner=open-door`;
  const json = (body: unknown): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'scenario-1' },
    body: JSON.stringify(body),
  });

  it('“working” changes nothing', async () => {
    const fetch = scenarios.working(real);
    assert.equal(
      (await fetch(`${base}/referrals?partner=open-door`, json(referral()))).status,
      201,
    );
  });

  it('“slow” delays every response by three seconds, unless the request is aborted', async () => {
    const start = performance.now();
    const stop = new AbortController();
    const aborted = assert.rejects(scenarios.slow(real)(profile, { signal: stop.signal }), {
      name: 'AbortError',
    });
    stop.abort();
    await aborted;
    await assert.rejects(scenarios.slow(real)(profile, { signal: stop.signal }), {
      name: 'AbortError',
    });
    assert.ok(performance.now() - start < 1000);
    assert.equal((await scenarios.slow(real)(profile)).status, 200);
    assert.ok(performance.now() - start >= 2900);
  });

  it('“empty” returns empty search results, but a profile', async () => {
    const fetch = scenarios.empty(real);
    const found = await fetch(
      `${base}/gp-practices/search?partner=open-door`,
      json({ query: 'densham' }),
    );
    assert.deepEqual(await found.json(), { items: [] });
    assert.equal((await profileOf(fetch(profile))).partner.id, 'open-door');
    assert.equal(
      (await fetch(`${base}/gp-practices/search?partner=open-door`, json({}))).status,
      422,
    );
  });

  it('“offline” fails in the same way as a browser without a network', async () => {
    await assert.rejects(scenarios.offline(real)(profile), TypeError);
  });

  it('“down” answers every request with 503', async () => {
    assert.equal((await scenarios.down(real)(profile)).status, 503);
  });

  it('“refusing” rejects only submitted forms', async () => {
    const fetch = scenarios.refusing(real);
    assert.equal((await fetch(profile)).status, 200);
    const refused = await fetch(
      new Request(`${base}/referrals?partner=open-door`, json(referral())),
    );
    assert.equal(refused.status, 403);
    assert.equal(refused.headers.get('content-type'), 'application/problem+json');
  });

  it('“off-contract” returns unexpected JSON', async () => {
    const response = await scenarios['off-contract'](real)(profile);
    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), { unexpected: true });
  });
});
