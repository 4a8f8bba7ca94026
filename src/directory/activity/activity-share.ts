import { type TemplateResult, html, nothing } from 'lit';
import { type ActivityView, dispatching, levelBelow, secondaryButton } from './activity-view.js';
import { drawQrCode } from './draw-qr-code.js';
import { type ShareState, notShared } from './state/opened-activity-state.js';
import type { NamedActivity } from './shortlist.js';

/** Ways to keep an activity or a list, and to give it to somebody. */
export function sharing(
  view: ActivityView,
  share: ShareState,
  activities: readonly NamedActivity[],
): TemplateResult {
  const { messages, link } = view;
  return html`<div class="share" part="share">
    <h3 aria-level=${levelBelow(view, 2)}>${messages('share.title')}</h3>
    <p class="actions">
      ${
        link === ''
          ? nothing
          : html`${secondaryButton(messages('share.link'), () => void copyLink(view))}
            ${secondaryButton(
              messages('share.qr'),
              dispatching(view, { type: 'toggle-code' }),
              share.isCode,
            )}`
      }
      <a class="button secondary" part="link" href=${mailWith(view, activities)}
        >${messages('share.email')}</a
      >
      ${secondaryButton(messages('action.print'), () => void printPage(view))}
    </p>
    <p role="status" class="quiet">${share.isCopied ? messages('share.copied') : nothing}</p>
    ${share.isCode ? html`<p class="quiet">${messages('share.qr.hint')}</p>` : nothing}
    ${printed(view, share)}
  </div>`;
}

/** The address of what is printed, as text and as a QR code, which can also be shown on the screen. */
export const printed = (
  { messages, link }: ActivityView,
  { isCode }: ShareState = notShared,
): TemplateResult | typeof nothing =>
  link === ''
    ? nothing
    : html`<canvas
          class="code ${isCode ? '' : 'for-print'}"
          id="code"
          role="img"
          aria-label=${messages('share.qr.label')}
        ></canvas>
        <p class="for-print">${messages('share.address', { address: link })}</p>`;

// The browser may forbid or lack the clipboard.
async function copyLink({ link, dispatch }: ActivityView): Promise<void> {
  let isCopied = true;
  try {
    await navigator.clipboard.writeText(link);
  } catch {
    isCopied = false;
  }
  dispatch({ type: 'link-copied', isCopied });
}

// The printed page contains the QR code, so wait until it is drawn.
async function printPage({ host, link }: ActivityView): Promise<void> {
  await drawQrCode(host, link);
  print();
}

// The person chooses the recipient in their own mail program.
function mailWith({ messages, link }: ActivityView, activities: readonly NamedActivity[]): string {
  const lines = [...activities.map(({ name }) => name), '', link];
  const about = { subject: messages('share.subject'), body: lines.join('\r\n') };
  return `mailto:?${Object.entries(about)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;
}
