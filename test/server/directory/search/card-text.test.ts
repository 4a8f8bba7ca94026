import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as z from 'zod/mini';
import { ActivitySummary } from '../../../../src/directory/contract/activity.js';
import {
  type Card,
  createCard,
  withNearestVenue,
} from '../../../../src/directory/contract/activity-card.js';
import { metresBetween } from '../../../../src/directory/contract/distance.js';
import { sampleActivities } from '../../../../server/sample-data/sample-activities.js';
import { searchPlaceOf } from '../../../../server/geography/places.js';
import { cardText, summaryText } from '../../../../server/directory/search/card-text.js';

const now = new Date('2026-05-01T12:00:00Z');
const cards = [...sampleActivities('northside', 150)].map(({ activity }) => createCard(activity));
const stored = (
  { venues, ...head }: Card,
  dates: { readonly nextAt: Date | null; readonly nextEnds: Date | null },
) => cardText({ head: JSON.stringify(head), venues: [...venues], ...dates });
const noDate = { nextAt: null, nextEnds: null };

const read = (text: string): ActivitySummary => {
  const json: unknown = JSON.parse(text);
  // Only the fields that the contract names.
  assert.deepEqual(json, z.parse(ActivitySummary, json));
  return z.parse(ActivitySummary, json);
};

describe('a stored card', () => {
  it('gives the same summary as one computed from the activity', () => {
    const counted = new Set<number>();
    for (const place of [undefined, searchPlaceOf('TS18'), searchPlaceOf('SW2')])
      for (const card of cards) {
        const expected = withNearestVenue(card, ({ latitude, longitude }) =>
          place && latitude !== undefined && longitude !== undefined
            ? metresBetween(place, { latitude, longitude })
            : undefined,
        );
        const text = summaryText(stored(card, noDate), { place, now }, undefined);
        assert.deepEqual(read(text), expected);
        counted.add(expected.otherVenues);
      }
    assert.ok(counted.size > 1);
  });

  it('names the nearest venue, or the first of several at the same distance', () => {
    const [card] = cards;
    const place = searchPlaceOf('TS18');
    assert.ok(card && place);
    const at = (name: string, north: number) => ({
      ...{ name, address: ['Stockton, TS18'], access: [] },
      ...{ latitude: place.latitude + north, longitude: place.longitude },
    });
    const nameOf = (venues: Card['venues']): string | undefined =>
      read(summaryText(stored({ ...card, venues }, noDate), { place, now }, 'near')).venue?.name;
    assert.equal(nameOf([at('Far', 0.2), at('Near', 0.1), at('Farther', 0.3)]), 'Near');
    assert.equal(nameOf([at('First', 0.1), at('Second', 0.1)]), 'First');
    assert.equal(
      nameOf([{ name: 'Nowhere', address: [], access: [] }, at('Somewhere', 9)]),
      'Somewhere',
    );
  });

  it('shows the next date until it is over', () => {
    const [card] = cards;
    assert.ok(card);
    const text = stored(card, {
      nextAt: new Date('2026-05-01T11:00:00Z'),
      nextEnds: new Date('2026-05-01T13:00:00Z'),
    });
    const nextAt = (moment: string) =>
      read(summaryText(text, { place: undefined, now: new Date(moment) }, undefined)).next;
    assert.deepEqual(nextAt('2026-05-01T13:00:00Z'), {
      starts: '2026-05-01T11:00:00.000Z',
      ends: '2026-05-01T13:00:00.000Z',
    });
    assert.equal(nextAt('2026-05-01T13:00:01Z'), undefined);
  });

  it('has no time of day for a date without one', () => {
    const [card] = cards;
    assert.ok(card);
    const text = stored(card, { nextAt: new Date('2026-05-03T23:59:59Z'), nextEnds: null });
    const { next, reach } = read(summaryText(text, { place: undefined, now }, 'covers'));
    assert.deepEqual([next, reach], [{ starts: '2026-05-03' }, 'covers']);
  });
});
