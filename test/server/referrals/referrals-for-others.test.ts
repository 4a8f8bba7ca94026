import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type OrganisationKind, organisationKinds } from '../../../src/core/service/audience.js';
import { Referral } from '../../../src/referral/contract/referral.js';
import { sourceOf } from '../../../server/referrals/source-of.js';
import { newReferral } from '../../../server/referrals/new-referral.js';
import { serviceContextsOf } from '../../../server/settings/service-context.js';
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
} from '../harness.js';

/** Answers to the questions that are only asked of people who refer somebody else. */
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

describe('a referral for somebody else', () => {
  let backend: TestBackend;
  let othersVersion: string;
  before(async () => {
    backend = await openBackend();
    const { others } = await profileOf(backend.ask('/api/v1/profile?partner=open-door'));
    othersVersion = others?.consent.version ?? '';
  });
  after(() => backend.close());

  const referralBy = (
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
    it(`by ${who} is stored with team, source and the permissions shown to such people`, async () => {
      const { reference, team } = await receiptOf(backend.send(referralBy(who)));
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
    it(`from an organisation of kind ${kind} is stored with that source and a team`, async () => {
      const referrer = { ...askedOnlyOf.professional.referrer, kind };
      const { reference } = await receiptOf(backend.send(referralBy('professional', { referrer })));
      const { for: who, source, team, answers } = await shownOf(backend.staff(`/${reference}`));
      assert.deepEqual(
        [who, source, team.id, answers['agreement']?.['given']],
        ['professional', kind, 'adults', 'yes'],
      );
    });

  it('for a child goes to the young people’s team, while children cannot refer themselves', async () => {
    const birth = { date: '2012-11-22' };
    const { team } = await receiptOf(backend.send(referralBy('someone-close', { birth })));
    assert.equal(team?.name, 'Northside young people’s team');
    const own = await problemOf(await backend.send(referral({ birth })));
    assert.equal(own.errors?.[0]?.code, 'eligibility.too-young');
    // The adults' team is closed in that area, but the young people's team is not.
    const place = { postcode: 'TS7 0AA' };
    assert.equal((await backend.send(referralBy('professional', { birth, place }))).status, 201);
    const grown = await problemOf(await backend.send(referralBy('professional', { place })));
    assert.equal(grown.errors?.[0]?.code, 'eligibility.closed');
    const small = referralBy('professional', { birth: { date: '2018-01-01' } });
    const problem = await problemOf(await backend.send(small));
    assert.equal(problem.errors?.[0]?.code, 'eligibility.too-young');
  });

  it('is rejected with the permission version for people who refer themselves', async () => {
    const wrong = referralBy('professional', { permission: { agreed: ['share'], version } });
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

describe('permissions that were not asked for', () => {
  it('are stored as not given, with the reason', async () => {
    const service = await demonstration();
    const serviceContext = serviceContextsOf({ services: [service] }).get('open-door');
    assert.ok(serviceContext);
    const [team] = serviceContext.teams;
    assert.ok(team);
    const sent = Referral.parse({ ...referral({ permission: undefined }), for: 'professional' });
    const consentsWith = async (agreement: unknown) => {
      const whole = { ...sent, answers: Object.assign({}, sent.answers, { agreement }) };
      const checked = { referral: whole, source: 'police', team } as const;
      const { consents } = await newReferral(checked, serviceContext, now);
      return consents.map(({ given, reason, version: one }) => ({ given, reason, version: one }));
    };
    const wording = serviceContext.profile.others?.consent.version ?? '';
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
