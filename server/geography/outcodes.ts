import * as z from 'zod/mini';
import { readOutcodes } from './read-outcodes.js';

/** An outward code with the coordinates of its centre. */
export interface Outcode {
  readonly code: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Its town, or its district if it has no town. */
  readonly town: string;
  /** The district or county to which it belongs. */
  readonly district: string;
}

const Row = z.object({
  code: z.string(),
  latitude: z.string(),
  longitude: z.string(),
  town: z.string(),
  region: z.string(),
});

let cache: readonly Outcode[] | undefined;

/** All outward codes of the list that comes with the project, in alphabetical order. */
export function outcodes(): readonly Outcode[] {
  cache ??= parseOutcodes();
  return cache;
}

function parseOutcodes(): readonly Outcode[] {
  return z
    .parse(z.array(Row), readOutcodes())
    .map(({ code, latitude, longitude, town, region }) => ({
      code,
      latitude: Number(latitude),
      longitude: Number(longitude),
      town: town === '' ? region : town,
      district: region,
    }));
}
