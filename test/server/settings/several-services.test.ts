import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as z from 'zod/mini';
import {
  openBackend,
  pageOf,
  practicesOf,
  problemOf,
  profileOf,
  receiptOf,
  referral,
  type TestBackend,
} from '../harness.js';

const Index = z.object({ name: z.string(), first: z.string() });

const young = () => referral({ place: { postcode: 'YO1 7HH' }, birth: { date: '2004-03-27' } });

describe('two services in one deployment', () => {
  let backend: TestBackend;
  let north: string;
  let south: string;
  before(async () => {
    backend = await openBackend();
    north = (await receiptOf(backend.send(referral(), 'same-key-01'))).reference;
    south = (await receiptOf(backend.send(young(), 'same-key-01', 'youth-club'))).reference;
  });
  after(() => backend.close());

  it('store separate referrals under the same idempotency key', () => {
    assert.match(north, /^.{8}$/);
    assert.match(south, /^.{8}$/);
    assert.notEqual(north, south);
  });

  it('show their staff only their own referrals', async () => {
    const references = async (service: string): Promise<readonly string[]> =>
      (await pageOf(backend.staff('', service))).items.map((item) => item.reference);
    assert.deepEqual(await references('northside'), [north]);
    assert.deepEqual(await references('southside'), [south]);
    assert.equal((await problemOf(await backend.staff(`/${south}`, 'northside'))).status, 404);
    assert.equal((await problemOf(await backend.staff(`/${north}`, 'southside'))).status, 404);
  });

  it('have separate lists of GP practices', async () => {
    const found = (partner: string) =>
      practicesOf(
        backend.post(`/api/v1/gp-practices/search?partner=${partner}`, { query: 'densham' }),
      );
    assert.equal((await found('youth-club')).length, 0);
    assert.equal((await found('open-door')).length, 1);
  });

  it('have separate profiles', async () => {
    const profile = await profileOf(backend.ask('/api/v1/profile?partner=youth-club'));
    assert.equal(profile.service.name, 'Southside Link');
    assert.equal(JSON.stringify(profile).includes('northside'), false);
  });

  it('are separated by the first column of every key and index', async () => {
    const rows = await backend.database.query(
      `select c.relname as name, pg_get_indexdef(i.indexrelid, 1, true) as first
       from pg_index i
       join pg_class c on c.oid = i.indexrelid
       join pg_class t on t.oid = i.indrelid
       where t.relnamespace = 'public'::regnamespace and t.relname <> 'kith_migrations'`,
    );
    assert.ok(rows.length >= 5);
    for (const { name, first } of rows.map((row) => z.parse(Index, row)))
      assert.equal(first, 'service', name);
  });

  it('share a referral page on which people choose the service', async () => {
    const page = await (await backend.ask('/refer')).text();
    assert.match(page, /href="\/refer\?partner=northside"/);
    assert.match(page, /href="\/refer\?partner=southside"/);
    assert.doesNotMatch(page, /<kith-referral-form/);
  });
});
