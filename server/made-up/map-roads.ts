import { type Outcode, outcodes } from '../outcodes.js';
import { type Pixels, pixelsOf } from './map-point.js';

type Road<End> = readonly [End, End];

const neighbours = 2;
const farthestDegrees = 0.4;
// From farther away the country would be white with roads.
const fewestZoom = 9;

let kept: readonly Road<Outcode>[] | undefined;
const placed = new Map<number, readonly Road<Pixels>[]>();

/** Made-up roads: straight, from the middle of each outward code to the two nearest. */
export function roadsAt(zoom: number): readonly Road<Pixels>[] {
  if (zoom < fewestZoom) return [];
  const known = placed.get(zoom);
  if (known) return known;
  kept ??= network();
  const made = kept.map(([from, to]) => [pixelsOf(from, zoom), pixelsOf(to, zoom)] as const);
  placed.set(zoom, made);
  return made;
}

// Each road once, although both its ends may be nearest to each other.
function network(): readonly Road<Outcode>[] {
  const roads = outcodes().flatMap((from) => nearest(from).map((to) => [from, to] as const));
  const named = roads.map(
    (road) =>
      [
        road
          .map(({ code }) => code)
          .sort()
          .join(' '),
        road,
      ] as const,
  );
  return [...new Map(named).values()];
}

function nearest(from: Outcode): readonly Outcode[] {
  return outcodes()
    .flatMap((to) => {
      const north = Math.abs(to.latitude - from.latitude);
      const east = Math.abs(to.longitude - from.longitude) * 0.6;
      return to === from || north > farthestDegrees || east > farthestDegrees
        ? []
        : [{ to, far: north ** 2 + east ** 2 }];
    })
    .sort((one, other) => one.far - other.far)
    .slice(0, neighbours)
    .map(({ to }) => to);
}
