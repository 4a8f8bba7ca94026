import { type TemplateResult, html, nothing } from 'lit';
import { distances } from '../contract/activity-query.js';
import { changed } from './state/query-changes.js';
import type { FinderView } from './finder-view.js';

const typingDelay = 250;
const defaultDistance = 10;

const valueOf = (event: Event): string =>
  event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement
    ? event.target.value
    : '';

/** The fields for text, place and distance. */
export function searchPanel(view: FinderView): TemplateResult {
  const { messages, query, actions, profile } = view;
  return html`<form
    class="search"
    role="search"
    aria-label=${messages('finder.label')}
    part="search"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      actions.submit();
    }}
  >
    <div class="line text">
      <label for="text">${messages('finder.text.label')}</label>
      <p class="hint" id="text-hint">${messages('finder.text.hint')}</p>
      <input
        id="text"
        type="search"
        part="input"
        enterkeyhint="search"
        autocomplete="off"
        maxlength="200"
        aria-describedby="text-hint"
        .value=${query.text}
        @input=${(event: Event) => {
          const text = valueOf(event);
          actions.search((query) => changed(query, { text }), typingDelay);
        }}
      />
    </div>
    ${profile.places ? placeLine(view) : nothing}
    <button type="submit" class="primary" part="button primary-button">
      ${messages('finder.search')}
    </button>
  </form>`;
}

function placeLine(view: FinderView): TemplateResult {
  const { messages, actions, place, query } = view;
  const isWrong = place.is === 'unknown' || place.is === 'denied' || place.is === 'failed';
  return html`<div class="line place">
      <label for="place">${messages('finder.place.label')}</label>
      <p class="hint" id="place-hint" role="status">${placeHint(view)}</p>
      ${
        isWrong
          ? html`<p class="error" id="place-error" part="error">
              <span class="hidden">${messages('form.error')}</span>
              ${messages(`finder.place.${place.is}`)}
            </p>`
          : nothing
      }
      <span class="with-button">
        <input
          id="place"
          type="text"
          part="input"
          autocomplete="off"
          maxlength="100"
          aria-describedby=${isWrong ? 'place-error' : 'place-hint'}
          aria-invalid=${isWrong ? 'true' : nothing}
          .value=${place.typed}
          @input=${(event: Event) => {
            actions.typePlace(valueOf(event));
          }}
          @change=${() => {
            actions.findPlace();
          }}
        />
        ${'geolocation' in navigator ? nearMe(view) : nothing}
      </span>
    </div>
    ${
      query.place === ''
        ? nothing
        : html`<div class="line">
            <label for="distance">${messages('finder.distance.label')}</label>
            <select
              id="distance"
              part="input"
              @change=${(event: Event) => {
                const distance = Number(valueOf(event));
                actions.search((query) => changed(query, { distance }));
              }}
            >
              ${distances.map(
                (miles) =>
                  html`<option
                    value=${miles}
                    ?selected=${miles === (query.distance ?? defaultDistance)}
                  >
                    ${messages('finder.distance.miles', { count: miles })}
                  </option>`,
              )}
            </select>
          </div>`
    }`;
}

const nearMe = ({ messages, actions }: FinderView): TemplateResult =>
  html`<button
    type="button"
    class="secondary"
    part="button secondary-button"
    @click=${() => {
      actions.findMe();
    }}
  >
    ${messages('finder.place.near')}
  </button>`;

function placeHint({ messages, place }: FinderView): string {
  if (place.is === 'finding' || place.is === 'locating') return messages('finder.place.finding');
  return place.is === 'found' ? place.label : messages('finder.place.hint');
}
