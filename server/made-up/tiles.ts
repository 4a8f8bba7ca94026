import { type Label, labelsAt } from './map-labels.js';
import { type Pixels, tileSize as size } from './map-point.js';
import { roadsAt } from './map-roads.js';

const closest = 16;
// A name may reach into the tile beside its own.
const overlap = { left: 80, top: 40 };
const ground = '#eef2ea';

/** A tile of a made-up map in SVG, at its place in Web Mercator: a quiet ground, straight roads, and names of towns and outward codes. */
export function tile(z: number, x: number, y: number): string | undefined {
  const most = 2 ** z;
  const isTile = [z, x, y].every((one) => Number.isInteger(one) && one >= 0);
  if (!isTile || z > closest || x >= most || y >= most) return undefined;
  const onTile = ({ left, top }: Pixels): Pixels => ({
    left: left - x * size,
    top: top - y * size,
  });
  const names = labelsAt(z)
    .map((one) => ({ ...one, ...onTile(one) }))
    .filter(({ left, top }) => reaches(left, overlap.left) && reaches(top, overlap.top));
  const greens = names.map(({ left, top }) => `<circle cx="${left}" cy="${top}" r="34"/>`);
  const roads = roadsAt(z)
    .map(([from, to]) => [onTile(from), onTile(to)] as const)
    .filter(([from, to]) => crosses(from.left, to.left) && crosses(from.top, to.top))
    .map(([from, to]) => `M${from.left} ${from.top}L${to.left} ${to.top}`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">`,
    `<rect width="${size}" height="${size}" fill="${ground}"/>`,
    `<g fill="#dfe8d6">${greens.join('')}</g>`,
    `<path d="${roads.join('')}" stroke="#fcfdfb" stroke-width="4" stroke-linecap="round"/>`,
    `<g font-family="system-ui,sans-serif" font-size="12" text-anchor="middle" fill="#4f5b4b" stroke="${ground}" stroke-width="3" paint-order="stroke">`,
    `${names.map(label).join('')}</g></svg>`,
  ].join('');
}

const reaches = (at: number, by: number): boolean => at > -by && at < size + by;

// The box around a road and that of the tile.
const crosses = (from: number, to: number): boolean =>
  Math.max(from, to) > -4 && Math.min(from, to) < size + 4;

function label({ text, below, left, top }: Label): string {
  const beneath =
    below === ''
      ? ''
      : `<text x="${left}" y="${top + 15}" font-size="10" fill="#667162">${escape(below)}</text>`;
  return `<text x="${left}" y="${top + 2}">${escape(text)}</text>${beneath}`;
}

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (one) => `&#${one.codePointAt(0) ?? 32};`);
