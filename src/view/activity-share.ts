import { type TemplateResult, html, nothing } from 'lit';
import type { ActivityView, Named } from './activity-view.js';

/** Ways to keep an activity or a list, and to give it to somebody. */
export function sharing(view: ActivityView, activities: readonly Named[]): TemplateResult {
  const { words, act, share } = view;
  return html`<div class="share" part="share">
    <h3>${words('share.title')}</h3>
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
                aria-pressed=${share.isCode ? 'true' : 'false'}
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
    ${
      share.isCode
        ? html`<p class="quiet">${words('share.qr.hint')}</p>
            <canvas
              class="code"
              id="code"
              role="img"
              aria-label=${words('share.qr.label')}
            ></canvas>`
        : nothing
    }
    <p class="for-print">
      ${share.url === '' ? nothing : words('share.address', { address: share.url })}
    </p>
  </div>`;
}

// Who it goes to is written in the person's own mail program.
function mailWith({ words, share }: ActivityView, activities: readonly Named[]): string {
  const lines = [...activities.map(({ name }) => name), '', share.url];
  const about = { subject: words('share.subject'), body: lines.join('\r\n') };
  return `mailto:?${Object.entries(about)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;
}

/** Draws the code for which `sharing` has made room. */
export async function drawSharedCode(root: ParentNode, url: string): Promise<void> {
  const canvas = root.querySelector<HTMLCanvasElement>('#code');
  if (!canvas) return;
  const { drawCode } = await import('./qr-code.js');
  drawCode(canvas, url);
}
