import type { Page } from 'playwright-core';

/**
 * Waits until a page has come to rest, and scrolls it and everything on it to the top. What a long list leaves for later
 * is laid out by then, and nothing is about to scroll elsewhere. What is sticky may lie over what has scrolled under it,
 * which anybody can scroll out again; here it lies in its own place.
 */
export async function atRest(page: Page): Promise<void> {
  await page.locator('.later').first().waitFor({ state: 'detached' });
  await page.evaluate(`(async () => {
    const drawn = () => new Promise((done) => requestAnimationFrame(done));
    await drawn();
    await drawn();
    (function toTop(root) {
      for (const one of root.querySelectorAll('*')) {
        if (one.scrollTop > 0 && one.localName !== 'textarea') one.scrollTo({ top: 0, behavior: 'instant' });
        if (one.shadowRoot) toTop(one.shadowRoot);
      }
    })(document);
    await drawn();
  })()`);
}
