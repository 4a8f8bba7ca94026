import type { Page } from 'playwright-core';
import { eventually } from './harness.js';
import { isRecord } from '../../../src/core/record.js';

const days = Array.from({ length: 7 }, (_, at) => Date.UTC(2024, 0, 1 + at));
const months = Array.from({ length: 12 }, (_, at) => Date.UTC(2024, at, 1));
const named = (dates: readonly number[], options: Intl.DateTimeFormatOptions) =>
  dates.map((one) => new Intl.DateTimeFormat('en-GB', options).format(one));

// Words that the browser supplies for the made-up language, which are in plain English.
const browserWords = new Set([
  ...named(days, { weekday: 'long' }),
  ...named(months, { month: 'long' }),
  'at',
]);
const languages = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'none' });

// The names of languages are always in the language itself.
const languageNamesShown = ['English', 'Cymraeg', 'Polski'];

// The pieces of a text that have letters without accents. Every word of the made-up language has an accent.
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

/**
 * Records the data that the backend sends to a page. The result finds text on the page that is plain English, is not
 * part of that data and was not `typed`, so it lacks a translation.
 */
export function listenForData(
  page: Page,
  typed: readonly string[],
): (shown: Page) => Promise<readonly string[]> {
  const known: string[] = [...languageNamesShown, ...typed];
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
      piece.split(' ').every((word) => browserWords.has(word));
    const texts = await shownIn(shown);
    return texts
      .filter((text) => !pieces(text).every(isData))
      .map((text) => `is not translated: “${text}”`);
  };
}

/** All text in the finder that can be read or is announced by screen readers. */
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
