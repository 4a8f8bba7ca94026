import { fixtureSync, html } from '@open-wc/testing';
import type { DirectoryApi } from '../../src/directory/api/directory-api.js';
import { httpDirectoryApi } from '../../src/directory/api/http-directory-api.js';
import { ActivityPage } from '../../src/directory/contract/activity-page.js';
import { define } from '../../src/directory/list/define.js';
import type { ActivityList } from '../../src/directory/list/activity-list.js';
import { type Scenario, working } from '../../server/scenarios.js';
import { backend, partner, settings } from './backend.js';
import { readable, until } from './until.js';

define(settings);

/** The real directory in a scenario. */
export const directoryIn = (scenario: Scenario = working): DirectoryApi =>
  httpDirectoryApi({ ...settings, fetch: scenario((input, init) => fetch(input, init)) });

/** Activities of the directory, as soon as it is filled. */
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

/** Uses `<kith-activity-list>` as a person does: by headings, buttons and readable text. */
export class ActivityListHarness {
  readonly element: ActivityList;

  constructor(element: ActivityList) {
    this.element = element;
  }

  /** Puts a list into the page, as a partner writes it. */
  static place(
    attributes: Readonly<Record<string, string>>,
    source?: DirectoryApi,
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

  /** Waits until the list is shown. */
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

  /** All readable text of the element. */
  get text(): string {
    return readable(this.#root.querySelector('.root')?.textContent);
  }

  /** The text of the card of an activity. */
  card(name: string): string {
    const found = [...this.#root.querySelectorAll('article')].find(
      (one) => readable(one.querySelector('.name')?.textContent) === name,
    );
    return readable(found?.textContent);
  }

  /** Every heading with the level that assistive technology reports. */
  get headings(): readonly string[] {
    return [...this.#root.querySelectorAll('h2, h3')].map(
      (one) =>
        `${one.getAttribute('aria-level') ?? one.localName.slice(1)} ${readable(one.textContent)}`,
    );
  }

  /** The accessible name of the list. */
  get listName(): string {
    const list = this.#root.querySelector('[role="list"]');
    const by = this.#root.getElementById(list?.getAttribute('aria-labelledby') ?? '');
    return readable(by?.textContent ?? list?.getAttribute('aria-label'));
  }

  /** The text of all buttons. */
  get buttons(): readonly string[] {
    return [...this.#root.querySelectorAll('button')].map((one) => readable(one.textContent));
  }

  /** Moves the focus to the first button with this text, as the keyboard would, and presses it. */
  press(words: string): void {
    const found = [...this.#root.querySelectorAll('button')].find(
      (one) => readable(one.textContent) === words,
    );
    if (!found) throw new Error(`No button “${words}” among: ${this.buttons.join(' · ')}`);
    found.focus();
    found.click();
  }

  /** The address of the link with this text. */
  link(words: string): URL {
    const found = [...this.#root.querySelectorAll('a')].find(
      (one) => readable(one.textContent) === words,
    );
    if (!found) throw new Error(`No link “${words}”`);
    return new URL(found.href);
  }

  /** Opens an activity and waits for its details. */
  async open(name: string): Promise<void> {
    this.press(name);
    await this.opened();
  }

  /** Waits for the details of an activity. */
  async opened(): Promise<void> {
    await until('details', () => this.#root.querySelector('dl'));
    await this.element.updateComplete;
  }

  /** Ticks a box, chooses an option, or types. */
  fill(label: string, text = ''): void {
    const found = [...this.#root.querySelectorAll('label')].find(
      (one) => readable(one.textContent) === label,
    );
    const control =
      found?.querySelector('input') ?? this.#root.getElementById(found?.htmlFor ?? '');
    if (control instanceof HTMLTextAreaElement) control.value = text;
    else control?.click();
  }

  /** The value of a text box. */
  valueOf(id: string): string {
    const control = this.#root.getElementById(id);
    return control instanceof HTMLTextAreaElement ? control.value : '';
  }

  /** The text of the focused element. */
  get focused(): string {
    return readable(this.#root.activeElement?.textContent);
  }

  /** The notice about a request that failed. */
  get notice(): string {
    return readable(this.#root.querySelector('.notice')?.textContent);
  }

  /** The text that is shown when the list is empty. */
  get empty(): string {
    return readable(this.#root.querySelector('.empty')?.textContent);
  }

  /** The status that assistive technology announces while work is in progress. */
  get status(): string {
    return readable(this.#root.querySelector('[role="status"]')?.textContent);
  }

  /** Whether the partner's content of the tag is visible. */
  get isFallbackShown(): boolean {
    return this.element.querySelector('p')?.checkVisibility() ?? false;
  }

  /** The number of placeholders for cards, and how many of them are visible. */
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

  /** The text of the form in the dialog. */
  get formText(): string {
    return readable(
      this.#root
        .querySelector('kith-form-dialog')
        ?.shadowRoot?.querySelector('kith-referral-form')
        ?.shadowRoot?.querySelector('.root')?.textContent,
    );
  }

  /** The first element in the list that matches a selector, for checks of computed styles. */
  inside(selector: string): Element {
    const found = this.#root.querySelector(selector);
    if (!found) throw new Error(`No element matches ${selector}`);
    return found;
  }
}
