import { type TemplateResult, html, nothing } from 'lit';
import type { FieldIssue } from '../core/contract/problem.js';
import type {
  Field,
  LongTextField,
  Question,
  QuestionContext,
  RawAnswer,
  TextField,
} from '../referral/contract/questions/question.js';
import { modeOf } from '../referral/contract/questions/asked-questions.js';
import { datePartNames } from '../referral/contract/questions/read-answer.js';
import { localesOf } from '../i18n/language.js';
import type { FormMessages } from '../i18n/messages.js';

/** A question with the contents of its controls. */
export interface QuestionView {
  readonly question: Question;
  readonly raw: RawAnswer;
  readonly messages: FormMessages;
  readonly context: QuestionContext;
}

/** What a field is rendered from. */
export interface FieldView extends QuestionView {
  readonly issues: readonly FieldIssue[];
  /** Whether the question shares its page with others; the page then has a title of its own. */
  readonly isGrouped: boolean;
  readonly fill: (changes: RawAnswer) => void;
  readonly practice: (view: FieldView, field: Field) => TemplateResult;
}

/** The title of a page, which takes the focus when the page is shown. */
export const pageTitle = (messages: string | TemplateResult): TemplateResult =>
  html`<h2 id="title" class="title" part="title" tabindex="-1">${messages}</h2>`;

/** The title of a question: that of the page, or a smaller one where the page has several questions. */
export const questionTitle = (
  { isGrouped }: FieldView,
  messages: string | TemplateResult,
): TemplateResult =>
  isGrouped ? html`<h3 class="question" part="title">${messages}</h3>` : pageTitle(messages);

// Autofill is for the details of the person who types (WCAG 2.2, 1.3.5), and not for those of a person they refer.
const autofill = ({ question, context }: FieldView, token: string): string =>
  context.for === 'self' || question.isAboutReferrer === true ? token : 'off';

/** The id of the control of a field, or of one part of it. */
export const fieldId = (question: Question, field: string): string => `${question.id}-${field}`;

/** The text in a control. */
export const textIn = (raw: RawAnswer, name: string): string => {
  const value = raw[name];
  return typeof value === 'string' ? value : '';
};

/** The issue with a field or with a part of it. */
export const issueOf = ({ issues }: FieldView, field: Field): FieldIssue | undefined =>
  issues.find((issue) => issue.field === field.name || issue.field.startsWith(`${field.name}-`));

/** The error message of an issue. */
export const issueMessage = (messages: FormMessages, issue: FieldIssue): string =>
  messages.find(issue.code, { limit: issue.limit ?? 0 }) ?? messages('field.shape');

/** A message of a field: its label, hint and so on. */
export function fieldMessage(
  { messages, question, context }: QuestionView,
  field: Field,
  what: string,
): string | undefined {
  const warning = what === 'hint' ? field.warning?.(context) : undefined;
  return warning
    ? messages.find(warning.key, warning.values)
    : messages.find(`${question.id}.${field.messageKey ?? field.name}.${what}`);
}

/** The label of a field, with “(optional)” where it may be left empty. */
export function labelText(view: FieldView, field: Field): string {
  const label = fieldMessage(view, field, 'label') ?? field.name;
  return field.optional === true ? `${label} ${view.messages('form.optional')}` : label;
}

/** The ids that describe a control: its hint and its error. */
export function describedBy(view: FieldView, field: Field): string | typeof nothing {
  const id = fieldId(view.question, field.name);
  const ids = [
    ...(fieldMessage(view, field, 'hint') === undefined ? [] : [`${id}-hint`]),
    ...(issueOf(view, field) === undefined ? [] : [`${id}-error`]),
  ];
  return ids.length > 0 ? ids.join(' ') : nothing;
}

/** The note of a question, below its title. */
export function noteTemplate({ messages, question }: FieldView): TemplateResult | typeof nothing {
  const note = messages.find(`${question.id}.note`);
  return note === undefined ? nothing : html`<p>${note}</p>`;
}

/** The hint and the error of a field, in that order. Where the title is the label, the note of the question comes first. */
function hintAndError(view: FieldView, field: Field): TemplateResult {
  const id = fieldId(view.question, field.name);
  const hint = fieldMessage(view, field, 'hint');
  const issue = issueOf(view, field);
  return html`
    ${field.isTitle === true ? noteTemplate(view) : nothing}
    ${hint === undefined ? nothing : html`<p id="${id}-hint" class="hint" part="hint">${hint}</p>`}
    ${
      issue
        ? html`<p id="${id}-error" class="error" part="error">
            <span class="hidden">${view.messages('form.error')}</span>
            ${issueMessage(view.messages, issue)}
          </p>`
        : nothing
    }
  `;
}

/** The box around a field, which is marked if there is an issue with it. */
const frame = (view: FieldView, field: Field, content: TemplateResult): TemplateResult =>
  html`<div class=${issueOf(view, field) ? 'field wrong' : 'field'} part="field">${content}</div>`;

/** A single control with its label, hint and error. */
export const labelled = (view: FieldView, field: Field, control: TemplateResult): TemplateResult =>
  frame(view, field, html`${label(view, field)} ${hintAndError(view, field)} ${control}`);

