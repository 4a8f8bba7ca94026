import type { Answers } from '../../src/referral/contract/questions/answers.js';
import { afterWorkingDays, dateAt } from '../../src/core/contract/date.js';
import { consentFor } from '../../src/referral/contract/consent-for.js';
import type { Referral } from '../../src/referral/contract/referral.js';
import type { ConsentItem, ConsentWording } from '../../src/core/service/service-profile.js';
import type { StoredConsent } from '../../src/referral/contract/stored-referral.js';
import { type ServiceContext, profileFor } from '../settings/service-context.js';
import type { NewReferral } from './referral-store.js';
import { sha256 } from '../database/canonical-json.js';
import type { CheckedReferral } from './check-referral.js';

/** A checked referral with all that the service adds to it, ready to be stored. */
export async function newReferral(
  { referral, source, team }: CheckedReferral,
  serviceContext: ServiceContext,
  received: Date,
): Promise<NewReferral> {
  const { service, partner } = serviceContext;
  const profile = profileFor(serviceContext, referral.language);
  const today = dateAt(received, service.timeZone);
  return {
    service: service.id,
    partner: partner.id,
    receivedAt: received.toISOString(),
    contactBy: afterWorkingDays(today, team.firstContact.workingDays, service.closedDays),
    for: referral.for,
    source,
    team: { id: team.id, name: team.name, next: team.next, capacity: team.capacity },
    language: referral.language,
    answers: referral.answers,
    ...(referral.activity ? { activity: referral.activity } : {}),
    consents: await consentsOf(referral, consentFor(profile, referral.for), received),
  };
}

/** The words of a permission that are kept: its text and, if it has one, its hint on a line of its own. */
export const wordsOfConsent = ({ text, hint }: ConsentItem): string =>
  hint === undefined ? text : `${text}\n${hint}`;

function consentsOf(
  { answers }: Referral,
  { items, version }: ConsentWording,
  received: Date,
): Promise<readonly StoredConsent[]> {
  const agreed = answers.permission?.agreed ?? [];
  const reason = reasonWithout(answers);
  return Promise.all(
    items.map(async (item) => {
      const text = wordsOfConsent(item);
      const given = agreed.includes(item.id);
      return {
        id: item.id,
        given,
        version,
        text,
        textSha256: await sha256(text),
        at: received.toISOString(),
        ...(given || reason === undefined ? {} : { reason }),
      };
    }),
  );
}

// A professional may have to refer somebody whose permission they do not have.
const reasonWithout = ({ agreement }: Answers): string | undefined =>
  agreement?.given === 'no' ? agreement.why : undefined;
