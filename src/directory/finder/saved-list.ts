import { type TemplateResult, html, nothing } from 'lit';
import { sharing } from '../activity/activity-share.js';
import type { FinderView } from './finder-view.js';

/** The activities that a person has put on their list. */
export function savedList(view: FinderView): TemplateResult {
  const { messages, actions, saved, isStored } = view;
  return html`<section class="details" part="details">
    <button
      type="button"
      class="link back"
      part="button link-button"
      @click=${() => {
        actions.back();
      }}
    >
      ${messages('activity.back')}
    </button>
    <h2 class="title" id="title" tabindex="-1">${messages('saved.title')}</h2>
    ${saved.length === 0 ? html`<p>${messages('saved.empty')}</p>` : nothing}
    <ul class="list">
      ${saved.map(
        (one) =>
          html`<li class="card" part="card">
            <button
              type="button"
              class="link name"
              part="button activity-link"
              @click=${() => {
                actions.open(one.id);
              }}
            >
              ${one.name}
            </button>
            <button
              type="button"
              class="secondary small"
              part="button secondary-button"
              aria-label=${messages('saved.remove', { name: one.name })}
              @click=${() => {
                actions.save(one);
              }}
            >
              ×
            </button>
          </li>`,
      )}
    </ul>
    ${
      saved.length === 0
        ? nothing
        : html`<label class="choice" part="choice">
              <input
                type="checkbox"
                .checked=${isStored}
                aria-describedby="keep-hint"
                @change=${() => {
                  actions.toggleStorage();
                }}
              />
              <span>${messages('saved.keep')}</span>
            </label>
            <p class="hint" id="keep-hint">${messages('saved.keep.hint')}</p>
            ${sharing(view, saved)}`
    }
  </section>`;
}
