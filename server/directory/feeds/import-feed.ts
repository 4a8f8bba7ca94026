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
import { type Categorise, categoriser } from './categorise.js';
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
  const taking = taker(activities, into);
  try {
    for await (const page of pages) await load.add(await taking.take(page));
    const { read, refused } = taking.found();
    if (read === refused.length) throw new FeedBroken(nothingIn(refused));
    if (before >= fewThatMayGo && read * 2 < before)
      throw new FeedBroken(
        `The feed gives ${read} records and gave ${before} before; if that is right, add --allow-fewer`,
      );
  } catch (error) {
    await load.abandon();
    throw error;
  }
  const found = taking.found();
  const counts = await load.finish(new Set(found.refused.map(({ id }) => id)));
  return { ...counts, ...found };
}

// A feed that is suddenly empty is broken rather than without activities.
function nothingIn(refused: readonly RejectedRecord[]): string {
  const [first] = refused;
  const why = first
    ? `: of ${refused.length} records the first ${first.field} ${first.reason}`
    : '';
  return `The feed holds no activity that can be taken in${why}`;
}

interface Taking {
  take(page: FeedPage): Promise<readonly FeedActivity[]>;
  found(): Pick<ImportReport, 'read' | 'refused' | 'incomplete' | 'unmapped'>;
}

function taker(activities: ActivityStore, { service, feed }: ImportInto): Taking {
  const categorise = categoriser(service.directory ?? { categories: [] });
  const ids = new Set<string>();
  const refused = new Map<string, RejectedRecord>();
  const incomplete: RejectedRecord[] = [];
  const parts = new Map<string, LocationDetails>();
  const placed = areaPlacer();
  const whole = (given: FeedRecord): FeedRecord => {
    const record = placed(given);
    if (record.isPart !== true) return record;
    const before = parts.get(record.sourceId);
    const joined = before ? mergeLocations(before, record) : record;
    const { venues, sessions, areas, attendance } = joined.activity;
    parts.set(record.sourceId, { venues, sessions, areas, attendance });
    return joined;
  };
  return {
    take: async (page) => {
      const source = sourceOf(feed, page);
      const taken: FeedActivity[] = [];
      for (const read of page.reads) {
        if (!read.ok) refused.set(JSON.stringify(read.refused), read.refused);
        else {
          const isNew = !ids.has(read.record.sourceId);
          ids.add(read.record.sourceId);
          taken.push(activityOf(whole(read.record), { service, feed, source, categorise, isNew }));
        }
      }
      incomplete.push(...page.incomplete);
      const thin = new Set(page.incomplete.map(({ id }) => id));
      return thin.size === 0 ? taken : withKnown(activities, service.id, taken, thin);
    },
    found: () => ({
      read: ids.size + refused.size,
      refused: [...refused.values()],
      incomplete,
      unmapped: categorise.unknown,
    }),
  };
}

async function withKnown(
  activities: ActivityStore,
  service: string,
  taken: readonly FeedActivity[],
  thin: ReadonlySet<string>,
): Promise<readonly FeedActivity[]> {
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

interface Among {
  readonly service: ServiceEntry;
  readonly feed: FeedSource;
  readonly source: Source;
  readonly categorise: Categorise;
  /** Whether its subjects are to be counted. */
  readonly isNew: boolean;
}

function activityOf(
  { sourceId, subjects, activity }: FeedRecord,
  { service: { id: service, directory }, feed, source, categorise, isNew }: Among,
): FeedActivity {
  const { page, ...rest } = activity;
  return {
    sourceId,
    activity: {
      ...rest,
      id: activityId(service, feed.id, sourceId),
      categories: [...categorise.of(subjects, isNew ? rest.terms : [])],
      areas: rest.areas.map((area) => ({
        ...area,
        outcodes: [...area.outcodes, ...(directory?.areas?.[area.name] ?? [])],
      })),
      venues: rest.venues.map(withPoint),
      source: { ...source, ...(page === undefined ? {} : { url: page }) },
    },
  };
}

// A venue with a postcode but no coordinates is placed at its outward code.
function withPoint(venue: Activity['venues'][number]): Activity['venues'][number] {
  if (venue.latitude !== undefined) return venue;
  const known = findOutcode(venue.postcode?.split(' ')[0] ?? '');
  return known ? { ...venue, latitude: known.latitude, longitude: known.longitude } : venue;
}
