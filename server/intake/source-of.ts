import {
  type OrganisationKind,
  type ReferralSource,
  organisationKinds,
} from '../../src/contract/audience.js';
import type { Referral } from '../../src/contract/referral.js';
import { isRecord } from '../../src/shared/record.js';

type Sent = Pick<Referral, 'for'> & { readonly answers: Readonly<Record<string, unknown>> };

/** Where a referral comes from. */
export function sourceOf({ for: audience, answers }: Sent): ReferralSource {
  if (audience === 'self') return 'self';
  return audience === 'someone-close' ? 'family-or-friend' : kindIn(answers);
}

function kindIn(answers: Readonly<Record<string, unknown>>): OrganisationKind {
  const referrer = answers['referrer'];
  const kind = isRecord(referrer) ? referrer['kind'] : undefined;
  return organisationKinds.find((one) => one === kind) ?? 'other';
}
