import { type TemplateResult, html, nothing } from 'lit';
import type { Page } from '../../journey/journey-state.js';
import { pageTitle } from '../../../form/field.js';
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
    ${
      chooseAgain
        ? html`<button
            type="button"
            class="link back"
            part="button link-button"
            @click=${chooseAgain}
          >
            ${messages('action.back')}
          </button>`
        : nothing
    }
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
    <button
      type="button"
      class="primary"
      part="button primary-button"
      @click=${() => {
        dispatch({ type: 'continue', from });
      }}
    >
      ${messages('action.start')}
    </button>
    <h3>${messages('start.next')}</h3>
    <p>${messages('start.next.text', { days: profile.firstContact.workingDays })}</p>
    <p>${messageWithPhone(messages, 'start.call', service.phone, { hours: service.hours })}</p>
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
