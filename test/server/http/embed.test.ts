import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { staticFolder } from '../../../server/http/static-folder.js';
import { openBackend, problemOf, type TestBackend } from '../harness.js';

describe('the script tag', () => {
  let backend: TestBackend;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kith-embed-'));
    const embed = join(folder, 'embed');
    await mkdir(join(embed, 'chunks'), { recursive: true });
    await Promise.all([
      writeFile(join(folder, 'secret.js'), 'secret'),
      writeFile(join(embed, '.hidden.js'), 'hidden'),
      writeFile(join(embed, 'kith.js'), 'entry'),
      writeFile(join(embed, 'kith.js.br'), 'entry in brotli'),
      writeFile(join(embed, 'kith.js.gz'), 'entry in gzip'),
      writeFile(join(embed, 'kith.js.map'), '{}'),
      writeFile(join(embed, 'licences.txt'), 'BSD-3-Clause'),
      mkdir(join(embed, '.vite')).then(() =>
        writeFile(join(embed, '.vite', 'manifest.json'), '{}'),
      ),
      writeFile(join(embed, 'chunks', 'form-a1b2c3.js'), 'chunk'),
    ]);
    backend = await openBackend({ readEmbed: staticFolder(embed) });
  });
  after(async () => {
    await backend.close();
    await rm(folder, { recursive: true });
  });

  const ask = (path: string, headers: Record<string, string> = {}) =>
    backend.ask(`/embed/v1/${path}`, { headers });

  it('can be loaded by every page and is revalidated each time', async () => {
    const response = await ask('kith.js', { origin: 'https://anything.example' });
    assert.equal(await response.text(), 'entry');
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    assert.equal(response.headers.get('cross-origin-resource-policy'), 'cross-origin');
    assert.equal(response.headers.get('cache-control'), 'no-cache');
    assert.match(response.headers.get('content-type') ?? '', /^text\/javascript/);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  });

  it('is not sent again when it has not changed', async () => {
    const tag = (await ask('kith.js')).headers.get('etag') ?? '';
    const again = await ask('kith.js', { 'if-none-match': tag });
    assert.equal(again.status, 304);
    assert.equal(again.headers.get('access-control-allow-origin'), '*');
    assert.equal(again.headers.get('cache-control'), 'no-cache');
    assert.equal((await ask('kith.js', { 'if-none-match': '"other"' })).status, 200);
  });

  it('has chunks that are cached indefinitely', async () => {
    const response = await ask('chunks/form-a1b2c3.js');
    assert.equal(await response.text(), 'chunk');
    assert.equal(response.headers.get('cache-control'), 'public, max-age=31536000, immutable');
  });

  for (const [accepted, encoding, body] of [
    ['gzip, deflate, br, zstd', 'br', 'entry in brotli'],
    ['gzip', 'gzip', 'entry in gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip', 'entry in gzip'],
    ['identity', null, 'entry'],
    ['', null, 'entry'],
  ] as const)
    it(`is sent with encoding ${encoding ?? 'identity'} to a client that accepts “${accepted}”`, async () => {
      const response = await ask('kith.js', { 'accept-encoding': accepted });
      assert.equal(response.headers.get('content-encoding'), encoding);
      assert.match(response.headers.get('vary') ?? '', /Accept-Encoding/);
      assert.equal(await response.text(), body);
    });

  it('has one ETag for each encoding', async () => {
    const tags = await Promise.all(
      ['br', 'gzip', ''].map(async (accepted) =>
        (await ask('kith.js', { 'accept-encoding': accepted })).headers.get('etag'),
      ),
    );
    assert.equal(new Set(tags).size, 3);
  });

  it('has a source map, named in a header', async () => {
    assert.equal((await ask('kith.js')).headers.get('sourcemap'), 'kith.js.map');
    assert.equal((await ask('kith.js.map')).status, 200);
  });

  it('includes the licences of the bundled packages', async () => {
    const response = await ask('licences.txt');
    assert.equal(await response.text(), 'BSD-3-Clause');
    assert.match(response.headers.get('content-type') ?? '', /^text\/plain/);
  });

  it('gives no access to files outside its folder or to hidden files', async () => {
    for (const path of [
      '../secret.js',
      '%2e%2e/secret.js',
      '..%2fsecret.js',
      'chunks/../../secret.js',
      'chunks%2f..%2f..%2fsecret.js',
      '..\\secret.js',
      '.hidden.js',
      '.vite/manifest.json',
      'chunks',
      'chunks/',
      '',
      'kith.js/',
      '/etc/passwd',
      'kith.js%00',
      'none.js',
      '%',
    ]) {
      const response = await ask(path);
      assert.equal((await problemOf(response)).status, 404, path);
    }
  });
});
