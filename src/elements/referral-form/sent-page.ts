import { type TemplateResult, html, nothing } from 'lit';
import type { JourneyState } from '../../machines/referral-journey.js';
import { pageTitle } from '../../view/field.js';
import { withPhone } from '../../view/linked.js';
import { urgentHelp } from '../../view/urgent-help.js';
import type { FormView } from './form-view.js';
import { spokenDate } from './summary-lines.js';

type Sent = Extract<JourneyState, { at: 'sent' }>;

/** The reference, what happens next and by when, and ways to keep it. Nothing of what was sent is shown. */
export function sentPage(view: FormView, { receipt, canBeReached }: Sent): TemplateResult {
  const { words, context, language, statusPage } = view;
  const { service } = context.profile;
  const date = spokenDate(receipt.contactBy, language);
  const values = { date, hours: service.hours };
  const kept = { view, reference: receipt.reference, date, canBeReached };
  // On its way before anybody presses.
  const keeping = import('./keep-receipt.js');
  return html`
    <div class="panel" part="panel">
      ${pageTitle(words('sent.title'))}
      <p>
        ${words('sent.reference')}<br /><strong class="reference" part="reference"
          >${receipt.reference}</strong
        >
      </p>
    </div>
    <p>${words('sent.reference.text')}</p>
    <h3>${words('sent.next')}</h3>
    <p>
      ${
        canBeReached
          ? words('sent.next.text', values)
          : withPhone(words, 'sent.next.unreachable', service.phone, values)
      }
    </p>
    ${receipt.team?.next ? html`<p>${receipt.team.next}</p>` : nothing}
    ${
      receipt.team?.capacity.state === 'waiting-list'
        ? html`<p>${words('sent.waiting', { note: receipt.team.capacity.note ?? '' })}</p>`
        : nothing
    }
    <p>${withPhone(words, 'sent.call', service.phone, values)}</p>
    <p>
      <button
        type="button"
        class="secondary"
        part="button secondary-button"
        @click=${() => {
          void keeping.then(({ printReceipt }) => {
            printReceipt(kept);
          });
        }}
      >
        ${words('action.print')}
      </button>
      <button
        type="button"
        class="secondary"
        part="button secondary-button"
        @click=${() => {
          void keeping.then(({ saveReceipt }) => {
            saveReceipt(kept);
          });
        }}
      >
        ${words('action.save')}
      </button>
    </p>
    ${
      // A tab of its own, because the reference is typed there.
      statusPage
        ? html`<p>
            <a href=${statusPage} target="_blank" rel="noopener" part="link"
              >${words('sent.status')}</a
            >
          </p>`
        : nothing
    }
    <p class="hint">${words('sent.cleared')}</p>
    ${urgentHelp(context.profile, words)}
  `;
}
