import { type Json } from '../../src/client/open-referral/json.js';
import { attributionOf } from '../../src/client/open-referral/read-aliss.js';
import { isListing, kindOf, listIn, readRecord } from '../../src/client/open-referral/read-list.js';
import type { FeedKind, Read } from '../../src/client/open-referral/record.js';
import { fetchJson } from './fetch-json.js';

/** Where a feed is and how to read it. */
export interface FeedOf {
  /** Root of an API, or address of a list. */
  readonly url: string;
  readonly kind?: FeedKind | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Hears how many records have been read so far. */
  readonly progress?: (read: number) => void;
}

/** Part of a feed. */
export interface FeedPage {
  readonly kind: FeedKind;
  readonly reads: readonly Read[];
  readonly source: ReturnType<typeof attributionOf>;
}

/** A feed that cannot be read to its end; what there was of it must not take the place of the old. */
export class FeedBroken extends Error {
  override readonly name = 'FeedBroken';
}

const mostPages = 10_000;
const detailsAtOnce = 6;

/**
 * Reads a feed page by page, to where pages are empty, repeat themselves or say that there is no next one. What a
 * feed counts is not believed: some say 31 and have 128.
 */
export async function* readFeed(of: FeedOf): AsyncGenerator<FeedPage> {
  const { kind, list } = await findList(of);
  const seen = new Set<string>();
  let address: string | undefined = list;
  for (let page = 1; address !== undefined; page += 1) {
    if (page > mostPages) throw new FeedBroken(`${list} has no end`);
    const json: unknown = await fetchJson(address, of.signal);
    if (!isListing(json)) throw new FeedBroken(`${address} answers something that is no list`);
    const records = listIn(json);
    const fresh = records.filter((record) => isFresh(seen, record));
    // The page before once more, as from a file that knows nothing of page numbers.
    if (fresh.length === 0) return;
    const whole = kind === 'open-referral-3' ? await withDetails(of, list, fresh) : fresh;
    const source = attributionOf(isObject(json) ? json : {});
    yield { kind, source, reads: whole.flatMap((record) => readRecord(kind, record)) };
    of.progress?.(seen.size);
    address = nextOf(json, list, page + 1);
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// A record without an id is new each time it is seen once; it will be refused by name.
function isFresh(seen: Set<string>, record: Json): boolean {
  const key = JSON.stringify(record['id'] ?? record);
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

async function findList({
  url,
  kind,
  signal,
}: FeedOf): Promise<{ readonly kind: FeedKind; readonly list: string }> {
  const isList = /\/(services|service_at_locations)\/?(\?|$)/.test(url);
  const root = url.replace(/\/+$/, '');
  if (isList) return { kind: kind ?? known(kindOf(await fetchJson(url, signal))), list: url };
  if (kind) return { kind, list: `${root}/services` };
  // A feed whose root says nothing that can be read is taken for version 1, as the official validator does.
  const about = await fetchJson(`${root}/`, signal).catch((error: unknown) => {
    if (signal?.aborted === true) throw error;
    return undefined;
  });
  const said = kindOf(about);
  if (said !== undefined && listIn(about).length > 0) return { kind: said, list: url };
  if (said !== undefined) return { kind: said, list: `${root}/services` };
  const list = `${root}/services`;
  return { kind: kindOf(await fetchJson(list, signal)) ?? 'open-referral-1', list };
}

function known(kind: FeedKind | undefined): FeedKind {
  if (kind) return kind;
  throw new FeedBroken('This is no feed that we know; say which kind it is');
}

// What the feed names as its next page, or the page of the next number.
function nextOf(json: unknown, list: string, page: number): string | undefined {
  if (!isObject(json)) return undefined;
  if (typeof json['next'] === 'string') {
    // A feed leads to its own pages and to nobody else's.
    const next = new URL(json['next'], list);
    return next.origin === new URL(list).origin ? next.href : undefined;
  }
  if ('next' in json && 'count' in json) return undefined;
  const url = new URL(list);
  url.searchParams.set('page', String(page));
  return url.href;
}

// Lists of version 3 are thin: times, prices and addresses stand in the details alone.
async function withDetails(
  of: FeedOf,
  list: string,
  records: readonly Json[],
): Promise<readonly Json[]> {
  const whole: Json[] = [];
  for (let at = 0; at < records.length; at += detailsAtOnce) {
    const some = records.slice(at, at + detailsAtOnce);
    whole.push(...(await Promise.all(some.map((record) => detailOf(of, list, record)))));
  }
  return whole;
}

async function detailOf({ signal }: FeedOf, list: string, record: Json): Promise<Json> {
  const isThin = !['schedules', 'service_at_locations', 'cost_options', 'service'].some(
    (name) => name in record,
  );
  const id = record['id'];
  if (!isThin || typeof id !== 'string' || !/\/services\/?(\?|$)/.test(list)) return record;
  const url = new URL(list);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${encodeURIComponent(id)}`;
  url.search = '';
  const detail: unknown = await fetchJson(url.href, signal).catch((error: unknown) => {
    if (signal?.aborted === true) throw error;
    return undefined;
  });
  // Better thin than not at all.
  return isObject(detail) && detail['id'] === id ? detail : record;
}
