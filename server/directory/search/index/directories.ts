import { LRUCache } from 'lru-cache';
import type { Database } from '../../../database/database.js';
import { type Directory, loadDirectory, readRevisions } from './load-directory.js';

/** The directories that are being searched, in memory. */
export interface Directories {
  /** A service's directory as it was a second ago at most; its next dates may come a moment later. */
  of(service: string): Promise<Directory>;
  /** Makes the next search ask whether the directory has changed. */
  forget(service: string): void;
}

// Another process may have read a feed.
const freshFor = 1000;
// Of all directories together, about 100 MB.
const mostActivities = 2_000_000;

/** What is known of whether a directory in memory is still right. */
interface Check {
  /** When it was last known to be right, on the clock of this process. */
  askedAt: number;
  /** How often it was to be forgotten. */
  forgotten: number;
  asking: Promise<Directory> | undefined;
  isRefreshing: boolean;
}

/** Keeps directories in memory while they are searched. Searches that come at once share a load. */
export function directories(database: Database): Directories {
  const kept = new LRUCache<string, Directory>({
    maxSize: mostActivities,
    // The one searched last stays however large it is.
    sizeCalculation: ({ index }) => Math.min(Math.max(1, index.size), mostActivities),
  });
  const checks = new Map<string, Check>();

  const load = async (service: string): Promise<Directory> => {
    const fresh = await loadDirectory(database, service);
    const old = kept.peek(service);
    // Who says what where does not depend on dates.
    const isSame = old?.revision === fresh.revision;
    const directory = isSame ? { ...fresh, texts: old.texts, places: old.places } : fresh;
    kept.set(service, directory);
    return directory;
  };

  const ask = async (service: string, check: Check): Promise<Directory> => {
    const asked = performance.now();
    const { forgotten } = check;
    const { revision, dates } = await readRevisions(database, service);
    let directory = kept.peek(service);
    if (directory?.revision !== revision) directory = await load(service);
    else if (directory.dates !== dates && !check.isRefreshing) {
      // A date that has just passed is not worth waiting for.
      check.isRefreshing = true;
      load(service)
        .catch(() => undefined)
        .finally(() => {
          check.isRefreshing = false;
        });
    }
    if (check.forgotten === forgotten) check.askedAt = asked;
    return directory;
  };

  const of = async (service: string): Promise<Directory> => {
    const check = checks.get(service) ?? neverAsked();
    checks.set(service, check);
    let directory = kept.get(service);
    const isFresh = (): boolean => check.askedAt > performance.now() - freshFor;
    // An answer that was under way may be too old by now.
    for (let turn = 0; !directory || (turn < 2 && !isFresh()); turn += 1) {
      check.asking ??= ask(service, check).finally(() => {
        check.asking = undefined;
      });
      directory = await check.asking;
    }
    return directory;
  };

  return {
    of,
    forget: (service) => {
      const check = checks.get(service);
      if (!check) return;
      check.askedAt = -Infinity;
      check.forgotten += 1;
    },
  };
}

const neverAsked = (): Check => ({
  askedAt: -Infinity,
  forgotten: 0,
  asking: undefined,
  isRefreshing: false,
});
