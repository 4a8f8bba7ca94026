import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Database } from '../database/database.js';
import { prepareDatabase } from '../database/migrate.js';
import { openDatabase } from '../database/open-database.js';
import { type Environment, readEnvironment } from '../settings/environment.js';
import { findDatabase } from './find-database.js';

/** An error whose message tells the user of a command why it was not carried out. */
export class CommandError extends Error {}

/** Runs a command; if it fails, prints the reason and sets the exit code. */
export function runCommand(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    reportError(error instanceof Error ? error.message : String(error));
  });
}

/** Prints why a command, or a part of it, failed. */
export function reportError(text: string): void {
  console.error(text);
  process.exitCode = 1;
}

/** The arguments of the command; throws its usage if they are invalid. */
export function readArguments<Config extends ParseArgsConfig>(usage: string, config: Config) {
  try {
    return parseArgs(config);
  } catch {
    throw new CommandError(usage);
  }
}

/** The checked environment variables; throws a `CommandError` if one is invalid. */
export function commandEnvironment(): Environment {
  const environment = readEnvironment(process.env);
  if (!environment.ok) throw new CommandError(environment.failure);
  return environment.value;
}

/** Works with the configured database, after updating its tables. */
export async function withDatabase(
  environment: Environment,
  work: (database: Database) => Promise<void>,
): Promise<void> {
  const found = await findDatabase(environment);
  try {
    await prepareDatabase(found.url, () => Promise.resolve());
    const database = openDatabase(found.url, () => undefined);
    await work(database).finally(() => database.close());
  } finally {
    await found.close();
  }
}
