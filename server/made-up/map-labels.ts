import { outcodes } from '../places.js';
import { type Town, towns } from '../towns.js';

/** A name at its place on a whole map of one zoom, in pixels from the north-west corner of the world. */
export interface Label {
  readonly text: string;
  /** Smaller, beneath it. */
  readonly below: string;
  readonly left: number;
  readonly top: number;
}

const tileSize = 256;
// Towns from afar, outward codes from nearby, and the town with its code closer still.
const zooms = { none: 4, codes: 9, both: 11 };
const room = { width: 88, height: 44 };

const kept = new Map<number, readonly Label[]>();

/** The names that a map of this zoom shows: as many as find room, those of large towns first. */
export function labelsAt(zoom: number): readonly Label[] {
  const known = kept.get(zoom);
  if (known) return known;
  const made = withRoom(candidates(zoom));
  kept.set(zoom, made);
  return made;
}

function candidates(zoom: number): readonly Label[] {
  if (zoom <= zooms.none) return [];
  const named =
    zoom < zooms.codes
      ? [...towns()].sort(largestFirst).map(({ shown, codes: [first] }) => ({
          text: shown,
          below: '',
          latitude: first?.latitude ?? 0,
          longitude: first?.longitude ?? 0,
        }))
      : outcodes().map(({ code, town, latitude, longitude }) => ({
          text: code,
          below: zoom >= zooms.both ? town : '',
          latitude,
          longitude,
        }));
  return named.map(({ text, below, ...at }) => ({ text, below, ...pixels(at, zoom) }));
}

const largestFirst = (one: Town, other: Town): number => other.codes.length - one.codes.length;

// Web Mercator, as every map of tiles is drawn.
function pixels(
  { latitude, longitude }: { readonly latitude: number; readonly longitude: number },
  zoom: number,
): Pick<Label, 'left' | 'top'> {
  const world = tileSize * 2 ** zoom;
  const sine = Math.sin((latitude * Math.PI) / 180);
  return {
    left: Math.round(((longitude + 180) / 360) * world),
    top: Math.round((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * world),
  };
}

// Decided for the whole map at once, so that tiles agree about a name across their edge.
function withRoom(all: readonly Label[]): readonly Label[] {
  const cells = new Map<string, Label[]>();
  const cellOf = ({ left, top }: Label, right = 0, down = 0): string =>
    `${Math.floor(left / room.width) + right} ${Math.floor(top / room.height) + down}`;
  const aside = [-1, 0, 1];
  return all.filter((label) => {
    const near = aside.flatMap((right) =>
      aside.flatMap((down) => cells.get(cellOf(label, right, down)) ?? []),
    );
    const isFree = near.every(
      ({ left, top }) =>
        Math.abs(left - label.left) >= room.width || Math.abs(top - label.top) >= room.height,
    );
    if (isFree) cells.set(cellOf(label), [...(cells.get(cellOf(label)) ?? []), label]);
    return isFree;
  });
}
