import { type TemplateResult, html, nothing } from 'lit';
import { type ActivityView, type Named, levelBelow } from './activity-view.js';

/** Ways to keep an activity or a list, and to give it to somebody. */
export function sharing(view: ActivityView, activities: readonly Named[]): TemplateResult {
  const { words, act, share } = view;
  return html`<div class="share" part="share">
    <h3 aria-level=${levelBelow(view, 2)}>${words('share.title')}</h3>
    <p class="actions">
      ${
        share.url === ''
          ? nothing
          : html`<button
                type="button"
                class="secondary"
                part="button secondary-button"
                @click=${() => {
                  act.copyLink();
                }}
              >
                ${words('share.link')}
              </button>
              <button
                type="button"
                class="secondary"
                part="button secondary-button"
                aria-expanded=${share.isCode ? 'true' : 'false'}
                @click=${() => {
                  act.showCode();
                }}
              >
                ${words('share.qr')}
              </button>`
      }
      <a class="button secondary" part="link" href=${mailWith(view, activities)}
        >${words('share.email')}</a
      >
      <button
        type="button"
        class="secondary"
        part="button secondary-button"
        @click=${() => {
          act.print();
        }}
      >
        ${words('action.print')}
      </button>
    </p>
    <p role="status" class="quiet">${share.isCopied ? words('share.copied') : nothing}</p>
    ${share.isCode ? html`<p class="quiet">${words('share.qr.hint')}</p>` : nothing}
    ${printed(view)}
  </div>`;
}

/** Where what is on paper came from, in words and as a code, which a person may also look at on the screen. */
export const printed = ({ words, share: { url, isCode } }: ActivityView): TemplateResult =>
  html`${
    url === ''
      ? nothing
      : html`<canvas
            class="code ${isCode ? '' : 'for-print'}"
            id="code"
            role="img"
            aria-label=${words('share.qr.label')}
          ></canvas>
          <p class="for-print">${words('share.address', { address: url })}</p>`
  }`;

// Who it goes to is written in the person's own mail program.
function mailWith({ words, share }: ActivityView, activities: readonly Named[]): string {
  const lines = [...activities.map(({ name }) => name), '', share.url];
  const about = { subject: words('share.subject'), body: lines.join('\r\n') };
  return `mailto:?${Object.entries(about)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;
}
