import { type TemplateResult, html, nothing } from 'lit';
import type { Audience } from '../../../core/service/audience.js';
import type { FormMessages } from '../../../i18n/messages.js';
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
        <button
          type="button"
          class="secondary"
          part="button secondary-button"
          @click=${() => {
            choose(audience);
          }}
        >
          ${messages(`who.${audience}`)}
        </button>
        ${hint === undefined ? nothing : html`<span class="hint" part="hint">${hint}</span>`}
      </li>`;
    })}
  </ul>
`;
