import { type TemplateResult, html } from 'lit';
import type { Team } from '../../../core/service/team.js';
import { type Journey, pageOf } from '../../journey/journey-state.js';
import { pageTitle } from '../../../form/field.js';
import { primaryButton } from '../../../core/view/buttons.js';
import { messageWithPhone } from '../../../core/view/contact-link.js';
import type { FormView } from './form-view.js';

/** Says how long the wait is before the remaining questions: the teams, their age ranges and their capacity. */
export function waitPage(view: FormView, journey: Journey): TemplateResult {
  const { messages, dispatch, context } = view;
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
    ${primaryButton(messages('action.continue'), () => {
      dispatch({ type: 'continue', from: pageOf(journey) });
    })}
    <p class="after">${messageWithPhone(messages, 'wait.call', context.profile.service)}</p>
  `;
}

const ages = ({ messages }: FormView, { age: { from, to } }: Team): string =>
  to === undefined ? messages('wait.agesFrom', { from }) : messages('wait.ages', { from, to });

function capacity({ messages }: FormView, { capacity: { state, note } }: Team): string {
  const known = messages(`wait.${state}`);
  return note === undefined ? known : `${known}, ${note}`;
}
