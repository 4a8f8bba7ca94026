import { type TemplateResult, html, nothing } from 'lit';
import type { ActivitySummary } from '../contract/activity.js';
import { emptyQuery } from '../contract/activity-query.js';
import { cardList, cardsOf } from '../activity/activity-card.js';
import { printed } from '../activity/activity-share.js';
import { sources } from '../activity/activity-sources.js';
import { numberText } from '../activity/activity-messages.js';
import {
  type ActivityView,
  dispatching,
  failureIn,
  secondaryButton,
} from '../activity/activity-view.js';
import { foundIn, searchFailure } from '../activity/state/search-state.js';
import { messageWithPhone } from '../../core/view/contact-link.js';
import type { FinderPlace } from '../activity/state/finder-place.js';
import type { ListEvent, ReadyList } from './list-state.js';

/** What a list is rendered from. */
export interface ListView extends ActivityView {
  readonly state: ReadyList;
  /** Id of the heading that labels the list; empty if there is none. */
  readonly labelledBy: string;
  /** The URL of the page's finder in a state; empty if there is no finder. */
  readonly finderAt: (place: FinderPlace) => string;
  readonly dispatch: (event: ListEvent) => void;
}

/** The list, or a notice if it is empty. */
export function listPage(view: ListView): TemplateResult {
  const { state, profile } = view;
  const { items = [] } = foundIn(state.search)?.page ?? {};
  return html`${items.length === 0 ? emptyNotice(view) : cards(view, items.slice(0, state.shownCount))}
  ${failureIn(view, searchFailure(state.search), 1)} ${finderLinkOrMore(view)}
  ${items.length > 0 ? sources(view, profile.attribution) : nothing} ${printed(view)}`;
}

const cards = (view: ListView, items: readonly ActivitySummary[]): TemplateResult =>
  cardList(
    cardsOf(view, items.map(withoutDistance)),
    view.labelledBy === ''
      ? { label: view.messages('list.label') }
      : { labelledBy: view.labelledBy },
  );

function withoutDistance(activity: ActivitySummary): ActivitySummary {
  if (!activity.venue) return activity;
  const { distance: _distance, ...venue } = activity.venue;
  return { ...activity, venue };
}

const emptyNotice = ({ messages, profile }: ListView): TemplateResult =>
  html`<div class="empty" part="empty" id="empty" tabindex="-1">
    <p>${messages('list.empty')}</p>
    ${
      profile.service
        ? html`<p>${messageWithPhone(messages, 'list.empty.call', profile.service)}</p>`
        : nothing
    }
  </div>`;

// A page with a finder links to it, with the list's search if the list shows only some results; other pages show more
// results in place.
function finderLinkOrMore(view: ListView): TemplateResult | typeof nothing {
  const { messages, state, language } = view;
  const { items = [], next, total = 0 } = foundIn(state.search)?.page ?? {};
  const isMore = items.length > state.shownCount || next !== undefined;
  const query = isMore ? state.request.query : emptyQuery;
  const finder = view.finderAt({ query, activity: '' });
  if (finder !== '')
    return html`<p>
      <a class="button secondary" part="link" href=${finder}
        >${isMore ? messages('list.all', { count: numberText(language, total) }) : messages('list.more')}</a
      >
    </p>`;
  return isMore
    ? html`<p>${secondaryButton(messages('finder.more'), dispatching(view, { type: 'more' }))}</p>`
    : nothing;
}

/**
 * Reserves the space of a number of cards while they load. The partner's content of the tag is shown in place of the
 * first one.
 */
export const waitingPage = (count: number): TemplateResult =>
  html`<div class="list waiting" id="waiting" tabindex="-1" aria-busy="true">
    <div class="blank card" aria-hidden="true"></div>
    <div class="first"><slot></slot></div>
    ${Array.from({ length: count - 1 }, () => html`<div class="blank card" aria-hidden="true"></div>`)}
  </div>`;
