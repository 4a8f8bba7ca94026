import {
  type ActivityQuery,
  maxResults,
  readQuery,
  defaultResults,
} from '../contract/activity-query.js';
import { type Result, failed, ok } from '../../core/result.js';
import { parameterNames } from '../activity/state/finder-place.js';

/** The settings of a list that say what it shows. */
interface ListQuerySource {
  /** Ids with commas or blanks between them; they go before `query`. */
  readonly ids: string;
  /** A search, as in the URL of a finder. */
  readonly query: string;
}

const names = [...parameterNames, 'limit'];
// Few enough for a recommendation.
const defaultListResults = 6;

/** The query of a list: its ids in their order, or its search. Otherwise the name of the invalid setting. */
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
  // The copied URL of one activity means that activity.
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

// The setting may be a whole URL, in which each name is prefixed by the key of a finder: `find-q`.
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
