import { type TemplateResult, html, noChange, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { type FilterName, filterValues } from '../contract/activity-query.js';
import { allChosen, chosen } from './state/query-changes.js';
import { countText, filterValueLabel } from '../activity/activity-messages.js';
import { dispatching, linkButton } from '../activity/activity-view.js';
import type { FinderView } from './finder-view.js';
import type { SearchPage } from './state/finder-state.js';

/** A value of a filter, with how many activities it would leave. */
interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

function choicesOf(view: FinderView, name: FilterName): readonly Choice[] {
  const { found, state, profile } = view;
  const values = [...(found?.offered[name] ?? []), ...chosen(state.query, name)];
  const fixed: readonly string[] | undefined = filterValues[name];
  const order = fixed ?? (name === 'category' ? profile.categories.map(({ id }) => id) : []);
  return [...new Set([...order.filter((value) => values.includes(value)), ...values])].map(
    (value) => ({
      value,
      label: filterValueLabel(view, profile.categories, name, value),
      count: found?.page.facets[name]?.[value] ?? 0,
    }),
  );
}

/** The button that shows the filters, and the filters. */
export function filterPanel(view: FinderView, { areFiltersOpen }: SearchPage): TemplateResult {
  const { messages, profile, found } = view;
  const { query } = view.state;
  const count = allChosen(query).length;
  const clear = dispatching(view, { type: 'change-query', change: { filters: {} } });
  return html`<div class="filters ${areFiltersOpen ? 'is-open' : ''}" part="filters">
    <button
      type="button"
      class="secondary filter-button"
      part="button secondary-button"
      aria-expanded=${areFiltersOpen ? 'true' : 'false'}
      aria-controls="filters"
      @click=${dispatching(view, { type: 'toggle-filters' })}
    >
      ${messages('finder.filters.count', { count })}
    </button>
    <div id="filters" class="groups" role="group" aria-label=${messages('finder.filters')}>
      ${profile.filters.map((name) => {
        // Rendering a filter again takes time, so it stays as it is unless one of these has changed.
        const values = [found?.offered[name], found?.page.facets[name], query.filters[name]];
        return guard([messages, profile, ...values], () => filterGroup(view, name));
      })}
      ${count > 0 ? linkButton(messages('finder.filters.clear'), clear) : nothing}
      <button
        type="button"
        class="primary filter-button"
        part="button primary-button"
        @click=${dispatching(view, { type: 'go-to-results' })}
      >
        ${countText(view, 'finder.filters.show', found?.page.total ?? 0)}
      </button>
    </div>
  </div>`;
}

function filterGroup(view: FinderView, name: FilterName): TemplateResult | typeof nothing {
  const { messages, state } = view;
  const choices = choicesOf(view, name);
  if (choices.length === 0) return nothing;
  const picked = chosen(state.query, name);
  // After that it is left to the person: a group does not close while they use it.
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
              @change=${dispatching(view, { type: 'toggle-filter', name, value })}
            />
            <span>${label}</span> <span class="number">${count}</span>
          </label>`,
      )}
    </fieldset>
  </details>`;
}

/** The chosen values, each with a button that removes it. */
export function chosenFilters(view: FinderView): TemplateResult | typeof nothing {
  const { messages, state, profile } = view;
  const all = allChosen(state.query);
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
          @click=${dispatching(view, { type: 'toggle-filter', name, value })}
        >
          ${label} <span aria-hidden="true">×</span>
        </button>
      </li>`;
    })}
  </ul>`;
}
