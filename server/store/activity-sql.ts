import {
  type ActivityQuery,
  type FilterName,
  distances,
  filterNames,
} from '../../src/contract/activity-query.js';
import { type Countable, type OpenValue, countables, passes } from './activity-filters.js';
import { type Order, readCursor } from './activity-order.js';
import type { Search } from './activity-store.js';

/** One statement, with what its counts mean. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
  /** What the columns `c0`, `c1`… count. */
  readonly counted: readonly { readonly name: string; readonly value: string }[];
  /** Filters in use; the columns `x_<name>` count what would be there without each. */
  readonly active: readonly string[];
}

const usualMiles = 10;
const metresInMile = 1609.344;
const metresInDegree = 111_195;
const farthest = distances[distances.length - 1] ?? usualMiles;

/** Miles from the place within which a venue is near. */
export const milesOf = (query: ActivityQuery): number => query.distance ?? usualMiles;

/** Collects the values of a statement and names their places. */
class Values {
  readonly all: unknown[] = [];

  add(value: unknown): string {
    this.all.push(value);
    return `$${this.all.length}`;
  }
}

/**
 * A search as one statement: what fits text and place once, then counted for every filter value and cut into a
 * page. Names and masks in it are our own; everything that a person typed is a value.
 */
export function searchStatement(
  { service, query, place, now }: Search,
  words: readonly string[],
  order: Order,
  open: readonly OpenValue[],
): Statement {
  const values = new Values();
  const s = values.add(service);
  const tsquery = (joined: string): string => `to_tsquery('english', ${values.add(joined)})`;
  // The last word may still be being typed; what holds it whole fits better.
  const text = words.length === 0 ? undefined : tsquery(`${words.join(' & ')}:*`);
  const whole = words.length === 0 ? '' : tsquery(words.join(' & '));
  const active: readonly string[] = [
    ...filterNames.filter((name) => (query.filters[name] ?? []).length > 0),
    ...(place ? ['distance'] : []),
  ];
  const pass = (except?: string): string =>
    active
      .filter((name) => name !== except)
      .map((name) => `p_${name}`)
      .join(' and ') || 'true';
  const matched = `
    select s.id, fixed_bits, category_bits, language_bits, next_at, next_ends, checked_on,
      ${place ? 'metres, other' : 'null::float8 as metres, null::text as other'},
      ${text ? `(ts_rank(words, ${text}) + 2 * ts_rank(words, ${whole}))::float8` : '0::float8'} as rank
    from activity_search s ${place ? 'join placed using (id)' : ''}
      ${place ? `cross join lateral (select ${otherReach(values.add(place.outcode ?? ''))} as other) o` : ''}
    where s.service = ${s} ${text ? `and words @@ ${text}` : ''}
      ${place ? `and (metres is not null or other is not null)` : ''}`;
  const counted = countedValues(open, place !== undefined);
  const after = query.after === '' ? undefined : readCursor(query.after, order.sort);
  const moment = values.add(now.toISOString());
  const sql = `
    with ${place ? placedSql(s, values, place) : ''}
    matched as materialized (${matched}),
    judged as materialized (
      select *, ${order.key} as k ${active.map((name) => `, ${passSql(name, query, open)} as p_${name}`).join('')}
      from matched),
    counts as (
      select count(*) filter (where ${pass()})::int as total
        ${active.map((name) => `, count(*) filter (where ${pass(name)})::int as x_${name}`).join('')}
        ${counted.map(({ name, condition }, at) => `, count(*) filter (where ${pass(name === 'access' ? undefined : name)} and ${condition})::int as c${at}`).join('')}
      from judged),
    page as (
      select id, k, metres, other, next_at, next_ends from judged
      where ${pass()} ${after ? `and (k, id) > (${values.add(after.key)}::float8, ${values.add(after.id)})` : ''}
      order by k, id limit ${values.add(query.limit + 1)})
    select (select to_jsonb(c) from counts c) as counts,
      (select jsonb_agg(jsonb_build_object('id', p.id, 'k', p.k, 'metres', p.metres, 'other', p.other,
          'nextAt', case when coalesce(p.next_ends, p.next_at) >= ${moment}::timestamptz then p.next_at end,
          'nextEnds', p.next_ends, 'card', s.card) order by p.k, p.id)
       from page p join activity_search s on s.service = ${s} and s.id = p.id) as page`;
  return { sql, values: values.all, counted, active };
}

// Besides a venue nearby: an area that holds the place, or something that needs no place.
const otherReach = (outcode: string): string => `
  case when ${outcode} = any(outcodes) or is_everywhere and (is_remote or not has_venue) then 'covers'
       when is_remote and outcodes is null then 'anywhere' end`;

// Three short ways to what may be reached, instead of one look at everything.
function placedSql(
  s: string,
  values: Values,
  { latitude, longitude, outcode }: NonNullable<Search['place']>,
): string {
  const metres = farthest * metresInMile;
  const up = metres / metresInDegree;
  const across = up / Math.max(0.2, Math.cos((latitude * Math.PI) / 180));
  const lat = `${values.add(latitude)}::float8`;
  const lng = `${values.add(longitude)}::float8`;
  const code = values.add([outcode ?? '']);
  return `
    placed as (
      select id, min(metres) as metres from (
        select id, metres from (
          select id, 2 * 6371000 * asin(least(1, sqrt(
            sin(radians(at[1] - ${lat}) / 2) ^ 2
            + cos(radians(${lat})) * cos(radians(at[1])) * sin(radians(at[0] - ${lng}) / 2) ^ 2))) as metres
          from activity_venue
          where service = ${s} and at <@ box(point(${lng} - ${across}, ${lat} - ${up}),
                                             point(${lng} + ${across}, ${lat} + ${up}))) as nearby
        where metres <= ${metres}
        union all
        select id, null from activity_search where service = ${s} and outcodes @> ${code}::text[]
        union all
        select id, null from activity_search
        where service = ${s} and (is_everywhere or is_remote and outcodes is null)
      ) as reached group by id),`;
}

const passSql = (name: string, query: ActivityQuery, open: readonly OpenValue[]): string => {
  if (name === 'distance')
    return `(metres <= ${milesOf(query) * metresInMile} or other is not null)`;
  const filter = filterNames.find((one) => one === name);
  return filter ? `(${passes(filter, query.filters[filter] ?? [], open)})` : 'true';
};

interface Counted {
  readonly name: FilterName | 'distance';
  readonly value: string;
  readonly condition: string;
}

function countedValues(open: readonly OpenValue[], hasPlace: boolean): readonly Counted[] {
  const all: readonly Countable[] = countables(open);
  if (!hasPlace) return all;
  const rings = distances.map((miles) => ({
    name: 'distance' as const,
    value: String(miles),
    condition: `(metres <= ${miles * metresInMile} or other is not null)`,
  }));
  return [...all, ...rings];
}
