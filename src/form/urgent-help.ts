import { type TemplateResult, html, nothing } from 'lit';
import type { ServiceProfile } from '../core/service/service-profile.js';
import { directionOf } from '../i18n/language.js';
import type { FormMessages } from '../i18n/messages.js';
import { contactLink } from '../core/view/contact-link.js';

/** The urgent help that the service's profile lists. */
export const urgentHelp = (profile: ServiceProfile, messages: FormMessages): TemplateResult =>
  html`<section class="urgent" part="urgent" aria-label=${messages('urgent.title')}>
    <h3>${messages('urgent.title')}</h3>
    <p>${messages('urgent.text')}</p>
    <ul lang=${profile.language} dir=${directionOf(profile.language)}>
      ${profile.urgentHelp.map(
        (help) =>
          html`<li>
            <strong>${help.heading}</strong>${help.text ? html`<span>${help.text}</span>` : nothing}
            ${help.links.map((link) => html`<span class="nowrap">${contactLink(link)}</span>`)}
          </li>`,
      )}
    </ul>
  </section>`;
