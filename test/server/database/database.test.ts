import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { openDatabase } from '../../../server/database/open-database.js';
import { freshDatabase } from '../harness.js';

describe('a prepared statement', () => {
  it('runs again when a connection pooler no longer knows its name', async () => {
    const { url, drop } = await freshDatabase();
    const database = openDatabase(url, () => undefined);
    const ask = (value: number): Promise<readonly unknown[]> =>
      database.query('select $1::int + 1 as sum', [value], 'sum');
    assert.deepEqual(await ask(1), [{ sum: 2 }]);
    // What such a pooler does by giving the next transaction another connection.
    await database.query('deallocate all');
    assert.deepEqual(await ask(2), [{ sum: 3 }]);
    await database.query('deallocate all');
    assert.deepEqual(await ask(3), [{ sum: 4 }]);
    await database.close();
    await drop();
  });
});

describe('a background statement', () => {
  it('may run longer than the limit for requests', async () => {
    const { url, drop } = await freshDatabase();
    const database = openDatabase(url, () => undefined);
    const limit = (wait?: 'long'): Promise<readonly unknown[]> =>
      database.transaction(
        (queries) => queries.query("select current_setting('statement_timeout') as limit"),
        wait,
      );
    assert.deepEqual(await limit(), [{ limit: '10s' }]);
    assert.deepEqual(await limit('long'), [{ limit: '15min' }]);
    assert.deepEqual(await limit(), [{ limit: '10s' }], 'the next one is as always');
    await database.close();
    await drop();
  });
});

describe('a connection that is lost during a transaction', () => {
  it('rejects the transaction as unavailable, and the next one gets a new connection', async () => {
    const { url, drop } = await freshDatabase();
    const database = openDatabase(url, () => undefined);
    const lost = database.transaction(async (queries) => {
      const [row] = await queries.query('select pg_backend_pid() as pid');
      // Between two statements, as when the database restarts while a request does something else.
      await database.query('select pg_terminate_backend($1)', [Reflect.get(Object(row), 'pid')]);
      await setTimeout(200);
      return queries.query('select 1');
    });
    await assert.rejects(lost, { name: 'DatabaseUnavailable' });
    assert.deepEqual(await database.transaction(({ query }) => query('select 1 as one')), [
      { one: 1 },
    ]);
    await database.close();
    await drop();
  });
});
