import type { Point } from '../../src/directory/contract/distance.js';

/** Width and height of a tile in pixels. */
export const tileSize = 256;

/** A position in pixels from the north-west corner of a map of the whole world. */
export interface PixelPosition {
  readonly left: number;
  readonly top: number;
}

/** The position of a point on a map of a zoom level, in the Web Mercator projection that tiled maps use. */
export function toPixels({ latitude, longitude }: Point, zoom: number): PixelPosition {
  const world = tileSize * 2 ** zoom;
  const sine = Math.sin((latitude * Math.PI) / 180);
  return {
    left: Math.round(((longitude + 180) / 360) * world),
    top: Math.round((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * world),
  };
}
