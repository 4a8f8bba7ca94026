import { type TemplateResult, html, nothing } from 'lit';
import type { Audience } from '../../../core/service/audience.js';
import type { FormMessages } from '../../../i18n/messages.js';
import { secondaryButton } from '../../../core/view/buttons.js';
import { pageTitle } from '../../../form/field.js';

/** Asks for whom the referral is, where neither the page nor the service determines it. */
export const whoPage = (
  messages: FormMessages,
  audiences: readonly Audience[],
  choose: (audience: Audience) => void,
): TemplateResult => html`
  ${pageTitle(messages('who.title'))}
  <ul class="who">
    ${audiences.map((audience) => {
      const hint = messages.find(`who.${audience}.hint`);
      return html`<li>
        ${secondaryButton(messages(`who.${audience}`), () => {
          choose(audience);
        })}
        ${hint === undefined ? nothing : html`<span class="hint" part="hint">${hint}</span>`}
      </li>`;
    })}
  </ul>
`;
