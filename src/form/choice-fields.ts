import { type TemplateResult, html, nothing } from 'lit';
import { consentFor } from '../referral/contract/consent-for.js';
import type { Field, Option, OptionsField } from '../referral/contract/questions/question.js';
import { directionOf } from '../i18n/language.js';
import {
  type FieldView,
  type QuestionView,
  fieldId,
  fieldMessage,
  group,
  issueOf,
  textIn,
} from './field.js';
import { urgentHelp } from './urgent-help.js';

const isTicked = (event: Event): boolean =>
  event.target instanceof HTMLInputElement && event.target.checked;

/** The ticked values of a field. */
export const chosenIn = ({ raw }: QuestionView, name: string): readonly string[] => {
  const value = raw[name];
  return typeof value === 'object' ? value : [];
};

/** A text of the catalogue, or one of the service, which is marked with the service's language. */
export type Content = TemplateResult | string;

/** A text of the service, marked with its language and direction; inline, so that the control stays beside it. */
export const serviceText = ({ context }: QuestionView, text: string): Content =>
  html`<span lang=${context.profile.language} dir=${directionOf(context.profile.language)}
    >${text}</span
  >`;

/** The label of an option: the service's own, or that of the catalogue. */
export const optionLabel = (view: QuestionView, field: Field, { label, value }: Option): Content =>
  label ? serviceText(view, label) : (fieldMessage(view, field, value) ?? value);

interface Box {
  readonly id: string;
  readonly name: string;
  readonly type: 'radio' | 'checkbox';
  readonly value: string;
  readonly label: Content;
  readonly hint?: Content | undefined;
  readonly isChosen: boolean;
  readonly isWrong?: boolean;
  readonly choose: (isTicked: boolean) => void;
}

const box = (one: Box): TemplateResult =>
  html`<div class="choice" part="choice">
    <input
      id=${one.id}
      name=${one.name}
      type=${one.type}
      value=${one.value}
      aria-describedby=${one.hint ? `${one.id}-hint` : nothing}
      aria-invalid=${one.isWrong === true ? 'true' : nothing}
      .checked=${one.isChosen}
      @change=${(event: Event) => {
        one.choose(isTicked(event));
      }}
    />
    <label for=${one.id}>${one.label}</label>
    ${one.hint ? html`<p id="${one.id}-hint" class="hint">${one.hint}</p>` : nothing}
  </div>`;

const hintOf = (
  view: FieldView,
  { hint }: { readonly hint?: string | undefined },
): Content | undefined => hint && serviceText(view, hint);

// The first control has the id of the field, so that the error summary leads to it.
const optionId = (view: FieldView, field: Field, index: number): string =>
  index === 0
    ? fieldId(view.question, field.name)
    : fieldId(view.question, `${field.name}-${String(index)}`);

/** A group of radio buttons. */
export const choiceField = (view: FieldView, field: OptionsField): TemplateResult =>
  group(
    view,
    field,
    html`${field.options(view.context).map((option, index) =>
      box({
        id: optionId(view, field, index),
        name: field.name,
        type: 'radio',
        value: option.value,
        label: optionLabel(view, field, option),
        hint: hintOf(view, option),
        isChosen: textIn(view.raw, field.name) === option.value,
        choose: () => {
          view.fill({ [field.name]: option.value });
        },
      }),
    )}`,
  );

/** A group of checkboxes. Ticking an exclusive option unticks all others, and ticking another one unticks it. */
export function choicesField(view: FieldView, field: OptionsField): TemplateResult {
  const options = field.options(view.context);
  const chosen = chosenIn(view, field.name);
  const isExclusive = (value: string): boolean =>
    options.some((option) => option.value === value && option.exclusive === true);
  const choose = (option: Option, isNow: boolean): void => {
    const others = chosen.filter((value) => value !== option.value);
    const kept = option.exclusive === true ? [] : others.filter((value) => !isExclusive(value));
    view.fill({ [field.name]: isNow ? [...kept, option.value] : others });
  };
  const one = (option: Option, index: number): TemplateResult =>
    box({
      id: optionId(view, field, index),
      name: field.name,
      type: 'checkbox',
      value: option.value,
      label: optionLabel(view, field, option),
      hint: hintOf(view, option),
      isChosen: chosen.includes(option.value),
      choose: (isNow) => {
        choose(option, isNow);
      },
    });
  // The status region exists before the help appears in it; otherwise assistive technology would not announce it.
  const help = (option: Option): TemplateResult =>
    html`<div role="status">
      ${chosen.includes(option.value) ? urgentHelp(view.context.profile, view.messages) : nothing}
    </div>`;
  return group(
    view,
    field,
    html`${options.map(
      (option, index) =>
        html`${option.exclusive === true ? html`<p class="or">${view.messages('form.or')}</p>` : nothing}
        ${one(option, index)} ${option.urgent === true ? help(option) : nothing}`,
    )}`,
  );
}

/** The service's separate consents, none of which is ticked in advance. */
export function consentsField(view: FieldView, field: Field): TemplateResult {
  const agreed = chosenIn(view, field.name);
  const isWrong = issueOf(view, field) !== undefined;
  return group(
    view,
    field,
    html`${consentFor(view.context.profile, view.context.for).items.map((item, index) =>
      box({
        id: optionId(view, field, index),
        name: item.id,
        type: 'checkbox',
        value: item.id,
        label: html`${serviceText(view, item.text)}${item.required ? '' : ` ${view.messages('form.optional')}`}`,
        hint: hintOf(view, item),
        isChosen: agreed.includes(item.id),
        isWrong: isWrong && item.required && !agreed.includes(item.id),
        choose: (isNow) => {
          const others = agreed.filter((id) => id !== item.id);
          view.fill({ [field.name]: isNow ? [...others, item.id] : others });
        },
      }),
    )}`,
  );
}
