import pLimit, { type LimitFunction } from 'p-limit';
import type { ServiceEntry } from '../settings/deployment-schema.js';
import { categoryLabels } from '../sample-data/fill-with-sample-data.js';
import type { ActivityStore } from '../directory/store/activity-store.js';
import type { SuggestionStore } from './suggestion-store.js';
import { suggestedActivity, suggestedFeed } from './suggested-activity.js';

interface Needs {
  readonly activities: ActivityStore;
  readonly suggestions: SuggestionStore;
  readonly now: () => Date;
}

const batch = 500;

/**
 * Brings the directory up to date with what staff have decided: all accepted suggestions are read anew, as a feed
 * would be. Two decisions at once wait for each other; those of another process are noticed afterwards, and
 * everything is read once more, so that whoever comes last puts in what holds.
 */
export function keepSuggested(needs: Needs): (service: ServiceEntry) => Promise<void> {
  const limits = new Map<string, LimitFunction>();
  return (service) => {
    const limit = limits.get(service.id) ?? pLimit(1);
    limits.set(service.id, limit);
    return limit(() => bringIn(service, needs));
  };
}

async function bringIn(service: ServiceEntry, needs: Needs): Promise<void> {
  const { suggestions } = needs;
  for (let isCurrent = false; !isCurrent;) {
    const { accepted, decisions } = await suggestions.accepted(service.id);
    // Where nobody has ever decided, nothing of this feed can stand in the directory.
    if (decisions === 0) return;
    await load(
      service,
      accepted.map((one) => suggestedActivity(one, service)),
      needs,
    );
    isCurrent = (await suggestions.countDecisions(service.id)) === decisions;
  }
}

async function load(
  service: ServiceEntry,
  records: readonly ReturnType<typeof suggestedActivity>[],
  { activities, now }: Needs,
): Promise<void> {
  const { id, timeZone } = service;
  const of = {
    service: id,
    feed: suggestedFeed,
    now: now(),
    timeZone,
    labels: categoryLabels(service),
  };
  const one = await activities.beginLoad(of);
  try {
    for (let at = 0; at < records.length; at += batch) await one.add(records.slice(at, at + batch));
    // Even when it is empty: a feed without records may have lost its way, but staff mean what they decide.
    await one.finish();
  } catch (error) {
    await one.abandon();
    throw error;
  }
}
