import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBackend, referral, type TestBackend } from '../harness.js';

const library = 'https://library.example';

const grants = (response: Response): readonly string[] =>
  [...response.headers.keys()].filter((name) => name.startsWith('access-control-'));

describe('a page of another origin', () => {
  let backend: TestBackend;
  before(async () => (backend = await openBackend()));
  after(() => backend.close());

  const preflight = (partner: string, origin: string) =>
    backend.ask(`/api/v1/referrals?partner=${partner}`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type, idempotency-key',
      },
    });

  it('can send a referral when the origin belongs to the partner', async () => {
    const response = await preflight('northside-library', library);
    assert.equal(response.status, 204);
    assert.equal(response.headers.get('access-control-allow-origin'), library);
    assert.deepEqual(response.headers.get('access-control-allow-headers')?.split(/, ?/), [
      'content-type',
      'idempotency-key',
    ]);
    assert.match(response.headers.get('access-control-allow-methods') ?? '', /POST/);
    assert.equal(response.headers.get('access-control-max-age'), '7200');
    assert.match(response.headers.get('vary') ?? '', /\bOrigin\b/);
    const sent = await backend.post('/api/v1/referrals?partner=northside-library', referral(), {
      origin: library,
      'idempotency-key': 'origin-001',
    });
    assert.equal(sent.status, 201);
    assert.equal(sent.headers.get('access-control-allow-origin'), library);
  });

  it('can read error responses', async () => {
    for (const [path, body] of [
      ['/api/v1/coverage?partner=northside-library', {}],
      ['/api/v1/referrals?partner=northside-library', referral()],
    ] as const) {
      const response = await backend.post(path, body, { origin: library });
      assert.ok(response.status >= 400);
      assert.equal(response.headers.get('access-control-allow-origin'), library);
    }
  });

  for (const [partner, origin] of [
    ['open-door', library],
    ['youth-club', library],
    ['northside', library],
    ['nobody', library],
    ['northside-library', 'https://evil.example'],
    ['northside-library', 'http://library.example'],
    ['northside-library', 'https://library.example:444'],
    ['northside-library', 'https://library.example.evil.example'],
    ['northside-library', 'null'],
    ['northside-library', ''],
  ] as const)
    it(`is not allowed as “${origin}” for ${partner}`, async () => {
      const asked = await Promise.all([
        preflight(partner, origin),
        backend.ask(`/api/v1/profile?partner=${partner}`, { headers: { origin } }),
        backend.post(`/api/v1/coverage?partner=${partner}`, { postcode: 'TS18 1HU' }, { origin }),
      ]);
      for (const response of asked) {
        assert.deepEqual(grants(response), []);
        assert.match(response.headers.get('vary') ?? '', /\bOrigin\b/);
      }
    });

  it('can never read responses for staff', async () => {
    const response = await backend.ask('/api/v1/staff/referrals?partner=northside-library', {
      headers: { origin: library, authorization: 'Bearer token-of-northside-staff' },
    });
    assert.equal(response.status, 200);
    assert.deepEqual(grants(response), []);
    const options = await backend.ask('/api/v1/staff/referrals?partner=northside-library', {
      method: 'OPTIONS',
      headers: { origin: library, 'access-control-request-method': 'GET' },
    });
    assert.deepEqual(grants(options), []);
  });
});
