import type * as z from 'zod/mini';
import type { EarlierAnswers } from './earlier-answers.js';
import type { Audience } from '../../../core/service/audience.js';
import type { IsoDate } from '../../../core/contract/date.js';
import type { FieldIssue } from '../../../core/contract/problem.js';
import type { ServiceProfile } from '../../../core/service/service-profile.js';

/** What stands in the controls of one question page: text, or the values of ticked boxes. */
export type RawAnswer = Readonly<Record<string, string | readonly string[]>>;

/** What a question may look at besides its own fields. */
export interface QuestionContext {
  readonly profile: ServiceProfile;
  /** Who refers. */
  readonly for: Audience;
  /** The pages on which they are asked, in order. */
  readonly pages: readonly FormPage[];
  /** Those given so far. */
  readonly answers: EarlierAnswers;
  /** The date where the service is. */
  readonly today: IsoDate;
}

/** One choice of a field; its words come from the service's profile or from the catalogue. */
export interface Option {
  readonly value: string;
  /** Words of the service; without them the catalogue has `<question>.<field>.<value>`. */
  readonly label?: string;
  readonly hint?: string;
  /** Shows the service's urgent help when chosen. */
  readonly urgent?: boolean;
  /** Excludes all other choices, and stands after an “or”. */
  readonly exclusive?: boolean;
}

interface FieldBase {
  readonly name: string;
  /** Its words stand under another name than the field's. */
  readonly messageKey?: string;
  /** The page's title is its label. */
  readonly isTitle?: boolean;
  /** May be left empty although the question is asked; shown as “(optional)”. */
  readonly optional?: boolean;
  /** Whether the field is shown; always, unless it says. */
  readonly when?: (raw: RawAnswer, context: QuestionContext) => boolean;
}

/** A line of text. */
export interface TextField extends FieldBase {
  readonly kind: 'text';
  readonly type?: 'email' | 'tel';
  /** HTML autofill token; only for what identifies the person who types (WCAG 1.3.5). */
  readonly autocomplete?: string;
  readonly width?: 'postcode' | 'phone';
}

/** Several lines of text. */
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
 * A date in three boxes, read as an ISO date; a single box to tick; a practice, found while typing in the service's list,
 * or any name typed; or the service's separate permissions, each with its own box.
 */
export interface OtherField extends FieldBase {
  readonly kind: 'date' | 'tick' | 'practice' | 'consents';
}

export type Field = TextField | LongTextField | OptionsField | OtherField;

/** The groups of the page on which a person checks their answers, in order. */
export const sections = ['help', 'you', 'contact', 'permission', 'referrer'] as const;
export type Section = (typeof sections)[number];

/** Why an answer ends a journey; never an error. */
export type QuestionStop = 'not-asked' | 'safeguarding' | 'no-agreement';

/**
 * One question. Everything follows from it: when it is asked, its controls, what is checked on
 * both sides, its lines on the check page, and its words, which the catalogue keeps under
 * `<id>.title`, `<id>.hint`, `<id>.<field>.label`, `.hint`, `.<option>` and the codes of its issues.
 */
export interface Question<Answer = unknown> {
  readonly id: string;
  readonly section: Section;
  /** How it is asked when the service's profile does not say. */
  readonly mode: 'required' | 'optional';
  /** Cannot be switched off or made optional: without it nobody could be helped. */
  readonly isEssential?: boolean;
  /** Asks about whoever refers somebody else, and not about the person. */
  readonly isAboutReferrer?: boolean;
  readonly fields: readonly Field[];
  /** The answer as it is sent. */
  readonly answer: z.ZodMiniType<Answer>;
  /** Whether it is asked at all, given earlier answers. */
  readonly applies?: (context: QuestionContext) => boolean;
  /** What the schema cannot know: the service's lists, today's date. Paths start at the answer. */
  check?(answer: Answer, context: QuestionContext): readonly FieldIssue[];
  /** Whether a form is not the way, given this answer. */
  stop?(answer: Answer): QuestionStop | undefined;
}

/** A page of the form: one question, or several for those who fill it in often. */
export interface FormPage {
  readonly id: string;
  readonly questions: readonly Question[];
}

/** Declares a question, so that its check knows the type of its answer. */
export const question = <Schema extends z.ZodMiniType>(
  definition: Question<z.output<Schema>> & { readonly answer: Schema },
): Question<z.output<Schema>> => definition;

/** The options of a field whose words are all in the catalogue. */
export const optionsOf = (values: readonly string[]) => (): readonly Option[] =>
  values.map((value) => ({ value }));
