import { fixtureSync, html } from '@open-wc/testing';
// Loaded with the tests for the reason given in audience-menu.ts.
import '../../src/referral/opener/open-form.js';
import { define } from '../../src/referral/opener/define.js';
import type { ReferYourself } from '../../src/referral/opener/refer-yourself.js';
import { settings } from './backend.js';
import { ReferralFormHarness } from './referral-form.js';
import { readable, until } from './until.js';

define(settings);

/** Uses `<kith-refer-yourself>` as a visitor of a partner's page does. */
export class ReferYourselfHarness {
  readonly element: ReferYourself;

  constructor(element: ReferYourself) {
    this.element = element;
  }

  /** Puts the tag into a page, as a partner writes it. */
  static async place(
    markup = '<kith-refer-yourself without-history><a href="#service-page">Refer yourself</a></kith-refer-yourself>',
  ): Promise<ReferYourselfHarness> {
    const place = fixtureSync<HTMLElement>(html`<main></main>`);
    place.innerHTML = markup;
    const refer = ReferYourselfHarness.in(place);
    await refer.element.updateComplete;
    return refer;
  }

  /** The first such element in a place. */
  static in(place: ParentNode): ReferYourselfHarness {
    const element = place.querySelector('kith-refer-yourself');
    if (!element) throw new Error('No <kith-refer-yourself>');
    return new ReferYourselfHarness(element);
  }

  /** The visible link: that of the partner, or else that of the element. */
  get link(): HTMLAnchorElement {
    const link =
      this.element.querySelector('a') ??
      this.element.shadowRoot?.querySelector<HTMLAnchorElement>('slot a');
    if (!link) throw new Error('No link');
    return link;
  }

  /** Presses the link, and returns whether the browser would follow it. */
  press(options: MouseEventInit = {}): boolean {
    const isFollowed = this.link.dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ...options }),
    );
    return isFollowed;
  }

  get #dialogElement() {
    return this.element.shadowRoot?.querySelector('kith-form-dialog');
  }

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.#dialogElement?.shadowRoot?.querySelector('dialog');
  }

  /** Whether the dialog is open. */
  get isOpen(): boolean {
    return this.#dialog?.open ?? false;
  }

  /** The element of the dialog, for axe to check when it is open. */
  get dialogElement(): Element {
    if (!this.#dialogElement) throw new Error('No dialog');
    return this.#dialogElement;
  }

  /** Opens the form and waits for its start page. */
  async open(): Promise<ReferralFormHarness> {
    await this.element.updateComplete;
    this.press();
    return this.form();
  }

  /** Waits for the form and its start page. */
  async form(): Promise<ReferralFormHarness> {
    const element = await until(
      'the form',
      () =>
        this.element.shadowRoot?.querySelector('kith-referral-form') ??
        this.#dialogElement?.shadowRoot?.querySelector('kith-referral-form'),
    );
    const form = new ReferralFormHarness(element);
    await form.at('Refer yourself to Northside Link');
    if (this.#dialogElement) {
      await until('an open dialog', () => this.isOpen);
      await until('the focus in the form', () => form.focused);
    }
    return form;
  }

  /** The buttons of the dialog itself. */
  get buttons(): readonly string[] {
    return [...(this.#dialog?.querySelectorAll('button') ?? [])].map((one) =>
      readable(one.textContent),
    );
  }

  /** Presses a button of the dialog itself. */
  pressButton(words: string): void {
    const found = [...(this.#dialog?.querySelectorAll('button') ?? [])].find(
      (one) => readable(one.textContent) === words,
    );
    if (!found) throw new Error(`No button “${words}” among: ${this.buttons.join(' · ')}`);
    found.click();
  }

  /** What the dialog asks before it closes. */
  get question(): string {
    return readable(this.#dialog?.querySelector('section')?.textContent);
  }

  /** The text of the focused element in the dialog. */
  get focused(): string {
    return readable(this.#dialogElement?.shadowRoot?.activeElement?.textContent);
  }
}
