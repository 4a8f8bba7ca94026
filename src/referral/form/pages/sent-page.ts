import { type TemplateResult, html, nothing } from 'lit';
import type { JourneyState } from '../../journey/journey-state.js';
import { longDate, pageTitle } from '../../../form/field.js';
import { secondaryButton } from '../../../core/view/buttons.js';
import { messageWithPhone } from '../../../core/view/contact-link.js';
import { urgentHelp } from '../../../form/urgent-help.js';
import type { FormView } from './form-view.js';

type Sent = Extract<JourneyState, { at: 'sent' }>;

/** The confirmation: the reference, what happens next and by when, and ways to keep it. The answers are not shown. */
export function sentPage(view: FormView, { receipt, canBeReached }: Sent): TemplateResult {
  const { messages, context, language, statusPage } = view;
  const { service } = context.profile;
  const date = longDate(receipt.contactBy, language);
  const receiptView = { view, reference: receipt.reference, date, canBeReached };
  // Loaded in advance, so that the buttons work at once.
  const keeping = import('./keep-receipt.js');
  return html`
    <div class="panel" part="panel">
      ${pageTitle(messages('sent.title'))}
      <p>
        ${messages('sent.reference')}<br /><strong class="reference" part="reference"
          >${receipt.reference}</strong
        >
      </p>
    </div>
    <p>${messages('sent.reference.text')}</p>
    <h3>${messages('sent.next')}</h3>
    <p>
      ${
        canBeReached
          ? messages('sent.next.text', { date, hours: service.hours })
          : messageWithPhone(messages, 'sent.next.unreachable', service, { date })
      }
    </p>
    ${receipt.team?.next ? html`<p>${receipt.team.next}</p>` : nothing}
    ${
      receipt.team?.capacity.state === 'waiting-list'
        ? html`<p>${messages('sent.waiting', { note: receipt.team.capacity.note ?? '' })}</p>`
        : nothing
    }
    <p>${messageWithPhone(messages, 'sent.call', service, { date })}</p>
    <p>
      ${secondaryButton(messages('action.print'), () => {
        void keeping.then(({ printReceipt }) => {
          printReceipt(receiptView);
        });
      })}
      ${secondaryButton(messages('action.save'), () => {
        void keeping.then(({ saveReceipt }) => {
          saveReceipt(receiptView);
        });
      })}
    </p>
    ${
      // In a new tab, so that the reference stays in view for typing it there.
      statusPage
        ? html`<p>
            <a href=${statusPage} target="_blank" rel="noopener" part="link"
              >${messages('sent.status')}</a
            >
          </p>`
        : nothing
    }
    <p class="hint">${messages('sent.cleared')}</p>
    ${urgentHelp(context.profile, messages)}
  `;
}
