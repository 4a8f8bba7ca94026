import { fixtureSync, html } from '@open-wc/testing';
import type { ReferralApi } from '../../src/referral/api/referral-api.js';
import { define } from '../../src/referral/form/define.js';
import type { ReferralForm } from '../../src/referral/form/referral-form.js';
import { freshPartner, intakeIn, settings } from './backend.js';
import { readable, until } from './until.js';

define(settings);

/** What a person does on one page: its title, and the answers that they fill in. */
export type PageAnswers = readonly [
  title: string,
  fill: (form: ReferralFormHarness) => Promise<void>,
];

/** The answers of a person who answers every page, in order. */
export const everyPage: readonly PageAnswers[] = [
  ['Where do you live?', (form) => form.type('Postcode', 'ts18 1hu')],
  [
    'What is your date of birth?',
    async (form) => {
      await form.type('Day', '27');
      await form.type('Month', '3');
      await form.type('Year', '1967');
    },
  ],
  [
    'What would you like help with?',
    async (form) => {
      await form.choose('Feeling lonely or cut off');
      await form.choose('Money, benefits or debt');
    },
  ],
  ['What matters to you?', (form) => form.type('What matters to you?', 'Singing\nand my cat')],
  [
    'What is your name?',
    async (form) => {
      await form.type('Full name', 'Maya Example');
      await form.type('What would you like us to call you?', 'Maya');
    },
  ],
  ['How should we contact you?', (form) => form.choose('Phone call')],
  [
    'How can we reach you?',
    async (form) => {
      await form.type('Phone number', '01632 960 001');
      await form.choose('Yes, but do not say what it is about');
    },
  ],
  ['When is a good time to contact you?', (form) => form.choose('Morning, 9am to 12pm')],
  ['Do you have a GP practice?', (form) => form.choose('I’m not sure')],
  [
    'Is there anything that would help you to talk with us?',
    async (form) => {
      await form.type('Language you prefer, if it is not English', 'Cymraeg');
      await form.choose('Large print');
    },
  ],
  ['Your permission', (form) => form.choose('You may share what I told you')],
];

/** The title of the page on which a person checks their answers. */
export const checkTitle = 'Check your answers before you send them';

const withoutOptional = (text: string): string => text.replace(/ \(optional\)$/, '');

/** Uses `<kith-referral-form>` as a person does: by labels, buttons and readable text. */
export class ReferralFormHarness {
  readonly element: ReferralForm;

  constructor(element: ReferralForm) {
    this.element = element;
  }

  /** Puts a form into the page and waits for its start page. */
  static async open(intake?: ReferralApi, attributes?: Readonly<Record<string, string>>) {
    const form = ReferralFormHarness.place(intake, attributes);
    await form.at('Refer yourself to Northside Link');
    return form;
  }

  /** Puts a form into the page. */
  static place(
    intake: ReferralApi = intakeIn(),
    attributes: Readonly<Record<string, string>> = { for: 'self', 'without-history': '' },
  ): ReferralFormHarness {
    const element = document.createElement('kith-referral-form');
    element.partner = freshPartner();
    element.intake = intake;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.innerHTML = '<a href="/refer">Refer yourself on our own page</a>';
    fixtureSync<HTMLElement>(html`<main></main>`).append(element);
    return new ReferralFormHarness(element);
  }

