import { type TemplateResult, html, nothing } from 'lit';
import type { Audience } from '../../contract/audience.js';
import type { FormWords } from '../../i18n/words.js';
import { pageTitle } from '../../view/field.js';

/** Asks for whom the referral is, where neither the page nor the service has decided that. */
export const whoPage = (
  words: FormWords,
  audiences: readonly Audience[],
  choose: (audience: Audience) => void,
): TemplateResult => html`
  ${pageTitle(words('who.title'))}
  <ul class="who">
    ${audiences.map((audience) => {
      const hint = words.maybe(`who.${audience}.hint`);
      return html`<li>
        <button
          type="button"
          class="secondary"
          part="button secondary-button"
          @click=${() => {
            choose(audience);
          }}
        >
          ${words(`who.${audience}`)}
        </button>
        ${hint === undefined ? nothing : html`<span class="hint" part="hint">${hint}</span>`}
      </li>`;
    })}
  </ul>
`;
