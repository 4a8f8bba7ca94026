import type { Deployment } from './settings/deployment-schema.js';
import { describeError } from './http/middleware/request-log.js';
import type { ProcessLog } from './http/json-log.js';
import { feedRefresher } from './directory/feeds/refresh-feeds.js';
import type { DirectoryStores } from './directory/feeds/take-feed.js';
import { fillWithSampleData } from './sample-data/fill-with-sample-data.js';
import { suggestionPublisher } from './suggestions/publish-suggestions.js';
import type { SuggestionStore } from './suggestions/suggestion-store.js';

const minute = 60_000;
const quarterHour = 15 * minute;

interface Dependencies extends DirectoryStores {
  readonly suggestions: SuggestionStore;
  readonly deployment: Deployment;
  readonly log: ProcessLog;
  readonly now: () => Date;
}

/**
 * Runs the background tasks of the directories: fills empty ones with sample data, publishes accepted suggestions,
 * and then keeps next dates and feeds up to date.
 */
export function startScheduler(dependencies: Dependencies): { stop(): Promise<void> } {
  const { activities, feeds, log, now } = dependencies;
  const { services } = dependencies.deployment;
  const refresher = feedRefresher({ stores: { activities, feeds }, services, log, now });
  const publish = suggestionPublisher(dependencies);
  let isStopped = false;
  const run = async (task: string, work: () => Promise<unknown>): Promise<void> => {
    if (isStopped) return;
    await work().catch((error: unknown) => {
      if (!isStopped)
        log.warn(`a task of the scheduler failed: ${task}`, { ...describeError(error) });
    });
  };
  const fill = () => run('sample data', () => fillWithSampleData(activities, services, now()));
  // A process may have been killed after it stored the acceptance of a suggestion and before it published the activity.
  const publishAll = async () => {
    for (const service of services) await run('accepted suggestions', () => publish(service));
  };
  const advance = () =>
    run('next dates', async () => {
      for (const { id, timeZone } of services) await activities.advanceDates(id, timeZone, now());
    });
  const refresh = () => run('feeds', () => refresher.step());
  let last = fill().then(publishAll).then(advance).then(refresh);
  const every = (pause: number, task: () => Promise<void>): NodeJS.Timeout =>
    setInterval(() => {
      last = last.then(task);
    }, pause).unref();
  const timers = [every(quarterHour, advance), every(minute, refresh)];
  return {
    stop: async () => {
      isStopped = true;
      timers.forEach(clearInterval);
      await refresher.stop();
      await last;
    },
  };
}
