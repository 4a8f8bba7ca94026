import type { ReferralSource } from '../../src/core/service/audience.js';
import { checkAnswers } from '../../src/referral/contract/questions/check-answers.js';
import { pagesOf } from '../../src/referral/contract/questions/every-question.js';
import { dateAt } from '../../src/core/contract/date.js';
import { ageOf } from '../../src/referral/contract/eligibility.js';
import type { FieldIssue } from '../../src/core/contract/problem.js';
import type { QuestionContext } from '../../src/referral/contract/questions/question.js';
import { keepAsked } from '../../src/referral/contract/questions/asked-questions.js';
import type { Referral } from '../../src/referral/contract/referral.js';
import { type Result, failed, ok } from '../../src/core/result.js';
import type { Refusal } from '../http/responses/refusal.js';
import { type ServiceContext, profileFor } from '../settings/service-context.js';
import type { TeamEntry } from '../settings/team-schema.js';
import { chooseTeam, type NoTeamReason, type TeamCriteria } from './choose-team.js';
import { sourceOf } from './source-of.js';

/** A referral that a team of the service can take, with nothing in it that nobody asked for. */
export interface CheckedReferral {
  readonly referral: Referral;
  readonly source: ReferralSource;
  readonly team: TeamEntry;
}

/** A referral that the service can take, and the team that takes it; or why not. */
export function checkReferral(
  sent: Referral,
  serviceContext: ServiceContext,
  received: Date,
): Result<CheckedReferral, Refusal> {
  const { for: audience, language } = sent;
  // What the person agreed to stood there in the language in which they sent it.
  const profile = profileFor(serviceContext, language);
  if (!profile.audiences.includes(audience))
    return invalid([{ field: 'for', code: 'for.not-taken' }]);
  const today = dateAt(received, profile.timeZone);
  const context = { profile, for: audience, pages: pagesOf(audience), today };
  const answers = keepAsked(sent.answers, context);
  const issues = checkAnswers(answers, context);
  if (issues.length > 0) return invalid(issues);
  const referral = { ...sent, answers };
  const source = sourceOf(referral);
  const team = chooseTeam(
    serviceContext.teams,
    wantedOf(referral, source, { ...context, answers }),
  );
  return team.ok ? ok({ referral, source, team: team.value }) : withoutTeam(team.failure);
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

const invalid = (issues: readonly FieldIssue[]): Result<never, Refusal> =>
  failed({ kind: 'invalid', issues });

const withoutTeam = (reason: NoTeamReason): Result<never, Refusal> =>
  reason === 'kind'
    ? invalid([{ field: 'answers.referrer.kind', code: 'referrer.kind.not-taken' }])
    : failed({ kind: 'not-eligible', reason });
