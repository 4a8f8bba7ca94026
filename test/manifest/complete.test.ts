import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as kith from '../../src/index.js';
import { paint } from '../../src/tokens/generated/themes.js';
import { type ElementEntry, type Item, lists, names, readManifest } from './manifest.js';
import { type Source, readSource } from './source.js';

const manifest = readManifest();
const sources = new Map(
  manifest.map(({ tagName, path }): [string, Source] => [tagName, readSource(tagName, path)]),
);

// Parts of a view that several elements share, which these elements never draw.
const neverDrawn: Readonly<Record<string, readonly string[]>> = {
  'kith-referral-status': ['choice', 'urgent'],
  'kith-suggest-activity': ['urgent'],
};

/** The fields of an element's class that Lit provides. */
interface ElementClass {
  readonly observedAttributes: readonly string[];
  readonly elementProperties: ReadonlyMap<
    string,
    { readonly state?: boolean; readonly attribute?: string | false }
  >;
  readonly elementStyles: readonly { readonly cssText: string }[];
  new (): Readonly<Record<string, unknown>>;
}

// Lit collects properties and styles when the attributes are first read.
const isElementClass = (value: unknown): value is ElementClass =>
  typeof value === 'function' && Array.isArray(Reflect.get(value, 'observedAttributes'));

const classOf = ({ name }: ElementEntry): ElementClass => {
  const found: unknown = Reflect.get(kith, name);
  assert.ok(isElementClass(found), `the package exports ${name}`);
  return found;
};

const entryOf = (tag: string): ElementEntry => {
  const found = manifest.find(({ tagName }) => tagName === tag);
  assert.ok(found, `<${tag}> is in the manifest`);
  return found;
};

const sourceOf = (tag: string): Source => {
  const found = sources.get(tag);
  assert.ok(found);
  return found;
};

/** The tag of an element, followed by the tags of the elements that it contains. */
const withPlaced = (tag: string): readonly string[] => [
  tag,
  ...[...sourceOf(tag).places].flatMap(withPlaced),
];

const sorted = (some: Iterable<string>): readonly string[] => [...new Set(some)].sort();

describe('a developer who writes a page with the elements', () => {
  test('finds every element that the script defines, and the dialog', () => {
    assert.deepEqual(sorted(manifest.map(({ tagName }) => tagName)), [
      'kith-about',
      'kith-activity-finder',
      'kith-activity-list',
      'kith-audience-menu',
      'kith-form-dialog',
      'kith-refer-yourself',
      'kith-referral-form',
      'kith-referral-status',
      'kith-suggest-activity',
    ]);
  });

  for (const entry of manifest) {
    const tag = entry.tagName;
    const attributes = entry.attributes ?? [];
    const fields = (entry.members ?? []).filter(({ kind }) => kind === 'field');

    test(`reads what everything in <${tag}> is for`, () => {
      assert.ok(entry.description && entry.summary, 'the element itself');
      const silent = lists.flatMap((list) =>
        (entry[list] ?? [])
          .filter(({ description }) => !/^[^a-z].{3,}\.$/s.test(description ?? ''))
          .map(({ name }) => `${list}: ${name}`),
      );
      assert.deepEqual(silent, [], 'write a sentence above it in the source');
    });

    test(`finds each attribute of <${tag}> with its type and its default`, () => {
      assert.deepEqual(names(attributes), sorted(classOf(entry).observedAttributes));
      const untyped = attributes.filter((one) => !one.type?.text || one.default === undefined);
      assert.deepEqual(names(untyped), [], 'without a type or a default');
      const named = attributes.filter(({ type }) => !type?.text.split(' | ').every(isPlain));
      assert.deepEqual(names(named), [], 'with a type that exists only in the source');
      assert.deepEqual(
        attributes.filter(({ fieldName }) => !fields.some(({ name }) => name === fieldName)),
        [],
        'without a property',
      );
    });

    test(`finds each property of <${tag}> with its type and its initial value`, () => {
      const element = new (classOf(entry))();
      const settable = [...classOf(entry).elementProperties]
        .filter(([, { state }]) => state !== true)
        .map(([name]) => name);
      const documented = fields.filter((one) => one.readonly !== true);
      assert.deepEqual(names(documented), sorted(settable));
      for (const { name, default: text } of documented)
        assert.equal(text, asCode(element[name]), `default of ${name}`);
      assert.deepEqual(names((entry.members ?? []).filter((one) => !isTyped(one))), []);
    });

    test(`finds each event that <${tag}> sends`, () => {
      const sent = withPlaced(tag).flatMap((one) => [...sourceOf(one).events]);
      assert.deepEqual(names(entry.events), sorted(sent));
      for (const { name, type } of entry.events ?? []) {
        const found: unknown = Reflect.get(kith, type?.text ?? '');
        assert.ok(typeof found === 'function', `the package exports the class of ${name}`);
        assert.equal(Reflect.get(found, 'type'), name);
      }
    });

    test(`finds each part of <${tag}>, including the parts of the form that it exports`, () => {
      const own = [...sourceOf(tag).parts].filter((one) => !neverDrawn[tag]?.includes(one));
      assert.deepEqual(names(entry.cssParts), sorted(own));
    });

    test(`finds each slot of <${tag}>`, () => {
      const { slots, hasDrawnSlots } = sourceOf(tag);
      const documented = names(entry.slots);
      // Slot names that are only known at run time are compared in a browser: test/browser/core/element/slots.test.ts.
      if (hasDrawnSlots)
        assert.deepEqual(
          [...slots].filter((one) => !documented.includes(one)),
          [],
        );
      else assert.deepEqual(documented, sorted(slots));
    });

    test(`finds each custom property that changes <${tag}>, with its default`, () => {
      const used = new Map(
        [
          ...withPlaced(tag).flatMap((one) =>
            classOf(entryOf(one)).elementStyles.map(({ cssText }) => cssText),
          ),
          // Styles that only an element with a theme has.
          paint,
        ].flatMap(customProperties),
      );
      assert.deepEqual(names(entry.cssProperties), sorted(used.keys()));
      for (const { name, default: text } of entry.cssProperties ?? [])
        assert.equal(text, used.get(name), `default of ${name}`);
    });
  }
});

// The types that an attribute can have.
const isPlain = (type: string): boolean => /^(string|number|boolean|'[^']*')$/.test(type);

const isTyped = ({ kind, type }: Item): boolean => kind === 'method' || type !== undefined;

/** A value as the manifest writes it. */
const asCode = (value: unknown): string =>
  typeof value === 'string' ? `'${value}'` : String(value);

/**
 * Each `--kith-*` property that a sheet reads, with the default that applies when neither the page nor a theme sets it.
 */
const customProperties = (css: string): readonly (readonly [string, string])[] => {
  const tokens = [
    ...css.matchAll(/var\((--kith-[\w-]+),var\(--kt-[\w-]+,((?:[^()]|\([^()]*\))*)\)\)/g),
  ].map(([, name = '', usual = '']): readonly [string, string] => [name, usual]);
  const all = css.match(/var\(\s*--kith-/g) ?? [];
  assert.equal(tokens.length, all.length, 'every property is read as a token');
  return tokens;
};
