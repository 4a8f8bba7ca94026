import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { root } from '../compiled.js';

/** The features of an element that its source shows and a page can use. */
export interface Source {
  /** The names of its parts, including those that it exports from other elements. */
  readonly parts: ReadonlySet<string>;
  /** The names of its slots. An empty name is the default slot. */
  readonly slots: ReadonlySet<string>;
  /** Whether the name of a slot is only known at run time. */
  readonly hasDrawnSlots: boolean;
  /** The names of the events that it sends. */
  readonly events: ReadonlySet<string>;
  /** The tags of the elements that it contains. */
  readonly places: ReadonlySet<string>;
}

const imports = /(?:^|\n)(?:import|export)(?! type)[^;]*? from '(\.[^']+)'|import\('(\.[^']+)'\)/g;

/** Reads the module of an element and every module that it imports, except those of the elements that it contains. */
export function readSource(tag: string, modulePath: string): Source {
  const parts = new Set<string>();
  const slots = new Set<string>();
  const events = new Set<string>();
  const places = new Set<string>();
  let hasDrawnSlots = false;
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const text = readFileSync(join(root, path), 'utf8');
    const placed = /define(?:Element|r)\('kith-([^']+)'/.exec(text)?.[1];
    if (placed && `kith-${placed}` !== tag) {
      places.add(`kith-${placed}`);
      for (const part of exportedBy(join(dirname(path), `${placed}.ts`))) parts.add(part);
      return;
    }
    for (const part of partsIn(text)) parts.add(part);
    for (const [, attributes = ''] of withoutComments(text).matchAll(/<slot\b([^>]*)/g)) {
      const name = /name=(?:"([^"]*)"|(\$\{))/.exec(attributes);
      if (name?.[2]) hasDrawnSlots = true;
      else slots.add(name?.[1] ?? '');
    }
    if (text.includes("createElement('slot')")) hasDrawnSlots = true;
    if (path.endsWith('.events.ts'))
      for (const [, type = ''] of text.matchAll(/static readonly type = '([^']+)'/g))
        events.add(type);
    for (const [, from, later] of text.matchAll(imports)) {
      const next = normalize(join(dirname(path), (from ?? later ?? '').replace(/\.js$/, '.ts')));
      if (existsSync(join(root, next))) visit(next);
    }
  };
  const path = modulePath.replace(/^dist\/npm\/(.*)\.js$/, 'src/$1.ts');
  visit(path);
  visit(join(dirname(path), 'define.ts'));
  return { parts, slots, hasDrawnSlots, events, places };
}

/** The parts that an element exports by itself, in whatever element it is placed. */
function exportedBy(path: string): readonly string[] {
  const text = readFileSync(join(root, path), 'utf8');
  const [, code = ''] = /this\.setAttribute\('exportparts', ([^)]*)\)/.exec(text) ?? [];
  const form = code.includes('formParts')
    ? partsIn(readFileSync(join(root, 'src/referral/opener/form-parts.ts'), 'utf8'))
    : [];
  return [...quoted(code), ...form].filter((part) => part !== '');
}

const withoutComments = (text: string): string =>
  text.replace(/\/\*[^]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

const quoted = (code: string): readonly string[] =>
  [...code.replace(/\$\{[^}]*\}/g, '').matchAll(/'([^']*)'|`([^`]*)`/g)].flatMap(
    ([, plain, template]) => (plain ?? template ?? '').split(/[\s,]+/),
  );

function partsIn(text: string): readonly string[] {
  const written = withoutComments(text);
  return [
    ...[...written.matchAll(/\bpart="([^"]*)"/g)].flatMap(([, inside = '']) => inside.split(/\s+/)),
    ...[...written.matchAll(/\bpart=\$\{([^}]*)\}/g)].flatMap(([, code = '']) => quoted(code)),
    ...[
      ...written.matchAll(/(?:setAttribute\('(?:export)?parts?',|\bpart\.add\() ?([^)]*)\)/g),
    ].flatMap(([, code = '']) => quoted(code)),
    ...[...written.matchAll(/formParts =\s*('[^']*')/g)].flatMap(([, code = '']) => quoted(code)),
  ].filter((name) => name !== '');
}
