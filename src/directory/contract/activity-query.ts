import { type Result, failed, ok } from '../../core/result.js';
import { accessFeatures, attendances } from './activity.js';
import type { FieldIssue } from '../../core/contract/problem.js';

/** Days of the week as RFC 5545 counts them, in lower case, Monday first. */
export const days = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;

/** Times of day at which a session starts: before 12:00, before 17:00, later. */
export const times = ['morning', 'afternoon', 'evening'] as const;

/** Age bands in years, inclusive. An activity matches if it takes any age of the band. */
export const ageBands = [
  { id: '0-4', from: 0, to: 4 },
  { id: '5-10', from: 5, to: 10 },
  { id: '11-17', from: 11, to: 17 },
  { id: '18-25', from: 18, to: 25 },
  { id: '26-59', from: 26, to: 59 },
  { id: '60', from: 60, to: 150 },
] as const;

/** The distances that people can choose, in miles. */
export const distances = [1, 3, 5, 10, 25] as const;

/** The order of results. */
export const sorts = ['relevance', 'distance', 'soonest', 'checked'] as const;
export type Sort = (typeof sorts)[number];

/**
 * Every filter and its values; `undefined` if a service or a feed decides. An activity must match one of the chosen
 * values of a filter; in `access`, all of them.
 */
export const filterValues = {
  category: undefined,
  day: days,
  time: times,
  free: ['yes'],
  age: ageBands.map(({ id }) => id),
  attendance: attendances,
  access: accessFeatures,
  language: undefined,
  self: ['yes'],
} as const satisfies Readonly<Record<string, readonly string[] | undefined>>;
export type FilterName = keyof typeof filterValues;

/** The names of all filters, in the order in which they are shown. */
export const filterNames: readonly FilterName[] = [
  'category',
  'day',
  'time',
  'free',
  'age',
  'attendance',
  'access',
  'language',
  'self',
];

/** A search for activities. */
export interface ActivityQuery {
  readonly text: string;
  /** An outward code such as `TS18`, or a point `54.57,-1.32` of two decimals, which is about 1 km; empty for anywhere. */
  readonly place: string;
  /** Miles from the place. */
  readonly distance: number | undefined;
  readonly filters: Readonly<Partial<Record<FilterName, readonly string[]>>>;
  readonly sort: Sort | undefined;
  /** Only these activities, in this order. */
  readonly ids: readonly string[];
  /** The largest number of results, and the `next` of the previous page. */
  readonly limit: number;
  readonly after: string;
}

/** The default and the largest number of results on a page. */
export const defaultResults = 24;
export const maxResults = 100;

/** A search for everything. */
export const emptyQuery: ActivityQuery = {
  text: '',
  place: '',
  distance: undefined,
  filters: {},
  sort: undefined,
  ids: [],
  limit: defaultResults,
  after: '',
};

const placeShape = /^([A-Z]{1,2}[0-9][A-Z0-9]?|-?\d{1,2}\.\d{2},-?\d{1,3}\.\d{2})$/;

/** Whether a place is allowed in a URL: an outward code, or a point rounded to about 1 km. */
export const isPlace = (value: string): boolean => placeShape.test(value);

/** Writes a query as URL parameters, always in the same order, so that responses can be cached. */
export function writeQuery(query: ActivityQuery): URLSearchParams {
  const written = new URLSearchParams();
  const add = (name: string, value: string): void => {
    if (value !== '') written.append(name, value);
  };
  add('q', query.text.trim());
  add('place', query.place);
  add('distance', query.place === '' ? '' : String(query.distance ?? ''));
  for (const name of filterNames)
    for (const value of [...(query.filters[name] ?? [])].sort()) add(name, value);
  add('sort', query.sort ?? '');
  add('ids', query.ids.join(','));
  add('limit', query.limit === defaultResults ? '' : String(query.limit));
  add('after', query.after);
  return written;
}

const issueIf = (isWrong: boolean, field: string, code = 'field.shape'): readonly FieldIssue[] =>
  isWrong ? [{ field, code }] : [];

/** Reads URL parameters. Reports each invalid parameter; unknown names are ignored. */
export function readQuery(given: URLSearchParams): Result<ActivityQuery, readonly FieldIssue[]> {
  const value = (name: string): string => given.get(name)?.trim() ?? '';
  const distance = value('distance');
  const sort = sorts.find((one) => one === value('sort'));
  const limit = value('limit') === '' ? defaultResults : Number(value('limit'));
  const ids = value('ids')
    .split(',')
    .filter((id) => id !== '');
  const filters = Object.fromEntries(
    filterNames
      .map((name) => [name, [...new Set(given.getAll(name))].filter((one) => one !== '')] as const)
      .filter(([, values]) => values.length > 0),
  );
  const isFilter = (name: FilterName): boolean => {
    const known: readonly string[] | undefined = filterValues[name];
    const isValue = (one: string): boolean =>
      known ? known.includes(one) : /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u.test(one);
    const all = given.getAll(name);
    return all.length <= 40 && all.every((one) => one === '' || isValue(one));
  };
  const areIds = ids.length <= maxResults && ids.every((id) => /^[\w-]{1,120}$/.test(id));
  const isLimit = Number.isInteger(limit) && limit >= 1 && limit <= maxResults;
  const isDistance = distance === '' || distances.some((one) => String(one) === distance);
  const issues = [
    ...issueIf(value('q').length > 200, 'q', 'field.long'),
    ...issueIf(value('place') !== '' && !isPlace(value('place')), 'place'),
    ...issueIf(!isDistance, 'distance'),
    ...issueIf(value('sort') !== '' && !sort, 'sort'),
    ...issueIf(!isLimit, 'limit'),
    ...issueIf(!areIds, 'ids'),
    ...issueIf(value('after').length > 200, 'after'),
    ...filterNames.flatMap((name) => issueIf(!isFilter(name), name)),
  ];
  if (issues.length > 0) return failed(issues);
  return ok({
    text: value('q'),
    place: value('place'),
    distance: distance === '' ? undefined : Number(distance),
    filters,
    sort,
    ids,
    limit,
    after: value('after'),
  });
}
