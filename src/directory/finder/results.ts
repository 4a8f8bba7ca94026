import { type TemplateResult, html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { type FilterName, filterNames, sorts } from '../contract/activity-query.js';
import { changed, chosen, loosened } from './state/query-changes.js';
import { cardList, cardsOf } from '../activity/activity-card.js';
import { failureIn } from '../activity/activity-failure.js';
import { printed } from '../activity/activity-share.js';
import { sources } from '../activity/activity-sources.js';
import { countWords, numberWords, valueWords } from '../activity/activity-messages.js';
import { withPhone } from '../../core/view/linked.js';
import type { FinderView } from './finder-view.js';

/** What was found, how to look at it, and what to do where nothing was. */
export function results(view: FinderView): TemplateResult {
  const { words, found, isBusy, profile, act } = view;
  const total = found?.total ?? 0;
  return html`<section class="found" part="results" aria-busy=${isBusy ? 'true' : 'false'}>
    <div class="head">
      <h2 class="count" id="count" tabindex="-1">
        ${found ? countWords(view, 'finder.count', total) : words('finder.loading')}
      </h2>
      ${total > 0 || !found ? html`${sorting(view)} ${profile.map ? mapButton(view) : nothing}` : nothing}
    </div>
    ${
      found?.corrected === undefined
        ? nothing
        : html`<p>
            ${words('finder.corrected', { typed: view.asked.text, corrected: found.corrected })}
          </p>`
    }
    ${failureIn(view, 1)} ${found && total === 0 ? emptyNotice(view) : nothing}
    ${
      view.map === 'off' || total === 0
        ? nothing
        : view.map === 'failed'
          ? html`<p>${words('finder.map.failed')}</p>`
          : html`<div id="map"></div>`
    }
    ${cardList(guard([found?.items, view.saved, words], () => cardsOf(view, found?.items ?? [])))}
    ${
      found?.next === undefined
        ? nothing
        : html`<p class="quiet">
              ${countWords(view, 'finder.count.shown', total).replace(
                '{shown}',
                numberWords(view.language, found.items.length),
              )}
            </p>
            <button
              type="button"
              class="secondary"
              part="button secondary-button"
              @click=${() => {
                act.more();
              }}
            >
              ${words('finder.more')}
            </button>`
    }
    ${total > 0 && profile.attribution.length > 0 ? sources(view, profile.attribution) : nothing}
    ${printed(view)}
  </section>`;
}

function sorting({ words, query, act, profile }: FinderView): TemplateResult | typeof nothing {
  const possible = sorts.filter(
    (sort) =>
      profile.sorts.includes(sort) &&
      (sort !== 'distance' || query.place !== '') &&
      (sort !== 'relevance' || query.text !== ''),
  );
  const usual = query.text !== '' ? 'relevance' : query.place === '' ? 'soonest' : 'distance';
  if (possible.length < 2) return nothing;
  return html`<label class="sort"
    ><span>${words('finder.sort.label')}</span>
    <select
      part="input"
      @change=${(event: Event) => {
        const value = event.target instanceof HTMLSelectElement ? event.target.value : '';
        const sort = sorts.find((one) => one === value);
        act.search((query) => changed(query, { sort }));
      }}
    >
      ${possible.map(
        (sort) =>
          html`<option value=${sort} ?selected=${sort === (query.sort ?? usual)}>
            ${words(`finder.sort.${sort}`)}
          </option>`,
      )}
    </select></label
  >`;
}

const mapButton = ({ words, act, map }: FinderView): TemplateResult =>
  html`<button
    type="button"
    class="secondary"
    part="button secondary-button"
    @click=${() => {
      act.map();
    }}
  >
    ${words(map === 'on' ? 'finder.map.hide' : 'finder.map.show')}
  </button>`;

// Which one thing to let go of, and how many that would bring.
function emptyNotice(view: FinderView): TemplateResult {
  const { words, found, act, profile } = view;
  const ways = found?.loosen ?? [];
  return html`<div class="empty" part="empty">
    <p>${words('finder.empty')}</p>
    ${
      ways.length === 0
        ? nothing
        : html`<p>${words('finder.empty.loosen')}</p>
            <ul>
              ${ways.map(
                ({ filter, count }) =>
                  html`<li>
                    <button
                      type="button"
                      class="link"
                      part="button link-button"
                      @click=${() => {
                        act.search((query) => loosened(query, filter));
                      }}
                    >
                      ${
                        filter === 'distance'
                          ? words('finder.empty.further', { count })
                          : words('finder.empty.without', { label: labelOf(view, filter), count })
                      }
                    </button>
                  </li>`,
              )}
            </ul>`
    }
    ${
      profile.service
        ? html`<p>
            ${withPhone(words, 'finder.empty.call', profile.service.phone, { hours: profile.service.hours })}
          </p>`
        : nothing
    }
  </div>`;
}

function labelOf(view: FinderView, what: string): string {
  const { words, asked, profile } = view;
  if (what === 'text') return `“${asked.text}”`;
  const name: FilterName | undefined = filterNames.find((one) => one === what);
  if (!name) return words('finder.empty.place');
  return chosen(asked, name)
    .map((value) => valueWords(view, profile.categories, name, value))
    .join(', ');
}
