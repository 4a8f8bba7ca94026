import type { DirectoryEntry } from '../../settings/deployment-schema.js';
import { wordsIn } from '../../database/search-words.js';

const plain = (text: string): string => ` ${wordsIn(text).join(' ')} `;

/**
 * Assigns the service's categories to records by the subjects in their feed: by whole names and ids, or else by words of
 * a name.
 */
export function categoriser({ categories }: Pick<DirectoryEntry, 'categories'>) {
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
    /** Terms that match none of the service's categories, with their counts. */
    unknown,
    /** Ids of the service's categories. */
    of: (subjects: readonly string[], terms: readonly string[]): readonly string[] => {
      for (const term of terms)
        if (idsOf(term).length === 0) unknown.set(term, (unknown.get(term) ?? 0) + 1);
      return [...new Set(subjects.flatMap(idsOf))];
    },
  };
}
