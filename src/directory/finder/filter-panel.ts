import { type TemplateResult, html, noChange, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { type FilterName, filterValues } from '../contract/activity-query.js';
import { allChosen, changed, chosen, toggled } from './state/query-changes.js';
import { countText, filterValueLabel } from '../activity/activity-messages.js';
import type { FinderView } from './finder-view.js';

/** A value of a filter, with how many activities it would leave. */
interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

function choicesOf(view: FinderView, name: FilterName): readonly Choice[] {
  const { found, query, profile, offered } = view;
  const values = [...(offered[name] ?? []), ...chosen(query, name)];
  const fixed: readonly string[] | undefined = filterValues[name];
  const order = fixed ?? (name === 'category' ? profile.categories.map(({ id }) => id) : []);
  return [...new Set([...order.filter((value) => values.includes(value)), ...values])].map(
    (value) => ({
      value,
      label: filterValueLabel(view, profile.categories, name, value),
      count: found?.facets[name]?.[value] ?? 0,
    }),
  );
}

/** The button that shows the filters, and the filters. */
export function filterPanel(view: FinderView): TemplateResult {
  const { messages, query, actions, isFiltering, profile, found, offered } = view;
  const count = allChosen(query).length;
  return html`<div class="filters ${isFiltering ? 'is-open' : ''}" part="filters">
    <button
      type="button"
      class="secondary filter-button"
      part="button secondary-button"
      aria-expanded=${isFiltering ? 'true' : 'false'}
      aria-controls="filters"
      @click=${() => {
        actions.filter();
      }}
    >
      ${messages('finder.filters.count', { count })}
    </button>
    <div id="filters" class="groups" role="group" aria-label=${messages('finder.filters')}>
      ${profile.filters.map((name) =>
        // All other filters stay as they are until an answer comes.
        guard([messages, profile, offered[name], found?.facets[name], query.filters[name]], () =>
          filterGroup(view, name),
        ),
      )}
      ${
        count > 0
          ? html`<button
              type="button"
              class="link"
              part="button link-button"
              @click=${() => {
                actions.search((query) => changed(query, { filters: {} }));
              }}
            >
              ${messages('finder.filters.clear')}
            </button>`
          : nothing
      }
      <button
        type="button"
        class="primary filter-button"
        part="button primary-button"
        @click=${() => {
          actions.goToResults();
        }}
      >
        ${countText(view, 'finder.filters.show', found?.total ?? 0)}
      </button>
    </div>
  </div>`;
}

function filterGroup(view: FinderView, name: FilterName): TemplateResult | typeof nothing {
  const { messages, query, actions } = view;
  const choices = choicesOf(view, name);
  if (choices.length === 0) return nothing;
  const picked = chosen(query, name);
  // Opened, and then left to the person: nothing closes while a hand is in it.
  return html`<details class="group" ?open=${name === 'category' || picked.length > 0 || noChange}>
    <summary>
      ${messages(`filter.${name}`)} ${picked.length > 0 ? `(${picked.length})` : nothing}
    </summary>
    <fieldset>
      <legend class="hidden">${messages(`filter.${name}`)}</legend>
      ${choices.map(
        ({ value, label, count }) =>
          html`<label class="choice" part="choice">
            <input
              type="checkbox"
              .checked=${picked.includes(value)}
              ?disabled=${count === 0 && !picked.includes(value)}
              @change=${() => {
                actions.search((query) => toggled(query, name, value));
              }}
            />
            <span>${label}</span> <span class="number">${count}</span>
          </label>`,
      )}
    </fieldset>
  </details>`;
}

/** What is chosen, each with a way to let go of it. */
export function chosenFilters(view: FinderView): TemplateResult | typeof nothing {
  const { messages, query, actions, profile } = view;
  const all = allChosen(query);
  if (all.length === 0) return nothing;
  return html`<ul class="chips" aria-label=${messages('finder.filters')}>
    ${all.map(({ name, value }) => {
      const label = filterValueLabel(view, profile.categories, name, value);
      return html`<li>
        <button
          type="button"
          class="chip"
          part="button chip"
          aria-label=${messages('finder.filters.remove', { label })}
          @click=${() => {
            actions.search((query) => toggled(query, name, value));
          }}
        >
          ${label} <span aria-hidden="true">×</span>
        </button>
      </li>`;
    })}
  </ul>`;
}
