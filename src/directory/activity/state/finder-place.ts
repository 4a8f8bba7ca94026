import {
  type ActivityQuery,
  emptyQuery,
  filterNames,
  readQuery,
  writeQuery,
} from '../../contract/activity-query.js';

/** Where a finder is, as an address can tell it. */
export interface FinderPlace {
  readonly query: ActivityQuery;
  /** The activity that is open; empty for none. */
  readonly activity: string;
}

/** The names of the parameters that say where a finder is, without its key. */
export const placeNames = ['q', 'place', 'distance', 'sort', 'ids', 'activity', ...filterNames];

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
  for (const name of placeNames) written.delete(`${key}-${name}`);
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
  for (const name of placeNames)
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
