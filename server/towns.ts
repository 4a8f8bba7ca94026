import { metresBetween } from '../src/contract/distance.js';
import { type Outcode, outcodes } from './outcodes.js';
import { wordsIn } from './store/search-words.js';

/** A town or district: the outward codes that bear its name. */
export interface Town {
  readonly shown: string;
  readonly codes: readonly Outcode[];
}

interface Named extends Town {
  /** As it is compared, with a space around each word. */
  readonly name: string;
}

const nameOf = (text: string): string => ` ${wordsIn(text).join(' ')} `;

// There are several Newports: codes of one name that lie farther apart are different towns.
const sameTown = 60_000;

function group(shown: (one: Outcode) => string): readonly Named[] {
  const towns = new Map<string, readonly { shown: string; codes: Outcode[] }[]>();
  for (const one of outcodes()) {
    const name = nameOf(shown(one));
    const known = towns.get(name) ?? [];
    const near = known.find(({ codes: [first] }) => first && metresBetween(first, one) < sameTown);
    if (near) near.codes.push(one);
    else towns.set(name, [...known, { shown: shown(one), codes: [one] }]);
  }
  return [...towns].flatMap(([name, found]) => found.map((town) => ({ ...town, name })));
}

let named: readonly Named[] | undefined;
let districts: readonly Named[] | undefined;

/** Every town that we know. */
export const towns = (): readonly Town[] => namedTowns();

const namedTowns = (): readonly Named[] => (named ??= group(({ town }) => town));

const everything = (): readonly Named[] => [
  ...namedTowns(),
  ...(districts ??= group(({ district }) => district)),
];

// How well a name fits and how large the place is: “Newcastle” is rather the city of twenty codes than the village,
// “Durham” rather the city than its county.
function likeness({ name, codes }: Named, wanted: string): number {
  if (name === wanted) return codes.length * 5;
  if (name.startsWith(wanted)) return codes.length;
  if (name.includes(wanted)) return codes.length / 10;
  return name.startsWith(wanted.trimEnd()) ? codes.length / 1000 : 0;
}

/** The town or district that somebody most likely means; also by its first letters or one of its words. */
export function findTown(typed: string): Town | undefined {
  const wanted = nameOf(typed);
  if (wanted.trim().length < 3) return undefined;
  return everything().reduce<{ readonly town: Town | undefined; readonly best: number }>(
    (found, town) => {
      const best = likeness(town, wanted);
      return best > found.best ? { town, best } : found;
    },
    { town: undefined, best: 0 },
  ).town;
}
