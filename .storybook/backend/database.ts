import { PGlite, types } from '@electric-sql/pglite';
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import type { Database, Queries } from '../../server/database/database.js';

/** PostgreSQL compiled for the browser, which also runs in Node. */
export interface OwnDatabase extends Database {
  /** Runs statements that have no values. */
  run(sql: string): Promise<void>;
  /** The content of the database, for `openOwnDatabase`. */
  dump(): Promise<Blob>;
}

/**
 * Opens a database of its own that lives as long as the page.
 * @param dump the dump of another database; without it, the database is empty
 */
export async function openOwnDatabase(dump?: Blob): Promise<OwnDatabase> {
  const db = await PGlite.create({
    extensions: { btree_gin, btree_gist, pg_trgm },
    // Returns bytes as the driver for Node does.
    parsers: { [types.BYTEA]: (hex: string) => Buffer.from(hex.slice(2), 'hex') },
    ...(dump ? { loadDataDir: dump } : {}),
  });
  const queriesOf = (runner: Pick<PGlite, 'query'>): Queries => ({
    query: async (sql, values = []) => (await runner.query(sql, [...values])).rows,
  });
  return {
    ...queriesOf(db),
    transaction: (work) => db.transaction((runner) => work(queriesOf(runner))),
    isReady: () => Promise.resolve(true),
    close: () => db.close(),
    run: async (sql) => {
      await db.exec(sql);
    },
    dump: () => db.dumpDataDir('gzip'),
  };
}
