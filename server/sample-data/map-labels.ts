import { outcodes } from '../geography/outcodes.js';
import { type Town, towns } from '../geography/towns.js';
import { type PixelPosition, toPixels } from './web-mercator.js';

/** A label at its position on the sample map. */
export interface Label extends PixelPosition {
  readonly text: string;
  /** A second line in smaller type; may be empty. */
  readonly below: string;
}

// Low zoom levels show towns, higher ones outward codes, and the highest outward codes with their town.
const minZoom = { none: 4, codes: 9, both: 11 };
const height = 40;

const cache = new Map<number, readonly Label[]>();

/** The labels of the map at a zoom level: as many as fit without overlap, large towns first. */
export function labelsAt(zoom: number): readonly Label[] {
  const known = cache.get(zoom);
  if (known) return known;
  const made = withoutOverlap(candidates(zoom), zoom < minZoom.codes ? 120 : 80);
  cache.set(zoom, made);
  return made;
}

function candidates(zoom: number): readonly Label[] {
  if (zoom <= minZoom.none) return [];
  const named =
    zoom < minZoom.codes
      ? [...towns()].sort(largestFirst).map(({ label, codes: [first] }) => ({
          text: label,
          below: '',
          latitude: first?.latitude ?? 0,
          longitude: first?.longitude ?? 0,
        }))
      : outcodes().map(({ code, town, latitude, longitude }) => ({
          text: code,
          below: zoom >= minZoom.both ? town : '',
          latitude,
          longitude,
        }));
  return named.map(({ text, below, ...at }) => ({ text, below, ...toPixels(at, zoom) }));
}

const largestFirst = (one: Town, other: Town): number => other.codes.length - one.codes.length;

// Labels are chosen for the whole map, so that neighbouring tiles agree about a label across their edge.
function withoutOverlap(all: readonly Label[], width: number): readonly Label[] {
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
