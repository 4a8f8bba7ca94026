import { type Label, labelsAt } from './map-labels.js';
import { type PixelPosition, tileSize as size } from './web-mercator.js';
import { roadsAt } from './map-roads.js';

const maxZoom = 16;
// A label may extend into the neighbouring tile.
const labelMargin = { left: 80, top: 40 };
const backgroundColour = '#eef2ea';

/** Draws a tile of the sample map as SVG, with roads and labels of towns and outward codes; `undefined` if there is no such tile. */
export function sampleTile(z: number, x: number, y: number): string | undefined {
  const tilesPerSide = 2 ** z;
  const isTile = [z, x, y].every((one) => Number.isInteger(one) && one >= 0);
  if (!isTile || z > maxZoom || x >= tilesPerSide || y >= tilesPerSide) return undefined;
  const onTile = ({ left, top }: PixelPosition): PixelPosition => ({
    left: left - x * size,
    top: top - y * size,
  });
  const names = labelsAt(z)
    .map((one) => ({ ...one, ...onTile(one) }))
    .filter(
      ({ left, top }) =>
        isWithinMargin(left, labelMargin.left) && isWithinMargin(top, labelMargin.top),
    );
  const greens = names.map(({ left, top }) => `<circle cx="${left}" cy="${top}" r="34"/>`);
  const roads = roadsAt(z)
    .map(([from, to]) => [onTile(from), onTile(to)] as const)
    .filter(([from, to]) => crosses(from.left, to.left) && crosses(from.top, to.top))
    .map(([from, to]) => `M${from.left} ${from.top}L${to.left} ${to.top}`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">`,
    `<rect width="${size}" height="${size}" fill="${backgroundColour}"/>`,
    `<g fill="#dfe8d6">${greens.join('')}</g>`,
    `<path d="${roads.join('')}" stroke="#fcfdfb" stroke-width="4" stroke-linecap="round"/>`,
    `<g font-family="system-ui,sans-serif" font-size="12" text-anchor="middle" fill="#4f5b4b" stroke="${backgroundColour}" stroke-width="3" paint-order="stroke">`,
    `${names.map(label).join('')}</g></svg>`,
  ].join('');
}

const isWithinMargin = (at: number, by: number): boolean => at > -by && at < size + by;

// Whether the bounding boxes of a road and of the tile overlap in one dimension.
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
