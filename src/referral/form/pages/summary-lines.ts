import { consentFor } from '../../contract/consent-for.js';
import type { Field, Question } from '../../contract/questions/question.js';
import { askedQuestions } from '../../contract/questions/asked-questions.js';
import { readAnswer, shownFields } from '../../contract/questions/read-answer.js';
import { questionContext, rawIn } from '../../journey/journey-answers.js';
import type { Journey } from '../../journey/journey-state.js';
import { type QuestionView, fieldMessage, longDate, textIn } from '../../../form/field.js';
import { type Content, chosenIn, serviceText, optionLabel } from '../../../form/choice-fields.js';
import { isRecord } from '../../../core/record.js';
import type { FormView } from './form-view.js';

/** One line of the check page: a label with the answer. */
export interface SummaryLine {
  readonly question: Question;
  readonly label: Content;
  /** Empty if the field was left empty. */
  readonly values: readonly Content[];
}

/** The lines of all questions that are asked, in order. */
export function summaryLines(view: FormView, journey: Journey): readonly SummaryLine[] {
  const context = questionContext(journey, view.context);
  const { messages, language } = view;
  return askedQuestions(context).flatMap((question) => {
    const raw = rawIn(journey, question.id, view.context);
    return linesOf({ question, raw, messages, context }, language);
  });
}

function linesOf(view: QuestionView, language: string): readonly SummaryLine[] {
  const { question, raw, context, messages } = view;
  if (!readAnswer(question, raw, context).ok) return [];
  const fields = shownFields(question, raw, context);
  const filled = fields
    .flatMap((field) => lineOf(view, field, language))
    .filter((line) => line.values.length > 0);
  // A question without any answer is one line instead of one for each of its fields.
  if (filled.length > 0) return filled;
  const title = messages.find(`${question.id}.title`) ?? question.id;
  return [{ question, label: title, values: [] }];
}

function lineOf(view: QuestionView, field: Field, language: string): readonly SummaryLine[] {
  const { question, messages, context } = view;
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

function valuesOf(view: QuestionView, field: Field, language: string): readonly Content[] {
  switch (field.kind) {
    case 'date':
      return answered(view, field).map((date) => longDate(date, language));
    case 'choice':
    case 'choices': {
      const chosen = [view.raw[field.name] ?? []].flat();
      return field
        .options(view.context)
        .filter(({ value }) => chosen.includes(value))
        .map((one) => optionLabel(view, field, one));
    }
    case 'tick':
      return textIn(view.raw, field.name) === 'yes' ? [view.messages('form.ticked')] : [];
    default:
      return answered(view, field);
  }
}

// The value that is sent instead of the typed one: the postcode formatted, the text trimmed.
function answered({ question, raw, context }: QuestionView, field: Field): readonly string[] {
  const read = readAnswer(question, raw, context);
  const answer = read.ok ? read.value : undefined;
  const value = isRecord(answer) ? answer[field.name] : undefined;
  return typeof value === 'string' ? [value] : [];
}
