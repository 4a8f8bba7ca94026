import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readEnvironment } from '../environment.js';
import { type Epraccur, readEpraccur } from '../practices/epraccur.js';
import type { Database } from '../store/database.js';
import { openDatabase } from '../store/open-database.js';
import { prepareDatabase } from '../store/migrate.js';
import { countPractices, practiceStore } from '../store/practice-store.js';
import { Refused, chosenServices } from './chosen-services.js';
import { findDatabase } from './find-database.js';

// Puts a current list of GP practices in the place of the old one:
// import-practices FILE [--service id] [--allow-fewer]

const usage = 'Usage: npm run practices -- epraccur.csv [--service id] [--allow-fewer]';

const mostErrors = 20;

interface Wanted {
  readonly services: readonly string[];
  readonly mayBeFewer: boolean;
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new Refused(usage);
  const environment = readEnvironment(process.env);
  if (!environment.ok) throw new Refused(environment.failure);
  const services = (await chosenServices(environment.value, values.service)).map(({ id }) => id);
  const list = await readList(file);
  const found = await findDatabase(environment.value);
  try {
    await prepareDatabase(found.url, () => Promise.resolve());
    const database = openDatabase(found.url, () => undefined);
    await replace(database, list, {
      services,
      mayBeFewer: values['allow-fewer'] ?? false,
    }).finally(() => database.close());
  } finally {
    await found.close();
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { service: { type: 'string' }, 'allow-fewer': { type: 'boolean' } },
    });
  } catch {
    throw new Refused(usage);
  }
}

async function readList(file: string): Promise<Epraccur> {
  const bytes = await readFile(file).catch(() => {
    throw new Refused(`${file} cannot be read`);
  });
  const list = readEpraccur(bytes);
  if (!list.ok) {
    const more = list.failure.length - mostErrors;
    const lines = list.failure.slice(0, mostErrors).map((one) => `${file}: ${one}`);
    throw new Refused(
      [...lines, ...(more > 0 ? [`… and ${more} more`] : []), unchanged].join('\n'),
    );
  }
  if (list.value.practices.length === 0)
    throw new Refused(`${file} holds no open GP practice.\n${unchanged}`);
  return list.value;
}

const unchanged = 'Nothing was changed.';

async function replace(
  database: Database,
  { practices, leftOut }: Epraccur,
  { services, mayBeFewer }: Wanted,
): Promise<void> {
  const before = await Promise.all(services.map((id) => countPractices(database, id)));
  const most = Math.max(...before);
  // A file cut short on its way would otherwise take most of the list away.
  if (!mayBeFewer && practices.length < most / 2)
    throw new Refused(
      `The file holds ${practices.length} practices, the list now ${most}; if that is right, add --allow-fewer.\n${unchanged}`,
    );
  await practiceStore(database).replace(services, practices);
  for (const [index, id] of services.entries())
    console.log(`${id}: ${practices.length} practices, before ${before[index] ?? 0}`);
  console.log(`${leftOut} rows left out: closed, or no general practice`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
