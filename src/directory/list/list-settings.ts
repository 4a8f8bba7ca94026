import { reportSetting, resolveSettings } from '../../core/backend/settings.js';
import { maxResults } from '../contract/activity-query.js';
import { listQuery } from './list-query.js';
import type { ListRequest } from './list-state.js';
import type { DirectoryHost } from '../api/choose-directory.js';

/** The settings of a list, from its attributes. */
export interface ListSettings extends DirectoryHost {
  readonly ids: string;
  readonly query: string;
  /** The number of activities that are shown at once; 0 if not set. */
  readonly limit: number;
  readonly headingLevel: number;
  /** Address of the page's finder; empty if there is none. */
  readonly finder: string;
  getAttribute(name: string): string | null;
}

/** The levels that the heading of a list can have. */
export const levels: readonly number[] = [2, 3, 4];

const expected = {
  ids: 'ids of activities with commas between them, at most 100, or a query',
  query: 'a search as a finder writes it, like category=gardening&place=TS18',
  limit: 'a number from 1 to 100',
  'heading-level': '2, 3 or 4',
  finder: 'the address of your page with the finder, like /whats-on',
} as const;

/** The request of a list, from its settings; `undefined` if one is invalid, which is logged for the webmaster. */
export function readListSettings(host: ListSettings): ListRequest | undefined {
  const { limit, headingLevel, finder } = host;
  const report = (name: keyof typeof expected, value: string | number): void => {
    const written = host.getAttribute(name) ?? String(value);
    void reportSetting(host.localName, { name, value: written, expected: expected[name] });
  };
  const isLimited = Number.isInteger(limit) && limit > 0 && limit <= maxResults;
  if (!isLimited && limit !== 0) report('limit', limit);
  if (!levels.includes(headingLevel)) report('heading-level', headingLevel);
  if (finder !== '' && !pageAt(finder)) report('finder', finder);
  const settings = host.source || host.directory !== '' ? undefined : resolveSettings(host);
  if (settings?.ok === false) void reportSetting(host.localName, settings.failure);
  const asked = listQuery(host);
  if (!asked.ok) report(asked.failure, host[asked.failure]);
  if (!asked.ok || settings?.ok === false) return undefined;
  const pageSize = isLimited ? limit : asked.value.limit;
  return {
    pageSize,
    query: asked.value.ids.length > 0 ? asked.value : { ...asked.value, limit: pageSize },
  };
}

/** The URL of a web page, from an address that may be relative; `undefined` if it is invalid. */
export function pageAt(address: string): URL | undefined {
  try {
    const url = new URL(address, document.baseURI);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}
