import { type TemplateResult, html, nothing } from 'lit';
import type { Activity, Venue } from '../contract/activity.js';
import {
  agesText,
  dateText,
  distanceText,
  languageName,
  occurrenceText,
  priceText,
  sessionText,
} from './activity-messages.js';
import { freshness, saveButton } from './activity-card.js';
import { reportForm } from './activity-report.js';
import { sharing } from './activity-share.js';
import { sources } from './activity-sources.js';
import { type ActivityView, backButton, failureIn, levelBelow } from './activity-view.js';
import type { OpenedActivity } from './state/opened-activity-state.js';
import { openFormAbout } from '../../referral/opener/open-form-about.js';
import { safeLink } from '../../core/view/safe-link.js';
import type { NamedActivity } from './shortlist.js';

/**
 * The activity that is open, with all its details.
 * @param name its name, if it is known from a list while the details are loading
 */
export function details(
  view: ActivityView,
  opened: OpenedActivity,
  name: string | undefined,
): TemplateResult {
  const { messages } = view;
  const failure = opened.at === 'failed' ? opened.failure : undefined;
  const isGone = failure?.kind === 'refused' && failure.status === 404;
  const knownName = opened.at === 'ready' ? opened.detail.activity.name : name;
  return html`<section
    class="details"
    part="details"
    aria-busy=${opened.at === 'loading' ? 'true' : 'false'}
  >
    ${backButton(view)}
    <h2 class="title" id="title" tabindex="-1" aria-level=${levelBelow(view, 1)}>
      <bdi>${isGone ? messages('activity.gone') : (knownName ?? messages('finder.loading'))}</bdi>
    </h2>
    ${isGone ? nothing : failureIn(view, failure, 2)}
    ${opened.at === 'ready' ? whole(view, opened) : nothing}
  </section>`;
}

function whole(
  view: ActivityView,
  { detail, report, share }: Extract<OpenedActivity, { at: 'ready' }>,
): TemplateResult {
  const { messages, profile } = view;
  const { activity, upcoming, reach } = detail;
  const { id, name, organisation, alert, status } = activity;
  const text = activity.description ?? activity.summary ?? '';
  const calendar = upcoming.length > 0 ? view.directory.calendar(id) : undefined;
  return html`
    ${organisation ? html`<p class="quiet">${messages('activity.by', { name: organisation.name })}</p>` : nothing}
    ${status === 'active' ? nothing : html`<p class="alert">${messages('activity.paused')}</p>`}
    ${alert === undefined ? nothing : html`<p class="alert"><bdi>${alert}</bdi></p>`}
    ${text.split('\n').map((paragraph) => html`<p><bdi>${paragraph}</bdi></p>`)}
    <dl class="about" part="about">
      ${row(messages('activity.when'), [
        ...upcoming.map((one) => occurrenceText(view, one)),
        ...(upcoming.length > 0 ? [] : activity.sessions.map((one) => sessionText(view, one))),
        ...activity.sessions.map((session) => session.text),
      ])}
      ${row(messages('activity.where'), [
        reach === undefined || reach === 'near' ? undefined : messages(`activity.${reach}`),
        ...activity.venues.map((venue) => venueLines(view, venue)),
        ...activity.attendance
          .filter((way) => way !== 'in-person')
          .map((way) => messages(`filter.attendance.${way}`)),
      ])}
      ${row(
        messages('activity.areas'),
        activity.areas.map((area) => area.name),
      )}
      ${row(messages('activity.cost'), costs(view, activity))}
      ${row(messages('activity.who'), [agesText(view, activity.ages)])}
      ${row(messages('activity.capacity'), [places(view, activity)])}
      ${row(
        messages('activity.join'),
        activity.joining.map((way) => messages(`activity.join.${way}`)),
      )}
      ${row(
        messages('activity.languages'),
        activity.languages.map((tag) => languageName(view.language, tag)),
      )}
      ${row(messages('activity.contact'), contacts(view, activity))}
      ${activity.more.map(({ label, text: more }) => row(label, [more]))}
    </dl>
    <p class="actions">
      ${saveButton(view, { id, name })}
      ${
        calendar === undefined
          ? nothing
          : html`<a class="button secondary" href=${calendar} part="link"
              >${messages('activity.calendar')}</a
            >`
      }
    </p>
    ${profile.service ? asking(view, { id, name }) : nothing}
    ${sharing(view, share, [{ id, name }])}
    <p class="quiet">${freshness(view, activity)}</p>
    ${sourceOf(view, activity)} ${profile.reports ? reportForm(view, report) : nothing}
  `;
}

