import {
  type Json,
  firstOf,
  asLine,
  asNumber,
  asObject,
} from '../../../src/directory/open-referral/json.js';
import { attributionOf } from '../../../src/directory/open-referral/read-aliss.js';
import {
  isListing,
  kindOf,
  listIn,
  readRecord,
} from '../../../src/directory/open-referral/read-list.js';
import type {
  FeedKind,
  RecordResult,
  RejectedRecord,
} from '../../../src/directory/open-referral/record.js';
import { FeedBroken } from './feed-broken.js';
import { withDetails } from './feed-details.js';
import { type Asking, FetchFailed, fetchJson } from './fetch-json.js';
import { nextPage, secondPage } from './next-page.js';
import { shownAddress } from './shown-address.js';

/** The address of a feed and how to read it. */
export interface FeedOf extends Asking {
  /** Root of an API, or address of a list. */
  readonly url: string;
  readonly kind?: FeedKind | undefined;
  /** Called with the number of records read so far, and the total according to the feed. */
  readonly progress?: (read: number, said: number | undefined) => void;
}

/** Part of a feed. */
export interface FeedPage {
  readonly kind: FeedKind;
  readonly reads: readonly RecordResult[];
  /** Records for which only the list could be read, and why. */
  readonly incomplete: readonly RejectedRecord[];
  readonly source: ReturnType<typeof attributionOf>;
}

const mostPages = 10_000;
const mostRecords = 1_000_000;

/**
 * Reads a feed page by page until a page is empty, repeats another or is marked as the last. Totals in a feed are
 * ignored: some say 31 and have 128.
 */
export async function* readFeed(of: FeedOf): AsyncGenerator<FeedPage> {
  const { kind, list, first } = await findList(of);
  const details = withDetails(of, kind, list);
  const seen = new Set<string>();
  let page = secondPage(first, list);
  let repeated = 0;
  let answer: Answer | undefined = { json: first, address: list };
  while (answer) {
    const records = recordsOf(answer);
    if (records.length === 0) return;
    const fresh = records.filter((record) => isFresh(seen, record));
    repeated = fresh.length === 0 ? repeated + 1 : 0;
    // The first page may come again as page 1; after two repeats in a row, the feed has no pages.
    if (repeated > 1) return;
    const { whole, incomplete } = await details(fresh);
    yield {
      kind,
      source: attributionOf(asObject(answer.json)),
      reads: whole.flatMap((record) => readRecord(kind, record)),
      incomplete,
    };
    of.progress?.(seen.size, countSaid(answer.json));
    if (page > mostPages || seen.size > mostRecords)
      throw new FeedBroken(`${shownAddress(list)} has no end`);
    const address = nextPage(answer.json, list, page);
    answer = address === undefined ? undefined : { address, json: await fetchJson(address, of) };
    page += 1;
  }
}

interface Answer {
  readonly json: unknown;
  readonly address: string;
}

function recordsOf({ json, address }: Answer): readonly Json[] {
  const records = listIn(json);
  if (!isListing(json))
    throw new FeedBroken(`${shownAddress(address)} answers something that is no list`);
  // ALISS returns an empty list when a search failed.
  if (records.length === 0 && asLine(asObject(json)['error']) !== undefined)
    throw new FeedBroken(`${shownAddress(address)} answers that something is wrong`);
  return records;
}

const countSaid = (json: unknown): number | undefined =>
  firstOf(asObject(json), ['total_items', 'totalElements', 'count'], asNumber);

// A record without an id is identified by its content; it will be rejected by name.
function isFresh(seen: Set<string>, record: Json): boolean {
  const key = JSON.stringify(record['id'] ?? record);
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

interface List {
  readonly kind: FeedKind;
  readonly list: string;
  /** The content of the first page. */
  readonly first: unknown;
}

const otherLists =
  /\/(taxonomies|taxonomy_terms|vocabularies|categories|locations|service-areas)\/*$/;

async function findList(of: FeedOf): Promise<List> {
  const { url } = of;
  const { pathname } = new URL(url);
  const [, other] = otherLists.exec(pathname) ?? [];
  if (other !== undefined)
    throw new FeedBroken(
      `${shownAddress(url)} is the address of ${other}, not of services; give the root of the API`,
    );
  if (/\/(services|service_at_locations)\/*$/.test(pathname)) {
    const first = await fetchJson(url, of);
    return { kind: of.kind ?? kindOf(first) ?? unknownKind(), list: url, first };
  }
  const about = await fetchJson(url, of).catch((error: unknown) => {
    if (!(error instanceof FetchFailed)) throw error;
    return undefined;
  });
  const said = of.kind ?? kindOf(about);
  if (said !== undefined && !isRoot(about) && isListing(about))
    return { kind: said, list: url, first: about };
  const below = new URL(url);
  below.pathname = `${below.pathname.replace(/\/+$/, '')}/services`;
  const first = await fetchJson(below.href, of);
  // A feed whose root cannot be read is treated as version 1, as in the official validator.
  return { kind: said ?? kindOf(first) ?? 'open-referral-1', list: below.href, first };
}

const isRoot = (json: unknown): boolean => {
  const about = asObject(json);
  return 'openapi_url' in about || ('version' in about && !('id' in about));
};

function unknownKind(): never {
  throw new FeedBroken('This is no feed that we know; say which kind it is');
}
