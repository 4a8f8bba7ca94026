import * as z from 'zod/mini';
import { AgreementAnswer, BirthAnswer, ContactAnswer, PlaceAnswer } from './earlier-answers.js';
import { DetailsAnswer } from './person/details.js';
import { IntroducerAnswer } from './referrer/introducer.js';
import { MattersAnswer } from './help/matters.js';
import { NameAnswer } from './person/name.js';
import { NeedsAnswer } from './help/needs.js';
import { PermissionAnswer } from './referrer/permission.js';
import { PracticeAnswer } from './person/practice.js';
import { ReasonAnswer } from './help/reason.js';
import { ReferrerAnswer } from './referrer/referrer.js';
import { RelationAnswer } from './referrer/relation.js';
import { RisksAnswer } from './help/risks.js';
import { SafeguardingAnswer } from './referrer/safeguarding.js';
import { SupportAnswer } from './person/support.js';
import { TimesAnswer } from './person/times.js';
import { UrgencyAnswer } from './help/urgency.js';

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
