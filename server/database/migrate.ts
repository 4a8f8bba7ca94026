import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import type { Queries } from './database.js';

/** The advisory lock held while a database is prepared: “KITM” in ASCII. */
const lock = 0x4b49544d;

/** The findings about a database while it was prepared. */
export interface Prepared {
  /** Settings with which a power cut could lose acknowledged rows. */
  readonly unsafe: readonly string[];
}

/**
 * Applies the migrations, then lets `fill` add initial data. If several processes start at once, one does this and the
 * others wait.
 */
export async function prepareDatabase(
  url: string,
  fill: (queries: Queries) => Promise<void>,
): Promise<Prepared> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  // Without a listener, the loss of the connection would end Node; the current query reports the failure.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select pg_advisory_lock($1)', [lock]);
    await migrate(client);
    await fill({ query: (sql, values = []) => rowsOf(client, sql, values) });
    return { unsafe: await unsafeSettings(client) };
  } finally {
    // Closing the connection releases the lock.
    await client.end();
  }
}

async function rowsOf(
  client: pg.Client,
  sql: string,
  values: readonly unknown[],
): Promise<readonly unknown[]> {
  const result: { readonly rows: readonly unknown[] } = await client.query(sql, [...values]);
  return result.rows;
}

async function migrate(dbClient: pg.Client): Promise<void> {
  await runner({
    dbClient,
    dir: fileURLToPath(new URL('migrations', import.meta.url)),
    direction: 'up',
    migrationsTable: 'kith_migrations',
    // The lock of the migration library fails instead of waiting; ours waits.
    noLock: true,
    log: () => undefined,
  });
}

async function unsafeSettings(client: pg.Client): Promise<readonly string[]> {
  const wanted = ['fsync', 'full_page_writes'];
  const found = await client.query(
    `select name from unnest($1::text[]) as name where current_setting(name) = 'off'`,
    [wanted],
  );
  return found.rows.map((row: { readonly name: string }) => row.name);
}
