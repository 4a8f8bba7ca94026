import type { Activity, Attribution, Venue } from '../../contract/activity.js';
import { agesBetween } from './ages-between.js';
import { accessIn } from './guess.js';
import {
  type Json,
  date,
  email,
  line,
  link,
  many,
  number,
  one,
  paragraphs,
  phone,
  present,
} from './json.js';
import { areaNamed, pointOf, postcodeOf, venuesIn } from './read-place.js';
import type { Read } from './record.js';

/** Reads a service of ALISS, as versions 4 and 5 of its API give it. */
export function readAliss(json: Json): Read {
  const sourceId = line(json['id'], 120);
  const name = line(json['name'], 200);
  if (sourceId === undefined)
    return { ok: false, refused: { id: name ?? '', field: 'id', reason: 'is missing' } };
  if (name === undefined)
    return { ok: false, refused: { id: sourceId, field: 'name', reason: 'is missing' } };
  const categories = many(json['categories']);
  const terms = categories.flatMap((category) => line(category['name'], 120) ?? []);
  const slugs = categories.flatMap((category) => line(category['slug'], 120) ?? []);
  const organisation = one(json['organisation']);
  const organiser = line(organisation['name'], 200);
  const features = many(json['accessibility_features']);
  const venues = venuesIn(
    many(json['locations']).map((location) =>
      venueOf(location, features.filter((feature) => isOf(feature, location)).map(featureText)),
    ),
  );
  const reviewed = date(json['last_reviewed']);
  return {
    ok: true,
    record: {
      sourceId,
      subjects: [...terms, ...slugs],
      activity: {
        name,
        ...present<Activity>({
          summary: line(json['summary']),
          description: paragraphs(json['description']),
          organisation:
            organiser === undefined
              ? undefined
              : {
                  name: organiser,
                  identifiers: [],
                  ...present<{ website: string; logo: string }>({
                    website: link(organisation['url']),
                    logo: link(organisation['logo']),
                  }),
                },
          checked: reviewed === undefined ? undefined : { date: reviewed, by: 'ALISS' },
          updated: date(json['last_updated']),
        }),
        ...present<{ page: string }>({ page: link(json['aliss_url']) ?? link(json['permalink']) }),
        status: 'active',
        terms: [...new Set(terms)].slice(0, 40),
        ages: agesOf(json),
        cost: { options: [] },
        attendance: venues.length > 0 ? ['in-person'] : [],
        venues,
        areas: many(json['service_areas']).flatMap((area) => areaNamed(line(area['name']))),
        sessions: [],
        languages: [],
        joining: [],
        contact: present<Activity['contact']>({
          phone: phone(json['phone']),
          email: email(json['email']),
          website: link(json['url']),
          referralUrl: link(json['referral_url']),
        }),
        more: features.map((feature) => ({ label: 'Access', text: featureText(feature) })),
      },
    },
  };
}

const featureText = (feature: Json): string =>
  [line(feature['name']), line(feature['additional_info'])]
    .filter((part) => part !== undefined)
    .join(': ');

// What one building has the next may not have.
const isOf = (feature: Json, location: Json): boolean => {
  const of = line(feature['location_id']);
  return of === undefined || of === line(location['id']);
};

const venueOf = (location: Json, features: readonly string[]): Venue => ({
  ...present<Venue>({
    name: line(location['name']),
    postcode: postcodeOf(location['postal_code']),
    ...pointOf(location),
  }),
  address: ['street_address', 'locality', 'region'].flatMap((part) => line(location[part]) ?? []),
  access: accessIn(features.join(' ')),
});

function agesOf(json: Json): Activity['ages'] {
  const range = many(json['community_groups']).find((group) => group['is_range'] === true) ?? {};
  return agesBetween(number(range['min']), number(range['max']));
}

/** The licence and the sources that ALISS wants named, from the `meta` of any of its answers. */
export function attributionOf(json: Json): {
  readonly licence?: { readonly name: string; readonly url?: string };
  readonly attribution: readonly Attribution[];
} {
  const meta = one(json['meta']);
  const licence = line(meta['licence'], 200);
  return {
    ...(licence === undefined
      ? {}
      : {
          licence: {
            name: /creativecommons\.org\/licenses\/by\/4/.test(licence) ? 'CC BY 4.0' : licence,
            ...present<{ url: string }>({ url: link(licence) }),
          },
        }),
    attribution: many(meta['attribution']).flatMap((one_) => {
      const text = line(one_['text']);
      return text === undefined
        ? []
        : [{ text, ...present<{ url: string }>({ url: link(one_['url']) }) }];
    }),
  };
}
