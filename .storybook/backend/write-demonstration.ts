/**
 * Writes the initial database of the stories: the practices of the demonstration, some of its activities, and a
 * referral with each status. A browser loads the file in one second, and would need five to create the data itself.
 */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { parse } from 'csv-parse/sync';
import * as z from 'zod/mini';
import { GpPractice } from '../../src/referral/contract/gp-practice.js';
import { Receipt } from '../../src/referral/contract/receipt.js';
import {
  type ReferralStatus,
  referralStatuses,
} from '../../src/status/contract/referral-status.js';
import { loadSampleData } from '../../server/sample-data/fill-with-sample-data.js';
import { examplesFor } from '../../server/openapi/request-examples.js';
import { wordingVersion } from '../../server/settings/service-context.js';
import { activityStore } from '../../server/directory/store/activity-store.js';
import { addPractices } from '../../server/practices/practice-store.js';
import { type OwnDatabase, openOwnDatabase } from './database.js';
import { storyDate } from './story-date.js';
import { demonstrationOf, openApp, staffToken } from './open-app.js';
import { referenceOf } from './references.js';

const activities = 200;
const migrations = new URL('../../server/database/migrations/', import.meta.url);

const folder = argv[2] ?? '';
const settings: unknown = JSON.parse(
  await readFile(new URL('../../demo/settings.json', import.meta.url), 'utf8'),
);
const deployment = demonstrationOf(settings);
const database = await openOwnDatabase();
await migrate(database);
const practices = await nearPractices();
for (const service of deployment.services) {
  await addPractices(database, service.id, practices);
  await loadSampleData(activityStore(database), service, { count: activities, now: storyDate });
  await refer(wordingVersion(service.consent));
}
await database.run('vacuum analyze');
await database.run('checkpoint');
await mkdir(folder, { recursive: true });
const dump = await database.dump();
await writeFile(`${folder}/demonstration.tar.gz`, new Uint8Array(await dump.arrayBuffer()));
await database.close();

async function migrate(into: OwnDatabase): Promise<void> {
  for (const name of (await readdir(migrations)).sort())
    await into.run(await readFile(new URL(name, migrations), 'utf8'));
}

// The practices of Teesside, where the demonstration service is. Those of all England would take a page seconds to
// load.
async function nearPractices(): Promise<readonly GpPractice[]> {
  const file = new URL('../../server/data/gp-practices.csv', import.meta.url);
  const rows: unknown = parse(await readFile(file), { columns: true });
  return z.parse(z.array(GpPractice), rows).filter(({ address }) => /\bTS\d/.test(address));
}

async function refer(version: string): Promise<void> {
  const partner = 'northside-library';
  const body = examplesFor(version).sendReferral;
  const post = async (
    status: ReferralStatus,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ) => {
    const app = openApp(deployment, database, () => referenceOf(status));
    const answer = await app.fetch(
      new Request(`http://localhost/api/v1${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
    );
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return answer;
  };
  for (const status of referralStatuses) {
    const sent = await post(status, `/referrals?partner=${partner}`, body, {
      'idempotency-key': status.padEnd(16, '-'),
    });
    const { reference } = z.parse(Receipt, await sent.json());
    if (status === 'received') continue;
    await post(
      status,
      `/staff/referrals/${reference}/status`,
      { status, by: 'Robin Example' },
      { authorization: `Bearer ${staffToken}` },
    );
  }
}
