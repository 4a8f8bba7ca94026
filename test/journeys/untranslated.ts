import type { Page } from 'playwright-core';
import { eventually } from './harness.js';
import { isRecord } from '../../src/shared/record.js';

const days = Array.from({ length: 7 }, (_, at) => Date.UTC(2024, 0, 1 + at));
const months = Array.from({ length: 12 }, (_, at) => Date.UTC(2024, at, 1));
const named = (dates: readonly number[], options: Intl.DateTimeFormatOptions) =>
  dates.map((one) => new Intl.DateTimeFormat('en-GB', options).format(one));

// What the browser itself says, in the English of the made-up language.
const browsers = new Set([
  ...named(days, { weekday: 'long' }),
  ...named(months, { month: 'long' }),
  'at',
]);
const languages = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'none' });

// What people call their own language stays in it.
const always = ['English', 'Cymraeg', 'Polski'];

// A piece of text in letters without accents, which no word of ours has in the made-up language.
const pieces = (text: string): readonly string[] =>
  text
    .split(/[^\p{L}\p{M}'’ \u00a0-]+/u)
    .flatMap((part) => part.split(/(?:^|(?<= ))\p{L}*[^\u0000-\u007f’\u00a0 -]\S*/u))
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => /[A-Za-z]{2}/.test(part));

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  return isRecord(value)
    ? Object.entries(value).flatMap(([key, one]) => [key, ...stringsIn(one)])
    : [];
}

/** Listens to what a page is answered; what it shows beside that, in plain English and not `typed`, is not translated. */
export function listenForData(
  page: Page,
  typed: readonly string[],
): (shown: Page) => Promise<readonly string[]> {
  const known: string[] = [...always, ...typed];
  let open = 0;
  page.on('response', (response) => {
    if (!response.url().includes('/api/v1/')) return;
    open += 1;
    response
      .json()
      .then((body: unknown) => known.push(...stringsIn(body)))
      .catch(() => undefined)
      .finally(() => (open -= 1));
  });
  return async (shown) => {
    await eventually('all answers are read', () => open === 0);
    const data = known.map((one) => one.replace(/\s+/g, ' ')).join('\n');
    const tags = new Set(known.filter((one) => /^[a-z]{2,3}(-\w+)?$/.test(one)));
    const languageNames = new Set([...tags].map((tag) => languages.of(tag)));
    const isData = (piece: string): boolean =>
      data.includes(piece) ||
      languageNames.has(piece) ||
      piece.split(' ').every((word) => browsers.has(word));
    const texts = await shownIn(shown);
    return texts
      .filter((text) => !pieces(text).every(isData))
      .map((text) => `is not translated: “${text}”`);
  };
}

/** All text in the finder that can be read or is said aloud. */
const shownIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`(() => {
    const texts = [];
    const root = document.querySelector('kith-activity-finder').shadowRoot;
    for (const one of root.querySelectorAll('*')) {
      if (one.closest('style') || !one.checkVisibility({ visibilityProperty: true })) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'])
        if (one.hasAttribute(name)) texts.push(one.getAttribute(name));
      for (const child of one.childNodes)
        if (child.nodeType === Node.TEXT_NODE && child.data.trim() !== '')
          texts.push(child.data.replace(/\\s+/g, ' ').trim());
    }
    return [...new Set(texts)];
  })()`);
