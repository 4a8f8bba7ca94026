import type { Deployment } from '../../settings/deployment-schema.js';
import { describeError } from '../../http/middleware/request-log.js';
import type { ProcessLog } from '../../http/json-log.js';
import { fillWithSampleData } from '../../sample-data/fill-with-sample-data.js';
import { feedRefresher } from './refresh-feeds.js';
import type { DirectoryStores } from './take-feed.js';

const minute = 60_000;
const quarterHour = 15 * minute;

interface Needs {
  readonly deployment: Deployment;
  readonly log: ProcessLog;
}

/**
 * Keeps directories as they should be while the backend runs: fills empty ones for demonstration, moves next dates
 * on, reads the feeds of the settings anew.
 */
export function scheduleDirectory(
  stores: DirectoryStores,
  { deployment: { services }, log }: Needs,
): { stop(): Promise<void> } {
  const { activities } = stores;
  const refresher = feedRefresher({ stores, services, log, now: () => new Date() });
  let isStopped = false;
  const step = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    if (isStopped) return;
    await work().catch((error: unknown) => {
      if (!isStopped)
        log.warn(`upkeep of the directory failed: ${what}`, { ...describeError(error) });
    });
  };
  const advance = () =>
    step('next dates', async () => {
      for (const { id, timeZone } of services)
        await activities.advanceDates(id, timeZone, new Date());
    });
  const refresh = () => step('feeds', () => refresher.step());
  let under = step('made-up activities', () => fillWithSampleData(activities, services, new Date()))
    .then(advance)
    .then(refresh);
  const every = (pause: number, work: () => Promise<void>): NodeJS.Timeout =>
    setInterval(() => {
      under = under.then(work);
    }, pause).unref();
  const timers = [every(quarterHour, advance), every(minute, refresh)];
  return {
    stop: async () => {
      isStopped = true;
      timers.forEach(clearInterval);
      await refresher.stop();
      await under;
    },
  };
}
