import { type TemplateResult, html, nothing } from 'lit';
import type { Page } from '../../journey/journey-state.js';
import { pageTitle } from '../../../form/field.js';
import { backButton, primaryButton } from '../../../core/view/buttons.js';
import { messageWithPhone } from '../../../core/view/contact-link.js';
import { urgentHelp } from '../../../form/urgent-help.js';
import type { FormView } from './form-view.js';

/** The first page: what the service is, for whom, how long the form takes, what happens next, and urgent help. */
export function startPage(
  {
    context: { profile },
    messages,
    dispatch,
    activity,
    wasClearedByTimeout,
    chooseAgain,
  }: FormView,
  from: Page,
): TemplateResult {
  const { service, age, area } = profile;
  const ages =
    age.to === undefined
      ? messages('start.who.age', { from: age.from })
      : messages('start.who.ageRange', { from: age.from, to: age.to });
  return html`
    ${chooseAgain ? backButton(messages('action.back'), chooseAgain) : nothing}
    <slot name="intro"></slot>
    ${pageTitle(messages('start.title', { service: service.name }))}
    ${wasClearedByTimeout ? html`<p class="notice" role="status">${messages('inactive.cleared')}</p>` : nothing}
    ${activity === undefined ? nothing : html`<p>${messages('start.activity', { activity })}</p>`}
    <p>${messages('start.what')}</p>
    <p>${messages('start.who')}</p>
    <ul>
      <li>${messages('start.who.area', { area })}</li>
      ${age.from > 0 ? html`<li>${ages}</li>` : nothing}
    </ul>
    <p>${messages('start.time')}</p>
    ${primaryButton(messages('action.start'), () => {
      dispatch({ type: 'continue', from });
    })}
    <h3>${messages('start.next')}</h3>
    <p>${messages('start.next.text', { days: profile.firstContact.workingDays })}</p>
    <p>${messageWithPhone(messages, 'start.call', service)}</p>
    ${
      service.privacyNotice === undefined
        ? nothing
        : html`<p>
            <a href=${service.privacyNotice} target="_blank" rel="noopener"
              >${messages('start.privacy')}</a
            >
          </p>`
    }
    ${urgentHelp(profile, messages)}
  `;
}
