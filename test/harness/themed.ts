import { define as defineAbout } from '../../src/about/define.js';
import { define as defineDialog } from '../../src/referral/dialog/define.js';
import { settings } from './backend.js';
import { place } from './place.js';
import { until } from './until.js';

defineAbout();
defineDialog(settings);

/** Reads the computed styles of an element with a theme. */
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

  /** Puts a closed dialog into a page. */
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

  /** The value of a token. */
  token(name: string): string {
    return getComputedStyle(this.#painted).getPropertyValue(`--k-${name}`);
  }

  /** Waits until the element has this background and this text colour. */
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
