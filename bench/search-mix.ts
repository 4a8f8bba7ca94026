import {
  type ActivityQuery,
  ageBands,
  days,
  emptyQuery,
} from '../src/directory/contract/activity-query.js';
import { type Activity, accessFeatures } from '../src/directory/contract/activity.js';
import { sampleActivities } from '../server/sample-data/sample-activities.js';
import { type Random, randomFrom } from '../server/sample-data/random.js';
import { outcodes } from '../server/geography/outcodes.js';
import { wordsIn } from '../server/database/search-words.js';

const samples = 20_000;
const popular = 600;

/** What people of a directory look for, weighted by frequency: a few words come often, and many come once. */
export interface Wishes {
  text(random: Random): string;
  place(random: Random): string;
  /** A change to the search that a person makes after seeing the results. */
  refine(query: ActivityQuery, random: Random): ActivityQuery;
}

/** Searches for sample activities, the same ones each time. */
export function wishes(): Wishes {
  const said = [...sampleActivities('bench', samples)].map(({ activity }) => activity);
  const shuffled = outcodes()
    .map((one) => ({
      one,
      at: Math.imul(one.code.charCodeAt(1) + one.code.length * 977, 2_654_435_761),
    }))
    .map(({ one, at }, index) => ({ one, at: randomFrom(at ^ index).next() }))
    .sort((first, second) => first.at - second.at)
    .slice(0, popular)
    .map(({ one }) => one);
  return {
    text: (random) => withTypingErrors(phraseOf(random.pick(said), random), random),
    place: (random) => {
      const { code, latitude, longitude } =
        shuffled[Math.floor(popular ** random.next()) - 1] ?? random.pick(shuffled);
      // A person who types the name of a town searches at a point.
      return random.chance(80) ? code : `${latitude.toFixed(2)},${longitude.toFixed(2)}`;
    },
    refine,
  };
}

// Mostly the names of activities, sometimes words of their descriptions, places or organisations.
function phraseOf(activity: Activity, random: Random): readonly string[] {
  const names = wordsIn(activity.name).filter((word) => word.length > 2);
  const drawn = random.next();
  if (drawn < 0.65) {
    const at = Math.floor(random.next() * names.length);
    return names.slice(at, at + (random.chance(40) ? 2 : 1));
  }
  if (drawn < 0.75) return names;
  const other =
    drawn < 0.9
      ? wordsIn(activity.description ?? '')
      : wordsIn(`${activity.organisation?.name ?? ''} ${activity.venues[0]?.address.at(-1) ?? ''}`);
  const long = other.filter((word) => word.length > 3);
  return [long.length === 0 ? activity.name : random.pick(long)];
}

// Some people are still typing, and some mistype.
function withTypingErrors(words: readonly string[], random: Random): string {
  const text = words.join(' ');
  if (text.length > 5 && random.chance(12)) return text.slice(0, -2);
  const at = 1 + Math.floor(random.next() * (text.length - 2));
  return text.length > 5 && random.chance(4) ? text.slice(0, at) + text.slice(at + 1) : text;
}

const categories = ['arts', 'moving', 'gardening', 'money', 'befriending', 'cookery', 'carers'];

function refine(query: ActivityQuery, random: Random): ActivityQuery {
  const { filters } = query;
  const ways: readonly (() => ActivityQuery)[] = [
    () => ({ ...query, filters: { ...filters, category: [random.pick(categories)] } }),
    () => ({ ...query, filters: { ...filters, free: ['yes'] } }),
    () => ({ ...query, filters: { ...filters, day: [random.pick(days), random.pick(days)] } }),
    () => ({ ...query, filters: { ...filters, age: [random.pick(ageBands).id] } }),
    () => ({ ...query, filters: { ...filters, access: [random.pick(accessFeatures)] } }),
    () => ({ ...query, distance: random.pick([1, 3, 5, 25] as const) }),
    () => ({ ...query, sort: random.pick(['soonest', 'checked'] as const) }),
  ];
  return random.pick(ways)();
}

/**
 * Searches as people make them: most have a place, many have words, and about every second one refines the one before.
 */
export function mixOf(wanted: Wishes, many: number, seed: number): readonly ActivityQuery[] {
  const random = randomFrom(seed);
  const queries: ActivityQuery[] = [];
  while (queries.length < many) {
    let query: ActivityQuery = {
      ...emptyQuery,
      text: random.chance(60) ? wanted.text(random) : '',
      place: random.chance(70) ? wanted.place(random) : '',
    };
    if (random.chance(25)) query = wanted.refine(query, random);
    queries.push(query);
    while (random.chance(50)) {
      query = wanted.refine(query, random);
      queries.push(query);
    }
  }
  return queries.slice(0, many);
}

/** Searches that each have a text and a place that no earlier one had. */
export function firstSearches(
  wanted: Wishes,
  many: number,
  seed: number,
): readonly ActivityQuery[] {
  const random = randomFrom(seed);
  const texts = new Set<string>();
  while (texts.size < many) texts.add(wanted.text(random));
  const codes = outcodes();
  const start = Math.floor(random.next() * codes.length);
  // The step and the number of codes have no common factor, so this visits each code once.
  return [...texts].map((text, index) => ({
    ...emptyQuery,
    text,
    place: codes[(start + index * 1009) % codes.length]?.code ?? '',
  }));
}
