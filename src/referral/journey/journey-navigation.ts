import type { FormPage } from '../contract/questions/question.js';
import { askedOn, firstUnanswered, questionContext } from './journey-answers.js';
import type { Journey, JourneyContext, Page, PageState } from './journey-state.js';

/** Shows a page after the current one; pages that followed it in the trail are dropped. */
export function goTo(journey: Journey, page: Page): PageState {
  const trail = [...journey.trail.slice(0, journey.position + 1), page];
  const hasReachedCheck = journey.hasReachedCheck || page.kind === 'check';
  return {
    at: 'page',
    journey: { ...journey, trail, position: trail.length - 1, hasReachedCheck },
    issues: [],
  };
}

/** Shows a page of questions. */
export const goToQuestions = (journey: Journey, { id }: Pick<FormPage, 'id'>): PageState =>
  goTo(journey, { kind: 'question', id });

/**
 * Shows the next page with questions to answer, or the check page after the last one. Once the person has seen the
 * check page, only pages without a valid answer come before it.
 */
export function goForward(journey: Journey, context: JourneyContext): PageState {
  const page = journey.hasReachedCheck
    ? firstUnanswered(journey, context)
    : followingPage(journey, context);
  return page ? goToQuestions(journey, page) : goTo(journey, { kind: 'check' });
}

function followingPage(journey: Journey, context: JourneyContext): FormPage | undefined {
  const full = questionContext(journey, context);
  const isAskedOn = (page: FormPage): boolean => askedOn(page, full).length > 0;
  const wasShown = ({ questions }: FormPage): boolean =>
    questions.some(({ id }) => journey.raw[id]);
  const last = journey.trail
    .slice(0, journey.position + 1)
    .filter(isQuestionPage)
    .at(-1);
  const at = last ? context.pages.findIndex(({ id }) => id === last.id) : -1;
  // The practice is asked out of order where it decides about the area; the pages before it are still to come.
  const skipped = context.pages.slice(0, at + 1).find((page) => isAskedOn(page) && !wasShown(page));
  return skipped ?? context.pages.slice(at + 1).find(isAskedOn);
}

const isQuestionPage = (page: Page): page is Extract<Page, { kind: 'question' }> =>
  page.kind === 'question';
