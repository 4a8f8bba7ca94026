import { type TemplateResult, html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { type FilterName, filterNames, sorts } from '../contract/activity-query.js';
import { changed, chosen, loosened } from './state/query-changes.js';
import { cardList, cardsOf } from '../activity/activity-card.js';
import { failureIn } from '../activity/activity-failure.js';
import { printed } from '../activity/activity-share.js';
import { sources } from '../activity/activity-sources.js';
import { countText, numberText, filterValueLabel } from '../activity/activity-messages.js';
import { messageWithPhone } from '../../core/view/contact-link.js';
import type { FinderView } from './finder-view.js';

/** What was found, how to look at it, and what to do where nothing was. */
export function results(view: FinderView): TemplateResult {
  const { messages, found, isBusy, profile, actions } = view;
  const total = found?.total ?? 0;
  return html`<section class="found" part="results" aria-busy=${isBusy ? 'true' : 'false'}>
    <div class="head">
      <h2 class="count" id="count" tabindex="-1">
        ${found ? countText(view, 'finder.count', total) : messages('finder.loading')}
      </h2>
      ${total > 0 || !found ? html`${sorting(view)} ${profile.map ? mapButton(view) : nothing}` : nothing}
    </div>
    ${
      found?.corrected === undefined
        ? nothing
        : html`<p>
            ${messages('finder.corrected', { typed: view.asked.text, corrected: found.corrected })}
          </p>`
    }
    ${failureIn(view, 1)} ${found && total === 0 ? emptyNotice(view) : nothing}
    ${
      view.map === 'off' || total === 0
        ? nothing
        : view.map === 'failed'
          ? html`<p>${messages('finder.map.failed')}</p>`
          : html`<div id="map"></div>`
    }
    ${cardList(guard([found?.items, view.saved, messages], () => cardsOf(view, found?.items ?? [])))}
    ${
      found?.next === undefined
        ? nothing
        : html`<p class="quiet">
              ${countText(view, 'finder.count.shown', total).replace(
                '{shown}',
                numberText(view.language, found.items.length),
              )}
            </p>
            <button
              type="button"
              class="secondary"
              part="button secondary-button"
              @click=${() => {
                actions.more();
              }}
            >
              ${messages('finder.more')}
            </button>`
    }
    ${total > 0 && profile.attribution.length > 0 ? sources(view, profile.attribution) : nothing}
    ${printed(view)}
  </section>`;
}

function sorting({
  messages,
  query,
  actions,
  profile,
}: FinderView): TemplateResult | typeof nothing {
  const possible = sorts.filter(
    (sort) =>
      profile.sorts.includes(sort) &&
      (sort !== 'distance' || query.place !== '') &&
      (sort !== 'relevance' || query.text !== ''),
  );
  const usual = query.text !== '' ? 'relevance' : query.place === '' ? 'soonest' : 'distance';
  if (possible.length < 2) return nothing;
  return html`<label class="sort"
    ><span>${messages('finder.sort.label')}</span>
    <select
      part="input"
      @change=${(event: Event) => {
        const value = event.target instanceof HTMLSelectElement ? event.target.value : '';
        const sort = sorts.find((one) => one === value);
        actions.search((query) => changed(query, { sort }));
      }}
    >
      ${possible.map(
        (sort) =>
          html`<option value=${sort} ?selected=${sort === (query.sort ?? usual)}>
            ${messages(`finder.sort.${sort}`)}
          </option>`,
      )}
    </select></label
  >`;
}

const mapButton = ({ messages, actions, map }: FinderView): TemplateResult =>
  html`<button
    type="button"
    class="secondary"
    part="button secondary-button"
    @click=${() => {
      actions.map();
    }}
  >
    ${messages(map === 'on' ? 'finder.map.hide' : 'finder.map.show')}
  </button>`;

// Which one thing to let go of, and how many that would bring.
function emptyNotice(view: FinderView): TemplateResult {
  const { messages, found, actions, profile } = view;
  const ways = found?.loosen ?? [];
  return html`<div class="empty" part="empty">
    <p>${messages('finder.empty')}</p>
    ${
      ways.length === 0
        ? nothing
        : html`<p>${messages('finder.empty.loosen')}</p>
            <ul>
              ${ways.map(
                ({ filter, count }) =>
                  html`<li>
                    <button
                      type="button"
                      class="link"
                      part="button link-button"
                      @click=${() => {
                        actions.search((query) => loosened(query, filter));
                      }}
                    >
                      ${
                        filter === 'distance'
                          ? messages('finder.empty.further', { count })
                          : messages('finder.empty.without', {
                              label: labelOf(view, filter),
                              count,
                            })
                      }
                    </button>
                  </li>`,
              )}
            </ul>`
    }
    ${
      profile.service
        ? html`<p>
            ${messageWithPhone(messages, 'finder.empty.call', profile.service.phone, { hours: profile.service.hours })}
          </p>`
        : nothing
    }
  </div>`;
}

function labelOf(view: FinderView, what: string): string {
  const { messages, asked, profile } = view;
  if (what === 'text') return `“${asked.text}”`;
  const name: FilterName | undefined = filterNames.find((one) => one === what);
  if (!name) return messages('finder.empty.place');
  return chosen(asked, name)
    .map((value) => filterValueLabel(view, profile.categories, name, value))
    .join(', ');
}
