import { type Outcode, outcodes } from '../places.js';

const size = 256;
const closest = 16;
// Fewer names than fit, so that a map stays calm; more the closer one looks.
const labelsFrom = { codes: 9, towns: 6 };

/** A tile of a made-up map in SVG, at its place in Web Mercator: a quiet ground, and the names of outward codes. */
export function tile(z: number, x: number, y: number): string | undefined {
  const most = 2 ** z;
  const isTile = [z, x, y].every((one) => Number.isInteger(one) && one >= 0);
  if (!isTile || z > closest || x >= most || y >= most) return undefined;
  const near = nearby(z, x, y);
  const ground = near.map(({ left, top }) => `<circle cx="${left}" cy="${top}" r="26"/>`);
  const labels = near.map(({ one, left, top }) => label(one, z, left, top));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#eef1ea"/><path d="M0 64.5H256M0 192.5H256M64.5 0V256M192.5 0V256" stroke="#e2e7dc" fill="none"/><g fill="#e3eadb">${ground.join('')}</g><g font-family="sans-serif" text-anchor="middle">${labels.join('')}</g></svg>`;
}

// A name may reach into the tile beside its own.
const overlap = 70;

function nearby(z: number, x: number, y: number) {
  if (z < labelsFrom.towns) return [];
  const world = size * 2 ** z;
  return shownAt(z).flatMap((one) => {
    const left = ((one.longitude + 180) / 360) * world - x * size;
    const sine = Math.sin((one.latitude * Math.PI) / 180);
    const top = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * world - y * size;
    const isNear = [left, top].every((at) => at > -overlap && at < size + overlap);
    return isNear ? [{ one, left: Math.round(left), top: Math.round(top) }] : [];
  });
}

const kept = new Map<string, readonly Outcode[]>();

// Far away the first code of an area stands for all of it.
function shownAt(z: number): readonly Outcode[] {
  if (z >= labelsFrom.codes) return outcodes();
  const areas = kept.get('areas') ?? [
    ...new Map(
      [...outcodes()].reverse().map((one) => [one.code.replace(/\d.*/, ''), one]),
    ).values(),
  ];
  kept.set('areas', areas);
  return areas;
}

function label({ code, town }: Outcode, z: number, left: number, top: number): string {
  const name = z >= labelsFrom.codes ? code : code.replace(/\d.*/, '');
  const below =
    z >= 12
      ? `<text x="${left}" y="${top + 14}" font-size="10" fill="#6d776c">${escape(town)}</text>`
      : '';
  return `<text x="${left}" y="${top}" font-size="12" fill="#56614f">${name}</text>${below}`;
}

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (one) => `&#${one.codePointAt(0) ?? 32};`);
