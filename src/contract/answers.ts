import * as z from 'zod/mini';
import { AgreementAnswer } from './questions/agreement.js';
import { BirthAnswer } from './questions/birth.js';
import { ContactAnswer } from './questions/contact.js';
import { DetailsAnswer } from './questions/details.js';
import { IntroducerAnswer } from './questions/introducer.js';
import { MattersAnswer } from './questions/matters.js';
import { NameAnswer } from './questions/name.js';
import { NeedsAnswer } from './questions/needs.js';
import { PermissionAnswer } from './questions/permission.js';
import { PlaceAnswer } from './questions/place.js';
import { PracticeAnswer } from './questions/practice.js';
import { ReasonAnswer } from './questions/reason.js';
import { ReferrerAnswer } from './questions/referrer.js';
import { RelationAnswer } from './questions/relation.js';
import { RisksAnswer } from './questions/risks.js';
import { SafeguardingAnswer } from './questions/safeguarding.js';
import { SupportAnswer } from './questions/support.js';
import { TimesAnswer } from './questions/times.js';
import { UrgencyAnswer } from './questions/urgency.js';

/** The answers of a referral, by question; each is checked further by `checkAnswers`. */
export const Answers = z.partial(
  z.strictObject({
    place: PlaceAnswer,
    birth: BirthAnswer,
    needs: NeedsAnswer,
    matters: MattersAnswer,
    name: NameAnswer,
    contact: ContactAnswer,
    details: DetailsAnswer,
    times: TimesAnswer,
    practice: PracticeAnswer,
    support: SupportAnswer,
    permission: PermissionAnswer,
    relation: RelationAnswer,
    introducer: IntroducerAnswer,
    safeguarding: SafeguardingAnswer,
    referrer: ReferrerAnswer,
    reason: ReasonAnswer,
    risks: RisksAnswer,
    urgency: UrgencyAnswer,
    agreement: AgreementAnswer,
  }),
);
export type Answers = z.infer<typeof Answers>;
