import pLimit from 'p-limit';
import { type Json, asLine, asObject } from '../../../src/directory/open-referral/json.js';
import type { FeedKind, RejectedRecord } from '../../../src/directory/open-referral/record.js';
import { isRecord } from '../../../src/core/record.js';
import { FeedBroken } from './feed-broken.js';
import { type Asking, FetchFailed, fetchJson } from './fetch-json.js';
import { shownAddress } from './shown-address.js';

/** Records with their details. */
export interface Detailed {
  readonly whole: readonly Json[];
  /** Records for which only the list could be read, and why. */
  readonly incomplete: readonly RejectedRecord[];
}

const atOnce = 6;
// After this many failures in a row, the whole feed is considered unavailable.
const mostFailures = 50;

// Fields that only the details contain; a list with one of these is complete.
const detailNames: Readonly<Record<FeedKind, readonly string[]>> = {
  'open-referral-3': ['schedules', 'service_at_locations', 'cost_options'],
  'open-referral-1': [
    'service_at_locations',
    'regular_schedules',
    'cost_options',
    'service_taxonomys',
    'eligibilitys',
  ],
  aliss: ['id'],
};

/** Requests what lists leave out: times, prices and addresses of Open Referral are only in the details. */
export function withDetails(
  asking: Asking,
  kind: FeedKind,
  list: string,
): (records: readonly Json[]) => Promise<Detailed> {
  const limit = pLimit(atOnce);
  const isMissing = new Map<string, Promise<boolean>>();
  let failures = 0;
  const ask = async (id: string, address: string, record: Json): Promise<Asked> => {
    try {
      const detail = asObject(await fetchJson(address, asking));
      failures = 0;
      return asLine(detail['id'], 120) === id
        ? { record: detail }
        : { record, missing: missing(id, 'answers with something else') };
    } catch (error) {
      if (!(error instanceof FetchFailed)) throw error;
      failures = error.mayPass ? failures + 1 : 0;
      if (failures >= mostFailures)
        throw new FeedBroken(`The details below ${shownAddress(list)} cannot be read`);
      return { record, missing: missing(id, error.what) };
    }
  };
  const detailOf = async (record: Json): Promise<Asked> => {
    const service = isRecord(record['service']) ? record['service'] : record;
    const id = asLine(service['id'], 120);
    const address = id === undefined ? undefined : detailAddress(list, id);
    const isThin = !detailNames[kind].some((name) => name in service);
    if (!isThin || id === undefined || address === undefined) return { record };
    // A service listed once for each of its places has the same details, so it is returned once.
    const before = isMissing.get(id);
    if (before) return (await before) ? { record } : {};
    const answer = ask(id, address, record);
    isMissing.set(
      id,
      answer.then(
        (asked) => asked.missing !== undefined,
        () => true,
      ),
    );
    return answer;
  };
  return async (records) => {
    const answers = await limit.map(records, detailOf).finally(() => {
      // After a failure, the remaining requests are not needed.
      limit.clearQueue();
    });
    return {
      whole: answers.flatMap(({ record }) => (record ? [record] : [])),
      incomplete: answers.flatMap((answer) => answer.missing ?? []),
    };
  };
}

interface Asked {
  readonly record?: Json;
  readonly missing?: RejectedRecord;
}

const missing = (id: string, what: string): RejectedRecord => ({
  id,
  field: 'details',
  reason: `cannot be read: their address ${what}`,
});

function detailAddress(list: string, id: string): string | undefined {
  const url = new URL(list);
  const path = /^(.*)\/(services|service_at_locations)\/*$/.exec(url.pathname);
  if (!path) return undefined;
  url.pathname = `${path[1] ?? ''}/services/${encodeURIComponent(id)}`;
  url.search = '';
  return url.href;
}
