import * as z from 'zod/mini';
import { readOutcodes } from './read-outcodes.js';

/** An outward code with the point in its middle. */
export interface Outcode {
  readonly code: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Its town, or where it has none its district. */
  readonly town: string;
  /** The district or county in which it lies. */
  readonly district: string;
}

const Row = z.object({
  code: z.string(),
  latitude: z.string(),
  longitude: z.string(),
  town: z.string(),
  region: z.string(),
});

let kept: readonly Outcode[] | undefined;

/** Every outward code that we know, in the order of the alphabet. */
export function outcodes(): readonly Outcode[] {
  kept ??= read();
  return kept;
}

function read(): readonly Outcode[] {
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
