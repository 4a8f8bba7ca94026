import type { Activity, ActivityDetail, ActivitySummary } from '../contract/activity.js';
import { createCard, nearestFirst, withNearestVenue } from '../contract/activity-card.js';
import type { ActivityPage } from '../contract/activity-page.js';
import { type ActivityQuery, filterNames } from '../contract/activity-query.js';
import { valuesOf } from '../contract/activity-values.js';
import type { DirectoryProfile, Place } from '../contract/directory.js';
import { type Point, metresBetween, pointsOf } from '../contract/distance.js';
import { type Result, failed, ok } from '../../core/result.js';
import type { DirectoryApi } from '../api/directory-api.js';
import type { Failure } from '../../core/backend/failure.js';
import { type Feed, type FeedItem, detailOf, loadFeed } from './load-feed.js';
import { searchItems } from './search-items.js';

const minTownLetters = 3;

/**
 * A directory that reads an Open Referral or ALISS feed in the browser, without a backend of ours. Functions that the
 * feed does not support are not offered.
 * @param url address of the feed
 * @param request replaces `fetch` in tests
 */
export function feedDirectory(url: string, request: typeof fetch = fetch): DirectoryApi {
  let loading: Promise<Result<Feed, Failure>> | undefined;
  const feed = async (): Promise<Result<Feed, Failure>> => {
    loading ??= loadFeed(url, request);
    const result = await loading;
    if (!result.ok) loading = undefined;
    return result;
  };
  return {
    profile: async () => mapResult(await feed(), profileOf),
    search: async (query) => mapResult(await feed(), ({ items }) => search(items, query)),
    activity: async (id, where) => {
      const loaded = await feed();
      return loaded.ok ? openActivity(loaded.value, id, where, request) : loaded;
    },
    place: async (text) => {
      const loaded = await feed();
      if (!loaded.ok) return loaded;
      const place = placeIn(loaded.value.items, text);
      return place
        ? ok(place)
        : failed({ kind: 'rejected', issues: [{ field: 'text', code: 'place.unknown' }] });
    },
    report: () => Promise.resolve(failed({ kind: 'refused', status: 0 })),
    calendar: () => undefined,
  };
}

const mapResult = <Value>(
  result: Result<Feed, Failure>,
  use: (feed: Feed) => Value,
): Result<Value, Failure> => (result.ok ? ok(use(result.value)) : result);

function profileOf({ items, attribution }: Feed): DirectoryProfile {
  const values = items.map(({ activity }) => valuesOf(activity));
  const hasPlaces = items.some(({ activity }) => pointsOf(activity.venues).length > 0);
  return {
    categories: [...new Set(values.flatMap(({ category }) => category))].map((id) => ({
      id,
      label: id,
    })),
    timeZone: 'Europe/London',
    filters: filterNames.filter((name) => values.some((one) => one[name].length > 0)),
    sorts: hasPlaces ? ['relevance', 'distance', 'checked'] : ['relevance', 'checked'],
    places: hasPlaces,
    reports: false,
    attribution: [...attribution],
  };
}

function search(items: readonly FeedItem[], query: ActivityQuery): ActivityPage {
  const point = pointOf(query.place);
  const found = searchItems(items, query, point);
  const start = Number(query.after) || 0;
  const end = start + query.limit;
  return {
    items: found.items.slice(start, end).map(({ activity }) => summaryOf(activity, point)),
    total: found.items.length,
    facets: found.facets,
    ...(end < found.items.length ? { next: String(end) } : {}),
    ...(found.loosen.length > 0 ? { loosen: [...found.loosen] } : {}),
  };
}

const summaryOf = (activity: Activity, point: Point | undefined): ActivitySummary => ({
  ...withNearestVenue(createCard(activity), distanceFrom(point)),
  ...(point && pointsOf(activity.venues).length > 0 ? { reach: 'near' as const } : {}),
});

const distanceFrom =
  (point: Point | undefined) =>
  (venue: Activity['venues'][number]): number | undefined => {
    const [at] = pointsOf([venue]);
    return point && at && metresBetween(point, at);
  };

function pointOf(place: string): Point | undefined {
  const [latitude, longitude] = place.split(',').map(Number);
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
}

async function openActivity(
  feed: Feed,
  id: string,
  where: string,
  request: typeof fetch,
): Promise<Result<ActivityDetail, Failure>> {
  const item = feed.items.find(({ activity }) => activity.id === id);
  if (!item) return failed({ kind: 'refused', status: 404 });
  const activity = await detailOf(feed, item, request);
  const point = pointOf(where);
  const venues = [...nearestFirst(activity.venues, distanceFrom(point))];
  return ok({ activity: { ...activity, venues }, upcoming: [] });
}

// The browser has no list of postcodes: a place is the mean of the feed's venues with that outward code or town.
function placeIn(items: readonly FeedItem[], text: string): Place | undefined {
  const wanted = text.trim().toLowerCase();
  if (wanted.length < 2) return undefined;
  const [code = ''] = wanted.split(' ');
  const bare = wanted.replace(/\s/g, '');
  const points = pointsOf(
    items
      .flatMap(({ activity }) => activity.venues)
      .filter(({ postcode = '', address }) => {
        const outward = postcode.split(' ')[0]?.toLowerCase() ?? '';
        const isCode =
          outward !== '' &&
          (outward === code || (bare.length > 4 && bare.slice(0, -3) === outward));
        const isTown = address.some((line) => line.toLowerCase().startsWith(wanted));
        return isCode || (wanted.length >= minTownLetters && isTown);
      }),
  );
  if (points.length === 0) return undefined;
  const mean = (values: readonly number[]): number =>
    Math.round((100 * values.reduce((sum, value) => sum + value, 0)) / values.length) / 100;
  const latitude = mean(points.map((point) => point.latitude));
  const longitude = mean(points.map((point) => point.longitude));
  const id = `${latitude.toFixed(2)},${longitude.toFixed(2)}`;
  return { id, label: text.trim(), latitude, longitude };
}
