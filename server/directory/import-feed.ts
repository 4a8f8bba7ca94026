import type { FeedRecord, Read, Refused } from '../../src/client/open-referral/record.js';
import type { Activity } from '../../src/contract/activity.js';
import type { FeedEntry, ServiceEntry } from '../deployment-schema.js';
import { labelsOf } from '../made-up/fill.js';
import { outcodes } from '../places.js';
import type { FeedActivity, LoadCounts } from '../store/activity-load.js';
import type { ActivityStore } from '../store/activity-store.js';
import { activityId } from './activity-id.js';
import { type Categorise, categoriser } from './categorise.js';
import { FeedBroken, type FeedPage } from './read-feed.js';

/** What an import has done. */
export interface ImportReport extends LoadCounts {
  readonly read: number;
  readonly refused: readonly Refused[];
  /** Terms of the feed that are none of the service's categories, with how often they came. */
  readonly unmapped: ReadonlyMap<string, number>;
}

/** What is said of a feed besides its records. */
export type FeedSource = Pick<FeedEntry, 'id' | 'name' | 'licence' | 'attribution'>;

interface Wanted {
  readonly service: ServiceEntry;
  readonly feed: FeedSource;
  readonly now: Date;
}

/**
 * Brings a feed into a service's directory. What was there stays until the feed has been read to its end: if it
 * breaks off before, this rejects and nothing has changed.
 */
export async function importFeed(
  activities: ActivityStore,
  { service, feed, now }: Wanted,
  pages: AsyncIterable<FeedPage>,
): Promise<ImportReport> {
  const categorise = categoriser(service.directory ?? { categories: [] });
  const load = await activities.beginLoad({
    service: service.id,
    feed: feed.id,
    now,
    timeZone: service.timeZone,
    labels: labelsOf(service),
  });
  const ids = new Set<string>();
  const refused: Refused[] = [];
  try {
    for await (const page of pages) {
      refused.push(...page.reads.flatMap((read) => (read.ok ? [] : [read.refused])));
      const records = page.reads.flatMap((read: Read) => (read.ok ? [read.record] : []));
      for (const { sourceId } of records) ids.add(sourceId);
      const source = sourceOf(feed, page);
      await load.add(
        records.map((record) => activityOf(record, service, feed, source, categorise)),
      );
    }
    // A feed that suddenly has nothing has lost its way, not its activities.
    if (ids.size === 0) throw new FeedBroken('The feed holds no activity that can be taken in');
  } catch (error) {
    await load.abandon();
    throw error;
  }
  const counts = await load.finish(new Set(refused.map(({ id }) => id)));
  return { ...counts, read: ids.size + refused.length, refused, unmapped: categorise.unknown };
}

type Source = Activity['source'];

const sourceOf = (feed: FeedSource, { source }: FeedPage): Source => {
  const licence = feed.licence ?? source.licence;
  return {
    name: feed.name,
    ...(licence ? { licence } : {}),
    attribution: [...(feed.attribution ?? []), ...source.attribution],
  };
};

function activityOf(
  { sourceId, subjects, activity }: FeedRecord,
  { id: service, directory }: ServiceEntry,
  feed: FeedSource,
  source: Source,
  categorise: Categorise,
): FeedActivity {
  const { page, ...rest } = activity;
  return {
    sourceId,
    activity: {
      ...rest,
      id: activityId(service, feed.id, sourceId),
      categories: [...categorise.of(subjects, rest.terms)],
      areas: rest.areas.map((area) => ({
        ...area,
        outcodes: [...area.outcodes, ...(directory?.areas?.[area.name] ?? [])],
      })),
      venues: rest.venues.map(withPoint),
      source: { ...source, ...(page === undefined ? {} : { url: page }) },
    },
  };
}

// A venue that has a postcode and no coordinates is about where its outward code is.
function withPoint(venue: Activity['venues'][number]): Activity['venues'][number] {
  if (venue.latitude !== undefined) return venue;
  const code = venue.postcode?.split(' ')[0];
  const known = code === undefined ? undefined : outcodes().find((one) => one.code === code);
  return known ? { ...venue, latitude: known.latitude, longitude: known.longitude } : venue;
}
