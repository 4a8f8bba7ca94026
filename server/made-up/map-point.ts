import type { Point } from '../../src/contract/distance.js';

/** Pixels on each side of a tile. */
export const tileSize = 256;

/** Pixels from the north-west corner of a map of the whole world. */
export interface Pixels {
  readonly left: number;
  readonly top: number;
}

/** Where a point lies on a map of that zoom: Web Mercator, as every map of tiles is drawn. */
export function pixelsOf({ latitude, longitude }: Point, zoom: number): Pixels {
  const world = tileSize * 2 ** zoom;
  const sine = Math.sin((latitude * Math.PI) / 180);
  return {
    left: Math.round(((longitude + 180) / 360) * world),
    top: Math.round((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * world),
  };
}