/** A group of controls with its legend, hint and error. */
export const group = (view: FieldView, field: Field, controls: TemplateResult): TemplateResult =>
  frame(
    view,
    field,
    html`<fieldset aria-describedby=${describedBy(view, field)}>
      ${legend(view, field)} ${hintAndError(view, field)} ${controls}
    </fieldset>`,
  );

/** The legend of a group of controls. */
const legend = (view: FieldView, field: Field): TemplateResult =>
  field.isTitle === true
    ? html`<legend>${questionTitle(view, titleText(view, field))}</legend>`
    : html`<legend class="label">${labelText(view, field)}</legend>`;

/** The title of a question; where the title is the label of a field, with “(optional)” if it may be left empty. */
export function titleText({ messages, question, context }: FieldView, field?: Field): string {
  const title = messages.find(`${question.id}.title`) ?? question.id;
  const isOptional = field?.optional === true || modeOf(question, context.profile) === 'optional';
  return field && isOptional ? `${title} ${messages('form.optional')}` : title;
}

/** The label of a single control. */
const label = (view: FieldView, field: Field): TemplateResult => {
  const id = fieldId(view.question, field.name);
  return field.isTitle === true
    ? questionTitle(view, html`<label for=${id}>${titleText(view, field)}</label>`)
    : html`<label class="label" for=${id}>${labelText(view, field)}</label>`;
};

/** What was typed into a control. */
export const typed = ({ target }: Event): string =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.value : '';

/** A line of text. */
export function textField(view: FieldView, field: TextField): TemplateResult {
  const id = fieldId(view.question, field.name);
  return labelled(
    view,
    field,
    html`<input
      id=${id}
      name=${field.name}
      part="input"
      class=${field.width ?? 'full'}
      type=${field.type ?? 'text'}
      autocomplete=${autofill(view, field.autocomplete ?? 'off')}
      spellcheck="false"
      aria-describedby=${describedBy(view, field)}
      aria-invalid=${issueOf(view, field) ? 'true' : nothing}
      .value=${textIn(view.raw, field.name)}
      @input=${(event: Event) => {
        view.fill({ [field.name]: typed(event) });
      }}
    />`,
  );
}

// Counted as by the schema: a character of two UTF-16 units counts once.
const characters = (text: string): number => text.replace(/[\uD800-\uDBFF]/g, '').length;

/** Several lines of text, with what may still be written. */
export function longTextField(view: FieldView, field: LongTextField): TemplateResult {
  const id = fieldId(view.question, field.name);
  const left = field.max - characters(textIn(view.raw, field.name));
  const count =
    left < 0
      ? view.messages('form.tooManyCharacters', { over: -left })
      : view.messages('form.characters', { left });
  return labelled(
    view,
    field,
    html`<textarea
        id=${id}
        name=${field.name}
        part="input"
        rows="6"
        aria-describedby=${describedBy(view, field)}
        aria-invalid=${issueOf(view, field) ? 'true' : nothing}
        .value=${textIn(view.raw, field.name)}
        @input=${(event: Event) => {
          view.fill({ [field.name]: typed(event) });
        }}
      ></textarea>
      <p class="hint" aria-live="polite">${left <= field.max / 10 ? count : nothing}</p>`,
  );
}

/** A date in three boxes. */
export function dateField(view: FieldView, field: Field): TemplateResult {
  const wrong = issueOf(view, field)?.field;
  const part = (name: (typeof datePartNames)[number]): TemplateResult => {
    const control = `${field.name}-${name}`;
    const id = fieldId(view.question, control);
    const isWrong = wrong === field.name || wrong === control;
    return html`<div>
      <label for=${id}>${fieldMessage(view, field, name)}</label>
      <input
        id=${id}
        name=${control}
        part="input"
        class=${name}
        type="text"
        inputmode=${name === 'month' ? nothing : 'numeric'}
        autocomplete=${autofill(view, `bday-${name}`)}
        aria-invalid=${isWrong ? 'true' : nothing}
        .value=${textIn(view.raw, control)}
        @input=${(event: Event) => {
          view.fill({ [control]: typed(event) });
        }}
      />
    </div>`;
  };
  return group(view, field, html`<div class="date">${datePartNames.map(part)}</div>`);
}

/** A date in words, such as 27 March 1967. A date without a time is the same day in every time zone. */
export const longDate = (date: string, language: string, timeZone = 'UTC'): string =>
  new Intl.DateTimeFormat(localesOf(language), {
    dateStyle: 'long',
    timeZone: date.length === 10 ? 'UTC' : timeZone,
  }).format(new Date(date));

/** One box to tick. */
export function tickField(view: FieldView, field: Field): TemplateResult {
  const id = fieldId(view.question, field.name);
  return html`<div class="field" part="field">
    <div class="choice">
      <input
        id=${id}
        name=${field.name}
        type="checkbox"
        .checked=${textIn(view.raw, field.name) === 'yes'}
        @change=${(event: Event) => {
          const isTicked = event.target instanceof HTMLInputElement && event.target.checked;
          view.fill({ [field.name]: isTicked ? 'yes' : '' });
        }}
      />
      <label for=${id}>${labelText(view, field)}</label>
    </div>
  </div>`;
}
