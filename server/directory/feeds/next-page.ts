import { asNumber, asObject } from '../../../src/directory/open-referral/json.js';
import { FeedBroken } from './feed-broken.js';
import { shownAddress } from './shown-address.js';

/** The number of the second page; some feeds count from 0, and some give no number. */
export function secondPage(first: unknown, list: string): number {
  const asked = asNumber(new URL(list).searchParams.get('page') ?? undefined);
  if (asked !== undefined) return asked + 1;
  const page = asObject(first);
  // Without a number, page 1 may repeat the first page, which does no harm.
  return (asNumber(page['page_number'] ?? page['number']) ?? 0) >= 1 ? 2 : 1;
}

/** The next page that a page names, or the page of this number; `undefined` after the last page. */
export function nextPage(json: unknown, list: string, page: number): string | undefined {
  const answer = asObject(json);
  const said = answer['next'];
  if (typeof said === 'string' && said !== '') return named(said, list);
  if (Object.hasOwn(answer, 'next') && Object.hasOwn(answer, 'count')) return undefined;
  const url = new URL(list);
  url.searchParams.set('page', String(page));
  return url.href;
}

// A feed may name only its own pages. Behind a proxy it may not know its public address.
function named(said: string, list: string): string {
  const from = new URL(list);
  const next = URL.canParse(said, list) ? new URL(said, list) : undefined;
  if (next?.hostname !== from.hostname || !/^https?:$/.test(next.protocol))
    throw new FeedBroken(
      `${shownAddress(list)} names a next page at ${next ? `${next.protocol}//${next.host}` : 'nowhere'}, which is another site; if that is right, give its address`,
    );
  return new URL(next.pathname + next.search, from.origin).href;
}
