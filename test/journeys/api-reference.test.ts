import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type World, openWorld, visit } from './helpers/harness.js';
import { violations } from './helpers/violations.js';

describe('the API reference', () => {
  let world: World;
  before(async () => (world = await openWorld()));
  after(() => world.close());

  test('shows every operation, accessibly and without another host', async () => {
    const { backend } = world.server;
    const document = await (await fetch(`${backend}/api/v1/openapi.json`)).text();
    const ids = [...document.matchAll(/"operationId":"(\w+)"/g)].map(([, id]) => id ?? '');
    assert.ok(ids.length > 10);
    await visit(world.browser, {}, async ({ page, requested }) => {
      await page.goto(`${backend}/docs`);
      await page.getByRole('heading', { level: 1, name: 'API reference' }).waitFor();
      for (const id of ids) await page.locator(`[id^="operations-"][id$="-${id}"]`).waitFor();
      assert.deepEqual(await violations(page), []);
      for (const address of requested)
        assert.ok(address.startsWith(backend) || address.startsWith('data:'), address);
    });
  });

  test('opens an operation from the keyboard and from its address, on a narrow screen', async () => {
    const viewport = { width: 320, height: 800 };
    await visit(world.browser, { viewport }, async ({ page }) => {
      await page.goto(`${world.server.backend}/docs`);
      const operation = page.getByRole('button', { name: 'Submit a referral' });
      await operation.waitFor();
      while (!(await operation.evaluate((button) => button === document.activeElement)))
        await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      const example = page.getByText('maya@example.com');
      await example.waitFor();
      assert.match(page.url(), /#\/Forms\/sendReferral$/);
      assert.deepEqual(await violations(page), []);
      const isWider = 'document.documentElement.scrollWidth > window.innerWidth';
      assert.equal(await page.evaluate(isWider), false);
      await page.reload();
      await example.waitFor();
    });
  });
});
