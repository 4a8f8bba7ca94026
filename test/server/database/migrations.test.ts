import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import { openDatabase } from '../../../server/database/open-database.js';
import { prepareDatabase } from '../../../server/database/migrate.js';
import { referralStore } from '../../../server/referrals/referral-store.js';
import { freshDatabase } from '../harness.js';

const folder = fileURLToPath(new URL('../../../server/database/migrations', import.meta.url));

/** A database as it was before the named migration. */
async function before(first: string) {
  const { url, drop } = await freshDatabase();
  const count = (await readdir(folder)).filter((name) => name < first).length;
  await runner({
    databaseUrl: url,
    dir: folder,
    direction: 'up',
    count,
    migrationsTable: 'kith_migrations',
    log: () => undefined,
  });
  return { url, drop };
}

describe('a referral stored before teams were introduced', () => {
  it('counts as a new self-referral to the service as a whole', async () => {
    const { url, drop } = await before('008');
    const database = openDatabase(url, () => undefined);
    await database.query(
      `insert into referral (service, reference, partner, received_at, contact_by, language, for_whom, answers,
         idempotency_key, body_sha256, receipt)
       values ('northside', 'BBBBBBBB', 'open-door', '2026-01-05T09:00:00Z', '2026-01-12', 'en', 'self', '{}', 'k', 'h', '{}')`,
    );
    await prepareDatabase(url, () => Promise.resolve());
    assert.deepEqual(await referralStore(database).find('northside', 'BBBBBBBB'), {
      reference: 'BBBBBBBB',
      receivedAt: '2026-01-05T09:00:00.000Z',
      contactBy: '2026-01-12',
      partner: 'open-door',
      for: 'self',
      source: 'self',
      team: { id: 'northside', name: 'northside' },
      status: 'received',
      history: [],
      language: 'en',
      answers: {},
      consents: [],
    });
    await database.close();
    await drop();
  });
});
