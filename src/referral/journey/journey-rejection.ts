import type { Failure } from '../../core/backend/failure.js';
import type { FieldIssue } from '../../core/contract/problem.js';
import type { FormPage } from '../contract/questions/question.js';
import { pageWith } from './journey-answers.js';
import { goTo, goToQuestions } from './journey-navigation.js';
import type { Journey, JourneyContext, PageIssue, PageState, StopReason } from './journey-state.js';

/** The page to show when a referral could not be sent: the one with the rejected answer, or the check page again. */
export function afterSendFailure(
  journey: Journey,
  failure: Failure,
  context: JourneyContext,
): PageState {
  if (failure.kind === 'not-eligible')
    return goTo(journey, { kind: 'stop', reason: stopReasonOf(failure.issues) });
  if (failure.kind !== 'rejected') return { at: 'page', journey, issues: [], failure };
  const page = failure.issues
    .map(({ field }) => pageWith(field.split('.')[1] ?? '', context))
    .find((one) => one !== undefined);
  if (!page) return { at: 'page', journey, issues: [], failure };
  return { ...goToQuestions(journey, page), issues: issuesOn(page, failure.issues) };
}

/** Asks for consent again: the service has changed its wording, and what the person agreed to no longer holds. */
export function askConsentAgain(journey: Journey, context: JourneyContext): PageState {
  const { permission: _, ...raw } = journey.raw;
  const id = pageWith('permission', context)?.id ?? '';
  return {
    ...goToQuestions({ ...journey, raw }, { id }),
    issues: [{ question: 'permission', field: 'agreed', code: 'permission.agreed.changed' }],
  };
}

const stopReasonOf = (issues: readonly FieldIssue[]): StopReason => {
  const code = issues[0]?.code ?? '';
  const known = (['too-young', 'too-old', 'closed'] as const).find((one) => code.endsWith(one));
  return known ?? 'area';
};

// The backend names a field by its path: `answers.<question>.<field>`.
const issuesOn = ({ questions }: FormPage, issues: readonly FieldIssue[]): readonly PageIssue[] =>
  issues.flatMap((issue) => {
    const [, question = '', field = ''] = issue.field.split('.');
    return questions.some(({ id }) => id === question) ? [{ ...issue, question, field }] : [];
  });
