import { type TemplateResult, html } from 'lit';
import type { Team } from '../../../core/service/team.js';
import { type Journey, pageOf } from '../../journey/journey-state.js';
import { pageTitle } from '../../../form/field.js';
import { messageWithPhone } from '../../../core/view/contact-link.js';
import type { FormView } from './form-view.js';

/** Says how long the wait is before the remaining questions: the teams, their age ranges and their capacity. */
export function waitPage(view: FormView, journey: Journey): TemplateResult {
  const { messages, dispatch, context } = view;
  const { service } = context.profile;
  return html`
    ${pageTitle(messages('wait.title'))}
    <p>${messages('wait.text')}</p>
    <ul>
      ${(journey.coverage?.teams ?? []).map(
        (team) =>
          html`<li>
            <strong>${team.name}</strong>, ${ages(view, team)}: ${capacity(view, team)}
          </li>`,
      )}
    </ul>
    <p>${messages('wait.next')}</p>
    <button
      type="button"
      class="primary"
      part="button primary-button"
      @click=${() => {
        dispatch({ type: 'continue', from: pageOf(journey) });
      }}
    >
      ${messages('action.continue')}
    </button>
    <p class="after">
      ${messageWithPhone(messages, 'wait.call', service.phone, { hours: service.hours })}
    </p>
  `;
}

const ages = ({ messages }: FormView, { age: { from, to } }: Team): string =>
  to === undefined ? messages('wait.agesFrom', { from }) : messages('wait.ages', { from, to });

function capacity({ messages }: FormView, { capacity: { state, note } }: Team): string {
  const known = messages(`wait.${state}`);
  return note === undefined ? known : `${known}, ${note}`;
}
