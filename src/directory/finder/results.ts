import { type TemplateResult, html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { emptyQuery, filterNames, sorts } from '../contract/activity-query.js';
import { chosen } from './state/query-changes.js';
import { cardList, cardsOf } from '../activity/activity-card.js';
import { printed } from '../activity/activity-share.js';
import { sources } from '../activity/activity-sources.js';
import { countText, numberText, filterValueLabel } from '../activity/activity-messages.js';
import { dispatching, failureIn, linkButton, secondaryButton } from '../activity/activity-view.js';
import { searchFailure } from '../activity/state/search-state.js';
import { messageWithPhone } from '../../core/view/contact-link.js';
import type { FinderView } from './finder-view.js';
import type { SearchPage } from './state/finder-state.js';

/** The results, ways to look at them, and what to do if there are none. */
export function results(view: FinderView, { map }: SearchPage): TemplateResult {
  const { messages, state, profile, shortlist } = view;
  const found = view.found?.page;
  const total = found?.total ?? 0;
  const isBusy = state.search.at === 'searching';
  return html`<section class="found" part="results" aria-busy=${isBusy ? 'true' : 'false'}>
    <div class="head">
      <h2 class="count" id="count" tabindex="-1">
        ${found ? countText(view, 'finder.count', total) : messages('finder.loading')}
      </h2>
      ${
        total > 0 || !found
          ? html`${sorting(view)} ${profile.map ? mapButton(view, map) : nothing}`
          : nothing
      }
    </div>
    ${
      found?.corrected === undefined
        ? nothing
        : html`<p>
            ${messages('finder.corrected', {
              typed: view.found?.asked.text ?? '',
              corrected: found.corrected,
            })}
          </p>`
    }
    ${failureIn(view, searchFailure(state.search), 1)}
    ${found && total === 0 ? emptyNotice(view) : nothing}
    ${
      map === 'off' || total === 0
        ? nothing
        : map === 'failed'
          ? html`<p>${messages('finder.map.failed')}</p>`
          : html`<div id="map"></div>`
    }
    ${cardList(guard([found?.items, shortlist.list, messages], () => cardsOf(view, found?.items ?? [])))}
    ${
      found?.next === undefined
        ? nothing
        : html`<p class="quiet">
              ${countText(view, 'finder.count.shown', total).replace(
                '{shown}',
                numberText(view.language, found.items.length),
              )}
            </p>
            ${secondaryButton(messages('finder.more'), dispatching(view, { type: 'more' }))}`
    }
    ${total > 0 ? sources(view, profile.attribution) : nothing} ${printed(view)}
  </section>`;
}

function sorting({
  messages,
  state: { query },
  profile,
  dispatch,
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
        dispatch({ type: 'change-query', change: { sort } });
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

const mapButton = (view: FinderView, map: SearchPage['map']): TemplateResult =>
  secondaryButton(
    view.messages(map === 'on' ? 'finder.map.hide' : 'finder.map.show'),
    dispatching(view, { type: 'toggle-map' }),
  );

// Offers to remove one of the criteria, and says how many results that gives.
function emptyNotice(view: FinderView): TemplateResult {
  const { messages, found, profile } = view;
  const ways = found?.page.loosen ?? [];
  return html`<div class="empty" part="empty">
    <p>${messages('finder.empty')}</p>
    ${
      ways.length === 0
        ? nothing
        : html`<p>${messages('finder.empty.loosen')}</p>
            <ul>
              ${ways.map(({ filter, count }) => {
                const label =
                  filter === 'distance'
                    ? messages('finder.empty.further', { count })
                    : messages('finder.empty.without', { label: labelOf(view, filter), count });
                const press = dispatching(view, { type: 'loosen', what: filter });
                return html`<li>${linkButton(label, press)}</li>`;
              })}
            </ul>`
    }
    ${
      profile.service
        ? html`<p>${messageWithPhone(messages, 'finder.empty.call', profile.service)}</p>`
        : nothing
    }
  </div>`;
}

function labelOf(view: FinderView, what: string): string {
  const { messages, found, profile } = view;
  const asked = found?.asked ?? emptyQuery;
  if (what === 'text') return `“${asked.text}”`;
  const name = filterNames.find((one) => one === what);
  if (!name) return messages('finder.empty.place');
  return chosen(asked, name)
    .map((value) => filterValueLabel(view, profile.categories, name, value))
    .join(', ');
}
