import { type Label, labelsAt } from './map-labels.js';

const size = 256;
const closest = 16;
// A name may reach into the tile beside its own.
const overlap = 80;
const ground = '#eef2ea';

/** A tile of a made-up map in SVG, at its place in Web Mercator: a quiet ground, and names of towns and outward codes. */
export function tile(z: number, x: number, y: number): string | undefined {
  const most = 2 ** z;
  const isTile = [z, x, y].every((one) => Number.isInteger(one) && one >= 0);
  if (!isTile || z > closest || x >= most || y >= most) return undefined;
  const names = labelsAt(z)
    .map((one) => ({ ...one, left: one.left - x * size, top: one.top - y * size }))
    .filter((one) => [one.left, one.top].every((at) => at > -overlap && at < size + overlap));
  const greens = names.map(({ left, top }) => `<circle cx="${left}" cy="${top}" r="34"/>`);
  const grid =
    '<path d="M0 .5H256M0 128.5H256M.5 0V256M128.5 0V256" stroke="#e3e9dd" fill="none"/>';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">`,
    `<rect width="${size}" height="${size}" fill="${ground}"/>`,
    `<g fill="#dfe8d6">${greens.join('')}</g>${grid}`,
    `<g font-family="system-ui,sans-serif" font-size="12" text-anchor="middle" fill="#4f5b4b" stroke="${ground}" stroke-width="3" paint-order="stroke">`,
    `${names.map(label).join('')}</g></svg>`,
  ].join('');
}

function label({ text, below, left, top }: Label): string {
  const beneath =
    below === ''
      ? ''
      : `<text x="${left}" y="${top + 15}" font-size="10" fill="#667162">${escape(below)}</text>`;
  return `<text x="${left}" y="${top + 2}">${escape(text)}</text>${beneath}`;
}

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (one) => `&#${one.codePointAt(0) ?? 32};`);
