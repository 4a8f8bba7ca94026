import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { toPixels } from '../../../server/sample-data/web-mercator.js';
import { sampleTile } from '../../../server/sample-data/sample-tile.js';
import { type TestBackend, demonstration, openBackend, problemOf } from '../harness.js';

/** The tile that holds a point, and where in it the point lies. */
function tileAt(latitude: number, longitude: number, z: number) {
  const { left, top } = toPixels({ latitude, longitude }, z);
  const [x, y] = [Math.floor(left / 256), Math.floor(top / 256)];
  return {
    path: `${z}/${x}/${y}`,
    svg: sampleTile(z, x, y) ?? '',
    left: left % 256,
    top: top % 256,
  };
}

describe('the made-up map', () => {
  let backend: TestBackend;
  before(async () => {
    backend = await openBackend();
  });
  after(() => backend.close());

  it('writes an outward code and its town where they are', () => {
    const { svg, left, top } = tileAt(54.4914, -1.3299, 12);
    assert.ok(svg.includes(`<text x="${left}" y="${top + 2}">TS15</text>`));
    assert.ok(svg.includes('>Yarm</text>'));
  });

  it('names towns from farther away, and nothing from very far', () => {
    assert.ok(tileAt(52.48, -1.9, 6).svg.includes('>Birmingham</text>'));
    assert.doesNotMatch(tileAt(52.48, -1.9, 3).svg, /<text/);
  });

  it('writes a name that crosses an edge on both tiles', () => {
    const seen = [0, 1].map((step) => {
      const { left, top } = toPixels({ latitude: 54.57, longitude: -1.32 }, 9);
      return sampleTile(9, Math.floor(left / 256) + step, Math.floor(top / 256)) ?? '';
    });
    const names = seen.map((svg) => [...svg.matchAll(/<text x="(-?\d+)"[^>]*>([^<]+)/g)]);
    const crossing = names[0]?.filter(([, x]) => Number(x) > 200 && Number(x) < 330) ?? [];
    assert.ok(crossing.length > 0);
    for (const [, x, name] of crossing)
      assert.ok(
        names[1]?.some(([, other, same]) => same === name && Number(other) === Number(x) - 256),
        name,
      );
  });

  it('stays small where the country is densest', () => {
    for (let z = 0; z <= 16; z += 1)
      assert.ok(tileAt(51.52, -0.09, z).svg.length < 8000, String(z));
  });

  it('is an image that pages of partners may show, and caches may keep', async () => {
    const response = await backend.ask(`/demo/tiles/${tileAt(54.57, -1.32, 10).path}.svg`);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'image/svg+xml');
    assert.equal(response.headers.get('cross-origin-resource-policy'), 'cross-origin');
    assert.match(response.headers.get('cache-control') ?? '', /^public, max-age=\d{4,}/);
    assert.match(await response.text(), /^<svg [^>]+>.+<\/svg>$/);
  });

  for (const path of ['17/0/0.svg', '1/2/0.svg', '1/-1/0.svg', '1/0.5/0.svg', 'a/b/c.svg'])
    it(`has no tile ${path}`, async () => {
      const response = await backend.ask(`/demo/tiles/${path}`);
      assert.equal((await problemOf(response)).status, 404);
    });

  it('is not there for a service that has a map of its own, or none', async () => {
    const { directory, ...service } = await demonstration();
    const app = backend.appOver({ services: [service] });
    const response = await app.fetch(new Request('http://backend.test/demo/tiles/6/31/20.svg'));
    assert.equal(response.status, 404);
    assert.ok(directory?.map, 'the demonstration has it');
  });
});
