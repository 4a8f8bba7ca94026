import { type TemplateResult, html, nothing } from 'lit';
import { distances } from '../contract/activity-query.js';
import { changed } from './state/query-changes.js';
import type { FinderView } from './finder-view.js';

const pauseWhileTyping = 250;
const usualDistance = 10;

const typedIn = (event: Event): string =>
  event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement
    ? event.target.value
    : '';

/** What is looked for, and where. */
export function searchPanel(view: FinderView): TemplateResult {
  const { words, query, act, profile } = view;
  return html`<form
    class="search"
    role="search"
    aria-label=${words('finder.label')}
    part="search"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      act.submit();
    }}
  >
    <div class="line text">
      <label for="text">${words('finder.text.label')}</label>
      <p class="hint" id="text-hint">${words('finder.text.hint')}</p>
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
          const text = typedIn(event);
          act.search((query) => changed(query, { text }), pauseWhileTyping);
        }}
      />
    </div>
    ${profile.places ? placeLine(view) : nothing}
    <button type="submit" class="primary" part="button primary-button">
      ${words('finder.search')}
    </button>
  </form>`;
}

function placeLine(view: FinderView): TemplateResult {
  const { words, act, place, query } = view;
  const isWrong = place.is === 'unknown' || place.is === 'denied' || place.is === 'failed';
  return html`<div class="line place">
      <label for="place">${words('finder.place.label')}</label>
      <p class="hint" id="place-hint" role="status">${placeWords(view)}</p>
      ${
        isWrong
          ? html`<p class="error" id="place-error" part="error">
              <span class="hidden">${words('form.error')}</span>
              ${words(`finder.place.${place.is}`)}
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
            act.typePlace(typedIn(event));
          }}
          @change=${() => {
            act.findPlace();
          }}
        />
        ${'geolocation' in navigator ? nearMe(view) : nothing}
      </span>
    </div>
    ${
      query.place === ''
        ? nothing
        : html`<div class="line">
            <label for="distance">${words('finder.distance.label')}</label>
            <select
              id="distance"
              part="input"
              @change=${(event: Event) => {
                const distance = Number(typedIn(event));
                act.search((query) => changed(query, { distance }));
              }}
            >
              ${distances.map(
                (miles) =>
                  html`<option
                    value=${miles}
                    ?selected=${miles === (query.distance ?? usualDistance)}
                  >
                    ${words('finder.distance.miles', { count: miles })}
                  </option>`,
              )}
            </select>
          </div>`
    }`;
}

const nearMe = ({ words, act }: FinderView): TemplateResult =>
  html`<button
    type="button"
    class="secondary"
    part="button secondary-button"
    @click=${() => {
      act.findMe();
    }}
  >
    ${words('finder.place.near')}
  </button>`;

function placeWords({ words, place }: FinderView): string {
  if (place.is === 'finding' || place.is === 'locating') return words('finder.place.finding');
  return place.is === 'found' ? place.label : words('finder.place.hint');
}
