import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Wanted, chooseTeam } from '../../../server/intake/choose-team.js';
import { coverageOf } from '../../../server/intake/coverage.js';
import type { TeamEntry } from '../../../server/team-schema.js';

const team = (id: string, about: Partial<TeamEntry>): TeamEntry => ({
  id,
  name: id,
  areas: [],
  age: { from: 18 },
  capacity: { state: 'open' },
  next: '',
  firstContact: { workingDays: 5 },
  ...about,
});

const waiting = { state: 'waiting-list', note: 'about 6 weeks' } as const;
const closed = { state: 'closed' } as const;

const north = [
  team('city', { areas: ['TS1', 'TS18'] }),
  team('quarter', { areas: ['TS1 2'] }),
  team('welsh', { areas: ['TS2'], languages: ['cy', 'en-GB'] }),
  team('polish', { areas: ['TS2'], languages: ['pl'] }),
  team('full', { areas: ['TS3'], capacity: waiting }),
  team('free', { areas: ['TS3'] }),
  team('later', { areas: ['TS4'], capacity: waiting }),
  team('shut', { areas: ['TS5'], capacity: closed }),
  team('young', {
    areas: ['TS1', 'TS5'],
    age: { from: 11, to: 17 },
    kinds: ['someone-close', 'school'],
  }),
  team('old', { areas: ['TS6'], age: { from: 60 } }),
  team('middle', { areas: ['TS6'], age: { from: 18, to: 40 } }),
  team('patients', { practices: ['A81001'], age: { from: 18 } }),
  team('doctors', { areas: ['TS7'], kinds: ['general-practice', 'pharmacy'] }),
];

const chosen = (wanted: Omit<Wanted, 'for'> & Partial<Wanted>, teams = north): string => {
  const result = chooseTeam(teams, { for: 'self', age: 40, language: 'en-GB', ...wanted });
  return result.ok ? result.value.id : `no: ${result.failure}`;
};

describe('the team that takes a referral', () => {
  const cases: readonly (readonly [string, Parameters<typeof chosen>[0], string])[] = [
    ['is the one of the postcode', { postcode: 'TS18 1HU' }, 'city'],
    [
      'is the one of the sector before that of the outward code',
      { postcode: 'TS1 2AB' },
      'quarter',
    ],
    ['is not that of another sector', { postcode: 'TS1 3AB' }, 'city'],
    ['is none where nobody covers the postcode', { postcode: 'SW1A 1AA' }, 'no: area'],
    ['is none of another beginning', { postcode: 'TS10 1AA' }, 'no: area'],
    [
      'is that of the practice, wherever one lives',
      { postcode: 'SW1A 1AA', practice: 'A81001' },
      'patients',
    ],
    [
      'is that of the postcode before that of the practice',
      { postcode: 'TS18 1HU', practice: 'A81001' },
      'city',
    ],
    ['is none for another practice', { postcode: 'SW1A 1AA', practice: 'A81002' }, 'no: area'],
    ['speaks the language that was written', { postcode: 'TS2 1AA', language: 'pl' }, 'polish'],
    ['speaks English to whoever writes it', { postcode: 'TS2 1AA', language: 'en' }, 'welsh'],
    [
      'speaks the language that was named',
      { postcode: 'TS2 1AA', spoken: 'Polish, a little English' },
      'polish',
    ],
    [
      'speaks the language that was named in itself',
      { postcode: 'TS2 1AA', spoken: 'Cymraeg' },
      'welsh',
    ],
    [
      'is the first where none speaks the language',
      { postcode: 'TS2 1AA', spoken: 'Klingon' },
      'welsh',
    ],
    ['is not found by letters of a name', { postcode: 'TS2 1AA', spoken: 'pl' }, 'welsh'],
    ['is open rather than one with a waiting list', { postcode: 'TS3 1AA' }, 'free'],
    ['may have a waiting list', { postcode: 'TS4 1AA' }, 'later'],
    ['is not a closed one', { postcode: 'TS5 1AA' }, 'no: closed'],
    [
      'is none for a child, where children are not taken',
      { postcode: 'TS18 1HU', age: 12 },
      'no: too-young',
    ],
    ['is none for a child who refers themself', { postcode: 'TS1 3AB', age: 12 }, 'no: too-young'],
    [
      'is that of the young for a child whose mother asks',
      { postcode: 'TS1 3AB', age: 12, for: 'someone-close' },
      'young',
    ],
    [
      'is that of the adults for a person of 18',
      { postcode: 'TS1 3AB', age: 18, for: 'someone-close' },
      'city',
    ],
    [
      'is none for a child too young for the young',
      { postcode: 'TS1 3AB', age: 10, for: 'someone-close' },
      'no: too-young',
    ],
    ['is the one of that age', { postcode: 'TS6 1AA', age: 66 }, 'old'],
    ['is none for whoever is between two', { postcode: 'TS6 1AA', age: 50 }, 'no: too-young'],
    [
      'is none for whoever is too old for all',
      { postcode: 'TS5 1AA', age: 18, for: 'professional', kind: 'school' },
      'no: closed',
    ],
    ['does not depend on an age that nobody asked', { postcode: 'TS6 1AA', age: undefined }, 'old'],
    ['is the first for whoever has no address', { hasNoAddress: true }, 'city'],
    [
      'is that of the practice for whoever has no address',
      { hasNoAddress: true, practice: 'A81001' },
      'patients',
    ],
    [
      'is one of that age for whoever has no address',
      { hasNoAddress: true, age: 12, for: 'someone-close' },
      'young',
    ],
    ['is never closed for whoever has no address', { hasNoAddress: true, language: 'de' }, 'city'],
    ['is where they stay, if they say', { hasNoAddress: true, postcode: 'TS4 1AA' }, 'later'],
    [
      'takes from that kind of organisation',
      { postcode: 'TS7 1AA', for: 'professional', kind: 'pharmacy' },
      'doctors',
    ],
    [
      'does not take from another kind',
      { postcode: 'TS7 1AA', for: 'professional', kind: 'police' },
      'no: area',
    ],
    [
      'takes from every kind unless it says',
      { postcode: 'TS18 1HU', for: 'professional', kind: 'police' },
      'city',
    ],
  ];
  for (const [title, wanted, expected] of cases)
    it(`${title} (${expected})`, () => {
      assert.equal(chosen(wanted), expected);
    });

  it('is none where no team takes such referrals, wherever the person lives', () => {
    const teams = north.filter(({ id }) => id === 'doctors');
    assert.equal(
      chosen({ postcode: 'TS7 1AA', for: 'professional', kind: 'police' }, teams),
      'no: kind',
    );
    assert.equal(chosen({ postcode: 'TS7 1AA' }, teams), 'no: kind');
    assert.equal(
      chosen({ postcode: 'TS7 1AA', for: 'professional', kind: 'pharmacy' }, teams),
      'doctors',
    );
  });

  it('is too young for nobody who is too old for all', () => {
    const teams = [team('young', { areas: ['TS1'], age: { from: 11, to: 17 } })];
    assert.equal(chosen({ postcode: 'TS1 1AA', age: 18 }, teams), 'no: too-old');
    assert.equal(chosen({ postcode: 'TS1 1AA', age: 17 }, teams), 'young');
    assert.equal(chosen({ postcode: 'TS1 1AA', age: 11 }, teams), 'young');
  });

  it('is another than the nearest where that is closed', () => {
    const teams = [
      team('near', { areas: ['TS1 1'], capacity: closed }),
      team('around', { areas: ['TS1'], capacity: waiting }),
    ];
    assert.equal(chosen({ postcode: 'TS1 1AA' }, teams), 'around');
  });
});

