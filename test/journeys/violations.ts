import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { atRest } from './at-rest.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What the checker finds against the standard, in the whole page and every shadow root. */
export async function violations(page: Page): Promise<readonly string[]> {
  // Half a megabyte that the browser need read only once for a page.
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe);
  await atRest(page);
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
