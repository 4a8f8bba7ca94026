import type { DirectoryApi } from './directory-api.js';
import type { Failure } from '../../core/backend/failure.js';
import { httpDirectoryApi } from './http-directory-api.js';
import { reportSetting, resolveSettings } from '../../core/backend/settings.js';
import type { DirectoryProfile } from '../contract/directory.js';
import { type Result, failed, ok } from '../../core/result.js';

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

/** A directory and its profile. */
export interface OpenDirectory {
  readonly directory: DirectoryApi;
  readonly profile: DirectoryProfile;
}

/**
 * Opens the directory that an element names. Invalid settings are logged for the webmaster.
 * @param language of the service's wording; a feed has only its own language
 */
export async function openDirectory(
  host: DirectoryHost,
  language: string,
): Promise<Result<OpenDirectory, Failure>> {
  const directory = await chooseDirectory(host, language);
  const profile = await directory?.profile();
  if (!directory || !profile) return failed({ kind: 'refused', status: 0 });
  return profile.ok ? ok({ directory, profile: profile.value }) : profile;
}

// A feed is loaded completely, once for all elements on a page.
const feeds = new Map<string, DirectoryApi>();

/** The directory that an element names; `undefined` if it is not available. */
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
