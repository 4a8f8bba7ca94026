import {
  type ActivityQuery,
  type FilterName,
  emptyQuery,
  filterNames,
  readQuery,
  writeQuery,
} from '../contract/activity-query.js';

// What can be done to a search. Each gives a search from its first page on.

/** Changes something of a search. */
export const changed = (query: ActivityQuery, change: Partial<ActivityQuery>): ActivityQuery => ({
  ...query,
  ...change,
  after: '',
});

/** The values chosen of a filter. */
export const chosen = (query: ActivityQuery, name: FilterName): readonly string[] =>
  query.filters[name] ?? [];

/** Chooses a value of a filter, or lets go of it. */
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

/** Lets go of one thing: a filter with all its values, the distance, the place or the text. */
export function loosened(query: ActivityQuery, what: string): ActivityQuery {
  if (what === 'text') return changed(query, { text: '' });
  if (what === 'place') return changed(query, { place: '', distance: undefined });
  if (what === 'distance') return changed(query, { distance: 25 });
  const filters = Object.fromEntries(
    Object.entries(query.filters).filter(([name]) => name !== what),
  );
  return changed(query, { filters });
}

/** Every value that is chosen, in the order of the filters. */
export const allChosen = (
  query: ActivityQuery,
): readonly { readonly name: FilterName; readonly value: string }[] =>
  filterNames.flatMap((name) => chosen(query, name).map((value) => ({ name, value })));

/** Where a finder is, as an address can tell it. */
export interface FinderPlace {
  readonly query: ActivityQuery;
  /** The activity that is open; empty for none. */
  readonly activity: string;
}

const ours = ['q', 'place', 'distance', 'sort', 'ids', 'activity', ...filterNames];

/**
 * Writes where a finder is into the parameters of an address, each name with the finder's own key before it;
 * whatever else stands there stays.
 */
export function toAddress(
  parameters: URLSearchParams,
  key: string,
  { query, activity }: FinderPlace,
): URLSearchParams {
  const written = new URLSearchParams(parameters);
  for (const name of ours) written.delete(`${key}-${name}`);
  const { limit: _limit, after: _after, ...kept } = query;
  writeQuery({ ...emptyQuery, ...kept }).forEach((value, name) => {
    written.append(`${key}-${name}`, value);
  });
  if (activity !== '') written.set(`${key}-activity`, activity);
  return written;
}

/** Reads where a finder is out of the parameters of an address; what cannot be used is left out. */
export function fromAddress(parameters: URLSearchParams, key: string): FinderPlace {
  const own = new URLSearchParams();
  for (const name of ours)
    for (const value of parameters.getAll(`${key}-${name}`)) own.append(name, value);
  const activity = own.get('activity') ?? '';
  const read = readQuery(own);
  const usable = read.ok
    ? read
    : readQuery(new URLSearchParams({ q: own.get('q')?.slice(0, 200) ?? '' }));
  return {
    query: usable.ok ? usable.value : emptyQuery,
    activity: /^[\w-]{1,120}$/.test(activity) ? activity : '',
  };
}
