import { answerTo } from '../../src/contract/answer-to.js';
import { Answers } from '../../src/contract/answers.js';
import { checkAnswers } from '../../src/contract/check-answers.js';
import { dateAt } from '../../src/contract/date.js';
import {
  type Ineligible,
  ineligibleByAge,
  notEligibleType,
} from '../../src/contract/eligibility.js';
import { isInAreas } from '../../src/contract/postcode.js';
import type { QuestionContext } from '../../src/contract/question.js';
import { keepAsked } from '../../src/contract/questions.js';
import { place } from '../../src/contract/questions/place.js';
import { Referral } from '../../src/contract/referral.js';
import { type Result, failed, ok } from '../../src/shared/result.js';
import { invalid, problem } from '../http/problem.js';
import { checkAs } from '../http/read-body.js';
import type { Placement } from '../placement.js';

/** A referral that the service can take, with nothing in it that nobody asked for; or why not. */
export function checkReferral(
  body: unknown,
  placement: Placement,
  received: Date,
): Result<Referral, Response> {
  const referral = checkAs(Referral, body);
  if (!referral.ok) return referral;
  const { profile } = placement;
  const context = { profile, today: dateAt(received, profile.timeZone) };
  const answers = keepAsked(referral.value.answers, context);
  const issues = checkAnswers(answers, context);
  if (issues.length > 0) return failed(invalid(issues));
  const reason = ineligible({ ...context, answers }, placement.service.areas);
  if (reason) return failed(notEligible(reason));
  const kept = checkAs(Answers, answers);
  return kept.ok ? ok({ ...referral.value, answers: kept.value }) : kept;
}

function ineligible(context: QuestionContext, areas: readonly string[]): Ineligible | undefined {
  const { postcode, noFixedAddress } = answerTo(place, context.answers) ?? {};
  const isElsewhere = postcode !== undefined && !isInAreas(postcode, areas);
  if (isElsewhere && noFixedAddress === undefined) return 'area';
  return ineligibleByAge(context);
}

const notEligible = (reason: Ineligible): Response =>
  problem(422, {
    type: notEligibleType,
    detail: 'This service cannot take this person. That is nobody’s mistake.',
    errors: [
      {
        field: reason === 'area' ? 'answers.place.postcode' : 'answers.birth.date',
        code: `eligibility.${reason}`,
      },
    ],
  });
