import { type TemplateResult, html, nothing } from 'lit';
import type { ActivitySummary } from '../../contract/activity.js';
import { isSaved } from '../../machines/shortlist.js';
import {
  agesWords,
  costWords,
  dateWords,
  distanceWords,
  occurrenceWords,
} from '../../view/activity-words.js';
import type { FinderView } from './finder-view.js';

/** An activity in a list: what, when, where, what it costs, for whom, and how fresh that is. */
export function activityCard(view: FinderView, activity: ActivitySummary): TemplateResult {
  const { words, act, saved } = view;
  const { id, name, summary, alert, capacity } = activity;
  const facts = [
    when(view, activity),
    where(view, activity),
    costWords(view, activity),
    agesWords(view, activity.ages),
  ].filter((fact) => fact !== '');
  const isOnList = isSaved(saved, id);
  return html`<article class="card" part="card" id="card-${id}" aria-labelledby="name-${id}">
    <h3 class="name" id="name-${id}">
      <button
        type="button"
        class="link"
        part="button activity-link"
        @click=${() => {
          act.show({ at: 'activity', id });
        }}
      >
        ${name}
      </button>
    </h3>
    ${activity.organisation === undefined ? nothing : html`<p class="quiet">${activity.organisation}</p>`}
    ${summary === undefined ? nothing : html`<p>${summary}</p>`}
    ${alert === undefined ? nothing : html`<p class="alert">${alert}</p>`}
    <ul class="facts">
      ${facts.map((fact) => html`<li>${fact}</li>`)}
      ${
        capacity === undefined
          ? nothing
          : html`<li>
              ${words(`activity.capacity.${capacity.state}`)}${
                capacity.note === undefined ? nothing : `: ${capacity.note}`
              }
            </li>`
      }
    </ul>
    <p class="last">
      <span class="quiet">${freshness(view, activity)}</span>
      <button
        type="button"
        class="secondary small ${isOnList ? 'is-on' : ''}"
        part="button secondary-button"
        @click=${() => {
          act.save({ id, name });
        }}
      >
        ${words(isOnList ? 'saved.saved' : 'saved.save')}<span class="hidden"> ${name}</span>
      </button>
    </p>
  </article>`;
}

function when(view: FinderView, { next, when: text = '' }: ActivitySummary): string {
  const date = next ? occurrenceWords(view, next) : '';
  return date === '' ? text : view.words('activity.next', { date });
}

function where(view: FinderView, activity: ActivitySummary): string {
  const { words } = view;
  const { venue, otherVenues, reach, attendance } = activity;
  const isFar = reach === 'covers' || reach === 'anywhere';
  const place = [venue?.name, venue?.place].filter((one) => one !== undefined).join(', ');
  const others =
    otherVenues > 0 && !isFar ? words('activity.otherVenues', { count: otherVenues }) : '';
  const ways = attendance
    .filter((way) => way !== 'in-person')
    .map((way) => words(`filter.attendance.${way}`));
  const near = isFar
    ? words(`activity.${reach}`)
    : venue?.distance === undefined
      ? place
      : words('activity.near', { place, miles: distanceWords(view, venue.distance) });
  return [[near, others].filter((one) => one !== '').join(' '), ...ways]
    .filter((one) => one !== '')
    .join(' · ');
}

/** When somebody last made sure that an entry is right. */
export function freshness(view: FinderView, { checked }: Pick<ActivitySummary, 'checked'>): string {
  const date = checked ? dateWords(view, checked.date) : '';
  if (!checked || date === '') return view.words('activity.unchecked');
  const { by } = checked;
  return by === undefined
    ? view.words('activity.checked', { date })
    : view.words('activity.checkedBy', { date, by });
}
