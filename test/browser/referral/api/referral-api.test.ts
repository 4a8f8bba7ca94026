import { expect } from '@open-wc/testing';
import { empty, offline, down, offContract, refusing, slow } from '../../../../server/scenarios.js';
import { examplesFor } from '../../../../server/openapi/request-examples.js';
import { httpReferralApi } from '../../../../src/referral/api/referral-api.js';
import type { Failure } from '../../../../src/core/backend/failure.js';
import type { Result } from '../../../../src/core/result.js';
import { backend, intakeIn, partner } from '../../../harness/backend.js';
import { until } from '../../../harness/until.js';

const profile = await intakeIn().profile();
const version = profile.ok ? profile.value.consent.version : '';
const referral = examplesFor(version).sendReferral;
const key = (): string => crypto.randomUUID();
const kind = (result: Result<unknown, Failure>): string => (result.ok ? 'ok' : result.failure.kind);

/** A backend that sends the same response to every request. */
const answering = (status: number, body: string) =>
  httpReferralApi({
    endpoint: backend,
    partner,
    fetch: () => Promise.resolve(new Response(body, { status })),
  });

describe('the HTTP client of the referral API', () => {
  const intake = intakeIn();

  it('gets the profile of a service', async () => {
    const profile = await intake.profile();
    expect(profile.ok && profile.value.service.name).to.equal('Northside Link');
  });
  it('gets whether a postcode is covered', async () => {
    const here = await intake.coverage({ postcode: 'TS18 1HU' });
    expect(here.ok && here.value.covered).to.equal(true);
    expect(here.ok && here.value.teams.length).to.be.greaterThan(0);
    const elsewhere = await intake.coverage({ postcode: 'M1 1AE' });
    expect(elsewhere.ok && elsewhere.value.covered).to.equal(false);
  });
  it('finds practices', async () => {
    const found = await intake.gpPractices('densham');
    expect(found.ok && found.value.items.some(({ name }) => /densham/i.test(name))).to.equal(true);
  });
  it('stores a referral once for each idempotency key', async () => {
    const one = key();
    const first = await intake.send(referral, one);
    const second = await intake.send(referral, one);
    const other = await intake.send(referral, key());
    expect(first.ok).to.equal(true);
    expect(second).to.deep.equal(first);
    expect(other).not.to.deep.equal(first);
  });
  it('gets the issues of rejected answers', async () => {
    const answers = { ...referral.answers, name: { full: '' } };
    const sent = await intake.send({ ...referral, answers }, key());
    expect(kind(sent)).to.equal('rejected');
    if (!sent.ok && sent.failure.kind === 'rejected')
      expect(sent.failure.issues[0]).to.include({
        field: 'answers.name.full',
        code: 'name.full.missing',
      });
  });
  it('is told when a person is not eligible', async () => {
    const answers = { ...referral.answers, place: { postcode: 'M1 1AE' } };
    expect(kind(await intake.send({ ...referral, answers }, key()))).to.equal('not-eligible');
  });
  it('is told when a postcode is invalid', async () => {
    expect(kind(await intake.coverage({ postcode: 'nowhere' }))).to.equal('rejected');
  });
  it('gets no response for an unknown partner, whatever characters its id has', async () => {
    for (const name of ['nobody', 'a&b=c#d', '../x'])
      expect(kind(await httpReferralApi({ endpoint: backend, partner: name }).profile())).to.equal(
        'offline',
      );
  });
});

describe('a failed request', () => {
  const cases = [
    ['offline', intakeIn(offline), 'offline'],
    ['down', intakeIn(down), 'unavailable'],
    ['responses that break the contract', intakeIn(offContract), 'unreadable'],
    ['an empty response', answering(200, ''), 'unreadable'],
    ['the login page of a network', answering(200, '<html>Log in</html>'), 'unreadable'],
    ['an HTML error page', answering(502, '<html>Bad gateway</html>'), 'unavailable'],
    ['too many requests', answering(429, ''), 'unavailable'],
    ['a request timeout', answering(408, ''), 'unavailable'],
    ['a path that does not exist', answering(404, 'null'), 'refused'],
    ['a refusal with issues', answering(422, '{"type":"x"}'), 'refused'],
    [
      'an issue in the wrong format',
      answering(422, '{"type":"x","title":"y","status":422,"errors":[1]}'),
      'refused',
    ],
    [
      'an address without a server',
      httpReferralApi({ endpoint: 'http://127.0.0.1:9', partner }),
      'offline',
    ],
  ] as const;
  for (const [title, intake, expected] of cases)
    it(`is returned as “${expected}” and never thrown: ${title}`, async () => {
      for (const result of [
        await intake.profile(),
        await intake.coverage({ postcode: 'TS18 1HU' }),
        await intake.gpPractices('densham'),
        await intake.send(referral, key()),
      ])
        expect(kind(result)).to.equal(expected);
    });

  it('is returned as “refused” only for referrals when only these are refused', async () => {
    const intake = intakeIn(refusing);
    expect(kind(await intake.profile())).to.equal('ok');
    expect(await intake.send(referral, key())).to.deep.equal({
      ok: false,
      failure: { kind: 'refused', status: 403 },
    });
  });
  it('is not one that finds nothing', async () => {
    expect(await intakeIn(empty).gpPractices('densham')).to.deep.equal({
      ok: true,
      value: { items: [] },
    });
  });
  it('is returned as “cancelled” when the caller aborts it', async () => {
    const stop = new AbortController();
    const call = intakeIn(slow).gpPractices('densham', stop.signal);
    stop.abort();
    expect(kind(await call)).to.equal('cancelled');
    expect(kind(await intakeIn().profile(AbortSignal.abort()))).to.equal('cancelled');
  });
  it('is returned as “timeout” when no response comes', async () => {
    const waits: number[] = [];
    const later = window.setTimeout;
    // Shortens the timeouts that a request sets.
    const shortened = (run: () => void, milliseconds = 0): number => {
      waits.push(milliseconds);
      return later(run, Math.min(milliseconds, 20));
    };
    Object.assign(window, { setTimeout: shortened });
    try {
      const never = httpReferralApi({
        endpoint: backend,
        partner,
        fetch: (_, init) =>
          new Promise((_resolve, reject) => {
            init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
          }),
      });
      const call = never.send(referral, key());
      expect(kind(await call)).to.equal('timeout');
      expect(kind(await never.profile())).to.equal('timeout');
    } finally {
      Object.assign(window, { setTimeout: later });
    }
    expect(
      waits.some((wait) => wait >= 30_000),
      'sending a referral waits at least 30 seconds',
    ).to.equal(true);
  });
});

describe('a request with data about a person', () => {
  it('has the data in its body, never in its URL, and sends no cookies', async () => {
    const calls: { address: string; init: RequestInit | undefined }[] = [];
    const intake = intakeIn((fetch) => (input, init) => {
      calls.push({ address: input instanceof Request ? input.url : String(input), init });
      return fetch(input, init);
    });
    await intake.coverage({ postcode: 'TS18 1HU' });
    await intake.gpPractices('lawson street');
    await intake.send(referral, key());
    await until('three requests', () => calls.length === 3);
    for (const { address, init } of calls) {
      expect(address).to.match(/^[^?]+\?partner=northside-library$/);
      expect(init).to.include({
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        method: 'POST',
      });
    }
    expect(calls.map(({ init }) => init?.keepalive)).to.deep.equal([false, false, true]);
  });
});
