import assert from 'node:assert/strict';
import { request } from 'node:http';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { freshDatabase } from '../harness.js';
import { answered, halfSent, staff } from './over-http.js';
import { type RunningProcess, startBackend, temporaryFolder } from '../process.js';

/** Waits until an address refuses connections. */
async function refused(address: string): Promise<void> {
  const isAnswered = (): Promise<boolean> =>
    fetch(address, { headers: { connection: 'close' } }).then(
      () => true,
      () => false,
    );
  for (let tries = 0; await isAnswered(); tries += 1) {
    assert.ok(tries < 100, `${address} still answers`);
    await wait(50);
  }
}

type Folder = Awaited<ReturnType<typeof temporaryFolder>>;

describe('stopping the server', () => {
  let folder: Folder;
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let running: RunningProcess;
  before(async () => {
    folder = await temporaryFolder();
    database = await freshDatabase();
  });
  after(async () => {
    await database.drop();
    await folder.remove();
  });
  const start = async (): Promise<void> => {
    running = await startBackend({ KITH_DATA: folder.path, DATABASE_URL: database.url });
    // Filling the demonstration's directory takes seconds, and stopping waits for statements in progress.
    const activities = `${running.backend}/api/v1/activities?partner=northside-library&limit=1`;
    while (!(await (await fetch(activities)).text()).includes('"total":2000')) await wait(100);
  };

  it('finishes the referral in progress and accepts no new requests', async () => {
    await start();
    const half = await halfSent(running.backend, 'under-way-1');
    running.child.kill('SIGTERM');
    await refused(`${running.backend}/healthz`);
    assert.equal(await half.finish(), 201);
    // The client keeps the connection of that request open; stopping must not wait for it.
    const began = performance.now();
    assert.equal((await running.ended).code, 0);
    assert.ok(performance.now() - began < 3000);
    await start();
    assert.equal((await staff(running.backend, folder.path)).length, 1);
    await running.stop();
  });

  it('does not wait for idle keep-alive connections', async () => {
    await start();
    await (await fetch(`${running.backend}/healthz`)).text();
    const began = performance.now();
    assert.equal((await running.stop()).code, 0);
    assert.ok(performance.now() - began < 3000);
  });

  it('is immediate when it is requested twice', async () => {
    await start();
    const { outgoing } = await halfSent(running.backend, 'twice-00001');
    outgoing.on('error', () => undefined);
    running.child.kill('SIGINT');
    await wait(200);
    running.child.kill('SIGINT');
    assert.equal((await running.ended).code, 130);
  });
});
describe('the backend over a real connection', () => {
  let folder: Folder;
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let running: RunningProcess;
  before(async () => {
    folder = await temporaryFolder();
    database = await freshDatabase();
    running = await startBackend({ KITH_DATA: folder.path, DATABASE_URL: database.url });
  });
  after(async () => {
    await running.stop();
    await database.drop();
    await folder.remove();
  });

  it('rejects an endless chunked body and keeps responding', async () => {
    const outgoing = request(`${running.backend}/api/v1/referrals?partner=open-door`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'endless-001' },
    });
    // The backend may close the connection before the client has finished writing.
    outgoing.on('error', () => undefined);
    const pump = setInterval(() => outgoing.write(' '.repeat(8192)), 5);
    const response = await answered(outgoing);
    clearInterval(pump);
    assert.equal(response.statusCode, 413);
    outgoing.destroy();
    assert.equal((await fetch(`${running.backend}/healthz`)).status, 200);
  });

  it('survives clients that disconnect, and malformed requests', async () => {
    for (let index = 0; index < 10; index += 1) {
      const { outgoing } = await halfSent(running.backend, `hang-up-${index}`);
      outgoing.on('error', () => undefined);
      outgoing.destroy();
    }
    const { port } = new URL(running.backend);
    for (const text of [
      'GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n',
      'GET http://[/ HTTP/1.1\r\nHost: x\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: a b\r\n\r\n',
      'NONSENSE\r\n\r\n',
    ]) {
      const socket = connect(Number(port), '127.0.0.1', () => socket.end(text));
      let answer = '';
      socket.on('data', (chunk) => (answer += String(chunk)));
      await once(socket, 'close');
      assert.match(answer, /^HTTP\/1\.1 [24]/, text);
    }
    assert.equal((await fetch(`${running.backend}/readyz`)).status, 200);
    assert.doesNotMatch(running.out(), /"status":5/);
  });
});
