import { type Outcode, outcodes } from '../geography/outcodes.js';
import { type PixelPosition, toPixels } from './web-mercator.js';

type Road<End> = readonly [End, End];

const neighboursPerOutcode = 2;
const maxDegrees = 0.4;
// At lower zoom levels the roads would cover the whole country.
const minZoom = 9;

let allRoads: readonly Road<Outcode>[] | undefined;
const roadsByZoom = new Map<number, readonly Road<PixelPosition>[]>();

/** The roads of the sample map at a zoom level: straight lines from each outward code to the two nearest ones. */
export function roadsAt(zoom: number): readonly Road<PixelPosition>[] {
  if (zoom < minZoom) return [];
  const known = roadsByZoom.get(zoom);
  if (known) return known;
  allRoads ??= connectNeighbours();
  const made = allRoads.map(([from, to]) => [toPixels(from, zoom), toPixels(to, zoom)] as const);
  roadsByZoom.set(zoom, made);
  return made;
}

// Each road is listed once, although each of its ends may be nearest to the other.
function connectNeighbours(): readonly Road<Outcode>[] {
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
      return to === from || north > maxDegrees || east > maxDegrees
        ? []
        : [{ to, far: north ** 2 + east ** 2 }];
    })
    .sort((one, other) => one.far - other.far)
    .slice(0, neighboursPerOutcode)
    .map(({ to }) => to);
}
