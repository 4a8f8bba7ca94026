import { describeError } from './http/request-log.js';
import { withoutPassword } from './environment.js';
import type { Database } from './store/database.js';
import { openDatabase } from './store/open-database.js';
import { openEmbedded } from './store/embedded.js';
import { fillPractices } from './store/first-practices.js';
import { prepareDatabase } from './store/migrate.js';
import type { ProcessLog } from './json-log.js';

interface Wanted {
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly services: readonly { readonly id: string }[];
  readonly log: ProcessLog;
}

/** Opens the database that was asked for, with all tables up to date. Rejects with a line for people. */
export async function connectDatabase(wanted: Wanted): Promise<Database> {
  const embedded =
    wanted.databaseUrl === undefined ? await openEmbedded(wanted.dataFolder) : undefined;
  const url = wanted.databaseUrl ?? embedded?.url ?? '';
  try {
    await prepare(url, wanted);
  } catch (error) {
    await embedded?.close();
    throw new Error(cannotUse(error, wanted), { cause: error });
  }
  const database = openDatabase(url, (code) => {
    wanted.log.warn('connection to the database lost', { code });
  });
  return {
    ...database,
    close: async () => {
      await database.close();
      await embedded?.close();
    },
  };
}

async function prepare(url: string, { services, log }: Wanted): Promise<void> {
  const { unsafe } = await prepareDatabase(url, async (queries) => {
    const filled = await fillPractices(queries, services);
    if (filled.length > 0) log.info('GP practices of December 2015 put in', { services: filled });
  });
  if (unsafe.length > 0)
    log.warn('the database could lose referrals in a power cut', { switchedOff: unsafe });
}

// What the server says is not shown: it could quote what is stored.
function cannotUse(error: unknown, { databaseUrl, dataFolder }: Wanted): string {
  const { name, code } = describeError(error);
  const what =
    databaseUrl === undefined
      ? `The database in ${dataFolder}`
      : `DATABASE_URL: the database ${withoutPassword(databaseUrl)}`;
  const reasons = new Map([
    ['28P01', 'refuses the user or the password'],
    ['28000', 'refuses the user'],
    ['3D000', 'does not exist'],
    [
      '42501',
      'does not let this user make tables or the extensions pg_trgm, btree_gin and btree_gist',
    ],
  ]);
  const reason =
    reasons.get(code) ?? (/^\w{5}$/.test(code) ? 'cannot be used' : 'cannot be reached');
  return `${what} ${reason} (${code === '' ? name : code})`;
}
