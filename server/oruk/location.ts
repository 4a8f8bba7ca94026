import type { AccessFeature, Activity, Venue } from '../../src/contract/activity.js';
import { outcodeOf } from '../places.js';
import { partId, serviceAtLocationId } from './ids.js';
import { present } from './present.js';

type Json = Readonly<Record<string, unknown>>;

const accessWords: Readonly<Record<AccessFeature, string>> = {
  'step-free': 'Step-free access',
  'accessible-toilet': 'Accessible toilet',
  parking: 'Parking',
  'hearing-loop': 'Hearing loop',
  'sign-language': 'Sign language',
  'quiet-space': 'Quiet space',
  'public-transport': 'Near public transport',
  'carers-welcome': 'Carers welcome',
};

/** An activity at one of its venues. */
export function serviceAtLocation({ id, venues }: Activity, position: number): Json {
  const venue = venues[position];
  const location = venue && locationOf(venue);
  return present({
    id: serviceAtLocationId(id, position),
    service_id: id,
    location_id: location?.['id'],
    location,
  });
}

/** A venue as a location; the same venue of several activities is the same location. */
function locationOf(venue: Venue): Json {
  const { name, address, postcode, latitude, longitude, access, accessText } = venue;
  const id = partId(
    'location',
    name ?? '',
    JSON.stringify([address, postcode, latitude, longitude]),
  );
  const said = [
    ...access.map((feature) => accessWords[feature]),
    ...(accessText ? [accessText] : []),
  ];
  return present({
    id,
    location_type: 'physical',
    name,
    latitude,
    longitude,
    addresses: address.length > 0 || postcode !== undefined ? [addressOf(venue, id)] : [],
    accessibility: said.map((description, at) => ({
      id: partId(id, 'accessibility', at),
      location_id: id,
      description,
    })),
  });
}

// The profile demands these members, also of an address that has nothing to say in some of them.
function addressOf({ address, postcode = '' }: Venue, location: string): Json {
  const [first = '', ...rest] = address;
  const city = rest.pop() ?? '';
  return {
    ...present({ address_2: rest.join(', ') }),
    id: partId(location, 'address', 0),
    location_id: location,
    address_1: first,
    city,
    state_province: outcodeOf(postcode.split(' ')[0] ?? '')?.district ?? '',
    postal_code: postcode,
    country: 'GB',
    address_type: 'physical',
  };
}
