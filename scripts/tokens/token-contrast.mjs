/** Checks the contrast of every pair of adjacent colours (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11). */
import Color from 'colorjs.io';
import { colourOf, mixOf } from './read-tokens.mjs';

const ofControls = 3;

/**
 * Pages on which an element without a theme must be readable. On a page marked `between`, no colour has 3:1 to the page
 * and 4.5:1 to white text on it, so the text alone identifies the button.
 */
const pages = [
  { name: 'a white page', surface: '#ffffff', text: '#14181a' },
  { name: 'a white page with grey text', surface: '#ffffff', text: '#4f4f4f' },
  { name: 'a black page', surface: '#000000', text: '#ffffff' },
  { name: 'a nearly black page', surface: '#222222', text: '#f2f2f2' },
  { name: 'a dark page', surface: '#333333', text: '#f2f2f2', between: true },
];

const over = (top, under) => {
  const { alpha } = top;
  const mixed = top
    .to('srgb')
    .coords.map((one, index) => one * alpha + under.to('srgb').coords[index] * (1 - alpha));
  return new Color('srgb', mixed);
};

const faded = (colour, alpha) => new Color(colour.space, colour.coords, alpha);

function shown(tokens, name, text) {
  const token = tokens[name];
  if (!token) throw new Error(`a pair names ${name}, and there is no such token`);
  const colour = colourOf(token);
  const mix = mixOf(token);
  return mix === undefined ? colour : Color.mix(text, colour, mix, { space: 'oklab' });
}

function ratioOf(pair, tokens) {
  const text = colourOf(tokens.text);
  const ground = shown(tokens, pair.on, text);
  // The overlay of a button under the pointer: see `.primary:hover`.
  const under = pair.pressed ? over(new Color('srgb', [0, 0, 0], 0.12), ground) : ground;
  const ratios = [pair.text ?? pair.control].flat().map((name) => {
    const colour = shown(tokens, name, text);
    const alpha = pair.faded ? Number(tokens[pair.faded].$value) : colour.alpha;
    return over(faded(colour, alpha), under).contrastWCAG21(under);
  });
  return Math.max(...ratios);
}

/** Every pair of every theme, with its ratio and the required one. */
export function contrasts({ themes, pairs, plain }) {
  const all = Object.entries(themes).flatMap(([name, { tokens, textContrast }]) =>
    pairs.map((pair) => ({
      where: `theme ${name}`,
      theme: name,
      what: pair.what,
      pair: `${[pair.text ?? pair.control].flat().join(' or ')} on ${pair.on}`,
      ratio: ratioOf(pair, tokens),
      needed: pair.text ? textContrast : ofControls,
    })),
  );
  const { tokens } = themes[plain];
  const onPages = pages.flatMap(({ name, surface, text, between = false }) => {
    const ratio = (token) =>
      shown(tokens, token, new Color(text)).contrastWCAG21(new Color(surface));
    const where = `no theme, on ${name}`;
    const errors = { where, what: 'Errors', pair: 'error on the page', ratio: ratio('error') };
    const buttons = { where, what: 'Buttons', pair: 'accent on the page', ratio: ratio('accent') };
    return [{ ...errors, needed: 4.5 }, ...(between ? [] : [{ ...buttons, needed: ofControls }])];
  });
  return [...all, ...onPages];
}

/** Throws with a list of every pair with too little contrast. */
export function checkContrast(tokens) {
  const poor = contrasts(tokens).filter(({ ratio, needed }) => ratio < needed);
  if (poor.length > 0)
    throw new Error(
      `too little contrast:\n${poor
        .map(
          ({ where, what, pair, ratio, needed }) =>
            `  ${where}: ${pair} (${what}) has ${(Math.floor(ratio * 100) / 100).toFixed(2)}:1, and needs ${needed}:1`,
        )
        .join('\n')}`,
    );
}
