import { define } from '../../src/about/define.js';
import type { About } from '../../src/about/about.js';
import { place, readIn } from './place.js';
import { until } from './until.js';

define();

/** Reads `<kith-about>` as a visitor does. */
export class AboutHarness {
  readonly element: About;

  constructor(element: About) {
    this.element = element;
  }

  /** Puts the tag into a page and waits for its text. */
  static async place(markup = '<kith-about></kith-about>'): Promise<AboutHarness> {
    const element = place(markup).querySelector('kith-about');
    if (!element) throw new Error('No <kith-about>');
    const about = new AboutHarness(element);
    await until('the text', () => about.headings.length > 0);
    return about;
  }

  get #root(): ShadowRoot {
    if (!this.element.shadowRoot) throw new Error('The element has no shadow root');
    return this.element.shadowRoot;
  }

  /** All readable text. */
  get text(): string {
    return readIn(this.element);
  }

  /** The headings, each with its level. */
  get headings(): readonly string[] {
    return [...this.#root.querySelectorAll('[role="heading"]')].map(
      (one) => `${one.getAttribute('aria-level') ?? 'no level'} ${readIn(one)}`,
    );
  }

  /** The text of each list item. */
  get lines(): readonly string[] {
    return [...this.#root.querySelectorAll('li')].map(readIn);
  }

  /** The names of the slots for a partner's own text. */
  get slots(): readonly string[] {
    return [...this.#root.querySelectorAll('slot')].map((one) => one.name);
  }

  /** The first element in the shadow root that matches a selector, for checks of computed styles. */
  inside(selector: string): Element {
    const found = this.#root.querySelector(selector);
    if (!found) throw new Error(`No element matches ${selector}`);
    return found;
  }
}
