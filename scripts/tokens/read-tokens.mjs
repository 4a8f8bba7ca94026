/**
 * Reads the values of the design tokens by default and in each theme. The format is that of the Design Tokens Community
 * Group; `src/tokens/kith.resolver.json` lists the files of each theme.
 */
import { readFile } from 'node:fs/promises';
import { Logger, defineConfig, parse } from '@terrazzo/parser';
import Color from 'colorjs.io';

const folder = new URL('../../src/tokens/', import.meta.url);
/** The theme without any change. */
const plain = 'neutral';

const readJson = async (name) => JSON.parse(await readFile(new URL(name, folder), 'utf8'));

/** The colour of a token for colorjs. */
export const colourOf = ({ $value: { colorSpace, components, alpha = 1 } }) =>
  new Color(colorSpace, components, alpha);

const extensionOf = ({ $extensions }) => $extensions?.kith ?? {};

/** The share of a colour that is mixed with the text colour; `undefined` if it is not mixed. */
export const mixOf = (token) => {
  const { withText } = extensionOf(token);
  return withText === undefined || withText === 1 ? undefined : withText;
};

/** A token in CSS. Lengths are relative to the surrounding text, because the page's `rem` is unknown. */
export function cssOf(token) {
  const { $type, $value, id } = token;
  switch ($type) {
    case 'color': {
      const hex = colourOf(token).to('srgb').toString({ format: 'hex' });
      const mix = mixOf(token);
      return mix === undefined ? hex : `color-mix(in oklab,${hex} ${mix * 100}%,currentColor)`;
    }
    case 'dimension':
      return $value.value === 0 ? '0em' : `${$value.value}${$value.unit === 'rem' ? 'em' : 'px'}`;
    case 'duration':
      return `${$value.value}${$value.unit}`;
    case 'fontFamily':
      return [$value].flat().join(',');
    case 'fontWeight':
    case 'number':
    case 'string':
      return String($value);
    default:
      throw new Error(`${id}: nothing is known of tokens of the type ${$type}`);
  }
}

const nameOf = (id) => id.split('.').at(-1);
const groupOf = (id) => id.split('.')[0];

const plainOf = ({ id, $type, $value, $description, $extensions }) => ({
  id,
  $type,
  $value,
  $description,
  $extensions,
});

/** @returns every token by name, for each theme by name; `soft.dark` is the theme `soft` on a dark page */
export async function readTokens() {
  const filename = new URL('kith.resolver.json', folder);
  const src = await readFile(filename, 'utf8');
  const logger = new Logger({ level: 'warn' });
  const config = defineConfig({}, { logger, cwd: new URL('../../', import.meta.url) });
  const { resolver } = await parse([{ filename, src }], { config, logger });
  const contexts = JSON.parse(src).modifiers.theme.contexts;
  const base = await readJson('kith.tokens.json');
  const themes = {};
  for (const [name, sources] of Object.entries(contexts)) {
    const files = await Promise.all(sources.map(({ $ref }) => readJson($ref)));
    const tokens = Object.values(resolver.apply({ theme: name }));
    themes[name] = {
      description: files.at(-1)?.$description ?? base.$description,
      textContrast: files.map((file) => file.$extensions?.kith?.text).findLast(Boolean) ?? 4.5,
      tokens: Object.fromEntries(tokens.map((token) => [nameOf(token.id), plainOf(token)])),
    };
  }
  compare(themes);
  const written = (object) => Object.keys(object).filter((key) => !key.startsWith('$'));
  const groups = written(base);
  return {
    themes,
    names: groups.flatMap((group) => written(base[group])),
    groups: Object.fromEntries(groups.map((group) => [group, base[group].$description])),
    groupOf,
    pairs: base.$extensions.kith.pairs,
    plain,
  };
}

// A theme may only change existing tokens; another name would have no effect.
function compare(themes) {
  const known = Object.keys(themes[plain].tokens);
  for (const [name, { tokens }] of Object.entries(themes)) {
    const unknown = Object.keys(tokens).filter((token) => !known.includes(token));
    if (unknown.length > 0) throw new Error(`theme ${name}: there is no token ${unknown.join()}`);
  }
}
