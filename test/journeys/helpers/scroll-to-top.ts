import type { Page } from 'playwright-core';

/**
 * Waits until a page no longer moves, and scrolls the page and everything on it to the top. By then, the part of a long
 * list that is laid out later is there too. A sticky element may cover content that has scrolled under it. Visitors can
 * scroll that content out again, so at the top the checks see each element in its own place.
 */
export async function scrollToTop(page: Page): Promise<void> {
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
