import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { isRecord } from '../../../src/core/record.js';
import { root } from '../../compiled.js';

// The scripts are plain modules without types, so that they can run before anything is installed.
async function fromScript(file: string, name: string): Promise<(input?: unknown) => unknown> {
  const script: unknown = await import(pathToFileURL(join(root, 'scripts/tokens', file)).href);
  const found: unknown = isRecord(script) ? script[name] : undefined;
  if (typeof found !== 'function') assert.fail(`${file} has no ${name}`);
  return (input) => Reflect.apply(found, undefined, [input]);
}

/** The tokens as the script reads them. A test may make some of their values invalid. */
interface Read {
  readonly themes: Record<
    string,
    { tokens: Record<string, { $value: { components: readonly number[] } }> }
  >;
}

const isRead = (value: unknown): value is Read => isRecord(value) && isRecord(value['themes']);

async function readTokens(): Promise<Read> {
  const read = await (await fromScript('read-tokens.mjs', 'readTokens'))();
  return isRead(read) ? read : assert.fail('the tokens cannot be read');
}

function paint(read: Read, theme: string, token: string, hex: string): void {
  const found = read.themes[theme]?.tokens[token] ?? assert.fail(`no ${token} in ${theme}`);
  const components = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  found.$value = { ...found.$value, components };
}

describe('a designer who changes a colour', () => {
  let check: (read: unknown) => unknown;
  before(async () => {
    check = await fromScript('token-contrast.mjs', 'checkContrast');
  });

  test('can build when every pair of colours has enough contrast', async () => {
    check(await readTokens());
  });

  for (const [theme, token, hex, said] of [
    [
      'govuk',
      'text',
      '#8a8a8a',
      /theme govuk: text on surface \(Text\) has 3\.45:1, and needs 4\.5:1/,
    ],
    ['soft.dark', 'accent', '#4b4458', /theme soft\.dark: accent on surface .* needs 3:1/],
    ['high-contrast', 'error', '#c00000', /theme high-contrast: error on surface .* needs 7:1/],
    ['neutral', 'error', '#000000', /no theme, on a black page: error on the page/],
    ['dark', 'focus-line', '#ffdd00', /theme dark: focus-line on focus .* has 1\.00:1/],
  ] as const)
    test(`is told that ${token} in ${theme} has too little contrast`, async () => {
      const read = await readTokens();
      paint(read, theme, token, hex);
      assert.throws(() => check(read), said);
    });
});

test('every short name in a style sheet belongs to a token, and every token is used in a style sheet', async () => {
  const known = Object.keys((await readTokens()).themes['neutral']?.tokens ?? {});
  const source = join(root, 'src');
  const sheets = readdirSync(source, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.styles.ts'))
    .map((name) => readFileSync(join(source, name), 'utf8'))
    .join('');
  const used = new Set([...sheets.matchAll(/var\(--k-([\w-]+)/g)].map(([, name = '']) => name));
  // The padding around an element with a theme is set in scripts/tokens/generate-tokens.mjs.
  used.add('padding');
  assert.deepEqual([...used].sort(), known.sort());
});
