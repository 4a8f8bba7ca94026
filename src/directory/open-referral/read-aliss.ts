import type { Activity, Attribution, Venue } from '../contract/activity.js';
import { ageRange } from './age-range.js';
import { accessIn } from './guess.js';
import {
  type Json,
  asDate,
  asEmail,
  asLine,
  asLink,
  asObjects,
  asNumber,
  asObject,
  asParagraphs,
  asPhone,
  withoutUndefined,
} from './json.js';
import { areaNamed, pointOf, postcodeOf, venuesIn } from './read-place.js';
import type { RecordResult } from './record.js';

/** Reads a service from versions 4 and 5 of the ALISS API. */
export function readAliss(json: Json): RecordResult {
  const sourceId = asLine(json['id'], 120);
  const name = asLine(json['name'], 200);
  if (sourceId === undefined)
    return { ok: false, refused: { id: name ?? '', field: 'id', reason: 'is missing' } };
  if (name === undefined)
    return { ok: false, refused: { id: sourceId, field: 'name', reason: 'is missing' } };
  const categories = asObjects(json['categories']);
  const terms = categories.flatMap((category) => asLine(category['name'], 120) ?? []);
  const slugs = categories.flatMap((category) => asLine(category['slug'], 120) ?? []);
  const organisation = asObject(json['organisation']);
  const organiser = asLine(organisation['name'], 200);
  const features = asObjects(json['accessibility_features']);
  const venues = venuesIn(
    asObjects(json['locations']).map((location) =>
      venueOf(
        location,
        features.filter((feature) => belongsTo(feature, location)).map(featureText),
      ),
    ),
  );
  const reviewed = asDate(json['last_reviewed']);
  return {
    ok: true,
    record: {
      sourceId,
      subjects: [...terms, ...slugs],
      activity: {
        name,
        ...withoutUndefined<Activity>({
          summary: asLine(json['summary']),
          description: asParagraphs(json['description']),
          organisation:
            organiser === undefined
              ? undefined
              : {
                  name: organiser,
                  identifiers: [],
                  ...withoutUndefined<{ website: string; logo: string }>({
                    website: asLink(organisation['url']),
                    logo: asLink(organisation['logo']),
                  }),
                },
          checked: reviewed === undefined ? undefined : { date: reviewed, by: 'ALISS' },
          updated: asDate(json['last_updated']),
        }),
        ...withoutUndefined<{ page: string }>({
          page: asLink(json['aliss_url']) ?? asLink(json['permalink']),
        }),
        status: 'active',
        terms: [...new Set(terms)].slice(0, 40),
        ages: agesOf(json),
        cost: { options: [] },
        attendance: venues.length > 0 ? ['in-person'] : [],
        venues,
        areas: asObjects(json['service_areas']).flatMap((area) => areaNamed(asLine(area['name']))),
        sessions: [],
        languages: [],
        joining: [],
        contact: withoutUndefined<Activity['contact']>({
          phone: asPhone(json['phone']),
          email: asEmail(json['email']),
          website: asLink(json['url']),
          referralUrl: asLink(json['referral_url']),
        }),
        more: features.map((feature) => ({ label: 'Access', text: featureText(feature) })),
      },
    },
  };
}

const featureText = (feature: Json): string =>
  [asLine(feature['name']), asLine(feature['additional_info'])]
    .filter((part) => part !== undefined)
    .join(': ');

// A feature without a location belongs to every location of the service.
const belongsTo = (feature: Json, location: Json): boolean => {
  const of = asLine(feature['location_id']);
  return of === undefined || of === asLine(location['id']);
};

const venueOf = (location: Json, features: readonly string[]): Venue => ({
  ...withoutUndefined<Venue>({
    name: asLine(location['name']),
    postcode: postcodeOf(location['postal_code']),
    ...pointOf(location),
  }),
  address: ['street_address', 'locality', 'region'].flatMap((part) => asLine(location[part]) ?? []),
  access: accessIn(features.join(' ')),
});

function agesOf(json: Json): Activity['ages'] {
  const range =
    asObjects(json['community_groups']).find((group) => group['is_range'] === true) ?? {};
  return ageRange(asNumber(range['min']), asNumber(range['max']));
}

/** The licence and the sources that ALISS requires to be credited, from the `meta` of any response. */
export function attributionOf(json: Json): {
  readonly licence?: { readonly name: string; readonly url?: string };
  readonly attribution: readonly Attribution[];
} {
  const meta = asObject(json['meta']);
  const licence = asLine(meta['licence'], 200);
  return {
    ...(licence === undefined
      ? {}
      : {
          licence: {
            name: /creativecommons\.org\/licenses\/by\/4/.test(licence) ? 'CC BY 4.0' : licence,
            ...withoutUndefined<{ url: string }>({ url: asLink(licence) }),
          },
        }),
    attribution: asObjects(meta['attribution']).flatMap((credit) => {
      const text = asLine(credit['text']);
      return text === undefined
        ? []
        : [{ text, ...withoutUndefined<{ url: string }>({ url: asLink(credit['url']) }) }];
    }),
  };
}
