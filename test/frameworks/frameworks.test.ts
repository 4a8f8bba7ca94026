import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { root } from '../compiled.js';
import {
  type World,
  openBrowser,
  openWorld,
  staffReferrals,
  visit,
} from '../journeys/helpers/harness.js';
import { referenceOn, walkTo } from '../journeys/helpers/person.js';
import { installInto, packProject, run } from '../package/pack.js';

const folder = join(root, 'demo', 'frameworks');
const frameworks = ['react', 'vue', 'svelte', 'angular'] as const;
type Framework = (typeof frameworks)[number];

const make = (name: string) => run('npm', ['run', '--silent', name], folder);

describe('a developer who works with a framework', () => {
  let world: World;
  let browser: Browser;
  const made = new Map<string, Promise<unknown>>();
  const makeInTurn = (...names: readonly string[]): void => {
    let previous: Promise<unknown> = Promise.resolve();
    for (const name of names) {
      const next = previous.then(() => make(name));
      made.set(name, next);
      previous = next.catch(() => undefined);
    }
  };
  before(async () => {
    const packed = await packProject();
    installInto(folder, packed);
    packed.remove();
    // Two at a time, because each compiler keeps a processor busy.
    makeInTurn('types', 'react', 'vue');
    makeInTurn('angular', 'svelte');
    await Promise.allSettled(made.values());
    world = await openWorld();
    // The page is served by an intercepted request, so the browser takes it for a public site, which may not call a
    // backend on this machine.
    browser = await openBrowser(['--disable-features=LocalNetworkAccessChecks']);
  });
  after(async () => {
    await browser.close();
    await world.close();
  });

  test('is told by the types which attributes and events an element has, and which it does not have', async () => {
    await made.get('types');
  });

  for (const framework of frameworks)
    test(`has a page in ${framework} that compiles, passes an activity to the form and receives the referral event`, async () => {
      await made.get(framework);
      await visit(browser, {}, async ({ page }) => {
        const site = new URL('frameworks/', world.server.sites.library).href;
        await serve(page, framework, site, world.server.backend);
        await page.goto(site);
        await page.getByText('You would like to talk about: Walks in the park').waitFor();
        await walkTo(page, 'sent', { isDirect: true });
        const reference = await referenceOn(page);
        await page.getByRole('status').getByText(`Your reference: ${reference}`).waitFor();
        const [newest] = await staffReferrals(world.server.backend);
        assert.equal(newest?.reference, reference);
        assert.equal(newest.activity?.name, 'Walks in the park');
      });
    });
});

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Serves the built page at a partner's address, under a policy as strict as that of the partner's site. */
async function serve(
  page: Page,
  framework: Framework,
  site: string,
  backend: string,
): Promise<void> {
  const { origin } = new URL(backend);
  const policy = `default-src 'none'; script-src 'self'; style-src 'self'; connect-src ${origin}; img-src 'self' data:`;
  await page.route(`${site}**`, async (route) => {
    const path = route.request().url().slice(site.length) || 'index.html';
    const file = readFileSync(join(folder, framework, 'dist', 'site', path));
    const type = types[extname(path)] ?? 'application/octet-stream';
    await route.fulfill({
      headers: { 'content-type': type, 'content-security-policy': policy },
      body: path === 'index.html' ? file.toString().replace('https://kith.example', backend) : file,
    });
  });
}
