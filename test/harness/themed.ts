import { define as defineAbout } from '../../src/elements/about/define.js';
import { define as defineDialog } from '../../src/elements/form-dialog/define.js';
import { settings } from './backend.js';
import { place } from './place.js';
import { until } from './until.js';

defineAbout();
defineDialog(settings);

/** Looks at how an element is painted. */
export class ThemedHarness {
  readonly element: Element;
  readonly #painted: Element;

  private constructor(element: Element, painted: Element) {
    this.element = element;
    this.#painted = painted;
  }

  /** Puts markup with `<kith-about>` into a page and waits for its text. */
  static async about(markup: string): Promise<ThemedHarness> {
    const element = place(markup).querySelector('kith-about');
    if (!element) throw new Error('No <kith-about>');
    await until('the text', () => element.shadowRoot?.querySelector('.title'));
    return new ThemedHarness(element, insideOf(element, '.root'));
  }

  /** Puts a dialog into a page, which stays closed. */
  static async dialog(markup: string): Promise<ThemedHarness> {
    const element = place(markup).querySelector('kith-form-dialog');
    if (!element) throw new Error('No <kith-form-dialog>');
    await until('the dialog', () => element.shadowRoot?.querySelector('dialog'));
    return new ThemedHarness(element, insideOf(element, 'dialog'));
  }

  /** The form in this dialog. */
  async form(): Promise<ThemedHarness> {
    const form = insideOf(this.element, 'kith-referral-form');
    await until('the form', () => form.shadowRoot?.querySelector('.root'));
    return new ThemedHarness(form, insideOf(form, '.root'));
  }

  get background(): string {
    return getComputedStyle(this.#painted).backgroundColor;
  }

  get text(): string {
    return getComputedStyle(this.#painted).color;
  }

  get font(): string {
    return getComputedStyle(this.#painted).fontFamily;
  }

  /** What a token is, by its name. */
  token(name: string): string {
    return getComputedStyle(this.#painted).getPropertyValue(`--k-${name}`);
  }

  /** Waits until it has this background and this colour of text. */
  looks(background: string, text: string): Promise<unknown> {
    return until(
      `${text} on ${background}`,
      () => this.background === background && this.text === text,
    );
  }
}

function insideOf(element: Element, selector: string): Element {
  const found = element.shadowRoot?.querySelector(selector);
  if (!found) throw new Error(`No ${selector}`);
  return found;
}