const row = (
  label: string,
  values: readonly (string | TemplateResult | undefined)[],
): TemplateResult | typeof nothing => {
  const shown = values.filter((value) => value !== undefined && value !== '');
  return shown.length === 0
    ? nothing
    : html`<div>
        <dt>${label}</dt>
        ${shown.map((value) => html`<dd><bdi>${value}</bdi></dd>`)}
      </div>`;
};

function venueLines(view: ActivityView, venue: Venue): TemplateResult {
  const { messages } = view;
  const lines = [venue.name, ...venue.address, venue.postcode?.replace(' ', '\u00a0')].filter(
    (line) => line !== undefined && line !== '',
  );
  const access = venue.access.map((feature) => messages(`filter.access.${feature}`));
  const place = venue.name ?? venue.postcode ?? lines.join(', ');
  const { distance } = venue;
  const miles = distance === undefined ? '' : distanceText(view, distance);
  return html`${lines.join(', ')}${miles === '' ? '' : ` (${messages('activity.away', { miles })})`}
  ${access.length > 0 ? html`<br />${messages('activity.access')}: ${access.join(', ')}` : nothing}
  ${venue.accessText === undefined ? nothing : html`<br />${venue.accessText}`}
  ${
    lines.length === 0
      ? nothing
      : html`<br /><a
            href=${directionsTo(lines.join(', '))}
            target="_blank"
            rel="noopener"
            part="link"
            >${messages('activity.directions', { place })}</a
          >`
  }`;
}

// Without the person's starting point, which only the map may ask for.
const directionsTo = (address: string): string =>
  `https://www.openstreetmap.org/search?${new URLSearchParams({ query: address }).toString()}`;

function costs(view: ActivityView, { cost }: Activity): readonly (string | undefined)[] {
  const free = view.messages('activity.free');
  const priceOf = (pence: number): string => (pence === 0 ? free : priceText(view, pence));
  const options = cost.options.map(({ label, pence, note }) =>
    [label, pence === undefined ? undefined : priceOf(pence), note]
      .filter((part) => part !== undefined)
      .join(' '),
  );
  return options.length === 0 && cost.isFree === true ? [free] : [...options, cost.text];
}

function places({ messages }: ActivityView, { capacity }: Activity): string | undefined {
  if (!capacity) return undefined;
  const { state, available, note } = capacity;
  const text =
    available === undefined
      ? messages(`activity.capacity.${state}`)
      : messages('activity.places', { count: available });
  return note === undefined ? text : `${text}: ${note}`;
}

function contacts(view: ActivityView, { contact, sessions }: Activity): readonly TemplateResult[] {
  const { messages } = view;
  const { name, phone, email } = contact;
  const links: readonly (readonly [string | undefined, string | undefined])[] = [
    [phone === undefined ? undefined : `tel:${phone.replace(/[^\d+]/g, '')}`, phone],
    [email === undefined ? undefined : `mailto:${email}`, email],
    [contact.website, messages('activity.website')],
    [contact.referralUrl, messages('activity.refer')],
    ...sessions.map(({ bookingUrl }) => [bookingUrl, messages('activity.book')] as const),
  ];
  const lines = links.flatMap(([url, label]) => {
    const href = safeLink(url);
    return href === undefined ? [] : [html`<a href=${href} part="link">${label}</a>`];
  });
  return name === undefined ? lines : [html`${name}`, ...lines];
}

function asking(view: ActivityView, activity: NamedActivity): TemplateResult {
  const { messages, host } = view;
  return html`<div class="ask" part="ask">
    <h3 aria-level=${levelBelow(view, 2)}>${messages('ask.title')}</h3>
    <p>${messages('ask.text')}</p>
    <button
      type="button"
      class="primary"
      part="button primary-button"
      @click=${() => void openFormAbout(host, activity)}
    >
      ${messages('ask.button')}
    </button>
  </div>`;
}

function sourceOf(
  view: ActivityView,
  { source, updated = '' }: Activity,
): TemplateResult | typeof nothing {
  const { messages } = view;
  const { name, url, licence } = source;
  const date = dateText(view, updated);
  return sources(view, [
    { text: messages('activity.source', { name }), url },
    ...(licence
      ? [{ text: messages('activity.licence', { name: licence.name }), url: licence.url }]
      : []),
    ...(date === '' ? [] : [{ text: messages('activity.updated', { date }) }]),
    ...source.attribution,
  ]);
}
