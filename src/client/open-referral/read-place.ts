import type { Activity, Venue } from '../../contract/activity.js';
import { formatPostcode } from '../../contract/postcode.js';
import { accessIn, isEverywhere, outcodeIn } from './guess.js';
import { type Json, line, many, number, one, present } from './json.js';

/** Where a service takes place. */
export function venuesOf(json: Json): Venue[] {
  const places = [
    ...many(json['service_at_locations']).map((at) => ({ ...one(at['location']), at })),
    ...many(json['locations']),
  ];
  return venuesIn(
    places
      .filter((place) => line(one(place)['location_type']) !== 'virtual')
      .map((place) => venueOf(place)),
  );
}

/** Venues that say where they are, each once. */
export function venuesIn(all: readonly Venue[]): Venue[] {
  const venues = all.filter(
    ({ name, address, latitude, postcode }) =>
      name !== undefined || address.length > 0 || latitude !== undefined || postcode !== undefined,
  );
  return [...new Map(venues.map((venue) => [JSON.stringify(venue), venue])).values()];
}

/** The coordinates of a location. Those that are none, or in the sea off Africa, are left out. */
export function pointOf(location: Json): Pick<Venue, 'latitude' | 'longitude'> {
  const latitude = number(location['latitude']);
  const longitude = number(location['longitude']);
  return latitude !== undefined &&
    longitude !== undefined &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180 &&
    (latitude !== 0 || longitude !== 0)
    ? { latitude, longitude }
    : {};
}

/** A postcode as it is written. */
export const postcodeOf = (value: unknown): string | undefined => {
  const text = line(value, 12);
  return text === undefined ? undefined : formatPostcode(text);
};

function venueOf(location: Json): Venue {
  const address = many(location['addresses'] ?? location['physical_addresses'])[0] ?? {};
  const said = many(location['accessibility'] ?? location['accessibility_for_disabilities'])
    .flatMap((part) => [
      line(part['description']),
      line(part['accessibility']),
      line(part['details']),
    ])
    .filter((text) => text !== undefined);
  const accessText = [...new Set(said)].join(' ');
  return {
    ...present<Venue>({
      name: line(location['name']) ?? line(location['alternate_name']),
      postcode: postcodeOf(address['postal_code']),
      ...pointOf(location),
      accessText: accessText === '' ? undefined : accessText,
    }),
    address: ['address_1', 'address_2', 'city'].flatMap((part) => line(address[part]) ?? []),
    access: accessIn(accessText),
  };
}

/** An area of which nothing but the name is known. */
export function areaNamed(name: string | undefined): Activity['areas'] {
  if (name === undefined) return [];
  const code = outcodeIn(name);
  return [{ name, outcodes: code === undefined ? [] : [code], isEverywhere: isEverywhere(name) }];
}
