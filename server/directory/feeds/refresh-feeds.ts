import type { FeedEntry, ServiceEntry } from '../../settings/deployment-schema.js';
import { describeError } from '../../http/middleware/request-log.js';
import type { ProcessLog } from '../../http/json-log.js';
import { FeedBroken } from './feed-broken.js';
import { placeOfFeed } from './feed-names.js';
import { FetchFailed } from './fetch-json.js';
import type { ImportReport } from './import-feed.js';
import { readFeed } from './read-feed.js';
import { type DirectoryStores, takeFeed } from './take-feed.js';

/** Imports the feeds in the settings when they are due. */
export interface FeedRefresher {
  /** Starts at most one import, so that they do not all start at once. */
  step(): Promise<void>;
  /** Stops the current imports; the old activities stay. */
  stop(): Promise<void>;
}

interface Dependencies {
  readonly stores: DirectoryStores;
  readonly services: readonly ServiceEntry[];
  readonly log: ProcessLog;
  readonly now: () => Date;
}

const hour = 3_600_000;
const mostAtOnce = 2;

/** Refreshes feeds; any number of processes may do so on one database. */
export function feedRefresher({ stores, services, log, now }: Dependencies): FeedRefresher {
  const ending = new AbortController();
  const underWay = new Map<FeedEntry, Promise<void>>();

  const read = async (service: ServiceEntry, feed: FeedEntry, begun: () => void): Promise<void> => {
    const about = { service: service.id, feed: feed.id };
    const { url, kind } = feed;
    const taking = {
      service,
      feed,
      places: [placeOfFeed(url)],
      now: now(),
      unless: dueOf(feed, now()),
      mayBeFewer: false,
      // The settings determine the place of a feed.
      mayMove: true,
      signal: ending.signal,
    };
    try {
      const report = await takeFeed(stores, taking, (signal) => {
        begun();
        return readFeed({ url, kind, signal });
      });
      if (report) log.info('feed read', { ...about, ...countsOf(report) });
    } catch (error) {
      if (!ending.signal.aborted)
        log.warn('feed could not be read, what was there stays', {
          ...about,
          reason: reasonOf(error),
        });
    }
  };

  const begin = (service: ServiceEntry, feed: FeedEntry): Promise<boolean> =>
    new Promise((resolve) => {
      const done = read(service, feed, () => {
        resolve(true);
      }).finally(() => {
        underWay.delete(feed);
        resolve(false);
      });
      underWay.set(feed, done);
    });

  return {
    step: async () => {
      for (const service of services)
        for (const feed of service.directory?.feeds ?? []) {
          if (underWay.has(feed)) continue;
          if (ending.signal.aborted || underWay.size >= mostAtOnce) return;
          if (await begin(service, feed)) return;
        }
    },
    stop: async () => {
      ending.abort();
      await Promise.all(underWay.values());
    },
  };
}

// A failed feed is tried again after an hour, however long its usual interval is.
const dueOf = ({ everyHours }: FeedEntry, now: Date) => ({
  readSince: new Date(now.getTime() - everyHours * hour),
  triedSince: new Date(now.getTime() - hour),
});

const countsOf = (report: ImportReport) => ({
  read: report.read,
  new: report.new,
  changed: report.changed,
  gone: report.gone,
  refused: report.refused.length,
  incomplete: report.incomplete.length,
  unmapped: report.unmapped.size,
});

// Our own messages are safe to store; other errors could quote what was sent.
function reasonOf(error: unknown): string {
  if (error instanceof FeedBroken || error instanceof FetchFailed) return error.message;
  const { name, code } = describeError(error);
  return `${name} ${code}`.trim();
}
