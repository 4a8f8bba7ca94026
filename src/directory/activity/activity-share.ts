import { type TemplateResult, html, nothing } from 'lit';
import { type ActivityView, type NamedActivity, levelBelow } from './activity-view.js';

/** Ways to keep an activity or a list, and to give it to somebody. */
export function sharing(view: ActivityView, activities: readonly NamedActivity[]): TemplateResult {
  const { messages, actions, share } = view;
  return html`<div class="share" part="share">
    <h3 aria-level=${levelBelow(view, 2)}>${messages('share.title')}</h3>
    <p class="actions">
      ${
        share.url === ''
          ? nothing
          : html`<button
                type="button"
                class="secondary"
                part="button secondary-button"
                @click=${() => {
                  actions.copyLink();
                }}
              >
                ${messages('share.link')}
              </button>
              <button
                type="button"
                class="secondary"
                part="button secondary-button"
                aria-expanded=${share.isCode ? 'true' : 'false'}
                @click=${() => {
                  actions.showCode();
                }}
              >
                ${messages('share.qr')}
              </button>`
      }
      <a class="button secondary" part="link" href=${mailWith(view, activities)}
        >${messages('share.email')}</a
      >
      <button
        type="button"
        class="secondary"
        part="button secondary-button"
        @click=${() => {
          actions.print();
        }}
      >
        ${messages('action.print')}
      </button>
    </p>
    <p role="status" class="quiet">${share.isCopied ? messages('share.copied') : nothing}</p>
    ${share.isCode ? html`<p class="quiet">${messages('share.qr.hint')}</p>` : nothing}
    ${printed(view)}
  </div>`;
}

/** Where what is on paper came from, in words and as a code, which a person may also look at on the screen. */
export const printed = ({ messages, share: { url, isCode } }: ActivityView): TemplateResult =>
  html`${
    url === ''
      ? nothing
      : html`<canvas
            class="code ${isCode ? '' : 'for-print'}"
            id="code"
            role="img"
            aria-label=${messages('share.qr.label')}
          ></canvas>
          <p class="for-print">${messages('share.address', { address: url })}</p>`
  }`;

// Who it goes to is written in the person's own mail program.
function mailWith({ messages, share }: ActivityView, activities: readonly NamedActivity[]): string {
  const lines = [...activities.map(({ name }) => name), '', share.url];
  const about = { subject: messages('share.subject'), body: lines.join('\r\n') };
  return `mailto:?${Object.entries(about)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;
}
