import { asEmail, asLine, asParagraphs } from '../../src/directory/open-referral/json.js';
import { withoutUndefined } from '../../src/core/record.js';
import type { Activity, Venue } from '../../src/directory/contract/activity.js';
import type { ActivitySuggestion } from '../../src/suggestion/contract/activity-suggestion.js';
import { dateAt } from '../../src/core/contract/date.js';
import type { ServiceEntry } from '../settings/deployment-schema.js';
import { activityId } from '../directory/contract/activity-id.js';
import { findOutcode } from '../geography/places.js';
import type { FeedActivity } from '../directory/contract/feed-load.js';
import { suggestedFeed } from '../settings/reserved-feeds.js';
import { websiteOf } from './check-suggestion.js';

/** A suggestion that staff have accepted. */
export interface Accepted {
  readonly reference: string;
  readonly suggestion: ActivitySuggestion;
  readonly receivedAt: string;
  /** When staff last confirmed it. */
  readonly acceptedAt: string;
}

/** Its id in the directory. */
export const suggestedId = (service: string, reference: string): string =>
  activityId(service, suggestedFeed, reference);

/**
 * An accepted suggestion as an activity with plain text, as from feeds. No dates are derived from text: if a suggestion
 * says “Tuesdays”, so does the activity.
 */
export function suggestedActivity(
  { reference, suggestion, receivedAt, acceptedAt }: Accepted,
  service: Pick<ServiceEntry, 'id' | 'name' | 'timeZone'>,
): FeedActivity {
  const { category, place, ages } = suggestion;
  const organisation = asLine(suggestion.organisation) ?? '';
  const website = websiteOf(suggestion.website ?? '');
  return {
    sourceId: reference,
    activity: {
      id: suggestedId(service.id, reference),
      name: asLine(suggestion.name) ?? '',
      description: asParagraphs(suggestion.description) ?? '',
      organisation: { name: organisation, identifiers: [], ...(website ? { website } : {}) },
      status: 'active',
      categories: [category],
      terms: [],
      ages: ages === 'some' ? agesOf(suggestion) : {},
      cost: costOf(suggestion),
      attendance: place === 'both' ? ['in-person', 'online'] : [place],
      venues: place === 'online' ? [] : [venueOf(suggestion)],
      areas: [],
      sessions: [withoutUndefined({ text: asLine(suggestion.when) })],
      languages: [],
      joining: [],
      contact: withoutUndefined({
        phone: suggestion.phone,
        email: asEmail(suggestion.email),
        website,
      }),
      checked: { date: dateAt(new Date(acceptedAt), service.timeZone), by: service.name },
      updated: receivedAt,
      source: { name: organisation, attribution: [] },
      more: [],
    },
  };
}

const agesOf = ({ from, to }: ActivitySuggestion): Activity['ages'] =>
  withoutUndefined({
    from: from === undefined ? undefined : Number(from),
    to: to === undefined ? undefined : Number(to),
  });

const costOf = ({ free, price }: ActivitySuggestion): Activity['cost'] =>
  free === 'yes'
    ? { isFree: true, options: [] }
    : withoutUndefined({ options: [], text: asLine(price) });

function venueOf({ venue, address, postcode = '', access = [] }: ActivitySuggestion): Venue {
  const outcode = findOutcode(postcode.split(' ')[0] ?? '');
  return withoutUndefined({
    address: [asLine(address) ?? ''],
    postcode,
    access: [...access],
    name: asLine(venue),
    latitude: outcode?.latitude,
    longitude: outcode?.longitude,
  });
}
