import {
  type LocationDetails,
  mergeLocations,
} from '../../../src/directory/open-referral/merge-locations.js';
import type { FeedRecord, RejectedRecord } from '../../../src/directory/open-referral/record.js';
import type { Activity } from '../../../src/directory/contract/activity.js';
import type { FeedEntry, ServiceEntry } from '../../settings/deployment-schema.js';
import { findOutcode } from '../../geography/places.js';
import { activityId } from '../contract/activity-id.js';
import type { ActivityStore } from '../contract/activity-store.js';
import { type FeedActivity, type LoadCounts, feedLoadOptions } from '../contract/feed-load.js';
import { categoriser } from './categorise.js';
import { FeedBroken } from './feed-broken.js';
import { keepDetails } from './keep-details.js';
import { areaPlacer } from './place-areas.js';
import type { FeedPage } from './read-feed.js';

/** The result of an import. */
export interface ImportReport extends LoadCounts {
  readonly read: number;
  readonly refused: readonly RejectedRecord[];
  /** Records imported without details because these could not be read; known details were kept. */
  readonly incomplete: readonly RejectedRecord[];
  /** Terms of the feed that match none of the service's categories, with their counts. */
  readonly unmapped: ReadonlyMap<string, number>;
}

/** The description of a feed without its records. */
export type FeedSource = Pick<FeedEntry, 'id' | 'name' | 'licence' | 'attribution'>;

/** Where and how to import a feed. */
export interface ImportInto {
  readonly service: ServiceEntry;
  readonly feed: FeedSource;
  readonly now: Date;
  /** The previous number of activities; a feed that suddenly has less than half is rejected. */
  readonly before?: number;
}

const fewThatMayGo = 20;

/**
 * Imports a feed into a service's directory. The old activities stay until the feed has been read to its end: if
 * reading fails before, this rejects and nothing has changed.
 */
export async function importFeed(
  activities: ActivityStore,
  into: ImportInto,
  pages: AsyncIterable<FeedPage>,
): Promise<ImportReport> {
  const { service, feed, now, before = 0 } = into;
  const load = await activities.beginLoad(feedLoadOptions(service, feed.id, now));
  const { toActivity, unmapped } = activityReader(into);
  const ids = new Set<string>();
  const refused = new Map<string, RejectedRecord>();
  const incomplete: RejectedRecord[] = [];
  const read = (): number => ids.size + refused.size;
  try {
    for await (const page of pages) {
      const source = sourceOf(feed, page);
      const taken: FeedActivity[] = [];
      for (const one of page.reads) {
        if (!one.ok) refused.set(JSON.stringify(one.refused), one.refused);
        else {
          const isNew = !ids.has(one.record.sourceId);
          ids.add(one.record.sourceId);
          taken.push(toActivity(one.record, source, isNew));
        }
      }
      incomplete.push(...page.incomplete);
      await load.add(await withKnownDetails(activities, service.id, taken, page.incomplete));
    }
    if (ids.size === 0) throw new FeedBroken(nothingIn([...refused.values()]));
    if (before >= fewThatMayGo && read() * 2 < before)
      throw new FeedBroken(
        `The feed gives ${read()} records and gave ${before} before; if that is right, add --allow-fewer`,
      );
  } catch (error) {
    await load.abandon();
    throw error;
  }
  const all = [...refused.values()];
  const counts = await load.finish(new Set(all.map(({ id }) => id)));
  return { ...counts, read: read(), refused: all, incomplete, unmapped };
}

// A feed that is suddenly empty is broken rather than without activities.
function nothingIn(refused: readonly RejectedRecord[]): string {
  const [first] = refused;
  const why = first
    ? `: of ${refused.length} records the first ${first.field} ${first.reason}`
    : '';
  return `The feed holds no activity that can be taken in${why}`;
}

// Records for which only the list could be read keep their known details.
async function withKnownDetails(
  activities: ActivityStore,
  service: string,
  taken: readonly FeedActivity[],
  incomplete: readonly RejectedRecord[],
): Promise<readonly FeedActivity[]> {
  if (incomplete.length === 0) return taken;
  const thin = new Set(incomplete.map(({ id }) => id));
  const wanted = taken.filter(({ sourceId }) => thin.has(sourceId));
  const known = await activities.some(
    service,
    wanted.map(({ activity }) => activity.id),
  );
  return taken.map(({ sourceId, activity }) => {
    const before = thin.has(sourceId) ? known.find(({ id }) => id === activity.id) : undefined;
    return { sourceId, activity: before ? keepDetails(activity, before) : activity };
  });
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

/** Turns the records of a feed into activities of the directory, and counts the terms that match no category. */
function activityReader({ service: { id: service, directory }, feed }: ImportInto) {
  const categorise = categoriser(directory ?? { categories: [] });
  const placeAreas = areaPlacer();
  const parts = new Map<string, LocationDetails>();
  const joinParts = (record: FeedRecord): FeedRecord => {
    if (record.isPart !== true) return record;
    const before = parts.get(record.sourceId);
    const joined = before ? mergeLocations(before, record) : record;
    const { venues, sessions, areas, attendance } = joined.activity;
    parts.set(record.sourceId, { venues, sessions, areas, attendance });
    return joined;
  };
  const toActivity = (record: FeedRecord, source: Source, isNew: boolean): FeedActivity => {
    const { sourceId, subjects, activity } = joinParts(placeAreas(record));
    const { page, ...rest } = activity;
    return {
      sourceId,
      activity: {
        ...rest,
        id: activityId(service, feed.id, sourceId),
        // The terms of a record that comes again are not counted again.
        categories: [...categorise.of(subjects, isNew ? rest.terms : [])],
        areas: rest.areas.map((area) => ({
          ...area,
          outcodes: [...area.outcodes, ...(directory?.areas?.[area.name] ?? [])],
        })),
        venues: rest.venues.map(withPoint),
        source: { ...source, ...(page === undefined ? {} : { url: page }) },
      },
    };
  };
  return { toActivity, unmapped: categorise.unknown };
}

// A venue with a postcode but no coordinates is placed at its outward code.
function withPoint(venue: Activity['venues'][number]): Activity['venues'][number] {
  if (venue.latitude !== undefined) return venue;
  const known = findOutcode(venue.postcode?.split(' ')[0] ?? '');
  return known ? { ...venue, latitude: known.latitude, longitude: known.longitude } : venue;
}
