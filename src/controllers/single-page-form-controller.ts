import type { Failure } from '../client/failure.js';
import type { FieldIssue } from '../contract/problem.js';
import type { Question, QuestionContext, RawAnswer } from '../contract/question.js';
import { readAnswer } from '../contract/read-answer.js';
import { randomKey } from '../shared/random-key.js';
import type { Result } from '../shared/result.js';
import type { NextFocus } from './next-focus.js';

/** A form of one page: what stands in it, what is wrong, and what came of sending it. */
export class SinglePageFormController<Answer, Reply> {
  raw: RawAnswer = {};
  issues: readonly FieldIssue[] = [];
  failure: Failure | undefined;
  isBusy = false;
  reply: Reply | undefined;
  readonly #focus: NextFocus;
  readonly #send: (answer: Answer, key: string) => Promise<Result<Reply, Failure> | undefined>;
  // Says once and for all which attempt is which: sent again, it is the same.
  #key = '';
  #turn = 0;

  /** @param send with a key that stays the same until something else is typed */
  constructor(
    focus: NextFocus,
    send: (answer: Answer, key: string) => Promise<Result<Reply, Failure> | undefined>,
  ) {
    this.#focus = focus;
    this.#send = send;
  }

  /** Whether anything stands in it. */
  get isFilled(): boolean {
    return Object.values(this.raw).some((value) => value.length > 0);
  }

  /** Takes in what a person types or chooses. */
  fill(changes: RawAnswer): void {
    this.raw = { ...this.raw, ...changes };
    this.#key = '';
    this.#focus.stay();
    this.#focus.on();
  }

  /** Forgets everything. */
  clear(): void {
    this.#turn += 1;
    this.raw = {};
    this.#key = '';
    this.issues = [];
    this.failure = undefined;
    this.isBusy = false;
    this.reply = undefined;
    this.#focus.on();
  }

  /** Sends what stands in it, unless something is wrong with that. */
  async submit(question: Question<Answer>, context: QuestionContext): Promise<void> {
    if (this.isBusy) return;
    this.failure = undefined;
    const read = readAnswer(question, this.raw, context);
    const answer = read.ok ? read.answer : undefined;
    this.issues = read.ok ? [] : read.issues;
    if (answer === undefined) {
      this.#focus.on('#summary');
      return;
    }
    this.isBusy = true;
    this.#focus.on();
    this.#key ||= randomKey();
    const turn = (this.#turn += 1);
    const reply = await this.#send(answer, this.#key);
    if (turn !== this.#turn) return;
    this.isBusy = false;
    if (reply) this.#hear(reply);
  }

  #hear(reply: Result<Reply, Failure>): void {
    if (reply.ok) {
      this.raw = {};
      this.#key = '';
      this.reply = reply.value;
      this.#focus.on('#title');
    } else if (reply.failure.kind === 'rejected') {
      this.issues = reply.failure.issues;
      this.#focus.on('#summary');
    } else {
      this.failure = reply.failure;
      this.#focus.on('#failure');
    }
  }
}
