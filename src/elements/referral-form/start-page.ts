import { type TemplateResult, html, nothing } from 'lit';
import type { Page } from '../../machines/referral-journey.js';
import { pageTitle } from '../../view/field.js';
import { withPhone } from '../../view/linked.js';
import { urgentHelp } from '../../view/urgent-help.js';
import type { FormView } from './form-view.js';

/** What this is, whom it helps, how long it takes, what happens next, and help for whoever cannot wait. */
export function startPage(
  { context: { profile }, words, dispatch, activity, wasLeftAlone, chooseAgain }: FormView,
  from: Page,
): TemplateResult {
  const { service, age, area } = profile;
  const ages =
    age.to === undefined
      ? words('start.who.age', { from: age.from })
      : words('start.who.ageRange', { from: age.from, to: age.to });
  return html`
    ${
      chooseAgain
        ? html`<button
            type="button"
            class="link back"
            part="button link-button"
            @click=${chooseAgain}
          >
            ${words('action.back')}
          </button>`
        : nothing
    }
    <slot name="intro"></slot>
    ${pageTitle(words('start.title', { service: service.name }))}
    ${wasLeftAlone ? html`<p class="notice" role="status">${words('inactive.cleared')}</p>` : nothing}
    ${activity === undefined ? nothing : html`<p>${words('start.activity', { activity })}</p>`}
    <p>${words('start.what')}</p>
    <p>${words('start.who')}</p>
    <ul>
      <li>${words('start.who.area', { area })}</li>
      ${age.from > 0 ? html`<li>${ages}</li>` : nothing}
    </ul>
    <p>${words('start.time')}</p>
    <button
      type="button"
      class="primary"
      part="button primary-button"
      @click=${() => {
        dispatch({ type: 'continue', from });
      }}
    >
      ${words('action.start')}
    </button>
    <h3>${words('start.next')}</h3>
    <p>${words('start.next.text', { days: profile.firstContact.workingDays })}</p>
    <p>${withPhone(words, 'start.call', service.phone, { hours: service.hours })}</p>
    ${
      service.privacyNotice === undefined
        ? nothing
        : html`<p>
            <a href=${service.privacyNotice} target="_blank" rel="noopener"
              >${words('start.privacy')}</a
            >
          </p>`
    }
    ${urgentHelp(profile, words)}
  `;
}
