import { type TemplateResult, html, nothing } from 'lit';
import { directionOf } from '../../../i18n/language.js';
import type { StopReason } from '../../journey/journey-state.js';
import { pageTitle } from '../../../form/field.js';
import { secondaryButton } from '../../../core/view/buttons.js';
import { contactLink, messageWithPhone } from '../../../core/view/contact-link.js';
import { urgentHelp } from '../../../form/urgent-help.js';
import type { FormView } from './form-view.js';

/** The reason why the service cannot take this referral, and what to do instead. */
export function stopPage(view: FormView, reason: StopReason): TemplateResult {
  const { messages, goBack } = view;
  const { profile } = view.context;
  const { service, age, area, elsewhere } = profile;
  const values = { service: service.name, area, from: age.from, to: age.to ?? 0 };
  return html`
    ${pageTitle(messages.find(`stop.${reason}.title`, values) ?? '')}
    <p>${messages.find(`stop.${reason}.text`, values)}</p>
    ${reason === 'safeguarding' ? safeguarding(view) : nothing}
    <p>${messageWithPhone(messages, 'stop.call', service)}</p>
    ${
      elsewhere.length === 0 || reason === 'safeguarding'
        ? nothing
        : html`<h3>${messages('stop.elsewhere')}</h3>
            <ul lang=${profile.language} dir=${directionOf(profile.language)}>
              ${elsewhere.map((link) => html`<li>${contactLink(link)}</li>`)}
            </ul>`
    }
    <p>${messages('stop.mistake')}</p>
    ${secondaryButton(messages('action.goBack'), goBack)} ${urgentHelp(profile, messages)}
  `;
}

// Safeguarding concerns are reported by phone to the contacts that the service lists.
function safeguarding({ context: { profile } }: FormView): TemplateResult {
  const { text, links = [] } = profile.others?.safeguarding ?? {};
  return html`<div lang=${profile.language} dir=${directionOf(profile.language)}>
    <p>${text}</p>
    <ul class="calls">
      ${links.map((link) => html`<li>${contactLink(link)}</li>`)}
    </ul>
  </div>`;
}
