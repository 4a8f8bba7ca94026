import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type TeamCriteria, chooseTeam } from '../../../server/referrals/choose-team.js';
import { coverageOf } from '../../../server/referrals/coverage.js';
import type { TeamEntry, TeamOrder } from '../../../server/settings/team-schema.js';

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

const chosen = (
  wanted: Omit<TeamCriteria, 'for'> & Partial<TeamCriteria>,
  teams = north,
  order?: TeamOrder,
): string => {
  const criteria = { for: 'self', age: 40, language: 'en-GB', ...wanted } as const;
  const result = chooseTeam(teams, criteria, order);
  return result.ok ? result.value.id : `no: ${result.failure}`;
};

describe('the team chosen for a referral', () => {
  const cases: readonly (readonly [string, Parameters<typeof chosen>[0], string])[] = [
    ['is the team of the postcode', { postcode: 'TS18 1HU' }, 'city'],
    [
      'is the team of the sector rather than that of the outward code',
      { postcode: 'TS1 2AB' },
      'quarter',
    ],
    ['is not the team of another sector', { postcode: 'TS1 3AB' }, 'city'],
    ['is none if no team covers the postcode', { postcode: 'SW1A 1AA' }, 'no: area'],
    ['is none for an outward code with the same beginning', { postcode: 'TS10 1AA' }, 'no: area'],
    [
      'is the team of the GP practice, wherever the person lives',
      { postcode: 'SW1A 1AA', practice: 'A81001' },
      'patients',
    ],
    [
      'is the team of the practice rather than that of the postcode',
      { postcode: 'TS18 1HU', practice: 'A81001' },
      'patients',
    ],
    ['is none for another practice', { postcode: 'SW1A 1AA', practice: 'A81002' }, 'no: area'],
    [
      'is one that speaks the language of the referral',
      { postcode: 'TS2 1AA', language: 'pl' },
      'polish',
    ],
    [
      'is one that speaks English for a referral in English',
      { postcode: 'TS2 1AA', language: 'en' },
      'welsh',
    ],
    [
      'is one that speaks the language that was named',
      { postcode: 'TS2 1AA', spoken: 'Polish, a little English' },
      'polish',
    ],
    [
      'is one that speaks a language whose own name was given',
      { postcode: 'TS2 1AA', spoken: 'Cymraeg' },
      'welsh',
    ],
    [
      'is the first one if none speaks the language',
      { postcode: 'TS2 1AA', spoken: 'Klingon' },
      'welsh',
    ],
    [
      'is not chosen by a language tag typed as a language name',
      { postcode: 'TS2 1AA', spoken: 'pl' },
      'welsh',
    ],
    ['is an open team rather than one with a waiting list', { postcode: 'TS3 1AA' }, 'free'],
    ['may be a team with a waiting list', { postcode: 'TS4 1AA' }, 'later'],
    ['is not a closed team', { postcode: 'TS5 1AA' }, 'no: closed'],
    [
      'is none for a child where no team accepts children',
      { postcode: 'TS18 1HU', age: 12 },
      'no: too-young',
    ],
    [
      'is none for a child who refers themselves',
      { postcode: 'TS1 3AB', age: 12 },
      'no: too-young',
    ],
    [
      'is the young people’s team for a child referred by somebody close',
      { postcode: 'TS1 3AB', age: 12, for: 'someone-close' },
      'young',
    ],
    [
      'is the adults’ team for a person of 18',
      { postcode: 'TS1 3AB', age: 18, for: 'someone-close' },
      'city',
    ],
    [
      'is none for a child below the age of the young people’s team',
      { postcode: 'TS1 3AB', age: 10, for: 'someone-close' },
      'no: too-young',
    ],
    ['is the team for the person’s age', { postcode: 'TS6 1AA', age: 66 }, 'old'],
    [
      'is none for an age between those of two teams',
      { postcode: 'TS6 1AA', age: 50 },
      'no: too-young',
    ],
    [
      'is none if the only team for the age is closed',
      { postcode: 'TS5 1AA', age: 18, for: 'professional', kind: 'school' },
      'no: closed',
    ],
    [
      'does not depend on the age if the age is not known',
      { postcode: 'TS6 1AA', age: undefined },
      'old',
    ],
    ['is the first one for a person without an address', { hasNoAddress: true }, 'city'],
    [
      'is the team of the practice for a person without an address',
      { hasNoAddress: true, practice: 'A81001' },
      'patients',
    ],
    [
      'is a team for the age of a person without an address',
      { hasNoAddress: true, age: 12, for: 'someone-close' },
      'young',
    ],
    [
      'is not a closed team for a person without an address',
      { hasNoAddress: true, language: 'de' },
      'city',
    ],
    [
      'is the team of the place where a person without an address stays',
      { hasNoAddress: true, postcode: 'TS4 1AA' },
      'later',
    ],
    [
      'is one that accepts referrals from the kind of organisation',
      { postcode: 'TS7 1AA', for: 'professional', kind: 'pharmacy' },
      'doctors',
    ],
    [
      'is none if the team accepts only other kinds of organisation',
      { postcode: 'TS7 1AA', for: 'professional', kind: 'police' },
      'no: area',
    ],
    [
      'is one that accepts all kinds of organisation by default',
      { postcode: 'TS18 1HU', for: 'professional', kind: 'police' },
      'city',
    ],
  ];
  for (const [title, wanted, expected] of cases)
    it(`${title} (${expected})`, () => {
      assert.equal(chosen(wanted), expected);
    });

  it('is none if no team accepts such referrals, wherever the person lives', () => {
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

  it('is none for a person above the ages of all teams, with the reason too old', () => {
    const teams = [team('young', { areas: ['TS1'], age: { from: 11, to: 17 } })];
    assert.equal(chosen({ postcode: 'TS1 1AA', age: 18 }, teams), 'no: too-old');
    assert.equal(chosen({ postcode: 'TS1 1AA', age: 17 }, teams), 'young');
    assert.equal(chosen({ postcode: 'TS1 1AA', age: 11 }, teams), 'young');
  });

  it('is the team of the postcode rather than that of the practice if the service says so', () => {
    const person = { postcode: 'TS18 1HU', practice: 'A81001' };
    assert.equal(chosen(person, north, 'area-first'), 'city');
    assert.equal(chosen({ ...person, postcode: 'SW1A 1AA' }, north, 'area-first'), 'patients');
  });

  it('is the team of the area if that of the practice is closed', () => {
    const teams = [
      team('patients', { practices: ['A81001'], capacity: closed }),
      team('around', { areas: ['TS1'] }),
    ];
    assert.equal(chosen({ postcode: 'TS1 1AA', practice: 'A81001' }, teams), 'around');
  });

  it('is the next best team if the best one is closed', () => {
    const teams = [
      team('near', { areas: ['TS1 1'], capacity: closed }),
      team('around', { areas: ['TS1'], capacity: waiting }),
    ];
    assert.equal(chosen({ postcode: 'TS1 1AA' }, teams), 'around');
  });
});

describe('the coverage of a postcode', () => {
  const told = (about: Parameters<typeof coverageOf>[1], order: TeamOrder = 'area-first') => {
    const { covered, teams, byPractice } = coverageOf(north, about, order);
    return [covered, teams.map(({ id }) => id).join(' '), byPractice];
  };

  it('lists the teams that cover it, including closed ones, in the order of the settings', () => {
    assert.deepEqual(told({ postcode: 'TS1 3AB' }), [true, 'city', false]);
    assert.deepEqual(told({ postcode: 'TS5 1AA' }), [true, 'shut', false]);
    assert.deepEqual(told({ postcode: 'TS6 1AA' }), [true, 'old middle', false]);
  });

  it('leaves out a team if another one comes first for everybody whom it takes', () => {
    assert.deepEqual(told({ postcode: 'TS1 2AB' }), [true, 'quarter', false]);
    const teams = [
      team('practice', { practices: ['A81001'] }),
      team('everybody', { areas: ['TS1'], age: { from: 11 } }),
      team('adults', { areas: ['TS1'] }),
    ];
    const { teams: first } = coverageOf(teams, { postcode: 'TS1 1AA', practice: 'A81001' });
    assert.deepEqual(
      first.map(({ id }) => id),
      ['practice', 'everybody'],
    );
  });

  it('says that the practice may decide although the postcode is covered, where practices come first', () => {
    const about = { postcode: 'TS18 1HU' };
    assert.deepEqual(told(about, 'practice-first'), [true, 'city', true]);
    assert.deepEqual(told(about, 'area-first'), [true, 'city', false]);
    const registered = { ...about, practice: 'A81001' };
    assert.deepEqual(told(registered, 'practice-first'), [true, 'patients', false]);
    assert.deepEqual(told(registered, 'area-first'), [true, 'city', false]);
  });

  it('asks for the GP practice if a practice could still make a team accept the person', () => {
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

  it('depends on who refers', () => {
    assert.deepEqual(told({ postcode: 'TS5 1AA', for: 'someone-close' }), [
      true,
      'shut young',
      false,
    ]);
    assert.deepEqual(told({ postcode: 'TS7 1AA' }), [false, '', true]);
    assert.deepEqual(told({ postcode: 'TS7 1AA', for: 'professional' }), [true, 'doctors', false]);
  });

  it('includes the waiting time and the next steps of each team', () => {
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