  get #root(): ShadowRoot {
    const root = this.element.shadowRoot;
    if (!root) throw new Error('The form has no shadow root');
    return root;
  }

  /** Waits for the page with a title. */
  async at(title: string): Promise<void> {
    await until(`the page “${title}”; it is “${this.title}”`, () => this.title === title);
    await this.element.updateComplete;
  }

  /** The title of the page, without “(optional)”. */
  get title(): string {
    return withoutOptional(readable(this.#root.querySelector('h2')?.textContent));
  }

  /** Whether the page may be left empty, as its title says. */
  get isOptional(): boolean {
    return readable(this.#root.querySelector('h2')?.textContent).endsWith('(optional)');
  }

  /** All readable text. */
  get text(): string {
    return readable(this.#root.querySelector('.root')?.textContent);
  }

  /** The text or label of the focused element. */
  get focused(): string {
    const element = this.#root.activeElement;
    const label = element?.id ? this.#root.querySelector(`label[for="${element.id}"]`) : null;
    return readable((label ?? element)?.textContent);
  }

  /** The labels of all controls, in order. */
  get labels(): readonly string[] {
    return [...this.#root.querySelectorAll('label')].map((label) => readable(label.textContent));
  }

  /** The control of a label, found by the beginning of the label. */
  control(label: string): HTMLInputElement | HTMLTextAreaElement {
    const labels = [...this.#root.querySelectorAll('label')];
    const textOf = (one: Element): string => withoutOptional(readable(one.textContent));
    const found =
      labels.find((one) => textOf(one) === label) ??
      labels.find((one) => textOf(one).startsWith(label));
    const control = found ? this.#root.getElementById(found.htmlFor) : null;
    if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)
      return control;
    throw new Error(`No control “${label}” among: ${this.labels.join(' · ')}`);
  }

  /** The hints and errors that describe a control and the group around it. */
  describedBy(label: string): readonly string[] {
    const control = this.control(label);
    const group = control.closest('fieldset');
    return [control, group].flatMap((one) => this.#described(one));
  }

  #described(element: Element | null): readonly string[] {
    const ids = (element?.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
    return ids.map((id) => {
      const found = this.#root.getElementById(id);
      if (!found) throw new Error(`Nothing has the id ${id}`);
      return readable(found.textContent);
    });
  }

  /** Types into a text field or a text box. */
  async type(label: string, text: string): Promise<void> {
    const control = this.control(label);
    control.value = text;
    control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.element.updateComplete;
  }

  /** Ticks or unticks a box, or chooses an option. */
  async choose(label: string): Promise<void> {
    this.control(label).click();
    await this.element.updateComplete;
  }

  /** The value of a control. */
  valueOf(label: string): string {
    return this.control(label).value;
  }

  /** Whether a box is ticked. */
  isChosen(label: string): boolean {
    const control = this.control(label);
    return control instanceof HTMLInputElement && control.checked;
  }

  /** The text of all buttons. */
  get buttons(): readonly string[] {
    return [...this.#root.querySelectorAll('button')].map((one) => readable(one.textContent));
  }

  /** The button with this text. */
  button(words: string): HTMLButtonElement {
    const found = [...this.#root.querySelectorAll('button')].find(
      (one) => readable(one.textContent) === words,
    );
    if (!found) throw new Error(`No button “${words}” among: ${this.buttons.join(' · ')}`);
    return found;
  }

  press(words: string): void {
    this.button(words).click();
  }

  /** The link with this text. */
  link(words: string): HTMLAnchorElement {
    const found = [...this.#root.querySelectorAll('a')].find(
      (one) => readable(one.textContent) === words,
    );
    if (!found) throw new Error(`No link “${words}”`);
    return found;
  }

  /** The errors in the summary at the top of the page. */
  get errors(): readonly string[] {
    return [...this.#root.querySelectorAll('.summary a')].map((one) => readable(one.textContent));
  }

  /** The errors at the fields. */
  get fieldErrors(): readonly string[] {
    return [...this.#root.querySelectorAll('.error')].map((one) => readable(one.textContent));
  }

  /** The notice about a request that failed. */
  get notice(): string {
    return readable(this.#root.querySelector('.notice')?.textContent);
  }

  /** The status that assistive technology announces while work is in progress. */
  get status(): string {
    return readable(this.#root.querySelector('[role="status"]')?.textContent);
  }

  /** The lines of the check page. */
  get answers(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      [...this.#root.querySelectorAll('dl > div')].map((row) => [
        readable(row.querySelector('dt')?.textContent),
        readable(row.querySelector('dd')?.textContent),
      ]),
    );
  }

  /** The reference of the sent referral. */
  get reference(): string {
    return readable(this.#root.querySelector('strong.reference')?.textContent);
  }

  /** The suggestions in the list of practices. The one that is active for the keyboard begins with “> ”. */
  get suggestions(): readonly string[] {
    return [...this.#root.querySelectorAll('[role="option"]')].map((one) => {
      const isActive = one.getAttribute('aria-selected') === 'true';
      return `${isActive ? '> ' : ''}${readable(one.textContent)}`;
    });
  }

  /** Presses a suggestion. */
  chooseSuggestion(words: string): void {
    const found = [...this.#root.querySelectorAll<HTMLElement>('[role="option"]')].find((one) =>
      readable(one.textContent).startsWith(words),
    );
    if (!found) throw new Error(`No suggestion “${words}” among: ${this.suggestions.join(' · ')}`);
    found.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, cancelable: true }));
    found.click();
  }

  /** The status that the list of practices announces. */
  get listStatus(): string {
    return readable(
      [...this.#root.querySelectorAll('[role="status"]')].map((one) => one.textContent).join(' '),
    );
  }

  /** The first element in the form that matches a selector, for checks of computed styles. */
  inside(selector: string): Element {
    const found = this.#root.querySelector(selector);
    if (!found) throw new Error(`No element matches ${selector}`);
    return found;
  }

  /** Goes from the start page to a page, answering every page before it. */
  async goTo(last: string): Promise<void> {
    this.press('Start now');
    for (const [title, fill] of everyPage) {
      await this.at(title);
      if (title === last) return;
      await fill(this);
      this.press('Continue');
    }
    await this.at(last);
  }

  /** Answers the current page as an ordinary person does, and goes on. */
  async answer(): Promise<void> {
    await everyPage.find(([title]) => title === this.title)?.[1](this);
    this.press('Continue');
  }
}
