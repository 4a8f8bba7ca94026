/** A point on the earth, WGS 84 degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** The points of venues, without those whose coordinates are not known. */
export const pointsOf = (
  venues: readonly {
    readonly latitude?: number | undefined;
    readonly longitude?: number | undefined;
  }[],
): readonly Point[] =>
  venues.flatMap(({ latitude, longitude }) =>
    latitude === undefined || longitude === undefined ? [] : [{ latitude, longitude }],
  );

const earth = 6_371_000;
const radians = Math.PI / 180;

/** Metres between two points over the surface of a sphere (haversine). */
export function metresBetween(one: Point, other: Point): number {
  const rise = Math.sin(((other.latitude - one.latitude) * radians) / 2) ** 2;
  const run = Math.sin(((other.longitude - one.longitude) * radians) / 2) ** 2;
  const across = Math.cos(one.latitude * radians) * Math.cos(other.latitude * radians);
  return Math.round(2 * earth * Math.asin(Math.sqrt(rise + across * run)));
}
