import { type TemplateResult, html, nothing } from 'lit';
import { reportKinds } from '../contract/directory.js';
import { type ActivityView, dispatching, levelBelow } from './activity-view.js';
import type { ReportState } from './state/opened-activity-state.js';
import { failureNotice } from '../../core/view/failure-notice.js';

const maxLength = 500;

/** A form that tells the service about a mistake in an entry. It asks for nothing about the person. */
export function reportForm(view: ActivityView, report: ReportState): TemplateResult {
  const { messages } = view;
  if (report.at === 'sent')
    return html`<p class="report alert" id="sent" tabindex="-1">${messages('report.sent')}</p>`;
  return html`<div class="report">
    <button
      type="button"
      class="link"
      part="button link-button"
      aria-expanded=${report.at === 'closed' ? 'false' : 'true'}
      @click=${dispatching(view, { type: 'toggle-report' })}
    >
      ${messages('report.show')}
    </button>
    ${report.at === 'closed' ? nothing : openForm(view, report)}
  </div>`;
}

function openForm(view: ActivityView, report: ReportState): TemplateResult {
  const { messages, profile, dispatch } = view;
  const issue = report.at === 'open' ? report.issue : undefined;
  const failure = report.at === 'open' ? report.failure : undefined;
  return html`<form
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      if (!(event.target instanceof HTMLFormElement)) return;
      const data = new FormData(event.target);
      const kind = reportKinds.find((one) => one === data.get('kind'));
      const text = data.get('text');
      dispatch({ type: 'send-report', kind, text: typeof text === 'string' ? text.trim() : '' });
    }}
  >
    <fieldset aria-describedby="report-note ${issue === 'kind' ? 'report-error' : ''}">
      <legend>${messages('report.title')}</legend>
      <p class="hint" id="report-note">${messages('report.note')}</p>
      ${
        issue === 'kind'
          ? html`<p class="error" id="report-error" part="error">
              <span class="hidden">${messages('form.error')}</span>
              ${messages('report.kind.missing')}
            </p>`
          : nothing
      }
      ${reportKinds.map(
        (kind) =>
          html`<label class="choice" part="choice">
            <input type="radio" name="kind" value=${kind} />
            <span>${messages(`report.kind.${kind}`)}</span>
          </label>`,
      )}
    </fieldset>
    <label for="report-text">${messages('report.text.label')}</label>
    <textarea id="report-text" name="text" rows="3" maxlength=${maxLength} part="input"></textarea>
    ${
      failure
        ? failureNotice(failure, messages, profile.service, sendAgain, levelBelow(view, 2))
        : nothing
    }
    <button type="submit" class="secondary" part="button secondary-button">
      ${messages('report.send')}
    </button>
  </form>`;
}

function sendAgain({ target }: Event): void {
  if (target instanceof Element) target.closest('form')?.requestSubmit();
}
