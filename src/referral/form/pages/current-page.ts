import { type TemplateResult, html, nothing } from 'lit';
import { pageById } from '../../journey/journey-answers.js';
import { pageOf } from '../../journey/journey-state.js';
import { backButton } from '../../../core/view/buttons.js';
import { checkPage } from './check-page.js';
import type { FormView } from './form-view.js';
import { questionPage } from './question-page.js';
import { sentPage } from './sent-page.js';
import { startPage } from './start-page.js';
import { stopPage } from './stop-page.js';
import { waitPage } from './wait-page.js';
import { whoPage } from './who-page.js';

/** The page of the form that is shown, with the link to the one before it. */
export function currentPage(view: FormView): TemplateResult {
  const { state, messages, audiences, choose, goBack } = view;
  if (audiences.length > 0) return whoPage(messages, audiences, choose);
  if (state.at === 'sent') return sentPage(view, state);
  const { journey } = state;
  const page = pageOf(journey);
  const back = backButton(messages('action.back'), goBack);
  const pageView = { ...view, journey, issues: state.at === 'page' ? state.issues : [] };
  switch (page.kind) {
    case 'start':
      return startPage(view, page);
    case 'stop':
      return html`${back}${stopPage(view, page.reason)}`;
    case 'check':
      return html`${back}${checkPage(pageView)}`;
    case 'wait':
      return html`${back}${waitPage(view, journey)}`;
    case 'question': {
      const questions = pageById(page.id, view.context);
      return html`${back}${questions ? questionPage(pageView, questions) : nothing}`;
    }
  }
}

/** The message of the status region: which call is under way. */
export function callStatus({ state, messages }: FormView): string {
  switch (state.at) {
    case 'checking-area':
      return messages('action.checking');
    case 'sending':
      return messages('action.sending');
    case 'page':
    case 'sent':
      return '';
  }
}
