import { type TemplateResult, html, nothing } from 'lit';
import { distances } from '../contract/activity-query.js';
import { dispatching, secondaryButton } from '../activity/activity-view.js';
import type { FinderView } from './finder-view.js';

const defaultDistance = 10;

const valueOf = (event: Event): string =>
  event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement
    ? event.target.value
    : '';

/** The fields for text, place and distance. */
export function searchPanel(view: FinderView): TemplateResult {
  const { messages, state, profile, dispatch } = view;
  return html`<form
    class="search"
    role="search"
    aria-label=${messages('finder.label')}
    part="search"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      dispatch({ type: 'submit' });
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
        .value=${state.query.text}
        @input=${(event: Event) => {
          dispatch({ type: 'change-query', change: { text: valueOf(event) }, isTyping: true });
        }}
      />
    </div>
    ${profile.places ? placeField(view) : nothing}
    <button type="submit" class="primary" part="button primary-button">
      ${messages('finder.search')}
    </button>
  </form>`;
}

function placeField(view: FinderView): TemplateResult {
  const { messages, state, dispatch } = view;
  const { place, query } = state;
  const isWrong = place.at === 'unknown' || place.at === 'denied' || place.at === 'failed';
  return html`<div class="line place">
      <label for="place">${messages('finder.place.label')}</label>
      <p class="hint" id="place-hint" role="status">${placeHint(view)}</p>
      ${
        isWrong
          ? html`<p class="error" id="place-error" part="error">
              <span class="hidden">${messages('form.error')}</span>
              ${messages(`finder.place.${place.at}`)}
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
            dispatch({ type: 'type-place', typed: valueOf(event) });
          }}
          @change=${dispatching(view, { type: 'find-place' })}
        />
        ${
          'geolocation' in navigator
            ? secondaryButton(messages('finder.place.near'), dispatching(view, { type: 'find-me' }))
            : nothing
        }
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
                dispatch({ type: 'change-query', change: { distance } });
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

function placeHint({ messages, state: { place } }: FinderView): string {
  if (place.at === 'finding' || place.at === 'locating') return messages('finder.place.finding');
  return place.at === 'found' ? place.label : messages('finder.place.hint');
}
