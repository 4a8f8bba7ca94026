import type { Page } from 'playwright-core';

/**
 * Scrolls the page and everything on it to its top, once nothing is about to scroll it elsewhere. What is sticky may
 * lie over what has scrolled under it, which anybody can scroll out again; here it lies in its own place.
 */
export async function scrolledToTop(page: Page): Promise<void> {
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
