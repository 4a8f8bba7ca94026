import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page, Route } from 'playwright-core';
import {
  type Server,
  freePorts,
  openBrowser,
  staffReferrals,
  startServer,
  temporaryFolder,
  visit,
} from '../helpers/harness.js';
import { button, comesTo, goOn, openForm, referenceOn, titles, walkTo } from '../helpers/person.js';

const toReferrals = /\/api\/v1\/referrals\?/;

/** The moments at which the server is killed. */
const moments: readonly {
  readonly when: string;
  readonly cut: (route: Route, kill: () => Promise<void>) => Promise<void>;
}[] = [
  {
    when: 'before the referral arrives',
    cut: async (route, kill) => {
      await kill();
      await route.continue();
    },
  },
  {
    when: 'while the referral arrives',
    cut: async (route, kill) => {
      await route.continue();
      await kill();
    },
  },
  {
    when: 'after the referral was stored and before the answer arrives',
    cut: async (route, kill) => {
      await route.fetch();
      await kill();
      await route.abort();
    },
  },
];

describe('a person whose referral is being sent when the server is killed', () => {
  let browser: Browser;
  let server: Server;
  let port = 0;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;

  before(async () => {
    [port, folder, browser] = await Promise.all([freePorts(), temporaryFolder(), openBrowser()]);
    server = await startServer({ dataFolder: folder.path, port });
  });
  after(async () => {
    await browser.close();
    await server.stop();
    await folder.remove();
  });

  const referralsOf = async (name: string) =>
    (await staffReferrals(server.backend)).filter(({ answers }) => answers.name?.full === name);

  for (const { when, cut } of moments)
    test(`sends it again after a restart and it is stored once, when the kill came ${when}`, () =>
      visit(browser, { forgive: [/ERR_/] }, async ({ page, context }) => {
        const name = `Kit Killed ${when}`;
        const earlier = await staffReferrals(server.backend);
        await openForm(page, server.sites.library);
        await walkTo(page, 'check', {
          answers: { name: (form: Page) => form.getByLabel('Full name').fill(name) },
        });
        let isOver: Promise<void> = Promise.resolve();
        await context.route(
          toReferrals,
          (route) => {
            isOver = cut(route, () => server.kill());
            return isOver;
          },
          { times: 1 },
        );
        await goOn(page, 'check');
        // When the server is killed while the referral arrives, the answer may already have been sent.
        const tryAgain = button(page, 'Try again');
        const reference = page.getByText(/^[0-9A-Z]{8}$/);
        await tryAgain.or(reference).first().waitFor();
        await isOver;
        server = await startServer({ dataFolder: folder.path, port });
        if (await tryAgain.isVisible()) await tryAgain.click();
        await comesTo(page, titles.sent);
        const [stored, ...others] = await referralsOf(name);
        assert.ok(stored);
        assert.equal(others.length, 0, 'one referral is stored');
        assert.equal(await referenceOn(page), stored.reference);
        assert.deepEqual((await staffReferrals(server.backend)).slice(1), earlier);
      }));
});
