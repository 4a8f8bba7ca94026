import { createHash } from 'node:crypto';
import { basename, resolve } from 'node:path';

/** Whether the source of a feed is an address rather than a file. */
export const isAddress = (from: string): boolean => /^https?:\/\//i.test(from);

/** The address of a feed in a form in which the root of an API and its list of services are equal. */
export function placeOfFeed(from: string): string {
  if (!isAddress(from)) return resolve(from);
  const { host, pathname, search } = new URL(from);
  return host + pathname.replace(/\/+$/, '').replace(/\/services$/, '') + search;
}

/**
 * The default id of a feed. It is stable, so that removed activities are noticed, and differs between paths of a site
 * and between files of the same name.
 */
export function feedIdOf(from: string): string {
  const place = placeOfFeed(from);
  if (!isAddress(from)) return `${short(nameOf(from), 50)}-${hashOf(place)}`;
  const plain = short(place, 60);
  return plain === dashed(place) ? plain : `${short(place, 50)}-${hashOf(place)}`;
}

/** The default name of a feed. */
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
