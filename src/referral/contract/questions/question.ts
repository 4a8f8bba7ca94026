import type * as z from 'zod/mini';
import type { EarlierAnswers } from './earlier-answers.js';
import type { Audience } from '../../../core/service/audience.js';
import type { IsoDate } from '../../../core/contract/date.js';
import type { FieldIssue } from '../../../core/contract/problem.js';
import type { ServiceProfile } from '../../../core/service/service-profile.js';

/** The contents of the controls of a question: text, or the values of the ticked boxes. */
export type RawAnswer = Readonly<Record<string, string | readonly string[]>>;

/** What a question can depend on besides its own fields. */
export interface QuestionContext {
  readonly profile: ServiceProfile;
  /** Who refers. */
  readonly for: Audience;
  /** The pages of the form, in order. */
  readonly pages: readonly FormPage[];
  /** The answers given so far. */
  readonly answers: EarlierAnswers;
  /** Today's date: on the device for a page, in the service's time zone for the backend. */
  readonly today: IsoDate;
}

/** One option of a field; its label comes from the service's profile or from the catalogue. */
export interface Option {
  readonly value: string;
  /** The service's own label; without it, the message `<question>.<field>.<value>` is used. */
  readonly label?: string;
  readonly hint?: string;
  /** Shows the service's urgent help when chosen. */
  readonly urgent?: boolean;
  /** Excludes all other options, and is shown after an “or”. */
  readonly exclusive?: boolean;
}

/** A message with its values. */
export interface Warning {
  readonly key: string;
  readonly values: Readonly<Record<string, string>>;
}

interface FieldBase {
  readonly name: string;
  /** Replaces the name of the field in the keys of its messages. */
  readonly messageKey?: string;
  /** Whether its label is the title of the page. */
  readonly isTitle?: boolean;
  /** Whether it may be left empty although the question is required; shown as “(optional)”. */
  readonly optional?: boolean;
  /** A message that replaces the hint because of earlier answers. */
  readonly warning?: (context: QuestionContext) => Warning | undefined;
  /** Whether the field is shown; without it, always. */
  readonly when?: (raw: RawAnswer, context: QuestionContext) => boolean;
}

/** A single-line text field. */
export interface TextField extends FieldBase {
  readonly kind: 'text';
  readonly type?: 'email' | 'tel';
  /** HTML autofill token; only for what identifies the person who types (WCAG 1.3.5). */
  readonly autocomplete?: string;
  readonly width?: 'postcode' | 'phone';
}

/** A text field with several lines. */
export interface LongTextField extends FieldBase {
  readonly kind: 'longText';
  readonly max: number;
}

/** One of several options, or any number of them. */
export interface OptionsField extends FieldBase {
  readonly kind: 'choice' | 'choices';
  readonly options: (context: QuestionContext) => readonly Option[];
}

/**
 * A date with three text fields; a single checkbox; a GP practice, chosen from a list of suggestions or typed; or the
 * service's separate permissions, each with a checkbox.
 */
export interface OtherField extends FieldBase {
  readonly kind: 'date' | 'tick' | 'practice' | 'consents';
}

export type Field = TextField | LongTextField | OptionsField | OtherField;

/** The sections of the check page, in order. */
export const sections = ['help', 'you', 'contact', 'permission', 'referrer'] as const;
export type Section = (typeof sections)[number];

/** Why an answer means that this form cannot be used; not an error. */
export type QuestionStop = 'not-asked' | 'safeguarding' | 'no-agreement';

/**
 * One question, which declares when it is asked, its controls, how its answer is validated by the page and the backend,
 * and its lines on the check page. Its messages have the keys `<id>.title`, `<id>.note`, `<id>.<field>.label`, `.hint`,
 * `.<option>`, and the codes of its issues.
 */
export interface Question<Answer = unknown> {
  readonly id: string;
  readonly section: Section;
  /** Whether it must be answered, unless the service's profile says otherwise. */
  readonly mode: 'required' | 'optional';
  /** Whether a service cannot switch it off or make it optional, because nobody could be helped without the answer. */
  readonly isEssential?: boolean;
  /** Whether it is about the referrer, and not about the person who is referred. */
  readonly isAboutReferrer?: boolean;
  readonly fields: readonly Field[];
  /** The answer as it is sent. */
  readonly answer: z.ZodMiniType<Answer>;
  /** Whether it is asked, given the earlier answers. */
  readonly applies?: (context: QuestionContext) => boolean;
  /** The issues that the schema cannot find, as they depend on the service or on today's date. Paths start at the answer. */
  check?(answer: Answer, context: QuestionContext): readonly FieldIssue[];
  /** The reason why this form cannot be used, given this answer. */
  stop?(answer: Answer): QuestionStop | undefined;
}

/** A page of the form: one question, or several for professionals, who fill it in often. */
export interface FormPage {
  readonly id: string;
  readonly questions: readonly Question[];
}

/** Declares a question, so that its check knows the type of its answer. */
export const question = <Schema extends z.ZodMiniType>(
  definition: Question<z.output<Schema>> & { readonly answer: Schema },
): Question<z.output<Schema>> => definition;

/** The options of a field whose labels are all in the catalogue. */
export const optionsOf = (values: readonly string[]) => (): readonly Option[] =>
  values.map((value) => ({ value }));
