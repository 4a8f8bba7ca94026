import { type ActivityQuery, type FilterName, filterNames } from '../../contract/activity-query.js';

// Changes of a query. Each results in the first page of a new search.

/** Changes some of the criteria. */
export const changed = (query: ActivityQuery, change: Partial<ActivityQuery>): ActivityQuery => ({
  ...query,
  ...change,
  after: '',
});

/** The chosen values of a filter. */
export const chosen = (query: ActivityQuery, name: FilterName): readonly string[] =>
  query.filters[name] ?? [];

/** Chooses a value of a filter, or removes it. */
export function toggled(query: ActivityQuery, name: FilterName, value: string): ActivityQuery {
  const before = chosen(query, name);
  const values = before.includes(value)
    ? before.filter((one) => one !== value)
    : [...before, value];
  const { [name]: _old, ...others } = query.filters;
  return changed(query, {
    filters: values.length === 0 ? others : { ...others, [name]: values },
  });
}

/** Removes one criterion: a filter with all its values, the place or the text; instead of the distance, the largest. */
export function loosened(query: ActivityQuery, what: string): ActivityQuery {
  if (what === 'text') return changed(query, { text: '' });
  if (what === 'place') return changed(query, { place: '', distance: undefined });
  if (what === 'distance') return changed(query, { distance: 25 });
  const filters = Object.fromEntries(
    Object.entries(query.filters).filter(([name]) => name !== what),
  );
  return changed(query, { filters });
}

/** All chosen values, in the order of the filters. */
export const allChosen = (
  query: ActivityQuery,
): readonly { readonly name: FilterName; readonly value: string }[] =>
  filterNames.flatMap((name) => chosen(query, name).map((value) => ({ name, value })));
