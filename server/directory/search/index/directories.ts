import { LRUCache } from 'lru-cache';
import type { Database } from '../../../database/database.js';
import { type Directory, loadDirectory, readRevisions } from './load-directory.js';

// Another process may have imported a feed.
const freshFor = 1000;
// Of all directories together, about 100 MB.
const mostActivities = 2_000_000;

/** The state of checking whether a directory in memory is current. */
interface Check {
  /** When it was last known to be current, by the clock of this process. */
  askedAt: number;
  /** How often `forget` was called. */
  forgotten: number;
  asking: Promise<Directory> | undefined;
  isRefreshing: boolean;
}

/** Caches directories in memory. Simultaneous searches share a load. */
export function directories(database: Database) {
  const kept = new LRUCache<string, Directory>({
    maxSize: mostActivities,
    // The directory searched last stays, whatever its size.
    sizeCalculation: ({ index }) => Math.min(Math.max(1, index.size), mostActivities),
  });
  const checks = new Map<string, Check>();

  const load = async (service: string): Promise<Directory> => {
    const fresh = await loadDirectory(database, service);
    const old = kept.peek(service);
    // Sets for texts and places do not depend on dates.
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
      // Searches do not wait for an update of dates.
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

  /** A service's directory, at most a second old; changes of its next dates may take a moment longer. */
  const of = async (service: string): Promise<Directory> => {
    const check = checks.get(service) ?? neverAsked();
    checks.set(service, check);
    let directory = kept.get(service);
    const isFresh = (): boolean => check.askedAt > performance.now() - freshFor;
    // A check that was already running may be too old by now.
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
    /** Makes the next search check whether the directory has changed. */
    forget: (service: string): void => {
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
