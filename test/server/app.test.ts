import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as z from 'zod/mini';
import { Coverage } from '../../src/referral/contract/coverage.js';
import { ServiceProfile } from '../../src/core/service/service-profile.js';
import type { ServiceEntry } from '../../server/settings/deployment-schema.js';
import {
  callsTo,
  demonstration,
  openBackend,
  problemOf,
  profileOf,
  referral,
  type TestBackend,
} from './harness.js';

describe('the backend', () => {
  let backend: TestBackend;
  before(async () => (backend = await openBackend()));
  after(() => backend.close());

  it('returns the profile of the service and the partner to a form', async () => {
    const response = await backend.ask('/api/v1/profile?partner=northside-library');
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('cache-control'), 'public, max-age=60');
    const body: unknown = await response.json();
    const profile = ServiceProfile.parse(body);
    assert.deepEqual(body, profile, 'there is more in the answer than the contract says');
    assert.deepEqual(profile.partner, { id: 'northside-library', name: 'Northside Library' });
    assert.equal(profile.service.name, 'Northside Link');
    assert.equal(profile.needs.length, 14);
    assert.deepEqual(profile.audiences, ['self', 'someone-close', 'professional']);
    assert.deepEqual(profile.safety, {
      exit: 'https://www.bbc.co.uk/weather',
      clearAfterMinutes: 15,
    });
    assert.notEqual(profile.others?.consent.version, profile.consent.version);
    assert.match(profile.others?.consent.version ?? '', /^2026-11-[0-9a-f]{8}$/);
    assert.deepEqual([profile.status, profile.suggestions], [true, true]);
  });

  it('lets people refer only themselves when the settings name no audiences', async () => {
    const profile = await profileOf(await backend.ask('/api/v1/profile?partner=youth-club'));
    assert.deepEqual(profile.audiences, ['self']);
    assert.equal(profile.others, undefined);
    assert.equal(profile.linkWorkers, undefined);
  });

  it('offers no status lookup when the service does not ask for the date of birth', async () => {
    const service = await demonstration();
    const told = async (change: Partial<ServiceEntry>): Promise<boolean> => {
      const services = [{ ...service, ...change }];
      const { ask } = callsTo(backend.appOver({ services }));
      return (await profileOf(ask('/api/v1/profile?partner=open-door'))).status;
    };
    assert.equal(await told({ questions: { birth: 'off' } }), false);
    assert.equal(await told({ status: false }), false);
    assert.equal(await told({}), true);
  });

  it('answers 304 to a form that already has the profile, with the CORS headers', async () => {
    const headers = { origin: 'https://library.example' };
    const first = await backend.ask('/api/v1/profile?partner=northside-library', { headers });
    const tag = first.headers.get('etag') ?? '';
    const second = await backend.ask('/api/v1/profile?partner=northside-library', {
      headers: { ...headers, 'if-none-match': tag },
    });
    assert.equal(second.status, 304);
    assert.equal(second.headers.get('access-control-allow-origin'), 'https://library.example');
    assert.match(second.headers.get('vary') ?? '', /Origin/);
  });

  it('accepts the service itself as the partner of its own page', async () => {
    const response = await backend.ask('/api/v1/profile?partner=northside');
    assert.equal((await profileOf(response)).partner.name, 'Northside Link');
  });

  for (const [postcode, covered] of [
    ['TS18 1HU', true],
    ['ts181hu', true],
    ['(ts-18.1hu)', true],
    ['TS21 1AA', false],
    ['SW1A 1AA', false],
  ] as const)
    it(`says that ${postcode} is ${covered ? '' : 'not '}covered`, async () => {
      const response = await backend.post('/api/v1/coverage?partner=open-door', { postcode });
      assert.equal(response.status, 200);
      const coverage = z.parse(Coverage, await response.json());
      assert.equal(coverage.covered, covered);
      assert.equal(coverage.teams.length > 0, covered);
    });

  it('covers single sectors of an outward code', async () => {
    const ask = async (postcode: string): Promise<unknown> =>
      (await backend.post('/api/v1/coverage?partner=youth-club', { postcode })).json();
    const team = {
      id: 'southside',
      name: 'Southside Link',
      age: { from: 16, to: 25 },
      capacity: { state: 'open' },
      next: '',
      contactWorkingDays: 5,
      languages: [],
    };
    assert.deepEqual(await ask('TS18 1HU'), { covered: true, teams: [team], byPractice: false });
    assert.deepEqual(await ask('TS18 2AW'), { covered: false, teams: [], byPractice: false });
  });

  for (const [name, body, field] of [
    ['nothing', {}, 'postcode'],
    ['no postcode', { postcode: 'nowhere' }, 'postcode'],
    ['a number', { postcode: 1 }, 'postcode'],
    ['something else besides', { postcode: 'TS18 1HU', name: 'x' }, 'name'],
  ] as const)
    it(`names the field when asked about the coverage of ${name}`, async () => {
      const problem = await problemOf(
        await backend.post('/api/v1/coverage?partner=open-door', body),
      );
      assert.equal(problem.status, 422);
      assert.equal(problem.errors?.[0]?.field, field);
    });

  for (const [query, status] of [
    ['', 400],
    ['?partner=', 400],
    ['?partner=open-door&partner=northside-library', 400],
    ['?partner=nobody', 404],
    ['?partner=__proto__', 404],
    ['?partner=%E0%A4%A', 404],
    ['?partner=%00', 404],
  ] as const)
    it(`explains ${status} for the address ending in “${query}”`, async () => {
      const asked = [
        backend.ask(`/api/v1/profile${query}`),
        backend.post(`/api/v1/coverage${query}`, { postcode: 'TS18 1HU' }),
        backend.post(`/api/v1/gp-practices/search${query}`, { query: 'x' }),
        backend.post(`/api/v1/referrals${query}`, referral(), { 'idempotency-key': 'partner-1' }),
      ];
      for (const response of await Promise.all(asked)) {
        const problem = await problemOf(response);
        assert.equal(problem.status, status);
        assert.match(problem.detail ?? '', /partner/);
      }
    });

  it('answers 404 for an unknown path', async () => {
    for (const path of ['/nothing', '/api/v1', '/api/v2/profile', '/api/v1/profile/', '//', '/%'])
      assert.equal((await problemOf(await backend.ask(path))).status, 404);
  });

  for (const [path, method, allow] of [
    ['/api/v1/profile?partner=open-door', 'POST', 'GET, HEAD, OPTIONS'],
    ['/api/v1/coverage?partner=open-door', 'GET', 'POST, OPTIONS'],
    ['/api/v1/referrals?partner=open-door', 'DELETE', 'POST, OPTIONS'],
    ['/api/v1/openapi.json', 'PUT', 'GET, HEAD, OPTIONS'],
    ['/refer', 'POST', 'GET, HEAD, OPTIONS'],
    ['/healthz', 'PATCH', 'GET, HEAD, OPTIONS'],
    ['/embed/v1/kith.js', 'POST', 'GET, HEAD, OPTIONS'],
  ] as const)
    it(`answers 405 to ${method} ${path} and names the allowed methods`, async () => {
      const response = await backend.ask(path, { method });
      assert.equal(response.headers.get('allow'), allow);
      assert.equal((await problemOf(response)).status, 405);
      const options = await backend.ask(path, { method: 'OPTIONS' });
      assert.equal(options.status, 204);
      assert.equal(options.headers.get('allow'), allow);
    });

  it('answers HEAD like GET, without the body', async () => {
    for (const path of ['/api/v1/profile?partner=open-door', '/docs', '/refer', '/', '/healthz']) {
      const [get, head] = await Promise.all([
        backend.ask(path),
        backend.ask(path, { method: 'HEAD' }),
      ]);
      assert.equal(head.status, get.status);
      assert.equal(head.headers.get('content-type'), get.headers.get('content-type'));
      assert.equal(head.headers.get('etag'), get.headers.get('etag'));
      assert.equal(await head.text(), '');
    }
  });

  it('sends headers against sniffing, framing and caching with every response', async () => {
    for (const path of [
      '/api/v1/staff/referrals',
      '/nothing',
      '/docs',
      '/readyz',
      '/api/v1/profile',
    ]) {
      const { headers } = await backend.ask(path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.match(
        headers.get('content-security-policy') ?? '',
        /default-src 'none'.*frame-ancestors 'none'/,
      );
    }
  });

  it('reports that it is alive and ready', async () => {
    assert.deepEqual(await (await backend.ask('/healthz')).json(), { status: 'ok' });
    assert.deepEqual(await (await backend.ask('/readyz')).json(), { status: 'ok' });
  });
});

describe('the backend with a failing database', () => {
  it('is alive but not ready, and asks clients to try again without giving the reason', async () => {
    const backend = await openBackend();
    await backend.close();
    assert.equal((await backend.ask('/healthz')).status, 200);
    assert.equal((await problemOf(await backend.ask('/readyz'))).status, 503);
    const response = await backend.send(referral());
    assert.equal(response.headers.get('retry-after'), '5');
    const problem = await problemOf(response);
    assert.equal(problem.status, 503);
    assert.deepEqual(Object.keys(problem), ['type', 'title', 'status', 'detail']);
    assert.equal(problem.detail, 'Try again in a moment.');
    assert.equal(backend.errors[0]?.name, 'DatabaseUnavailable');
    assert.match(backend.errors[0].reason ?? '', /^The database is unavailable: it /);
  });

  it('answers 500 to an internal error without giving details', async () => {
    const backend = await openBackend();
    await backend.database.query('alter table referral rename column answers to other');
    const response = await backend.send(referral());
    const problem = await problemOf(response);
    assert.deepEqual(problem, {
      type: 'about:blank',
      title: 'Something went wrong on our side',
      status: 500,
    });
    assert.equal(backend.errors[0]?.code, '42703');
    await backend.close();
  });
});
