import pg from 'pg';
import { type Database, DatabaseUnavailable, type Queries, type Wait, codeOf } from './database.js';

// Connection errors, lack of resources, operator intervention and read-only servers: PostgreSQL documentation, appendix
// “PostgreSQL Error Codes”.
const passing = /^(08|53|57|58|25006|40001|40P01)/;

// Errors from the server have their own codes; all others are connection errors.
const known = (error: unknown): unknown =>
  error instanceof pg.DatabaseError && !passing.test(codeOf(error))
    ? error
    : new DatabaseUnavailable(error);

async function run(
  client: pg.Pool | pg.PoolClient,
  sql: string,
  values: readonly unknown[] = [],
  name?: string,
  limits: { readonly query_timeout?: number } = {},
): Promise<readonly unknown[]> {
  try {
    const named = name === undefined || isBetweenPooled ? {} : { name };
    const result: { readonly rows: readonly unknown[] } = await client.query({
      text: sql,
      values: [...values],
      ...named,
      ...limits,
    });
    return result.rows;
  } catch (error) {
    if (name === undefined || isBetweenPooled || !forgotten.has(codeOf(error))) throw known(error);
    isBetweenPooled = true;
    return run(client, sql, values, undefined, limits);
  }
}

// A pooler that runs each transaction on another connection does not keep prepared statements: it reports that a
// statement does not exist or already exists.
const forgotten = new Set(['26000', '42P05']);
let isBetweenPooled = false;

/** Connects on demand; `onIdleError` receives the code when an idle connection is lost. */
export function openDatabase(url: string, onIdleError: (code: string) => void): Database {
  // The pool waits for the hook, although its types do not say so.
  const hooks = { onConnect: requireDurableCommits };
  const pool = new pg.Pool({ ...settings(url), ...hooks });
  pool.on('error', (error) => {
    onIdleError(codeOf(error));
  });
  // The pool listens to idle connections only. A connection lost during a transaction rejects the statement that runs;
  // between two statements, its error would end the process.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  });
  return {
    query: (sql, values, name) => run(pool, sql, values, name),
    transaction: (work, wait) => transaction(pool, work, wait),
    isReady: () =>
      run(pool, 'select 1').then(
        () => true,
        () => false,
      ),
    close: () => pool.end(),
  };
}

// A million activities take some minutes on a small machine.
const longest = 15 * 60 * 1000;

const settings = (connectionString: string): pg.PoolConfig => ({
  connectionString,
  application_name: 'kith',
  max: 10,
  connectionTimeoutMillis: 5000,
  statement_timeout: 10_000,
  query_timeout: 15_000,
  idle_in_transaction_session_timeout: 15_000,
  keepAlive: true,
});

// With “off”, PostgreSQL would confirm a commit before it is on disk. Every other value waits at least for the local
// disk; whether it also waits for standby servers is the operator's decision.
async function requireDurableCommits(client: pg.ClientBase): Promise<void> {
  await client.query(
    `select set_config('synchronous_commit', 'on', false)
     where current_setting('synchronous_commit') = 'off'`,
  );
}

async function transaction<Value>(
  pool: pg.Pool,
  work: (queries: Queries) => Promise<Value>,
  wait: Wait = 'short',
): Promise<Value> {
  const client = await connect(pool);
  const limits = wait === 'long' ? { query_timeout: longest } : {};
  let isBroken = false;
  try {
    await run(client, 'begin');
    if (wait === 'long') await run(client, `set local statement_timeout = ${longest}`);
    const value = await work({
      query: (sql, values, name) => run(client, sql, values, name, limits),
    });
    await run(client, 'commit');
    return value;
  } catch (error) {
    isBroken = await client.query('rollback').then(
      () => false,
      () => true,
    );
    throw error;
  } finally {
    client.release(isBroken);
  }
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    const client = await pool.connect();
    return client;
  } catch (error) {
    throw known(error);
  }
}
