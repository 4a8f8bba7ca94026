import type { OfferedAudiences } from '../../src/core/service/service-profile.js';
import type { AudienceMenu } from '../../src/audience-menu/audience-menu.js';
import { define } from '../../src/audience-menu/define.js';
// The code of the form is loaded at once. On a busy machine it would come too late, the browser would follow the link,
// and the page of the tests would close.
import '../../src/referral/opener/open-form.js';
import { settings } from './backend.js';
import { place, readIn } from './place.js';
import { until } from './until.js';

define(settings);

/** A service with every audience. */
export const everyDoor: OfferedAudiences = {
  audiences: ['self', 'someone-close', 'professional'],
  linkWorkers: 'https://work.example.org/',
  suggestions: true,
};

/** Uses `<kith-audience-menu>` as a visitor of a partner's page does. */
export class AudienceMenuHarness {
  readonly element: AudienceMenu;

  constructor(element: AudienceMenu) {
    this.element = element;
  }

  /**
   * Puts the tag into a page with the doors of a service, or lets it ask the backend for them, and waits until they are
   * shown.
   */
  static async place(
    markup = '<kith-audience-menu without-history></kith-audience-menu>',
    service: OfferedAudiences | 'asked' = everyDoor,
  ): Promise<AudienceMenuHarness> {
    const main = place('');
    const template = document.createElement('template');
    template.innerHTML = markup;
    const element = template.content.querySelector('kith-audience-menu');
    if (!element) throw new Error('No <kith-audience-menu>');
    // Sets the property before the element is upgraded, as frameworks do.
    if (service !== 'asked') Object.assign(element, { service });
    main.append(template.content);
    const found = main.querySelector('kith-audience-menu');
    if (!found) throw new Error('The menu is not on the page');
    const menu = new AudienceMenuHarness(found);
    await until('the doors', () => menu.doors.length > 0);
    return menu;
  }

  get #root(): ShadowRoot {
    if (!this.element.shadowRoot) throw new Error('The menu has no shadow root');
    return this.element.shadowRoot;
  }

  get #slots(): readonly HTMLSlotElement[] {
    return [...this.#root.querySelectorAll<HTMLSlotElement>('li slot')];
  }

  /** The names of the visible slots for a partner's own text. */
  get slots(): readonly string[] {
    return [...this.#root.querySelectorAll('slot')].map((one) => one.name);
  }

  /** The title, with its level. */
  get title(): string {
    const title = this.#root.querySelector('[role="heading"]');
    return title ? `${title.getAttribute('aria-level') ?? ''} ${readIn(title)}` : '';
  }

  /** The readable text of each door. */
  get doors(): readonly string[] {
    return this.#slots.map(readIn);
  }

  /** The link or button of a door, found by the beginning of its text. */
  door(words: string): HTMLElement {
    const slot = this.#slots.find((one) => readIn(one).startsWith(words));
    const [link] = slot?.assignedElements({ flatten: true }) ?? [];
    if (!(link instanceof HTMLElement))
      throw new Error(`No door “${words}” among: ${this.doors.join(' · ')}`);
    return link;
  }

  /** The address of a door, which works without a script. */
  address(words: string): string {
    const link = this.door(words);
    return link instanceof HTMLAnchorElement ? link.href : '';
  }

  /** Presses a door, and returns whether the browser would follow its link. */
  press(words: string, options: MouseEventInit = {}): boolean {
    return this.door(words).dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ...options }),
    );
  }

  /** Goes back to all doors. */
  goBack(): void {
    const back = this.#root.querySelector<HTMLElement>('.back');
    if (!back) throw new Error('There is no Back button');
    back.click();
  }

  /** The text of the focused element, in the menu or in the partner's links inside it. */
  get focused(): string {
    const inside = this.#root.activeElement;
    return readIn(inside ?? document.activeElement ?? document.body);
  }

  /** The open form, in a dialog or in place. */
  get form(): Element | null | undefined {
    const dialog = this.#root.querySelector('kith-form-dialog');
    return (dialog?.shadowRoot ?? this.#root).querySelector('kith-referral-form');
  }

  /** The audience of the open form. */
  get formIsFor(): unknown {
    const opened = this.#root.querySelector('kith-form-dialog, kith-referral-form');
    return opened ? Reflect.get(opened, 'for') : undefined;
  }

  /** The first element in the menu that matches a selector, for checks of computed styles. */
  inside(selector: string): Element {
    const found = this.#root.querySelector(selector);
    if (!found) throw new Error(`No element matches ${selector}`);
    return found;
  }
}
