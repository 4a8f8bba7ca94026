import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import type { Queries } from './database.js';

/** Number of the advisory lock under which a database is prepared: “KITM” in ASCII. */
const lock = 0x4b49544d;

/** What was found out about a database while it was prepared. */
export interface Prepared {
  /** Settings under which a power cut could lose what was promised to be kept. */
  readonly unsafe: readonly string[];
}

/**
 * Brings the tables up to date, then lets `fill` add what they need. Of several processes that start
 * at once, one does it and the others wait.
 */
export async function prepareDatabase(
  url: string,
  fill: (queries: Queries) => Promise<void>,
): Promise<Prepared> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  // Unheard, the end of the connection would end Node; the query under way fails and tells.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select pg_advisory_lock($1)', [lock]);
    await migrate(client);
    await fill({ query: (sql, values = []) => rowsOf(client, sql, values) });
    return { unsafe: await unsafeSettings(client) };
  } finally {
    // The lock ends with the connection.
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
    // Its own lock fails when another process holds it; ours waits.
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
