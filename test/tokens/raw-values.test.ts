import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { root } from '../compiled.js';

/** What a number is for: two that are alike are one value only where they are for the same. */
const kinds: readonly (readonly [kind: string, properties: RegExp])[] = [
  ['space', /^(margin|padding|gap|column-gap|row-gap|inset)/],
  ['room around what is scrolled to', /^scroll-/],
  ['width', /^((min-|max-)?inline-size|flex|columns|grid-template-columns)/],
  ['height', /^((min-|max-)?block-size|grid-template-rows)/],
  ['text size', /^(font-size|letter-spacing|text-(underline|decoration))/],
  ['weight', /^font-weight/],
  ['line height', /^line-height/],
  ['edge', /^(border|outline|box-shadow)(?!-radius)/],
  ['corner', /radius/],
  ['fading', /^opacity/],
];

/** Numbers that stand in two places and are no token, and why. */
const exceptions: Readonly<Record<string, string>> = {
  'weight 400': 'not bold: takes back what a button or a label has, and is nothing to choose',
  'space 1px': 'of what only screen readers see, in form and finder',
  'width 1px': 'of what only screen readers see, in form and finder',
  'height 1px': 'of what only screen readers see, in form and finder',
  'edge 99em': 'a shadow inside a button that fills it, however large it is',
  'width 14em': 'a line of the search and a column of a list: each as narrow as it can be read',
};

interface Place {
  readonly value: string;
  readonly where: string;
}

/** Every number of the sheets with what it is for; but those of signs drawn by `::before` and `::after`. */
function rawValues(sheets: Readonly<Record<string, string>>): readonly Place[] {
  return Object.entries(sheets).flatMap(([file, text]) => {
    const rules = text.replace(/\/\*.*?\*\//gs, '').matchAll(/([^{};`]+)\{([^{}]*)\}/g);
    return [...rules].flatMap(([, selector = '', body = '']) =>
      /::(before|after)/.test(selector)
        ? []
        : body.split(';').flatMap((line) => valuesOf(line, `${file}: ${selector.trim()}`)),
    );
  });
}

function valuesOf(declaration: string, where: string): readonly Place[] {
  const [property = '', value = ''] = declaration.split(/:(.*)/s).map((one) => one.trim());
  const kind = kinds.find(([, properties]) => properties.test(property))?.[0];
  if (kind === undefined) return [];
  const hasUnit = !['weight', 'line height', 'fading'].includes(kind);
  // A number without a unit is a share or a count elsewhere; in percent, it is of what stands around.
  const numbers = value.replace(/var\([^)]*\)/g, '').match(hasUnit ? lengths : /\d*\.?\d+/g) ?? [];
  // Nothing, and all of it, are no values that a designer chooses.
  return [...new Set(numbers.map(Number.parseFloat))]
    .filter((number) => number !== 0 && !(kind === 'fading' && number === 1))
    .map((number) => numbers.find((one) => Number.parseFloat(one) === number) ?? '')
    .map((number) => ({ value: `${kind} ${number}`, where }));
}

const lengths = /\d*\.?\d+(em|px|ch|vh|vw)\b/g;

function twice(sheets: Readonly<Record<string, string>>): Readonly<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const { value, where } of rawValues(sheets)) (found[value] ??= []).push(where);
  return Object.fromEntries(Object.entries(found).filter(([, places]) => places.length > 1));
}

const source = join(root, 'src');
const sheets = Object.fromEntries(
  readdirSync(source, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.styles.ts'))
    .map((name) => [name, readFileSync(join(source, name), 'utf8')]),
);

describe('whoever changes how something looks', () => {
  test('finds each value that is used twice among the tokens', () => {
    const wrong = Object.entries(twice(sheets)).filter(([value]) => !(value in exceptions));
    assert.deepEqual(
      Object.fromEntries(wrong),
      {},
      'use a token, or make one: docs/theming.md#change-or-add-a-theme',
    );
  });

  test('finds no exception that nothing needs any more', () => {
    assert.deepEqual(Object.keys(exceptions).sort(), Object.keys(twice(sheets)).sort());
  });

  test('is told of a number in two sheets, with the rules that it stands in', () => {
    const found = twice({
      'a.styles.ts': 'css`.a { margin: 0 0 3em; line-height: 1.1; }`',
      'b.styles.ts': 'css`@media print { .b { padding: calc(2 * 3em); } } .c { width: 3em; }`',
    });
    assert.deepEqual(found, { 'space 3em': ['a.styles.ts: .a', 'b.styles.ts: .b'] });
  });
});
