import type { DirectoryEntry } from '../../settings/deployment-schema.js';
import { wordsIn } from '../../database/search-words.js';

/** Assigns categories to a record by the subjects in its feed. */
export interface Categorise {
  /** Ids of the service's categories. */
  of(subjects: readonly string[], terms: readonly string[]): readonly string[];
  /** Terms that match none of the service's categories, with their counts. */
  readonly unknown: ReadonlyMap<string, number>;
}

const plain = (text: string): string => ` ${wordsIn(text).join(' ')} `;

/** Uses the table of the settings: whole names and ids first, then words of a name. */
export function categoriser({ categories }: Pick<DirectoryEntry, 'categories'>): Categorise {
  const table = categories.flatMap(({ id, label, terms }) =>
    [id, label, ...terms].map((term) => ({ id, term: plain(term) })),
  );
  const unknown = new Map<string, number>();
  const idsOf = (subject: string): readonly string[] => {
    const wanted = plain(subject);
    const exact = table.filter(({ term }) => term === wanted);
    const found = exact.length > 0 ? exact : table.filter(({ term }) => wanted.includes(term));
    return found.map(({ id }) => id);
  };
  return {
    unknown,
    of: (subjects, terms) => {
      for (const term of terms)
        if (idsOf(term).length === 0) unknown.set(term, (unknown.get(term) ?? 0) + 1);
      return [...new Set(subjects.flatMap(idsOf))];
    },
  };
}
