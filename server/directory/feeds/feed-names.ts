import { createHash } from 'node:crypto';
import { basename, resolve } from 'node:path';

/** Whether somebody means an address and not a file. */
export const isAddress = (from: string): boolean => /^https?:\/\//i.test(from);

/** Where a feed is, written so that the root of an API and the list of its services are the same place. */
export function placeOfFeed(from: string): string {
  if (!isAddress(from)) return resolve(from);
  const { host, pathname, search } = new URL(from);
  return host + pathname.replace(/\/+$/, '').replace(/\/services$/, '') + search;
}

/**
 * The id of a feed to which nobody gave one: the same the next time, so that what it no longer has is taken away,
 * and another for another path of the same site or for another file of the same name.
 */
export function feedIdOf(from: string): string {
  const place = placeOfFeed(from);
  if (!isAddress(from)) return `${short(nameOf(from), 50)}-${hashOf(place)}`;
  const plain = short(place, 60);
  return plain === dashed(place) ? plain : `${short(place, 50)}-${hashOf(place)}`;
}

/** The name of a feed to which nobody gave one. */
export const nameOf = (from: string): string =>
  isAddress(from) ? new URL(from).hostname : basename(from).replace(/\.\w+$/, '');

const dashed = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const short = (text: string, most: number): string =>
  dashed(text).slice(0, most).replace(/-$/, '') || 'feed';

const hashOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 6);
