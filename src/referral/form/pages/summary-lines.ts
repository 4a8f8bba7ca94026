import { consentFor } from '../../contract/consent-for.js';
import { dateParts } from '../../../core/contract/date.js';
import type {
  Field,
  Question,
  QuestionContext,
  RawAnswer,
} from '../../contract/questions/question.js';
import { askedQuestions } from '../../contract/questions/asked-questions.js';
import { readAnswer, shownFields } from '../../contract/questions/read-answer.js';
import { localesOf } from '../../../i18n/language.js';
import { questionContext } from '../../journey/journey-answers.js';
import type { Journey } from '../../journey/journey-state.js';
import { type FieldView, fieldMessage, textIn } from '../../../form/field.js';
import { type Content, chosenIn, serviceText, optionLabel } from '../../../form/choice-fields.js';
import { isRecord } from '../../../core/record.js';
import { type FormView, rawOf } from './form-view.js';

/** One line of the check page: a label with the answer. */
export interface SummaryLine {
  readonly question: Question;
  readonly label: Content;
  /** Empty if the field was left empty. */
  readonly values: readonly Content[];
}

/** A date in words, such as 27 March 1967. */
export function longDate(date: string, language: string): string {
  const [year, month, day] = dateParts(date);
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, day);
  return new Intl.DateTimeFormat(localesOf(language), {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(moment);
}

/** The lines of all questions that are asked, in order. */
export function summaryLines(view: FormView, journey: Journey): readonly SummaryLine[] {
  const context = questionContext(journey, view.context);
  return askedQuestions(context).flatMap((question) =>
    linesOf(view, question, rawOf(view, journey, question), context),
  );
}

function linesOf(
  view: FormView,
  question: Question,
  raw: RawAnswer,
  context: QuestionContext,
): readonly SummaryLine[] {
  const read = readAnswer(question, raw, context);
  if (!read.ok) return [];
  const fields = shownFields(question, raw, context);
  const lines = fields.flatMap((field) => lineOf(view, question, field, raw, context));
  const filled = lines.filter((line) => line.values.length > 0);
  // A question without any answer is one line instead of one for each of its fields.
  if (filled.length > 0) return filled;
  const title = view.messages.find(`${question.id}.title`) ?? question.id;
  return [{ question, label: title, values: [] }];
}

function lineOf(
  { messages, language, practices }: FormView,
  question: Question,
  field: Field,
  raw: RawAnswer,
  context: QuestionContext,
): readonly SummaryLine[] {
  const view: FieldView = {
    question,
    raw,
    messages,
    context,
    issues: [],
    isGrouped: false,
    fill: () => undefined,
    practice: () => {
      throw new TypeError(`${practices.list.is}: a line of the check page renders no field`);
    },
  };
  if (field.kind === 'consents')
    return consentFor(context.profile, context.for).items.map((item) => ({
      question,
      label: serviceText(view, item.text),
      values: [
        messages(chosenIn(view, field.name).includes(item.id) ? 'form.agreed' : 'form.notAgreed'),
      ],
    }));
  const label = fieldMessage(view, field, 'label') ?? field.name;
  return [{ question, label, values: valuesOf(view, field, language) }];
}

function valuesOf(view: FieldView, field: Field, language: string): readonly Content[] {
  switch (field.kind) {
    case 'date':
      return answered(view, field).map((date) => longDate(date, language));
    case 'choices':
    case 'consents': {
      const chosen = chosenIn(view, field.name);
      const options = field.kind === 'choices' ? field.options(view.context) : [];
      return options
        .filter(({ value }) => chosen.includes(value))
        .map((one) => optionLabel(view, field, one));
    }
    case 'choice': {
      const chosen = textIn(view.raw, field.name);
      return field
        .options(view.context)
        .filter(({ value }) => value === chosen)
        .map((one) => optionLabel(view, field, one));
    }
    case 'tick':
      return textIn(view.raw, field.name) === 'yes' ? [view.messages('form.ticked')] : [];
    case 'text':
    case 'longText':
    case 'practice':
      return answered(view, field);
  }
}

// The value that is sent instead of the typed one: the postcode formatted, the text trimmed.
function answered({ question, raw, context }: FieldView, field: Field): readonly string[] {
  const read = readAnswer(question, raw, context);
  const answer = read.ok ? read.answer : undefined;
  const value = isRecord(answer) ? answer[field.name] : undefined;
  return typeof value === 'string' ? [value] : [];
}
