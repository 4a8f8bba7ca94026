import {
  type Activity,
  type Session,
  type Venue,
  accessFeatures,
} from '../../src/directory/contract/activity.js';
import { activityId } from '../directory/contract/activity-id.js';
import { type Outcode, outcodes } from '../geography/outcodes.js';
import type { FeedActivity } from '../directory/contract/feed-load.js';
import { sampleFeed } from '../settings/reserved-feeds.js';
import {
  type ActivityKind,
  venueNames,
  activityKinds,
  otherLanguages,
  organisationNames,
} from './activity-kinds.js';
import { type Random, randomFrom } from './random.js';

const note = 'Made up for demonstration';
const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const dayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
// All recurrence rules start in the week of this Monday and have no end, so that there is always a next date.
const firstMonday = Date.UTC(2026, 0, 5);
const homePercent = 60;
const postcodeLetters = Array.from('ABDEFGHJLNPQRSTUWXYZ');

/** Outward codes, also by postcode area, because the codes of an area are needed for each of up to a million activities. */
interface OutcodeIndex {
  readonly all: readonly Outcode[];
  readonly byArea: ReadonlyMap<string, readonly Outcode[]>;
}

const postcodeAreaOf = (code: string): string => code.replace(/\d.*/, '');

function indexByArea(all: readonly Outcode[]): OutcodeIndex {
  const byArea = new Map<string, Outcode[]>();
  for (const one of all)
    byArea.set(postcodeAreaOf(one.code), [...(byArea.get(postcodeAreaOf(one.code)) ?? []), one]);
  return { all, byArea };
}

const codesIn = ({ byArea }: OutcodeIndex, area: string): readonly string[] =>
  (byArea.get(area) ?? []).map(({ code }) => code);

/**
 * Generates sample activities, the same ones each time; a smaller number gives the start of the same sequence.
 * @param service id of the service for whose directory they are
 */
export function* sampleActivities(service: string, count: number): Generator<FeedActivity> {
  const all = indexByArea(outcodes());
  const home = indexByArea(all.byArea.get('TS') ?? []);
  for (let index = 0; index < count; index += 1) {
    const random = randomFrom(index * 7919 + 17);
    // A small directory is mostly local to one town; a large one covers the country.
    const isHome = index < 2000 && random.chance(homePercent);
    yield sampleActivity(service, index, random, isHome ? home : all);
  }
}

function sampleActivity(
  service: string,
  index: number,
  random: Random,
  where: OutcodeIndex,
): FeedActivity {
  const sourceId = `made-up-${index}`;
  const kind = random.pick(activityKinds);
  const venues = venuesOf(random, where);
  const attendance = attendanceOf(kind, random);
  const isRemoteOnly = !attendance.includes('in-person');
  const [first] = venues;
  const when = scheduleOf(kind, random);
  const name = nameOf(kind, random, when.day, first?.address.at(-1) ?? '');
  const organisation = `${random.pick(organisationNames)} ${first?.address.at(-1) ?? 'Together'}`;
  const text = descriptionOf(kind, random);
  const price = random.pick([100, 200, 250, 300, 500]);
  const isFree = random.chance(55);
  return {
    sourceId,
    activity: {
      id: activityId(service, sampleFeed, sourceId),
      name,
      summary: text[0] ?? name,
      description: text.join('\n'),
      organisation: { name: organisation, website: 'https://www.example.org/', identifiers: [] },
      status: random.chance(2) ? 'paused' : 'active',
      ...(random.chance(4)
        ? { alert: 'The room has changed this month. Ask at the front desk.' }
        : {}),
      categories: [kind.category],
      terms: [],
      ...capacityOf(random),
      ages: agesOf(kind, random),
      cost: costOf(random, isFree, price),
      attendance: [...attendance],
      venues: isRemoteOnly ? [] : [...venues],
      areas: areasOf(random, isRemoteOnly, where, venues),
      sessions: [...when.sessions],
      languages: random.chance(18) ? ['en', random.pick(otherLanguages)] : ['en'],
      ...joiningOf(random),
      contact: {
        phone: `01632 960${String(100 + (index % 900)).padStart(3, '0')}`,
        email: 'hello@example.org',
        website: 'https://www.example.org/',
      },
      ...checkedOf(random, organisation),
      source: {
        name: 'Made-up directory',
        licence: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
        attribution: [{ text: note }],
      },
      more: [{ label: 'Please note', text: `${note}: there is no such activity.` }],
    },
  };
}

function nameOf(kind: ActivityKind, random: Random, day: string | undefined, town: string): string {
  const base = random.pick(kind.names);
  const lower =
    /^[A-Z][a-z]/.test(base) && !/^(British|English|CV)/.test(base)
      ? `${base.charAt(0).toLowerCase()}${base.slice(1)}`
      : base;
  if (day !== undefined && random.chance(35)) return `${day} ${lower}`;
  return town !== '' && random.chance(45) ? `${base}, ${town}` : base;
}

function descriptionOf(kind: ActivityKind, random: Random): readonly string[] {
  const closing = [
    'Somebody meets you at the door if you come for the first time.',
    'There is tea, coffee and a quiet corner.',
    'You can bring a friend, a carer or an assistance dog.',
    'If you are not sure, call us and we talk about it.',
  ];
  return [
    random.pick(kind.descriptions),
    random.pick(closing),
    ...(random.chance(40) ? ['New people are welcome at any time.'] : []),
  ];
}

