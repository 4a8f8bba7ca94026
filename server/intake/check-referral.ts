import { answerTo } from '../../src/contract/answer-to.js';
import { Answers } from '../../src/contract/answers.js';
import type { ReferralSource } from '../../src/contract/audience.js';
import { checkAnswers } from '../../src/contract/check-answers.js';
import { pagesOf } from '../../src/contract/every-question.js';
import { dateAt } from '../../src/contract/date.js';
import { ageOf, type Ineligible, notEligibleType } from '../../src/contract/eligibility.js';
import type { QuestionContext } from '../../src/contract/question.js';
import { keepAsked } from '../../src/contract/questions.js';
import { place } from '../../src/contract/questions/place.js';
import { practice } from '../../src/contract/questions/practice.js';
import { support } from '../../src/contract/questions/support.js';
import { Referral } from '../../src/contract/referral.js';
import { type Result, failed, ok } from '../../src/shared/result.js';
import { invalid, problem } from '../http/problem.js';
import { checkAs } from '../http/read-body.js';
import { type Placement, profileIn } from '../placement.js';
import type { TeamEntry } from '../team-schema.js';
import { chooseTeam, type NoTeam, type Wanted } from './choose-team.js';
import { sourceOf } from './source-of.js';

/** A referral that a team of the service can take, with nothing in it that nobody asked for. */
export interface CheckedReferral {
  readonly referral: Referral;
  readonly source: ReferralSource;
  readonly team: TeamEntry;
}

/** A referral that the service can take, and the team that takes it; or why not. */
export function checkReferral(
  body: unknown,
  placement: Placement,
  received: Date,
): Result<CheckedReferral, Response> {
  const sent = checkAs(Referral, body);
  if (!sent.ok) return sent;
  const { for: audience, language } = sent.value;
  // What the person agreed to stood there in the language in which they sent it.
  const profile = profileIn(placement, language);
  const { teams } = placement;
  if (!profile.audiences.includes(audience))
    return failed(invalid([{ field: 'for', code: 'for.not-taken' }]));
  const today = dateAt(received, profile.timeZone);
  const context = { profile, for: audience, pages: pagesOf(audience), today };
  const answers = keepAsked(sent.value.answers, context);
  const issues = checkAnswers(answers, context);
  if (issues.length > 0) return failed(invalid(issues));
  const kept = checkAs(Answers, answers);
  if (!kept.ok) return kept;
  const referral = { ...sent.value, answers: kept.value };
  const source = sourceOf(referral);
  const team = chooseTeam(teams, wantedOf(referral, source, { ...context, answers }));
  return team.ok ? ok({ referral, source, team: team.value }) : failed(refusal(team.failure));
}

function wantedOf(referral: Referral, source: ReferralSource, context: QuestionContext): Wanted {
  const { answers } = context;
  const { postcode, noFixedAddress } = answerTo(place, answers) ?? {};
  return {
    for: referral.for,
    kind: source === 'self' || source === 'family-or-friend' ? undefined : source,
    postcode,
    practice: answerTo(practice, answers)?.code,
    hasNoAddress: noFixedAddress !== undefined,
    age: ageOf(context),
    language: referral.language,
    spoken: answerTo(support, answers)?.language,
  };
}

const refusal = (reason: NoTeam): Response =>
  reason === 'kind'
    ? invalid([{ field: 'answers.referrer.kind', code: 'referrer.kind.not-taken' }])
    : notEligible(reason);

const notEligible = (reason: Ineligible): Response =>
  problem(422, {
    type: notEligibleType,
    detail: 'This service cannot take this person. That is nobody’s mistake.',
    errors: [
      {
        field: reason.startsWith('too-') ? 'answers.birth.date' : 'answers.place.postcode',
        code: `eligibility.${reason}`,
      },
    ],
  });
