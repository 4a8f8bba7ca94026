import { type TemplateResult, html, nothing } from 'lit';
import type { Activity, ActivityDetail, Venue } from '../contract/activity.js';
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
import { failureIn } from './activity-failure.js';
import { reportForm } from './activity-report.js';
import { sharing } from './activity-share.js';
import { sources } from './activity-sources.js';
import { type ActivityView, type NamedActivity, levelBelow } from './activity-view.js';
import { safeLink } from '../../core/view/safe-link.js';

/** One activity with everything that is known of it. */
export function details(view: ActivityView): TemplateResult {
  const { messages, actions, detail, failure } = view;
  const isGone = failure?.kind === 'refused' && failure.status === 404;
  return html`<section
    class="details"
    part="details"
    aria-busy=${detail || failure ? 'false' : 'true'}
  >
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
    <h2 class="title" id="title" tabindex="-1" aria-level=${levelBelow(view, 1)}>
      <bdi
        >${isGone ? messages('activity.gone') : (detail?.activity.name ?? view.opening ?? messages('finder.loading'))}</bdi
      >
    </h2>
    ${isGone ? nothing : failureIn(view, 2)} ${detail ? whole(view, detail) : nothing}
  </section>`;
}

function whole(view: ActivityView, { activity, upcoming, reach }: ActivityDetail): TemplateResult {
  const { messages, profile } = view;
  const { id, name, organisation, alert, status } = activity;
  const text = activity.description ?? activity.summary ?? '';
  const reached =
    reach === undefined || reach === 'near' ? undefined : messages(`activity.${reach}`);
  const calendar = upcoming.length > 0 ? view.calendar(id) : undefined;
  return html`
    ${organisation ? html`<p class="quiet">${messages('activity.by', { name: organisation.name })}</p>` : nothing}
    ${status === 'active' ? nothing : html`<p class="alert">${messages('activity.paused')}</p>`}
    ${alert === undefined ? nothing : html`<p class="alert"><bdi>${alert}</bdi></p>`}
    ${text.split('\n').map((paragraph) => html`<p><bdi>${paragraph}</bdi></p>`)}
    <dl class="about" part="about">
      ${row(messages('activity.when'), [
        ...upcoming.map((one) => occurrenceText(view, one)),
        ...(upcoming.length > 0 ? [] : activity.sessions.map((one) => sessionText(view, one))),
        ...activity.sessions.flatMap(({ text: own }) => own ?? []),
      ])}
      ${row(messages('activity.where'), [
        ...(reached === undefined ? [] : [reached]),
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
      ${row(messages('activity.capacity'), places(view, activity))}
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
    ${profile.service ? asking(view, { id, name }) : nothing} ${sharing(view, [{ id, name }])}
    <p class="quiet">${freshness(view, activity)}</p>
    ${sourceOf(view, activity)} ${profile.reports ? reportForm(view) : nothing}
  `;
}

const row = (
  label: string,
  values: readonly (string | TemplateResult)[],
): TemplateResult | typeof nothing => {
  const shown = values.filter((value) => value !== '');
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

// Where the person starts is nobody's business here: the map asks for it, if they want that.
const directionsTo = (address: string): string =>
  `https://www.openstreetmap.org/search?${new URLSearchParams({ query: address }).toString()}`;

function costs(view: ActivityView, { cost }: Activity): readonly string[] {
  const options = cost.options.map(({ label, pence, note }) =>
    [
      label,
      pence === undefined
        ? undefined
        : pence === 0
          ? view.messages('activity.free')
          : priceText(view, pence),
      note,
    ]
      .filter((part) => part !== undefined)
      .join(' '),
  );
  if (options.length === 0 && cost.isFree === true) return [view.messages('activity.free')];
  return cost.text === undefined ? options : [...options, cost.text];
}

function places(view: ActivityView, { capacity }: Activity): readonly string[] {
  if (!capacity) return [];
  const { state, available, note } = capacity;
  const messages =
    available === undefined
      ? view.messages(`activity.capacity.${state}`)
      : view.messages('activity.places', { count: available });
  return note === undefined ? [messages] : [`${messages}: ${note}`];
}

function contacts(view: ActivityView, { contact, sessions }: Activity): readonly TemplateResult[] {
  const { messages } = view;
  const links: readonly (readonly [string | undefined, string | undefined])[] = [
    [
      contact.phone === undefined ? undefined : `tel:${contact.phone.replace(/[^\d+]/g, '')}`,
      contact.phone,
    ],
    [contact.email === undefined ? undefined : `mailto:${contact.email}`, contact.email],
    [contact.website, messages('activity.website')],
    [contact.referralUrl, messages('activity.refer')],
    ...sessions.map(({ bookingUrl }) => [bookingUrl, messages('activity.book')] as const),
  ];
  const lines = links.flatMap(([url, label]) => {
    const href = safeLink(url);
    return href === undefined ? [] : [html`<a href=${href} part="link">${label}</a>`];
  });
  return contact.name === undefined ? lines : [html`${contact.name}`, ...lines];
}

function asking(view: ActivityView, activity: NamedActivity): TemplateResult {
  const { messages, actions } = view;
  return html`<div class="ask" part="ask">
    <h3 aria-level=${levelBelow(view, 2)}>${messages('ask.title')}</h3>
    <p>${messages('ask.text')}</p>
    <button
      type="button"
      class="primary"
      part="button primary-button"
      @click=${() => {
        actions.ask(activity);
      }}
    >
      ${messages('ask.button')}
    </button>
  </div>`;
}

function sourceOf(view: ActivityView, { source, updated }: Activity): TemplateResult {
  const { messages } = view;
  const { licence } = source;
  const changed = updated === undefined ? '' : dateText(view, updated);
  return sources(view, [
    {
      text: messages('activity.source', { name: source.name }),
      ...(source.url === undefined ? {} : { url: source.url }),
    },
    ...(licence
      ? [
          {
            text: messages('activity.licence', { name: licence.name }),
            ...(licence.url === undefined ? {} : { url: licence.url }),
          },
        ]
      : []),
    ...(changed === '' ? [] : [{ text: messages('activity.updated', { date: changed }) }]),
    ...source.attribution,
  ]);
}
