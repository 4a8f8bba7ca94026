import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  openBackend,
  pageOf,
  problemOf,
  receiptOf,
  referral,
  shownOf,
  type TestBackend,
} from '../harness.js';

describe('staff', () => {
  let backend: TestBackend;
  let clock = Date.parse('2026-11-01T09:00:00Z');
  const sent: string[] = [];
  before(async () => {
    // Two referrals at a time are received in the same millisecond.
    backend = await openBackend({ now: () => new Date(clock) });
    for (let index = 0; index < 7; index += 1) {
      if (index % 2 === 0) clock += 1000;
      sent.push((await receiptOf(backend.send(referral()))).reference);
    }
  });
  after(() => backend.close());

  it('see the referrals, newest first', async () => {
    const { items, next } = await pageOf(backend.staff());
    assert.equal(items.length, 7);
    assert.equal(next, undefined);
    const times = items.map((item) => item.receivedAt);
    assert.deepEqual(times, [...times].sort().reverse());
    assert.equal(items[0]?.reference, sent.at(-1));
  });

  it('can read all referrals in pages, each exactly once', async () => {
    const seen: string[] = [];
    for (let before = ''; ;) {
      const query = before === '' ? '' : `&before=${encodeURIComponent(before)}`;
      const page = await pageOf(backend.staff(`?limit=2${query}`));
      assert.ok(page.items.length <= 2);
      seen.push(...page.items.map((item) => item.reference));
      if (page.next === undefined) break;
      before = page.next;
    }
    assert.deepEqual([...seen].sort(), [...sent].sort());
  });

  it('get an error for invalid page parameters', async () => {
    for (const query of [
      'limit=0',
      'limit=201',
      'limit=x',
      'limit=',
      'before=x',
      'before=',
      'before=2026-99-99T00:00:00.000Z~BBBBBBBB',
      "before=2026-11-01T09:00:00.000Z~'",
    ])
      assert.equal((await problemOf(await backend.staff(`?${query}`))).status, 400, query);
    assert.equal((await backend.staff('?limit=200')).status, 200);
  });

  it('find a referral by its reference, also in lower case', async () => {
    const [reference = ''] = sent;
    const one = await shownOf(backend.staff(`/${reference.toLowerCase()}`));
    assert.equal(one.reference, reference);
    assert.equal(one.answers['name']?.['full'], 'Maya Example');
  });

  it('get an error if there is no such referral', async () => {
    for (const reference of ['BBBBBBBB', 'x', '%00', '%E0%A4%A', "';--", 'B'.repeat(500)])
      assert.equal((await problemOf(await backend.staff(`/${reference}`))).status, 404);
  });

  it('see nothing without the token', async () => {
    for (const authorization of [
      undefined,
      'Bearer',
      'Bearer ',
      'Bearer wrong',
      'Bearer token-of-northside-staf',
      'Bearer token-of-northside-staff2',
      'Basic token-of-northside-staff',
      'token-of-northside-staff',
    ])
      for (const path of [
        '/api/v1/staff/referrals',
        `/api/v1/staff/referrals/${String(sent[0])}`,
      ]) {
        const response = await backend.ask(path, {
          headers: authorization === undefined ? {} : { authorization },
        });
        assert.match(response.headers.get('www-authenticate') ?? '', /^Bearer/);
        assert.equal((await problemOf(response)).status, 401, authorization);
      }
  });

  it('can read answers to questions that the service no longer asks', async () => {
    await backend.database.query(
      `update referral set answers = '{"abolished": {"field": 1}}' where reference = $1`,
      [sent[0]],
    );
    const response = await backend.staff(`/${String(sent[0])}`);
    assert.equal(response.status, 200);
    assert.deepEqual((await shownOf(response)).answers, { abolished: { field: 1 } });
  });
});
