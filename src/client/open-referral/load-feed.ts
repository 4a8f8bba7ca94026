import type { Activity, Attribution } from '../../contract/activity.js';
import { type Result, failed, ok } from '../../shared/result.js';
import type { Failure } from '../failure.js';
import { type Json, line, one } from './json.js';
import { joinParts } from './join-parts.js';
import { attributionOf } from './read-aliss.js';
import { kindOf, listIn, readRecord } from './read-list.js';
import type { FeedKind } from './record.js';

/** An activity of a feed, and whether its details are still to be asked for. */
export interface FeedItem {
  readonly sourceId: string;
  readonly activity: Activity;
}

/** A feed as far as it could be read. */
export interface Feed {
  readonly kind: FeedKind;
  /** Address of its list. */
  readonly list: string;
  readonly items: readonly FeedItem[];
  readonly attribution: readonly Attribution[];
}

const patience = 10_000;
// What a phone can hold and a feed should be asked for; whoever has more needs a backend.
const mostPages = 40;
const mostItems = 2000;

type Asked = Result<unknown, Failure>;

async function askJson(url: string, ask: typeof fetch): Promise<Asked> {
  const limit = new AbortController();
  const timer = setTimeout(() => {
    limit.abort();
  }, patience);
  try {
    const response = await ask(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: limit.signal,
    });
    const text = await response.text();
    const { status } = response;
    if (!response.ok)
      return failed(
        status >= 500 || status === 429
          ? { kind: 'unavailable', status }
          : { kind: 'refused', status },
      );
    return parse(text);
  } catch {
    return failed({ kind: limit.signal.aborted ? 'timeout' : 'offline' });
  } finally {
    clearTimeout(timer);
  }
}

function parse(text: string): Asked {
  try {
    const json: unknown = JSON.parse(text);
    return ok(json);
  } catch {
    return failed({ kind: 'unreadable' });
  }
}

/** Reads a feed page by page until it has nothing new. What breaks off half-way keeps what was there before. */
export async function loadFeed(url: string, ask: typeof fetch): Promise<Result<Feed, Failure>> {
  const root = url.replace(/\/+$/, '');
  const list = /\/services$|\.json$/.test(root) ? root : `${root}/services`;
  const about = list === root ? undefined : await askJson(`${root}/`, ask);
  const said = about?.ok === true ? kindOf(about.value) : undefined;
  const items = new Map<string, FeedItem>();
  let kind = said;
  let start = 1;
  let attribution: readonly Attribution[] = [];
  for (let page = 1; page <= mostPages && items.size < mostItems; page += 1) {
    const answer = await askJson(page === 1 ? list : `${list}?page=${page - 1 + start}`, ask);
    if (!answer.ok && page === 1) return answer;
    if (!answer.ok)
      return ok({
        kind: kind ?? 'open-referral-3',
        list,
        items: [...items.values()],
        attribution: [...attribution, cutOff],
      });
    kind ??= kindOf(answer.value);
    if (!kind) return failed({ kind: 'unreadable' });
    const source = attributionOf(one(answer.value));
    if (page === 1) attribution = creditsOf(source);
    // Some count pages from 0, and of those some expect the first to be asked for as 1.
    if (page === 1 && one(answer.value)['number'] === 0) start = 0;
    const before = items.size;
    for (const record of listIn(answer.value)) add(items, kind, record, source);
    // An empty page, or one that came before: what a feed counts is not believed.
    if (items.size === before && page + start !== 2) break;
  }
  return ok({ kind: kind ?? 'open-referral-3', list, items: [...items.values()], attribution });
}

const cutOff: Attribution = { text: 'Only part of this directory could be read.' };

type Source = ReturnType<typeof attributionOf>;

const creditsOf = ({ licence, attribution }: Source): readonly Attribution[] => [
  ...(licence
    ? [{ text: licence.name, ...(licence.url === undefined ? {} : { url: licence.url }) }]
    : []),
  ...attribution,
];

function add(items: Map<string, FeedItem>, kind: FeedKind, record: Json, source: Source): void {
  for (const read of readRecord(kind, record)) {
    const { sourceId = '', isPart } = read.ok ? read.record : {};
    const before = items.get(sourceId);
    if (!read.ok || (before && isPart !== true)) continue;
    const whole = before ? joinParts(before.activity, read.record) : read.record;
    items.set(sourceId, { sourceId, activity: activityOf(whole, source) });
  }
}

type FeedRecord = Extract<ReturnType<typeof readRecord>[number], { ok: true }>['record'];

function activityOf({ sourceId, activity }: FeedRecord, source: Source): Activity {
  const { page, ...rest } = activity;
  return {
    ...rest,
    // In an address nothing but these may stand.
    id: sourceId.replace(/[^\w-]/g, '_'),
    categories: rest.terms,
    source: {
      name: rest.organisation?.name ?? rest.name,
      ...(source.licence ? { licence: source.licence } : {}),
      attribution: [...source.attribution],
      ...(page === undefined ? {} : { url: page }),
    },
  };
}

/** An activity with what only its own address tells; lists of Open Referral are thin. */
export async function detailOf(
  { kind, list }: Feed,
  { sourceId, activity }: FeedItem,
  ask: typeof fetch,
): Promise<Activity> {
  if (list.endsWith('.json')) return activity;
  const answer = await askJson(`${list}/${encodeURIComponent(sourceId)}`, ask);
  if (!answer.ok) return activity;
  const [record] = listIn(answer.value);
  const [read] = record && line(record['id']) === sourceId ? readRecord(kind, record) : [];
  return read?.ok === true ? activityOf(read.record, attributionOf(one(answer.value))) : activity;
}
