import { outcodes } from '../outcodes.js';
import { type Town, towns } from '../towns.js';
import { type Pixels, pixelsOf } from './map-point.js';

/** A name at its place on a map. */
export interface Label extends Pixels {
  readonly text: string;
  /** Smaller, beneath it. */
  readonly below: string;
}

// Towns from afar, outward codes from nearby, and the town with its code closer still.
const zooms = { none: 4, codes: 9, both: 11 };
const height = 40;

const kept = new Map<number, readonly Label[]>();

/** The names that a map of this zoom shows: as many as find room, those of large towns first. */
export function labelsAt(zoom: number): readonly Label[] {
  const known = kept.get(zoom);
  if (known) return known;
  const made = withRoom(candidates(zoom), zoom < zooms.codes ? 120 : 80);
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
  return named.map(({ text, below, ...at }) => ({ text, below, ...pixelsOf(at, zoom) }));
}

const largestFirst = (one: Town, other: Town): number => other.codes.length - one.codes.length;

// Decided for the whole map at once, so that tiles agree about a name across their edge.
function withRoom(all: readonly Label[], width: number): readonly Label[] {
  const cells = new Map<string, Label[]>();
  const cellOf = ({ left, top }: Label, right = 0, down = 0): string =>
    `${Math.floor(left / width) + right} ${Math.floor(top / height) + down}`;
  const aside = [-1, 0, 1];
  return all.filter((label) => {
    const near = aside.flatMap((right) =>
      aside.flatMap((down) => cells.get(cellOf(label, right, down)) ?? []),
    );
    const isFree = near.every(
      ({ left, top }) =>
        Math.abs(left - label.left) >= width || Math.abs(top - label.top) >= height,
    );
    if (isFree) cells.set(cellOf(label), [...(cells.get(cellOf(label)) ?? []), label]);
    return isFree;
  });
}
