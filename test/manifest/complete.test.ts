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

// A view that several elements share can draw more than some of them ever ask of it.
const neverDrawn: Readonly<Record<string, readonly string[]>> = {
  'kith-referral-status': ['choice', 'urgent'],
  'kith-suggest-activity': ['urgent'],
};

/** What Lit knows of an element's class. */
interface ElementClass {
  readonly observedAttributes: readonly string[];
  readonly elementProperties: ReadonlyMap<
    string,
    { readonly state?: boolean; readonly attribute?: string | false }
  >;
  readonly elementStyles: readonly { readonly cssText: string }[];
  new (): Readonly<Record<string, unknown>>;
}

// Lit puts properties and styles together when it is first asked for the attributes.
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

/** An element, and those that it places in itself. */
const withPlaced = (tag: string): readonly string[] => [
  tag,
  ...[...sourceOf(tag).places].flatMap(withPlaced),
];

const sorted = (some: Iterable<string>): readonly string[] => [...new Set(some)].sort();

describe('whoever writes a page around the elements', () => {
  test('finds every element that the script knows, and the dialog', () => {
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

    test(`reads of everything in <${tag}> what it is for`, () => {
      assert.ok(entry.description && entry.summary, 'the element itself');
      const silent = lists.flatMap((list) =>
        (entry[list] ?? [])
          .filter(({ description }) => !/^[^a-z].{3,}\.$/s.test(description ?? ''))
          .map(({ name }) => `${list}: ${name}`),
      );
      assert.deepEqual(silent, [], 'say it in a sentence above it in the source');
    });

    test(`finds each attribute of <${tag}>, with its type and what it is when it is not set`, () => {
      assert.deepEqual(names(attributes), sorted(classOf(entry).observedAttributes));
      const untyped = attributes.filter((one) => !one.type?.text || one.default === undefined);
      assert.deepEqual(names(untyped), [], 'without a type or a default');
      const named = attributes.filter(({ type }) => !type?.text.split(' | ').every(isPlain));
      assert.deepEqual(names(named), [], 'with a type that says nothing outside the source');
      assert.deepEqual(
        attributes.filter(({ fieldName }) => !fields.some(({ name }) => name === fieldName)),
        [],
        'without a property',
      );
    });

    test(`finds each property of <${tag}>, with its type and what it is at first`, () => {
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

    test(`hears of each event that leaves <${tag}>`, () => {
      const sent = withPlaced(tag).flatMap((one) => [...sourceOf(one).events]);
      assert.deepEqual(names(entry.events), sorted(sent));
      for (const { name, type } of entry.events ?? []) {
        const found: unknown = Reflect.get(kith, type?.text ?? '');
        assert.ok(typeof found === 'function', `the package exports the class of ${name}`);
        assert.equal(Reflect.get(found, 'type'), name);
      }
    });

    test(`finds each part of <${tag}>, and those of the form that it hands on`, () => {
      const own = [...sourceOf(tag).parts].filter((one) => !neverDrawn[tag]?.includes(one));
      assert.deepEqual(names(entry.cssParts), sorted(own));
    });

    test(`finds each slot of <${tag}>`, () => {
      const { slots, hasDrawnSlots } = sourceOf(tag);
      const documented = names(entry.slots);
      // Names that are only known when they are drawn are compared in a browser: test/elements/slots.test.ts.
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
          // What only an element with a theme is painted with.
          paint,
        ].flatMap(customProperties),
      );
      assert.deepEqual(names(entry.cssProperties), sorted(used.keys()));
      for (const { name, default: text } of entry.cssProperties ?? [])
        assert.equal(text, used.get(name), `default of ${name}`);
    });
  }
});

// What can stand in an attribute.
const isPlain = (type: string): boolean => /^(string|number|boolean|'[^']*')$/.test(type);

const isTyped = ({ kind, type }: Item): boolean => kind === 'method' || type !== undefined;

/** A value as the manifest writes it. */
const asCode = (value: unknown): string =>
  typeof value === 'string' ? `'${value}'` : String(value);

/** Each `--kith-*` property that a sheet reads, with what stands where neither it nor a theme says anything. */
const customProperties = (css: string): readonly (readonly [string, string])[] => {
  const tokens = [
    ...css.matchAll(/var\((--kith-[\w-]+),var\(--kt-[\w-]+,((?:[^()]|\([^()]*\))*)\)\)/g),
  ].map(([, name = '', usual = '']): readonly [string, string] => [name, usual]);
  const all = css.match(/var\(\s*--kith-/g) ?? [];
  assert.equal(tokens.length, all.length, 'each is read as a token');
  return tokens;
};
