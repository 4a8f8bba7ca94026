import { type TemplateResult, html, nothing } from 'lit';
import { sharing } from '../activity/activity-share.js';
import type { FinderView } from './finder-view.js';

/** The activities that a person has put on their list. */
export function savedList(view: FinderView): TemplateResult {
  const { words, act, saved, isKept } = view;
  return html`<section class="details" part="details">
    <button
      type="button"
      class="link back"
      part="button link-button"
      @click=${() => {
        act.back();
      }}
    >
      ${words('activity.back')}
    </button>
    <h2 class="title" id="title" tabindex="-1">${words('saved.title')}</h2>
    ${saved.length === 0 ? html`<p>${words('saved.empty')}</p>` : nothing}
    <ul class="list">
      ${saved.map(
        (one) =>
          html`<li class="card" part="card">
            <button
              type="button"
              class="link name"
              part="button activity-link"
              @click=${() => {
                act.open(one.id);
              }}
            >
              ${one.name}
            </button>
            <button
              type="button"
              class="secondary small"
              part="button secondary-button"
              aria-label=${words('saved.remove', { name: one.name })}
              @click=${() => {
                act.save(one);
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
                .checked=${isKept}
                aria-describedby="keep-hint"
                @change=${() => {
                  act.keep();
                }}
              />
              <span>${words('saved.keep')}</span>
            </label>
            <p class="hint" id="keep-hint">${words('saved.keep.hint')}</p>
            ${sharing(view, saved)}`
    }
  </section>`;
}