function venuesOf(random: Random, where: OutcodeIndex): readonly Venue[] {
  const first = random.pick(where.all);
  const beside = where.byArea.get(postcodeAreaOf(first.code)) ?? [first];
  const more = random.chance(12) ? [random.pick(beside), random.pick(beside)] : [];
  return [first, ...more].map((outcode) => venueIn(outcode, random));
}

function venueIn({ code, town, latitude, longitude }: Outcode, random: Random): Venue {
  const spread = (): number => (random.next() - 0.5) * 0.03;
  const round = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;
  const inward = `${Math.floor(random.next() * 10)}${random.pick(postcodeLetters)}${random.pick(postcodeLetters)}`;
  return {
    name: `${town} ${random.pick(venueNames)}`,
    address: [
      `${1 + Math.floor(random.next() * 120)} ${random.pick(['High Street', 'Church Road', 'Station Road', 'Mill Lane', 'Park View'])}`,
      town,
    ],
    postcode: `${code} ${inward}`,
    latitude: round(latitude + spread()),
    longitude: round(longitude + spread()),
    access: accessFeatures.filter(() => random.chance(32)),
  };
}

function attendanceOf(kind: ActivityKind, random: Random): Activity['attendance'] {
  if (kind.isAdvice === true)
    return random
      .pick([['in-person'], ['in-person', 'phone'], ['phone'], ['home', 'phone']] as const)
      .slice();
  if (random.chance(6)) return ['online'];
  return random.chance(8) ? ['in-person', 'online'] : ['in-person'];
}

function scheduleOf(
  kind: ActivityKind,
  random: Random,
): { readonly day?: string; readonly sessions: readonly Session[] } {
  if (kind.isAdvice === true)
    return {
      sessions: [
        { text: random.pick(['Monday to Friday, 9am to 4pm', 'Call us to make an appointment']) },
      ],
    };
  const at = Math.floor(random.next() * 6.6);
  const date = new Date(firstMonday + at * 86_400_000).toISOString().slice(0, 10);
  const hour = random.pick([9, 10, 10, 11, 13, 14, 14, 15, 18, 19]);
  const clock = (value: number): string =>
    `${String(value).padStart(2, '0')}:${random.chance(30) ? '30' : '00'}`;
  const opens = clock(hour);
  const closes = `${String(hour + 2).padStart(2, '0')}:00`;
  const code = dayCodes[at] ?? 'MO';
  const rule = random.pick([
    `FREQ=WEEKLY;BYDAY=${code}`,
    `FREQ=WEEKLY;BYDAY=${code}`,
    `FREQ=WEEKLY;BYDAY=${code}`,
    `FREQ=WEEKLY;INTERVAL=2;BYDAY=${code}`,
    `FREQ=MONTHLY;BYDAY=1${code}`,
  ]);
  return { day: dayNames[at] ?? 'Monday', sessions: [{ rule, from: date, opens, closes }] };
}

function joiningOf(random: Random): Pick<Activity, 'joining' | 'isOpenToSelfReferral'> {
  const way = random.pick(['drop-in', 'drop-in', 'booking', 'referral', 'membership'] as const);
  return { joining: [way], isOpenToSelfReferral: way !== 'referral' };
}

function capacityOf(random: Random): Pick<Activity, 'capacity'> {
  if (random.chance(60)) return {};
  if (random.chance(60))
    return {
      capacity: {
        state: 'open',
        available: 1 + Math.floor(random.next() * 8),
        maximum: 12,
        updated: '2026-11-02',
      },
    };
  return random.chance(70)
    ? {
        capacity: {
          state: 'waiting-list',
          note: random.pick(['About 2 weeks', 'About 6 weeks', 'About 3 months']),
          updated: '2026-11-02',
        },
      }
    : { capacity: { state: 'full', updated: '2026-11-02' } };
}

function agesOf({ category }: ActivityKind, random: Random): Activity['ages'] {
  if (category === 'families') return { to: random.pick([5, 11]) };
  return random.pick([
    {},
    {},
    { from: 18 },
    { from: 16 },
    { from: 50 },
    { from: 60 },
    { from: 11, to: 25 },
  ]);
}

function costOf(random: Random, isFree: boolean, pence: number): Activity['cost'] {
  if (isFree) return { isFree: true, options: [{ pence: 0 }] };
  if (random.chance(20)) return { options: [], text: 'Pay what you can' };
  return {
    isFree: false,
    options: [
      { pence, note: 'per session' },
      ...(random.chance(40) ? [{ label: 'On benefits', pence: Math.round(pence / 2) }] : []),
    ],
  };
}

function areasOf(
  random: Random,
  isRemote: boolean,
  where: OutcodeIndex,
  venues: readonly Venue[],
): Activity['areas'] {
  if (isRemote && random.chance(40))
    return [{ name: 'United Kingdom', outcodes: [], isEverywhere: true }];
  if (!isRemote && !random.chance(15)) return [];
  const area = postcodeAreaOf(venues[0]?.postcode ?? random.pick(where.all).code);
  return [{ name: `${area} postcodes`, outcodes: [...codesIn(where, area)], isEverywhere: false }];
}

function checkedOf(random: Random, by: string): Pick<Activity, 'checked'> {
  if (random.chance(12)) return {};
  const date = new Date(firstMonday + Math.floor(random.next() * 300) * 86_400_000);
  return { checked: { date: date.toISOString().slice(0, 10), by } };
}
