import {
  type ActivityQuery,
  maxResults,
  readQuery,
  defaultResults,
} from '../contract/activity-query.js';
import { type Result, failed, ok } from '../../core/result.js';
import { placeNames } from '../activity/state/finder-place.js';

/** What a page says that a list is to show. */
interface ListQuerySource {
  /** Ids with commas or blanks between them; they go before `query`. */
  readonly ids: string;
  /** A search as it stands in an address. */
  readonly query: string;
}

const names = [...placeNames, 'limit'];
// Few enough to recommend.
const defaultListResults = 6;

/** The search for what a list is to show: what was chosen, in its order, or what fits. Otherwise what cannot be used. */
export function listQuery({
  ids,
  query,
}: ListQuerySource): Result<ActivityQuery, keyof ListQuerySource> {
  const chosen = ids.split(/[\s,]+/).filter((id) => id !== '');
  if (chosen.length > 0) return idQuery(chosen, 'ids');
  if (query.trim() === '') return failed('ids');
  const pasted = pastedParameters(query);
  const read = readQuery(pasted);
  if (!read.ok || pasted.toString() === '') return failed('query');
  if (read.value.ids.length > 0) return idQuery(read.value.ids, 'query');
  // Somebody who copies the address of one activity means that one.
  const activity = pasted.get('activity') ?? '';
  if (activity !== '' && [...pasted].length === 1) return idQuery([activity], 'query');
  const { limit } = read.value;
  return ok({ ...read.value, limit: limit === defaultResults ? defaultListResults : limit });
}

function idQuery(
  ids: readonly string[],
  from: keyof ListQuerySource,
): Result<ActivityQuery, keyof ListQuerySource> {
  const read = readQuery(new URLSearchParams({ ids: [...new Set(ids)].join(',') }));
  return read.ok ? ok({ ...read.value, limit: maxResults }) : failed(from);
}

// A whole address may be pasted, in which each name has the key of a finder before it: `find-q`.
function pastedParameters(text: string): URLSearchParams {
  const [, after = text] = /^[^=?]*\?([^#]*)/.exec(text) ?? [];
  const given = [...new URLSearchParams(after.trim())];
  const own = (name: string): string =>
    names.find((one) => name === one || name.endsWith(`-${one}`)) ?? '';
  const keyed = given.find(([name]) => own(name) !== '' && own(name) !== name)?.[0] ?? '';
  const key = keyed.slice(0, keyed.length - own(keyed).length);
  return new URLSearchParams(
    given
      .filter(([name]) => own(name) !== '' && name === key + own(name))
      .map(([name, value]) => [own(name), value]),
  );
}