describe('what a form is told of a postcode', () => {
  const told = (about: Parameters<typeof coverageOf>[1]) => {
    const { covered, teams, byPractice } = coverageOf(north, about);
    return [covered, teams.map(({ id }) => id).join(' '), byPractice];
  };

  it('is who takes people there, closed teams among them, in the order of the settings', () => {
    assert.deepEqual(told({ postcode: 'TS1 2AB' }), [true, 'city quarter', false]);
    assert.deepEqual(told({ postcode: 'TS5 1AA' }), [true, 'shut', false]);
    assert.deepEqual(told({ postcode: 'TS6 1AA' }), [true, 'old middle', false]);
  });

  it('is to ask for the practice, where one could still help', () => {
    assert.deepEqual(told({ postcode: 'SW1A 1AA' }), [false, '', true]);
    assert.deepEqual(told({ postcode: 'SW1A 1AA', practice: 'A81001' }), [true, 'patients', false]);
    assert.deepEqual(told({ postcode: 'SW1A 1AA', practice: 'A81002' }), [false, '', false]);
    const without = north.filter(({ practices }) => practices === undefined);
    assert.deepEqual(coverageOf(without, { postcode: 'SW1A 1AA' }), {
      covered: false,
      teams: [],
      byPractice: false,
    });
  });

  it('differs by who refers', () => {
    assert.deepEqual(told({ postcode: 'TS5 1AA', for: 'someone-close' }), [
      true,
      'shut young',
      false,
    ]);
    assert.deepEqual(told({ postcode: 'TS7 1AA' }), [false, '', true]);
    assert.deepEqual(told({ postcode: 'TS7 1AA', for: 'professional' }), [true, 'doctors', false]);
  });

  it('says how long the wait is and what comes next', () => {
    const teams = [
      team('slow', {
        areas: ['TS1'],
        capacity: waiting,
        next: 'We call.',
        languages: ['cy'],
        firstContact: { workingDays: 30 },
        practices: ['A81001'],
        kinds: ['self'],
      }),
    ];
    assert.deepEqual(coverageOf(teams, { postcode: 'TS1 1AA' }).teams, [
      {
        id: 'slow',
        name: 'slow',
        age: { from: 18 },
        capacity: { state: 'waiting-list', note: 'about 6 weeks' },
        next: 'We call.',
        contactWorkingDays: 30,
        languages: ['cy'],
      },
    ]);
  });
});
