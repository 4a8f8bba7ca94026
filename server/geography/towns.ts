import { metresBetween } from '../../src/directory/contract/distance.js';
import { type Outcode, outcodes } from './outcodes.js';
import { wordsIn } from '../database/search-words.js';

/** A town or district with the outward codes of that name. */
export interface Town {
  readonly label: string;
  readonly codes: readonly Outcode[];
}

interface NamedTown extends Town {
  /** The name in the form in which names are compared, with a space around each word. */
  readonly name: string;
}

const comparable = (text: string): string => ` ${wordsIn(text).join(' ')} `;

// Several towns are called Newport: outward codes of one name that are farther apart belong to different towns.
const maxTownMetres = 60_000;

function groupByName(labelOf: (one: Outcode) => string): readonly NamedTown[] {
  const grouped = new Map<string, readonly { label: string; codes: Outcode[] }[]>();
  for (const one of outcodes()) {
    const name = comparable(labelOf(one));
    const known = grouped.get(name) ?? [];
    const near = known.find(
      ({ codes: [first] }) => first && metresBetween(first, one) < maxTownMetres,
    );
    if (near) near.codes.push(one);
    else grouped.set(name, [...known, { label: labelOf(one), codes: [one] }]);
  }
  return [...grouped].flatMap(([name, found]) => found.map((town) => ({ ...town, name })));
}

let townsByName: readonly NamedTown[] | undefined;
let districts: readonly NamedTown[] | undefined;

/** All known towns. */
export const towns = (): readonly NamedTown[] => (townsByName ??= groupByName(({ town }) => town));

const townsAndDistricts = (): readonly NamedTown[] => [
  ...towns(),
  ...(districts ??= groupByName(({ district }) => district)),
];

// How well a name matches, weighted by the number of outward codes: “Newcastle” means the city with twenty codes
// rather than a village, and “Durham” the city rather than its county.
function matchScore({ name, codes }: NamedTown, sought: string): number {
  if (name === sought) return codes.length * 5;
  if (name.startsWith(sought)) return codes.length;
  if (name.includes(sought)) return codes.length / 10;
  return name.startsWith(sought.trimEnd()) ? codes.length / 1000 : 0;
}

/** The most likely town or district for a typed name, for the start of one, or for one of its words. */
export function findTown(typed: string): Town | undefined {
  const sought = comparable(typed);
  if (sought.trim().length < 3) return undefined;
  return townsAndDistricts().reduce<{ readonly town: Town | undefined; readonly best: number }>(
    (found, town) => {
      const best = matchScore(town, sought);
      return best > found.best ? { town, best } : found;
    },
    { town: undefined, best: 0 },
  ).town;
}
