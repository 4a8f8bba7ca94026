import type { Failure } from '../core/backend/failure.js';
import type {
  Question,
  QuestionContext,
  RawAnswer,
} from '../referral/contract/questions/question.js';
import { readAnswer } from '../referral/contract/questions/read-answer.js';
import {
  type SinglePageFormEvent,
  type SinglePageFormState,
  afterFormEvent,
  hasContents,
  newSinglePageForm,
} from './single-page-form-state.js';
import { randomKey } from '../core/random-key.js';
import type { Result } from '../core/result.js';
import type { NextFocus } from '../core/element/next-focus.js';

/** Holds the state of a form of one page, sends it, and moves the focus to what came of it. */
export class SinglePageFormController<Answer, Reply> {
  state: SinglePageFormState<Reply> = newSinglePageForm;
  readonly #focus: NextFocus;
  readonly #send: (answer: Answer, key: string) => Promise<Result<Reply, Failure> | undefined>;

  /** @param send sends an answer, with an idempotency key that stays the same for as long as the answer does */
  constructor(
    focus: NextFocus,
    send: (answer: Answer, key: string) => Promise<Result<Reply, Failure> | undefined>,
  ) {
    this.#focus = focus;
    this.#send = send;
  }

  /** Whether the form holds anything that the next person at the computer should not see. */
  get hasContents(): boolean {
    return hasContents(this.state);
  }

  /** Records what a person types or chooses. */
  fill(changes: RawAnswer): void {
    this.#dispatch({ type: 'fill', changes });
  }

  /** Clears the form, or its reply. */
  clear(): void {
    this.#dispatch({ type: 'clear' });
  }

  /** Sends the contents of the form, unless they are invalid. */
  async submit(question: Question<Answer>, context: QuestionContext): Promise<void> {
    if (this.state.at !== 'editing') return;
    const read = readAnswer(question, this.state.raw, context);
    const answer = read.ok ? read.value : undefined;
    const issues = read.ok ? [] : read.failure;
    const state = this.#dispatch({ type: 'submit', issues, key: randomKey() });
    if (answer === undefined || state.at !== 'sending') return;
    const { attempt } = state;
    const result = await this.#send(answer, attempt.key);
    this.#dispatch({ type: 'answered', attempt, result });
  }

  #dispatch(event: SinglePageFormEvent<Reply>): SinglePageFormState<Reply> {
    const before = this.state;
    this.state = afterFormEvent(before, event);
    if (this.state !== before) this.#focus.moveTo(...focusAfter(this.state, event));
    return this.state;
  }
}

function focusAfter<Reply>(
  state: SinglePageFormState<Reply>,
  { type }: SinglePageFormEvent<Reply>,
): readonly string[] {
  // The focus stays where a person types.
  if (type === 'fill' || type === 'clear') return [];
  if (state.at === 'sent') return ['#title'];
  if (state.at === 'sending') return [];
  if (state.issues.length > 0) return ['#summary'];
  return state.failure ? ['#failure'] : [];
}
