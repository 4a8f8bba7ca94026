import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { scrollToTop } from './scroll-to-top.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.2 AA in the whole page and every shadow root. */
export async function violations(page: Page): Promise<readonly string[]> {
  // The script of axe is half a megabyte, so it is loaded only once for each page.
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe);
  await scrollToTop(page);
  return page.evaluate(async (tags) => {
    const checker: unknown = Reflect.get(globalThis, 'axe');
    const run: unknown =
      typeof checker === 'object' && checker !== null ? Reflect.get(checker, 'run') : undefined;
    if (typeof run !== 'function') return ['the checker is not there'];
    const found: {
      readonly violations: readonly {
        readonly id: string;
        readonly help: string;
        readonly nodes: readonly { readonly html: string }[];
      }[];
    } = await Reflect.apply(run, checker, [
      document,
      { runOnly: tags, resultTypes: ['violations'] },
    ]);
    return found.violations.map(
      ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => html).join('\n')}`,
    );
  }, standards);
}
