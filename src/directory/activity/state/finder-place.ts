import {
  type ActivityQuery,
  emptyQuery,
  filterNames,
  readQuery,
  writeQuery,
} from '../../contract/activity-query.js';

/** What the URL of a page says about its finder. */
export interface FinderPlace {
  readonly query: ActivityQuery;
  /** The activity that is open; empty for none. */
  readonly activity: string;
}

/** The default `url-key` of a finder. */
export const defaultUrlKey = 'find';

/** The URL parameters of a finder, without its key. */
export const parameterNames = ['q', 'place', 'distance', 'sort', 'ids', 'activity', ...filterNames];

/** The URL of a page with a state of its finder. Each parameter starts with the finder's key; others are kept. */
export function urlOf(page: string, key: string, { query, activity }: FinderPlace): URL {
  const url = new URL(page);
  const { searchParams } = url;
  for (const name of parameterNames) searchParams.delete(`${key}-${name}`);
  const { limit: _limit, after: _after, ...kept } = query;
  writeQuery({ ...emptyQuery, ...kept }).forEach((value, name) => {
    searchParams.append(`${key}-${name}`, value);
  });
  if (activity !== '') searchParams.set(`${key}-activity`, activity);
  return url;
}

/** Reads the state of a finder from URL parameters; invalid ones are ignored. */
export function fromAddress(parameters: URLSearchParams, key: string): FinderPlace {
  const own = new URLSearchParams();
  for (const name of parameterNames)
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
