import { type TemplateResult, html, nothing } from 'lit';
import type { ActivitySummary } from '../contract/activity.js';
import { type ActivityView, dispatching, levelBelow } from './activity-view.js';
import {
  agesText,
  costLabel,
  dateText,
  distanceText,
  occurrenceText,
} from './activity-messages.js';
import type { NamedActivity } from './shortlist.js';

/**
 * An activity in a list: what, when, where, what it costs, for whom, and when that was last checked. The text of a feed
 * may have another direction than our messages, so it is in `<bdi>`.
 */
function activityCard(view: ActivityView, activity: ActivitySummary): TemplateResult {
  const { messages } = view;
  const { id, name, organisation, summary, alert, capacity } = activity;
  const facts = [
    when(view, activity),
    where(view, activity),
    costLabel(view, activity),
    agesText(view, activity.ages),
  ].filter((fact) => fact !== '');
  return html`<article class="card" part="card" id="card-${id}" aria-labelledby="name-${id}">
    <h3 class="name" id="name-${id}" aria-level=${levelBelow(view, 1)}>
      <button
        type="button"
        class="link"
        part="button activity-link"
        @click=${dispatching(view, { type: 'open', id })}
      >
        <bdi>${name}</bdi>
      </button>
    </h3>
    ${organisation === undefined ? nothing : html`<p class="quiet"><bdi>${organisation}</bdi></p>`}
    ${summary === undefined ? nothing : html`<p><bdi>${summary}</bdi></p>`}
    ${alert === undefined ? nothing : html`<p class="alert"><bdi>${alert}</bdi></p>`}
    <ul class="facts">
      ${facts.map((fact) => html`<li><bdi>${fact}</bdi></li>`)}
      ${
        capacity === undefined
          ? nothing
          : html`<li>
              ${messages(`activity.capacity.${capacity.state}`)}${
                capacity.note === undefined ? nothing : `: ${capacity.note}`
              }
            </li>`
      }
    </ul>
    <p class="last">
      <span class="quiet">${freshness(view, activity)}</span>
      ${saveButton(view, { id, name }, 'small')}
    </p>
  </article>`;
}

/** A list of activities. Its name is that of an element or a label; without either, the heading above names it. */
export const cardList = (
  cards: unknown,
  { labelledBy, label }: { readonly labelledBy?: string; readonly label?: string } = {},
): TemplateResult =>
  // Safari does not announce a list without bullets as a list unless it has the role.
  // eslint-disable-next-line lit-a11y/no-redundant-role
  html`<ul
    class="list"
    part="list"
    role="list"
    aria-labelledby=${labelledBy ?? nothing}
    aria-label=${label ?? nothing}
  >
    ${cards}
  </ul>`;

/** The cards of a list of activities. */
export const cardsOf = (
  view: ActivityView,
  activities: readonly ActivitySummary[],
): readonly TemplateResult[] =>
  activities.map((activity) => html`<li>${activityCard(view, activity)}</li>`);

/** Adds an activity to the person's list or removes it, if there is one; a `small` button contains the name. */
export function saveButton(
  { messages, shortlist }: ActivityView,
  { id, name }: NamedActivity,
  size: 'small' | '' = '',
): TemplateResult | typeof nothing {
  if (!shortlist) return nothing;
  const isSaved = shortlist.has(id);
  return html`<button
    type="button"
    class="secondary ${size} ${isSaved ? 'is-on' : ''}"
    part="button secondary-button"
    @click=${() => {
      shortlist.toggle({ id, name });
    }}
  >
    ${messages(isSaved ? 'saved.saved' : 'saved.save')}${
      size === '' ? nothing : html`<span class="hidden"> ${name}</span>`
    }
  </button>`;
}

function when(view: ActivityView, { next, when: text = '' }: ActivitySummary): string {
  const date = next ? occurrenceText(view, next) : '';
  return date === '' ? text : view.messages('activity.next', { date });
}

function where(view: ActivityView, activity: ActivitySummary): string {
  const { messages } = view;
  const { venue, otherVenues, reach, attendance } = activity;
  const isFar = reach === 'covers' || reach === 'anywhere';
  const place = [venue?.name, venue?.place].filter((one) => one !== undefined).join(', ');
  const others =
    otherVenues > 0 && !isFar ? messages('activity.otherVenues', { count: otherVenues }) : '';
  const ways = attendance
    .filter((way) => way !== 'in-person')
    .map((way) => messages(`filter.attendance.${way}`));
  const near = isFar
    ? messages(`activity.${reach}`)
    : venue?.distance === undefined
      ? place
      : messages('activity.near', { place, miles: distanceText(view, venue.distance) });
  return [[near, others].filter((one) => one !== '').join(' '), ...ways]
    .filter((one) => one !== '')
    .join(' · ');
}

/** When and by whom an entry was last checked. */
export function freshness(
  view: ActivityView,
  { checked }: Pick<ActivitySummary, 'checked'>,
): string {
  const date = checked ? dateText(view, checked.date) : '';
  if (!checked || date === '') return view.messages('activity.unchecked');
  const { by } = checked;
  return by === undefined
    ? view.messages('activity.checked', { date })
    : view.messages('activity.checkedBy', { date, by });
}
