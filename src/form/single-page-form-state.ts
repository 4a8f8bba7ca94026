import type { Failure } from '../core/backend/failure.js';
import type { FieldIssue } from '../core/contract/problem.js';
import type { RawAnswer } from '../referral/contract/questions/question.js';
import type { Result } from '../core/result.js';

/** Contents of the form that are sent, with the idempotency key under which the backend knows them. */
export interface Attempt {
  readonly raw: RawAnswer;
  readonly key: string;
}

/** The state of a form that has one page: it is edited, is being sent, or has a reply. */
export type SinglePageFormState<Reply> =
  | {
      readonly at: 'editing';
      /** The contents of the controls. */
      readonly raw: RawAnswer;
      readonly issues: readonly FieldIssue[];
      /** Why sending failed. */
      readonly failure?: Failure;
      /** What was last sent without a reply. */
      readonly attempt?: Attempt;
    }
  | { readonly at: 'sending'; readonly raw: RawAnswer; readonly attempt: Attempt }
  | { readonly at: 'sent'; readonly reply: Reply };

/** The states in which the form itself is shown. */
export type UnsentForm = Exclude<SinglePageFormState<unknown>, { at: 'sent' }>;

/** Something that a person did, or that the backend answered. */
export type SinglePageFormEvent<Reply> =
  | { readonly type: 'fill'; readonly changes: RawAnswer }
  /** The person submits contents that are valid if there are no issues; `key` is for contents that are new. */
  | { readonly type: 'submit'; readonly issues: readonly FieldIssue[]; readonly key: string }
  /** The outcome of an attempt; without a result there was no backend to send it to. */
  | {
      readonly type: 'answered';
      readonly attempt: Attempt;
      readonly result: Result<Reply, Failure> | undefined;
    }
  | { readonly type: 'clear' };

/** The form before the person has done anything. */
export const newSinglePageForm = { at: 'editing', raw: {}, issues: [] } as const;

/** Whether the form holds anything that the next person at the computer should not see. */
export const hasContents = (state: SinglePageFormState<unknown>): boolean =>
  state.at === 'sent' || Object.values(state.raw).some((value) => value.length > 0);

/** The state after an event. An event that does not apply returns the same state, so a double click does nothing. */
export function afterFormEvent<Reply>(
  state: SinglePageFormState<Reply>,
  event: SinglePageFormEvent<Reply>,
): SinglePageFormState<Reply> {
  if (event.type === 'clear') return newSinglePageForm;
  switch (state.at) {
    case 'editing':
      if (event.type === 'fill') return { ...state, raw: { ...state.raw, ...event.changes } };
      return event.type === 'submit' ? submitted(state, event) : state;
    case 'sending':
      if (event.type === 'fill') return { ...state, raw: { ...state.raw, ...event.changes } };
      // The outcome of an attempt from before the form was cleared does not count.
      return event.type === 'answered' && event.attempt === state.attempt
        ? answered(state, event.result)
        : state;
    case 'sent':
      return state;
  }
}

type State<At, Reply> = Extract<SinglePageFormState<Reply>, { at: At }>;

function submitted<Reply>(
  { raw, attempt }: State<'editing', Reply>,
  { issues, key }: { readonly issues: readonly FieldIssue[]; readonly key: string },
): SinglePageFormState<Reply> {
  if (issues.length > 0) return { at: 'editing', raw, issues, ...(attempt && { attempt }) };
  // Unchanged contents keep their key, so that sending them again stores them once.
  return { at: 'sending', raw, attempt: { raw, key: attempt?.raw === raw ? attempt.key : key } };
}

function answered<Reply>(
  { raw, attempt }: State<'sending', Reply>,
  result: Result<Reply, Failure> | undefined,
): SinglePageFormState<Reply> {
  if (!result) return { at: 'editing', raw, issues: [], attempt };
  if (result.ok) return { at: 'sent', reply: result.value };
  const { failure } = result;
  return failure.kind === 'rejected'
    ? { at: 'editing', raw, issues: failure.issues, attempt }
    : { at: 'editing', raw, issues: [], failure, attempt };
}
