import { describeError } from './http/middleware/request-log.js';
import { withoutPassword } from './settings/environment.js';
import type { Database } from './database/database.js';
import { openDatabase } from './database/open-database.js';
import { type ServerEvent, openEmbedded } from './embedded-postgres/embedded.js';
import { fillPractices } from './practices/first-practices.js';
import { prepareDatabase } from './database/migrate.js';
import type { ProcessLog } from './http/json-log.js';

interface DatabaseOptions {
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly services: readonly { readonly id: string }[];
  readonly log: ProcessLog;
}

/** Opens the configured database and updates its tables. Rejects with a one-line message for administrators. */
export async function connectDatabase(options: DatabaseOptions): Promise<Database> {
  const { log } = options;
  const embedded =
    options.databaseUrl === undefined
      ? await openEmbedded(options.dataFolder, (event) => {
          logServerEvent(event, log);
        })
      : undefined;
  const url = options.databaseUrl ?? embedded?.url ?? '';
  try {
    await prepare(url, options);
  } catch (error) {
    await embedded?.close();
    throw new Error(failureMessage(error, options), { cause: error });
  }
  const database = openDatabase(url, (code) => {
    log.warn('connection to the database lost', { code });
  });
  return {
    ...database,
    close: async () => {
      await database.close();
      await embedded?.close();
    },
  };
}

function logServerEvent(event: ServerEvent, log: ProcessLog): void {
  if (event.type === 'stopped') log.warn('the database stopped and is started again', {});
  else if (event.type === 'restarted') log.info('the database runs again', {});
  else log.warn('the database does not start; trying again', { reason: event.reason });
}

async function prepare(url: string, { services, log }: DatabaseOptions): Promise<void> {
  const { unsafe } = await prepareDatabase(url, async (queries) => {
    const filled = await fillPractices(queries, services);
    if (filled.length > 0)
      log.info('the list of GP practices of December 2015 was added', { services: filled });
  });
  if (unsafe.length > 0)
    log.warn('the database could lose referrals in a power cut', { switchedOff: unsafe });
}

// The message of the database server is not shown, because it could contain stored data.
function failureMessage(error: unknown, { databaseUrl, dataFolder }: DatabaseOptions): string {
  const { name, code } = describeError(error);
  const what =
    databaseUrl === undefined
      ? `The database in ${dataFolder}`
      : `DATABASE_URL: the database ${withoutPassword(databaseUrl)}`;
  const reasons = new Map([
    ['28P01', 'rejects the user or the password'],
    ['28000', 'rejects the user'],
    ['3D000', 'does not exist'],
    [
      '42501',
      'does not allow this user to create tables or the extensions pg_trgm, btree_gin and btree_gist',
    ],
  ]);
  const reason =
    reasons.get(code) ?? (/^\w{5}$/.test(code) ? 'cannot be used' : 'cannot be reached');
  return `${what} ${reason} (${code === '' ? name : code})`;
}
