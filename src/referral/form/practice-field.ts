import { type TemplateResult, html, nothing } from 'lit';
import type { GpPractice } from '../contract/gp-practice.js';
import type { Field } from '../contract/questions/question.js';
import type { PracticeSearch } from './practice-search.js';
import {
  type FieldView,
  describedBy,
  fieldId,
  issueOf,
  labelText,
  labelled,
  textIn,
  typed,
} from '../../form/field.js';

const longestName = 150;

/**
 * A text field with a list of practices: the editable combobox of the ARIA Authoring Practices Guide.
 * A practice that is not in the list can be typed.
 */
export function practiceField(
  view: FieldView,
  field: Field,
  search: PracticeSearch,
): TemplateResult {
  const id = fieldId(view.question, field.name);
  const { list } = search;
  const practices = list.at === 'open' ? list.practices : [];
  const active = list.at === 'open' ? list.active : -1;
  const choose = (practice: GpPractice): void => {
    const name = `${practice.name}, ${practice.address}`.slice(0, longestName);
    view.fill({ [field.name]: name, [`${field.name}-code`]: practice.code });
    search.close();
  };
  return labelled(
    view,
    field,
    html`<div>
        <input
          id=${id}
          name=${field.name}
          part="input"
          class="full"
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          aria-autocomplete="list"
          aria-controls="${id}-list"
          aria-expanded=${practices.length > 0 ? 'true' : 'false'}
          aria-activedescendant=${active >= 0 ? `${id}-${String(active)}` : nothing}
          aria-describedby=${describedBy(view, field)}
          aria-invalid=${issueOf(view, field) ? 'true' : nothing}
          .value=${textIn(view.raw, field.name)}
          @input=${(event: Event) => {
            const query = typed(event);
            view.fill({ [field.name]: query, [`${field.name}-code`]: '' });
            search.search(query);
          }}
          @keydown=${(event: KeyboardEvent) => {
            pressed(event, search, choose);
          }}
          @blur=${() => {
            search.close();
          }}
        />
        <ul
          id="${id}-list"
          role="listbox"
          aria-label=${labelText(view, field)}
          class="suggestions"
          ?hidden=${practices.length === 0}
        >
          ${practices.map(
            (practice, index) =>
              html`<li
                id="${id}-${index}"
                role="option"
                aria-selected=${index === active ? 'true' : 'false'}
                @pointerdown=${(event: Event) => {
                  // Keeps the focus in the text field; its blur event would close the list before the click.
                  event.preventDefault();
                }}
                @click=${() => {
                  choose(practice);
                }}
              >
                <span>${practice.name}</span> <span class="hint">${practice.address}</span>
              </li>`,
          )}
        </ul>
      </div>
      <p class=${list.at === 'unavailable' ? 'hint' : 'hidden'} role="status">
        ${statusMessage(view, search)}
      </p>`,
  );
}

function statusMessage({ messages }: FieldView, { list }: PracticeSearch): string {
  if (list.at === 'closed') return '';
  return list.at === 'unavailable'
    ? messages('practice.unavailable')
    : messages('practice.found', { count: list.practices.length });
}

function pressed(
  event: KeyboardEvent,
  search: PracticeSearch,
  choose: (practice: GpPractice) => void,
): void {
  if (event.isComposing || search.list.at !== 'open' || search.list.practices.length === 0) return;
  switch (event.key) {
    case 'ArrowDown':
      search.move(1);
      break;
    case 'ArrowUp':
      search.move(-1);
      break;
    case 'Escape':
      // Closes only the list, and not the dialog around the form.
      event.stopPropagation();
      search.close();
      break;
    case 'Enter':
      if (!search.active) return;
      choose(search.active);
      break;
    default:
      return;
  }
  event.preventDefault();
}
