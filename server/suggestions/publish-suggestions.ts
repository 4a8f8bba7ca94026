import pLimit, { type LimitFunction } from 'p-limit';
import type { ServiceEntry } from '../settings/deployment-schema.js';
import { suggestedFeed } from '../settings/reserved-feeds.js';
import type { ActivityStore } from '../directory/contract/activity-store.js';
import { feedLoadOptions } from '../directory/contract/feed-load.js';
import { replaceFeed } from '../directory/contract/replace-feed.js';
import type { SuggestionStore } from './suggestion-store.js';
import { suggestedActivity } from './suggested-activity.js';

interface Dependencies {
  readonly activities: ActivityStore;
  readonly suggestions: SuggestionStore;
  readonly now: () => Date;
}

/** Brings a service's directory up to date with what staff have decided about suggestions. */
export type PublishSuggestions = (service: ServiceEntry) => Promise<void>;

/**
 * Publishes all accepted suggestions of a service anew, as a feed. Within a process, decisions of one service wait
 * for each other; those of another process are noticed afterwards, and everything is published once more.
 */
export function suggestionPublisher(dependencies: Dependencies): PublishSuggestions {
  const limits = new Map<string, LimitFunction>();
  return (service) => {
    const limit = limits.get(service.id) ?? pLimit(1);
    limits.set(service.id, limit);
    return limit(() => publish(service, dependencies));
  };
}

async function publish(
  service: ServiceEntry,
  { activities, suggestions, now }: Dependencies,
): Promise<void> {
  for (let isCurrent = false; !isCurrent;) {
    const { accepted, decisions } = await suggestions.accepted(service.id);
    // Where nobody has ever decided, nothing of this feed can stand in the directory.
    if (decisions === 0) return;
    await replaceFeed(
      activities,
      feedLoadOptions(service, suggestedFeed, now()),
      accepted.map((one) => suggestedActivity(one, service)),
    );
    isCurrent = (await suggestions.countDecisions(service.id)) === decisions;
  }
}
