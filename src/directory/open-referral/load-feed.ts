import type { Activity, Attribution } from '../contract/activity.js';
import { withoutUndefined } from '../../core/record.js';
import { type Result, failed, ok } from '../../core/result.js';
import type { Failure } from '../../core/backend/failure.js';
import { type Json, asLine, asObject } from './json.js';
import { mergeLocations } from './merge-locations.js';
import { attributionOf } from './read-aliss.js';
import { kindOf, listIn, readRecord } from './read-list.js';
import type { FeedKind, FeedRecord } from './record.js';

/** An activity of a feed with its id in the feed. */
export interface FeedItem {
  readonly sourceId: string;
  readonly activity: Activity;
}

/** A feed, or the part of it that could be read. */
export interface Feed {
  readonly kind: FeedKind;
  /** Address of the feed's list of services. */
  readonly list: string;
  readonly items: readonly FeedItem[];
  readonly attribution: readonly Attribution[];
}

const timeoutMilliseconds = 10_000;
// What a phone can hold in memory and a feed can be expected to serve; larger directories need a backend.
const maxPages = 40;
const maxItems = 2000;

type JsonResult = Result<unknown, Failure>;

async function fetchJson(url: string, request: typeof fetch): Promise<JsonResult> {
  const timeout = new AbortController();
  const timer = setTimeout(() => {
    timeout.abort();
  }, timeoutMilliseconds);
  try {
    const response = await request(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: timeout.signal,
    });
    const text = await response.text();
    const { status } = response;
    if (response.ok) return parse(text);
    const isTemporary = status >= 500 || status === 429;
    return failed({ kind: isTemporary ? 'unavailable' : 'refused', status });
  } catch {
    return failed({ kind: timeout.signal.aborted ? 'timeout' : 'offline' });
  } finally {
    clearTimeout(timer);
  }
}

function parse(text: string): JsonResult {
  try {
    const json: unknown = JSON.parse(text);
    return ok(json);
  } catch {
    return failed({ kind: 'unreadable' });
  }
}

/** Reads a feed page by page until a page has nothing new. If a later page fails, the pages before it are kept. */
export async function loadFeed(url: string, request: typeof fetch): Promise<Result<Feed, Failure>> {
  const root = url.replace(/\/+$/, '');
  const list = /\/services$|\.json$/.test(root) ? root : `${root}/services`;
  const about = list === root ? undefined : await fetchJson(`${root}/`, request);
  const items = new Map<string, FeedItem>();
  let kind = about?.ok === true ? kindOf(about.value) : undefined;
  let start = 1;
  let attribution: readonly Attribution[] = [];
  const loaded = (): Feed => ({
    kind: kind ?? 'open-referral-3',
    list,
    items: [...items.values()],
    attribution,
  });
  for (let page = 1; page <= maxPages && items.size < maxItems; page += 1) {
    const answer = await fetchJson(page === 1 ? list : `${list}?page=${page - 1 + start}`, request);
    if (!answer.ok && page === 1) return answer;
    if (!answer.ok) return ok({ ...loaded(), attribution: [...attribution, incompleteNotice] });
    kind ??= kindOf(answer.value);
    if (!kind) return failed({ kind: 'unreadable' });
    const source = attributionOf(asObject(answer.value));
    if (page === 1) attribution = attributionLines(source);
    // Some feeds number their pages from 0, and some of these expect 1 in the request for the first page.
    if (page === 1 && asObject(answer.value)['number'] === 0) start = 0;
    const before = items.size;
    for (const record of listIn(answer.value)) addRecord(items, kind, record, source);
    // The end is a page that is empty or was read before, because the totals of feeds are unreliable.
    if (items.size === before && page + start !== 2) break;
  }
  return ok(loaded());
}

const incompleteNotice: Attribution = { text: 'Only part of this directory could be read.' };

type Source = ReturnType<typeof attributionOf>;

const attributionLines = ({ licence, attribution }: Source): readonly Attribution[] => [
  ...(licence ? [withoutUndefined({ text: licence.name, url: licence.url })] : []),
  ...attribution,
];

function addRecord(
  items: Map<string, FeedItem>,
  kind: FeedKind,
  record: Json,
  source: Source,
): void {
  for (const read of readRecord(kind, record)) {
    const { sourceId = '', isPart } = read.ok ? read.record : {};
    const before = items.get(sourceId);
    if (!read.ok || (before && isPart !== true)) continue;
    const whole = before ? mergeLocations(before.activity, read.record) : read.record;
    items.set(sourceId, { sourceId, activity: activityOf(whole, source) });
  }
}

function activityOf({ sourceId, activity }: FeedRecord, source: Source): Activity {
  const { page, ...rest } = activity;
  return {
    ...rest,
    // An id is used in addresses, in which other characters are not allowed.
    id: sourceId.replace(/[^\w-]/g, '_'),
    categories: rest.terms,
    source: { name: rest.organisation?.name ?? rest.name, ...source, url: page },
  };
}

/** An activity with all its details, which Open Referral gives only at the address of the service, not in lists. */
export async function detailOf(
  { kind, list }: Feed,
  { sourceId, activity }: FeedItem,
  request: typeof fetch,
): Promise<Activity> {
  if (list.endsWith('.json')) return activity;
  const answer = await fetchJson(`${list}/${encodeURIComponent(sourceId)}`, request);
  if (!answer.ok) return activity;
  const [record] = listIn(answer.value);
  const [read] = record && asLine(record['id']) === sourceId ? readRecord(kind, record) : [];
  return read?.ok === true
    ? activityOf(read.record, attributionOf(asObject(answer.value)))
    : activity;
}
