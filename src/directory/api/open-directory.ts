import type { DirectoryApi } from './directory-api.js';
import type { Failure } from '../../core/backend/failure.js';
import { httpDirectoryApi } from './http-directory-api.js';
import { reportSetting, resolveSettings } from '../../core/backend/settings.js';
import type { DirectoryProfile } from '../contract/directory.js';
import { type Result, failed, ok } from '../../core/result.js';

/** What an element says of where its activities come from. */
export interface DirectoryHost {
  readonly localName: string;
  readonly endpoint: string;
  readonly partner: string;
  /** Address of a feed; empty for none. */
  readonly directory: string;
  /** Goes before everything else. */
  readonly source: DirectoryApi | undefined;
}

/** A directory with what it says of itself. */
export interface OpenDirectory {
  readonly directory: DirectoryApi;
  readonly profile: DirectoryProfile;
}

/**
 * Opens the directory that an element names. A setting that cannot be used is told to the webmaster.
 * @param language of the words of a service; a feed has those that it has
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

// A feed is read whole, once for everything on a page that shows it.
const feeds = new Map<string, DirectoryApi>();

/** The directory that an element names, not asked anything yet; nothing where it cannot be had. */
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
