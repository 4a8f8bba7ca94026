import type { DirectoryApi } from './directory-api.js';
import { httpDirectoryApi } from './http-directory-api.js';
import { reportSetting, resolveSettings } from '../../core/backend/settings.js';

/** The properties of an element that name its source of activities. */
export interface DirectoryHost {
  readonly localName: string;
  readonly endpoint: string;
  readonly partner: string;
  /** Address of a feed; empty for none. */
  readonly directory: string;
  /** Overrides all other settings. */
  readonly source: DirectoryApi | undefined;
}

// A feed is loaded completely, once for all elements on a page.
const feeds = new Map<string, DirectoryApi>();

/**
 * The directory that an element names; `undefined` if it is not available. Invalid settings are logged for the webmaster.
 * @param language of the service's wording; a feed has only its own language
 */
export async function chooseDirectory(
  host: DirectoryHost,
  language: string,
): Promise<DirectoryApi | undefined> {
  if (host.source) return host.source;
  if (host.directory !== '') {
    const reader = await import('../open-referral/feed-directory.js').catch(() => undefined);
    const feed = feeds.get(host.directory) ?? reader?.feedDirectory(host.directory);
    if (feed) feeds.set(host.directory, feed);
    return feed;
  }
  const settings = resolveSettings(host);
  if (settings.ok) return httpDirectoryApi({ ...settings.value, language });
  void reportSetting(host.localName, settings.failure);
  return undefined;
}
