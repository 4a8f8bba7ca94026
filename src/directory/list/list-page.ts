import { type TemplateResult, html, nothing } from 'lit';
import { cardList, cardsOf } from '../activity/activity-card.js';
import { failureIn } from '../activity/activity-failure.js';
import { printed } from '../activity/activity-share.js';
import { sources } from '../activity/activity-sources.js';
import { numberText } from '../activity/activity-messages.js';
import { messageWithPhone } from '../../core/view/contact-link.js';
import type { ListView } from './list-view.js';

/** The list, or a notice if it is empty. */
export function listPage(view: ListView): TemplateResult {
  const { items, profile } = view;
  return html`${items.length === 0 ? emptyNotice(view) : cards(view)} ${failureIn(view, 1)}
  ${finderLinkOrMore(view)}
  ${
    items.length > 0 && profile.attribution.length > 0
      ? sources(view, profile.attribution)
      : nothing
  }
  ${printed(view)}`;
}

const cards = (view: ListView): TemplateResult =>
  cardList(
    cardsOf(view, view.items),
    view.labelledBy === ''
      ? { label: view.messages('list.label') }
      : { labelledBy: view.labelledBy },
  );

const emptyNotice = ({ messages, profile }: ListView): TemplateResult =>
  html`<div class="empty" part="empty" id="empty" tabindex="-1">
    <p>${messages('list.empty')}</p>
    ${
      profile.service
        ? html`<p>
            ${messageWithPhone(messages, 'list.empty.call', profile.service.phone, { hours: profile.service.hours })}
          </p>`
        : nothing
    }
  </div>`;

// A page with a finder links to it; other pages show more results in place.
function finderLinkOrMore({
  messages,
  finder,
  more,
  total,
  language,
}: ListView): TemplateResult | typeof nothing {
  if (finder !== '')
    return html`<p>
      <a class="button secondary" part="link" href=${finder}
        >${more ? messages('list.all', { count: numberText(language, total) }) : messages('list.more')}</a
      >
    </p>`;
  return more
    ? html`<p>
        <button type="button" class="secondary" part="button secondary-button" @click=${more}>
          ${messages('finder.more')}
        </button>
      </p>`
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
