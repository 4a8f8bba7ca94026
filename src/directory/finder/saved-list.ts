import { type TemplateResult, html, nothing } from 'lit';
import { sharing } from '../activity/activity-share.js';
import { backButton, dispatching } from '../activity/activity-view.js';
import type { ShareState } from '../activity/state/opened-activity-state.js';
import type { FinderView } from './finder-view.js';

/** The activities that a person has put on their list. */
export function savedList(view: FinderView, share: ShareState): TemplateResult {
  const { messages, shortlist } = view;
  const { list, isStored } = shortlist;
  return html`<section class="details" part="details">
    ${backButton(view)}
    <h2 class="title" id="title" tabindex="-1">${messages('saved.title')}</h2>
    ${list.length === 0 ? html`<p>${messages('saved.empty')}</p>` : nothing}
    <ul class="list">
      ${list.map(
        (one) =>
          html`<li class="card" part="card">
            <button
              type="button"
              class="link name"
              part="button activity-link"
              @click=${dispatching(view, { type: 'open', id: one.id })}
            >
              ${one.name}
            </button>
            <button
              type="button"
              class="secondary small"
              part="button secondary-button"
              aria-label=${messages('saved.remove', { name: one.name })}
              @click=${() => {
                shortlist.toggle(one);
              }}
            >
              ×
            </button>
          </li>`,
      )}
    </ul>
    ${
      list.length === 0
        ? nothing
        : html`<label class="choice" part="choice">
              <input
                type="checkbox"
                .checked=${isStored}
                aria-describedby="keep-hint"
                @change=${() => {
                  shortlist.toggleStorage();
                }}
              />
              <span>${messages('saved.keep')}</span>
            </label>
            <p class="hint" id="keep-hint">${messages('saved.keep.hint')}</p>
            ${sharing(view, share, list)}`
    }
  </section>`;
}
