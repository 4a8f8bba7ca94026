import { readFile } from 'node:fs/promises';
import { type Epraccur, readEpraccur } from '../practices/epraccur.js';
import type { Database } from '../database/database.js';
import { countPractices, practiceStore } from '../practices/practice-store.js';
import {
  CommandError,
  commandEnvironment,
  readArguments,
  runCommand,
  withDatabase,
} from './command.js';
import { selectServices } from './select-services.js';

// Replaces the list of GP practices with a current one:
// import-practices FILE [--service id] [--allow-fewer]

const usage = 'Usage: npm run practices -- epraccur.csv [--service id] [--allow-fewer]';

const maxErrors = 20;

interface ReplaceOptions {
  readonly services: readonly string[];
  readonly allowFewer: boolean;
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments(usage, {
    allowPositionals: true,
    options: { service: { type: 'string' }, 'allow-fewer': { type: 'boolean' } },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new CommandError(usage);
  const environment = commandEnvironment();
  const services = (await selectServices(environment, values.service)).map(({ id }) => id);
  const list = await readList(file);
  const allowFewer = values['allow-fewer'] ?? false;
  await withDatabase(environment, (database) => replace(database, list, { services, allowFewer }));
}

async function readList(file: string): Promise<Epraccur> {
  const bytes = await readFile(file).catch(() => {
    throw new CommandError(`${file} cannot be read`);
  });
  const list = readEpraccur(bytes);
  if (!list.ok) {
    const more = list.failure.length - maxErrors;
    const lines = list.failure.slice(0, maxErrors).map((one) => `${file}: ${one}`);
    throw new CommandError(
      [...lines, ...(more > 0 ? [`… and ${more} more`] : []), nothingChanged].join('\n'),
    );
  }
  if (list.value.practices.length === 0)
    throw new CommandError(`${file} contains no open GP practice.\n${nothingChanged}`);
  return list.value;
}

const nothingChanged = 'Nothing was changed.';

async function replace(
  database: Database,
  { practices, leftOut }: Epraccur,
  { services, allowFewer }: ReplaceOptions,
): Promise<void> {
  const before = await Promise.all(services.map((id) => countPractices(database, id)));
  const most = Math.max(...before);
  // An incomplete file would otherwise remove most of the list.
  if (!allowFewer && practices.length < most / 2)
    throw new CommandError(
      `The file contains ${practices.length} practices, the current list ${most}; if that is right, add --allow-fewer.\n${nothingChanged}`,
    );
  await practiceStore(database).replace(services, practices);
  for (const [index, id] of services.entries())
    console.log(`${id}: ${practices.length} practices, before ${before[index] ?? 0}`);
  console.log(`${leftOut} rows skipped: closed, or not a general practice`);
}

runCommand(main);
