import type { ReferralSource } from '../../src/core/service/audience.js';
import { checkAnswers } from '../../src/referral/contract/questions/check-answers.js';
import { pagesOf } from '../../src/referral/contract/questions/every-question.js';
import { dateAt } from '../../src/core/contract/date.js';
import { ageOf } from '../../src/referral/contract/eligibility.js';
import { notEligibleType } from '../../src/core/contract/problem.js';
import type { QuestionContext } from '../../src/referral/contract/questions/question.js';
import { keepAsked } from '../../src/referral/contract/questions/asked-questions.js';
import type { Referral } from '../../src/referral/contract/referral.js';
import { refuse, refuseFields } from '../http/responses/problem.js';
import { type ServiceContext, profileFor } from '../settings/service-context.js';
import type { TeamEntry } from '../settings/team-schema.js';
import { chooseTeam, type NoTeamReason, type TeamCriteria } from './choose-team.js';
import { sourceOf } from './source-of.js';

/** A referral that a team of the service can take, without answers to questions that are not asked. */
export interface CheckedReferral {
  readonly referral: Referral;
  readonly source: ReferralSource;
  readonly team: TeamEntry;
}

/** Checks a referral and chooses the team that takes it; refuses the request if there is none. */
export function checkReferral(
  sent: Referral,
  serviceContext: ServiceContext,
  received: Date,
): CheckedReferral {
  const { for: audience, language } = sent;
  // The person agreed to the texts in this language.
  const profile = profileFor(serviceContext, language);
  if (!profile.audiences.includes(audience))
    refuseFields([{ field: 'for', code: 'for.not-taken' }]);
  const today = dateAt(received, profile.timeZone);
  const context = { profile, for: audience, pages: pagesOf(audience), today };
  const answers = keepAsked(sent.answers, context);
  const issues = checkAnswers(answers, context);
  if (issues.length > 0) refuseFields(issues);
  const referral = { ...sent, answers };
  const source = sourceOf(referral);
  const team = chooseTeam(
    serviceContext.teams,
    wantedOf(referral, source, { ...context, answers }),
    serviceContext.service.teamOrder,
  );
  return { referral, source, team: team.ok ? team.value : refuseWithoutTeam(team.failure) };
}

function wantedOf(
  { for: audience, language, answers }: Referral,
  source: ReferralSource,
  context: QuestionContext,
): TeamCriteria {
  return {
    for: audience,
    kind: source === 'self' || source === 'family-or-friend' ? undefined : source,
    postcode: answers.place?.postcode,
    practice: answers.practice?.code,
    hasNoAddress: answers.place?.noFixedAddress !== undefined,
    age: ageOf(context),
    language,
    spoken: answers.support?.language,
  };
}

function refuseWithoutTeam(reason: NoTeamReason): never {
  if (reason === 'kind')
    return refuseFields([{ field: 'answers.referrer.kind', code: 'referrer.kind.not-taken' }]);
  const field = reason.startsWith('too-') ? 'answers.birth.date' : 'answers.place.postcode';
  return refuse(422, {
    type: notEligibleType,
    detail: 'This service cannot take this person. That is nobody’s mistake.',
    errors: [{ field, code: `eligibility.${reason}` }],
  });
}
