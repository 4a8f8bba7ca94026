import type { Deployment } from '../deployment-schema.js';
import { describeError } from '../http/request-log.js';
import type { ProcessLog } from '../json-log.js';
import { fillMadeUp } from '../made-up/fill.js';
import type { ActivityStore } from '../store/activity-store.js';

const quarterHour = 15 * 60_000;

interface Upkeep {
  readonly deployment: Deployment;
  readonly log: ProcessLog;
}

/** Keeps directories as they should be while the backend runs: fills empty ones for demonstration, moves next dates on. */
export function keepDirectory(
  activities: ActivityStore,
  { deployment: { services }, log }: Upkeep,
): { stop(): Promise<void> } {
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
  let under = step('made-up activities', () => fillMadeUp(activities, services, new Date())).then(
    advance,
  );
  const timer = setInterval(() => {
    under = under.then(advance);
  }, quarterHour);
  timer.unref();
  return {
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await under;
    },
  };
}
