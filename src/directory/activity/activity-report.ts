import { type TemplateResult, html, nothing } from 'lit';
import { reportKinds } from '../contract/directory.js';
import { type ActivityView, levelBelow } from './activity-view.js';
import { failureNotice } from '../../core/view/failure-notice.js';

const longest = 500;

/** Tells the service that an entry is wrong. Asks for nothing about the person. */
export function reportForm(view: ActivityView): TemplateResult {
  const { messages, actions, report, profile } = view;
  if (report.is === 'sent')
    return html`<p class="report alert" id="sent" tabindex="-1">${messages('report.sent')}</p>`;
  const issue = report.is === 'open' ? report.issue : undefined;
  const failure = report.is === 'open' ? report.failure : undefined;
  return html`<div class="report">
    <button
      type="button"
      class="link"
      part="button link-button"
      aria-expanded=${report.is === 'closed' ? 'false' : 'true'}
      @click=${() => {
        actions.openReport();
      }}
    >
      ${messages('report.show')}
    </button>
    ${
      report.is === 'closed'
        ? nothing
        : html`<form
            novalidate
            @submit=${(event: Event) => {
              event.preventDefault();
              if (event.target instanceof HTMLFormElement) actions.sendReport(event.target);
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
            <textarea
              id="report-text"
              name="text"
              rows="3"
              maxlength=${longest}
              part="input"
            ></textarea>
            ${
              failure
                ? failureNotice(failure, messages, profile.service, sendAgain, levelBelow(view, 2))
                : nothing
            }
            <button type="submit" class="secondary" part="button secondary-button">
              ${messages('report.send')}
            </button>
          </form>`
    }
  </div>`;
}

function sendAgain({ target }: Event): void {
  if (target instanceof Element) target.closest('form')?.requestSubmit();
}
