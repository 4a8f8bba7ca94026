import { fixtureSync, html } from '@open-wc/testing';
import type { Directory } from '../../src/client/directory.js';
import { httpDirectory } from '../../src/client/http-directory.js';
import { ActivityPage } from '../../src/contract/activity-page.js';
import { define } from '../../src/elements/activity-list/define.js';
import type { ActivityList } from '../../src/elements/activity-list/activity-list.js';
import { type Scenario, working } from '../../server/scenarios.js';
import { backend, partner, settings } from './backend.js';
import { readable, until } from './until.js';

define(settings);

/** The real directory, as it appears in a scenario. */
export const directoryIn = (scenario: Scenario = working): Directory =>
  httpDirectory({ ...settings, fetch: scenario((input, init) => fetch(input, init)) });

/** Activities that the directory has, once it is filled. */
export async function someActivities(query = 'sort=checked'): Promise<ActivityPage['items']> {
  const ask = async (): Promise<ActivityPage['items']> => {
    const answer = await fetch(`${backend}/api/v1/activities?partner=${partner}&${query}`);
    return ActivityPage.parse(await answer.json()).items;
  };
  let items: ActivityPage['items'] = [];
  for (let tries = 0; tries < 100 && items.length === 0; tries += 1) {
    items = await ask();
    if (items.length === 0) await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return items;
}

/** Uses `<kith-activity-list>` as a person does: by headings, buttons and what can be read. */
export class ActivityListHarness {
  readonly element: ActivityList;

  constructor(element: ActivityList) {
    this.element = element;
  }

  /** Puts a list into the page, as a partner writes it. */
  static place(
    attributes: Readonly<Record<string, string>>,
    source?: Directory,
    inside = '<p>Call 01632 960 123 or <a href="#whats-on">see what is on</a></p>',
  ): ActivityListHarness {
    const element = document.createElement('kith-activity-list');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.innerHTML = inside;
    element.source = source;
    fixtureSync<HTMLElement>(html`<main></main>`).append(element);
    return new ActivityListHarness(element);
  }

  /** Puts a list into the page and waits for it. */
  static async open(
    ...given: Parameters<typeof ActivityListHarness.place>
  ): Promise<ActivityListHarness> {
    const list = ActivityListHarness.place(...given);
    await list.shown();
    return list;
  }

  /** Waits until the list is there. */
  async shown(): Promise<void> {
    await until('a list', () => this.names.length > 0);
    await this.element.updateComplete;
  }

  get #root(): ShadowRoot {
    const root = this.element.shadowRoot;
    if (!root) throw new Error('The list has no shadow root');
    return root;
  }

  /** The names of the activities in the list, in order. */
  get names(): readonly string[] {
    return [...this.#root.querySelectorAll('article .name')].map((one) =>
      readable(one.textContent),
    );
  }

  /** Everything that we wrote and that can be read. */
  get text(): string {
    return readable(this.#root.querySelector('.root')?.textContent);
  }

  /** What a card says of an activity. */
  card(name: string): string {
    const found = [...this.#root.querySelectorAll('article')].find(
      (one) => readable(one.querySelector('.name')?.textContent) === name,
    );
    return readable(found?.textContent);
  }

  /** Every heading with the level that assistive technology tells. */
  get headings(): readonly string[] {
    return [...this.#root.querySelectorAll('h2, h3')].map(
      (one) =>
        `${one.getAttribute('aria-level') ?? one.localName.slice(1)} ${readable(one.textContent)}`,
    );
  }

  /** What the list is called. */
  get listName(): string {
    const list = this.#root.querySelector('[role="list"]');
    const by = this.#root.getElementById(list?.getAttribute('aria-labelledby') ?? '');
    return readable(by?.textContent ?? list?.getAttribute('aria-label'));
  }

  /** The words of all buttons. */
  get buttons(): readonly string[] {
    return [...this.#root.querySelectorAll('button')].map((one) => readable(one.textContent));
  }

  /** Presses the first button with these words, having come to it with the keys. */
  press(words: string): void {
    const found = [...this.#root.querySelectorAll('button')].find(
      (one) => readable(one.textContent) === words,
    );
    if (!found) throw new Error(`No button “${words}” among: ${this.buttons.join(' · ')}`);
    found.focus();
    found.click();
  }

  /** Where a link with these words leads. */
  link(words: string): URL {
    const found = [...this.#root.querySelectorAll('a')].find(
      (one) => readable(one.textContent) === words,
    );
    if (!found) throw new Error(`No link “${words}”`);
    return new URL(found.href);
  }

  /** Opens an activity and waits for all that is known of it. */
  async open(name: string): Promise<void> {
    this.press(name);
    await this.opened();
  }

  /** Waits for all that is known of an activity. */
  async opened(): Promise<void> {
    await until('details', () => this.#root.querySelector('dl'));
    await this.element.updateComplete;
  }

  /** Ticks a box, or chooses one of several, or types. */
  fill(label: string, text = ''): void {
    const found = [...this.#root.querySelectorAll('label')].find(
      (one) => readable(one.textContent) === label,
    );
    const control =
      found?.querySelector('input') ?? this.#root.getElementById(found?.htmlFor ?? '');
    if (control instanceof HTMLTextAreaElement) control.value = text;
    else control?.click();
  }

  /** What stands in a line or a box of text. */
  valueOf(id: string): string {
    const control = this.#root.getElementById(id);
    return control instanceof HTMLTextAreaElement ? control.value : '';
  }

  /** The words of what has the focus. */
  get focused(): string {
    return readable(this.#root.activeElement?.textContent);
  }

  /** What the list says that it could not do. */
  get notice(): string {
    return readable(this.#root.querySelector('.notice')?.textContent);
  }

  /** What is said where nothing is left. */
  get empty(): string {
    return readable(this.#root.querySelector('.empty')?.textContent);
  }

  /** What assistive technology is told of work under way. */
  get status(): string {
    return readable(this.#root.querySelector('[role="status"]')?.textContent);
  }

  /** Whether what the partner wrote inside the tag can be seen. */
  get isFallbackShown(): boolean {
    return this.element.querySelector('p')?.checkVisibility() ?? false;
  }

  /** The places that are kept for cards, and how many of them can be seen. */
  get kept(): { readonly places: number; readonly seen: number } {
    const places = [...this.#root.querySelectorAll('.blank')];
    const seen = places.filter((one) => one.checkVisibility({ visibilityProperty: true }));
    return { places: places.length, seen: seen.length };
  }

  /** The form in the dialog that a question to a link worker opens. */
  form(): Promise<Element> {
    return until('the form', () =>
      this.#root
        .querySelector('kith-form-dialog')
        ?.shadowRoot?.querySelector('kith-referral-form')
        ?.shadowRoot?.querySelector('h2'),
    );
  }

  /** What the form in the dialog says. */
  get formText(): string {
    return readable(
      this.#root
        .querySelector('kith-form-dialog')
        ?.shadowRoot?.querySelector('kith-referral-form')
        ?.shadowRoot?.querySelector('.root')?.textContent,
    );
  }

  /** The element inside the list that a selector of its styles means, for what only computed styles tell. */
  inside(selector: string): Element {
    const found = this.#root.querySelector(selector);
    if (!found) throw new Error(`Nothing is ${selector}`);
    return found;
  }
}
