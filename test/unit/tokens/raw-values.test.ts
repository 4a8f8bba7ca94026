import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { root } from '../../compiled.js';

/** The kinds of use of a number. Two equal numbers count as one value only when their uses are of the same kind. */
const kinds: readonly (readonly [kind: string, properties: RegExp])[] = [
  ['space', /^(margin|padding|gap|column-gap|row-gap|inset)/],
  ['scroll margin', /^scroll-/],
  ['width', /^((min-|max-)?inline-size|flex|columns|grid-template-columns)/],
  ['height', /^((min-|max-)?block-size|grid-template-rows)/],
  ['text size', /^(font-size|letter-spacing|text-(underline|decoration))/],
  ['weight', /^font-weight/],
  ['line height', /^line-height/],
  ['border', /^(border|outline|box-shadow)(?!-radius)/],
  ['corner', /radius/],
  ['opacity', /^opacity/],
];

/** Numbers that appear in two places and are not tokens, each with the reason. */
const exceptions: Readonly<Record<string, string>> = {
  'weight 400': 'not bold: undoes the weight of a button or a label, so it is not a design choice',
  'space 1px': 'for content for screen readers only, in form and finder',
  'width 1px': 'for content for screen readers only, in form and finder',
  'height 1px': 'for content for screen readers only, in form and finder',
  'border 99em': 'a shadow inside a button that fills it, at any size',
  'width 14em': 'a search field and a column of a list: each is the narrowest that is readable',
};

interface Place {
  readonly value: string;
  readonly where: string;
}

/**
 * Every number of the style sheets with its kind of use, except in `::before` and `::after` rules, which draw symbols.
 */
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
  const hasUnit = !['weight', 'line height', 'opacity'].includes(kind);
  // Elsewhere, a number without a unit is a ratio or a count. Percentages are left out, because they are relative to
  // the surroundings.
  const numbers = value.replace(/var\([^)]*\)/g, '').match(hasUnit ? lengths : /\d*\.?\d+/g) ?? [];
  // Zero and full opacity are not values that a designer chooses.
  return [...new Set(numbers.map(Number.parseFloat))]
    .filter((number) => number !== 0 && !(kind === 'opacity' && number === 1))
    .map((number) => numbers.find((one) => Number.parseFloat(one) === number) ?? '')
    .map((number) => ({ value: `${kind} ${number}`, where }));
}

const lengths = /\d*\.?\d+(em|px|ch|vh|vw)\b/g;

function usedTwice(sheets: Readonly<Record<string, string>>): Readonly<Record<string, string[]>> {
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

describe('a designer who changes how an element looks', () => {
  test('finds each value that is used twice among the tokens', () => {
    const wrong = Object.entries(usedTwice(sheets)).filter(([value]) => !(value in exceptions));
    assert.deepEqual(
      Object.fromEntries(wrong),
      {},
      'use a token, or make one: docs/theming.md#change-or-add-a-theme',
    );
  });

  test('finds no exception that is no longer needed', () => {
    assert.deepEqual(Object.keys(exceptions).sort(), Object.keys(usedTwice(sheets)).sort());
  });

  test('is told of a number in two sheets, and of the rules that contain it', () => {
    const found = usedTwice({
      'a.styles.ts': 'css`.a { margin: 0 0 3em; line-height: 1.1; }`',
      'b.styles.ts': 'css`@media print { .b { padding: calc(2 * 3em); } } .c { width: 3em; }`',
    });
    assert.deepEqual(found, { 'space 3em': ['a.styles.ts: .a', 'b.styles.ts: .b'] });
  });
});
