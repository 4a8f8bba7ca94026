import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type OrganisationKind, organisationKinds } from '../../src/contract/audience.js';
import { Referral } from '../../src/contract/referral.js';
import { sourceOf } from '../../server/intake/source-of.js';
import { newReferral } from '../../server/intake/new-referral.js';
import { placementsOf } from '../../server/placement.js';
import {
  demonstration,
  now,
  openBackend,
  problemOf,
  profileOf,
  receiptOf,
  referral,
  shownOf,
  type TestBackend,
  version,
} from './harness.js';

/** What is asked only of those who refer somebody else. */
const askedOnlyOf = {
  'someone-close': {
    relation: { who: 'parent', knows: 'yes' },
    introducer: { name: 'Pat Example', phone: '01632 960 002', updates: 'no' },
  },
  professional: {
    safeguarding: { concern: 'no' },
    referrer: {
      name: 'Sam Example',
      role: 'Adviser',
      kind: 'other',
      organisation: 'A made-up organisation',
      email: 'sam@example.com',
      updates: 'no',
    },
    reason: { text: 'Has lost touch with everybody' },
    risks: { known: 'none' },
    agreement: { given: 'yes' },
  },
};

describe('a referral of somebody else', () => {
  let backend: TestBackend;
  let othersVersion: string;
  before(async () => {
    backend = await openBackend();
    const { others } = await profileOf(backend.ask('/api/v1/profile?partner=open-door'));
    othersVersion = others?.consent.version ?? '';
  });
  after(() => backend.close());

  const about = (
    who: 'someone-close' | 'professional',
    answers: Readonly<Record<string, unknown>> = {},
  ) => ({
    ...referral({
      ...askedOnlyOf[who],
      permission: { agreed: ['share'], version: othersVersion },
      ...answers,
    }),
    for: who,
  });

  for (const [who, source] of [
    ['someone-close', 'family-or-friend'],
    ['professional', 'other'],
  ] as const)
    it(`by ${who} arrives with team, source and the permissions that such people read`, async () => {
      const { reference, team } = await receiptOf(backend.send(about(who)));
      assert.equal(team?.name, 'Northside adults’ team');
      const shown = await shownOf(backend.staff(`/${reference}`));
      assert.deepEqual([shown.for, shown.source, shown.team.id], [who, source, 'adults']);
      const { others } = await demonstration();
      assert.deepEqual(
        shown.consents.map(({ id, given, version: one, text }) => [id, given, one, text]),
        others?.consent.items.map(({ id, text, hint }) => [
          id,
          id === 'share',
          othersVersion,
          hint === undefined ? text : `${text}\n${hint}`,
        ]),
      );
    });

  for (const kind of organisationKinds)
    it(`from a ${kind} says so, and has a team`, async () => {
      const referrer = { ...askedOnlyOf.professional.referrer, kind };
      const { reference } = await receiptOf(backend.send(about('professional', { referrer })));
      const { for: who, source, team, answers } = await shownOf(backend.staff(`/${reference}`));
      assert.deepEqual(
        [who, source, team.id, answers['agreement']?.['given']],
        ['professional', kind, 'adults', 'yes'],
      );
    });

  it('comes to the young people’s team for a child, who cannot refer themself', async () => {
    const birth = { date: '2012-11-22' };
    const { team } = await receiptOf(backend.send(about('someone-close', { birth })));
    assert.equal(team?.name, 'Northside young people’s team');
    const own = await problemOf(await backend.send(referral({ birth })));
    assert.equal(own.errors?.[0]?.code, 'eligibility.too-young');
    // The adults' team is closed there, but not to the young.
    const place = { postcode: 'TS7 0AA' };
    assert.equal((await backend.send(about('professional', { birth, place }))).status, 201);
    const grown = await problemOf(await backend.send(about('professional', { place })));
    assert.equal(grown.errors?.[0]?.code, 'eligibility.closed');
    const small = about('professional', { birth: { date: '2018-01-01' } });
    const problem = await problemOf(await backend.send(small));
    assert.equal(problem.errors?.[0]?.code, 'eligibility.too-young');
  });

  it('is not agreed to by the words for people who refer themselves', async () => {
    const wrong = about('professional', { permission: { agreed: ['share'], version } });
    const { errors } = await problemOf(await backend.send(wrong));
    assert.equal(errors?.[0]?.code, 'permission.agreed.changed');
  });
});

describe('where a referral comes from', () => {
  const professional = (kind: OrganisationKind) =>
    sourceOf({
      for: 'professional',
      answers: { referrer: { ...askedOnlyOf.professional.referrer, kind, updates: 'no' } },
    });

  it('is the kind of the organisation, whichever it is', () => {
    for (const kind of organisationKinds) assert.equal(professional(kind), kind);
  });

  it('is another kind where nobody says one', () => {
    assert.equal(sourceOf({ for: 'professional', answers: {} }), 'other');
  });
});

describe('permissions that nobody was asked for', () => {
  it('are kept as not given, with the reason', async () => {
    const service = await demonstration();
    const placement = placementsOf({ services: [service] }).get('open-door');
    assert.ok(placement);
    const [team] = placement.teams;
    assert.ok(team);
    const sent = Referral.parse({ ...referral({ permission: undefined }), for: 'professional' });
    const consentsWith = async (agreement: unknown) => {
      const whole = { ...sent, answers: Object.assign({}, sent.answers, { agreement }) };
      const checked = { referral: whole, source: 'police', team } as const;
      const { consents } = await newReferral(checked, placement, now);
      return consents.map(({ given, reason, version: one }) => ({ given, reason, version: one }));
    };
    const wording = placement.profile.others?.consent.version ?? '';
    const without = { given: false, reason: 'best-interests', version: wording };
    assert.deepEqual(await consentsWith({ given: 'no', why: 'best-interests' }), [
      without,
      without,
      without,
    ]);
    for (const agreement of [undefined, { given: 'yes', why: 'safeguarding' }, { given: 'no' }])
      for (const { given, reason } of await consentsWith(agreement))
        assert.deepEqual([given, reason], [false, undefined]);
  });
});
