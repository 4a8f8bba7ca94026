/**
 * How a story comes to its state: as a person does, by the words that they see. The stories name steps; what they are is
 * here.
 */
import type { StoryContext } from '@storybook/web-components-vite';
import { type ScenarioName, isQuiet, nowAppears } from '../.storybook/backend/answer-in-page.js';
import { letPass } from '../.storybook/keep-day.js';
import { letMapBeAway } from '../.storybook/map-away.js';
import { settled } from '../.storybook/settled.js';
import { inLanguage } from './words.js';

/** Where a person is: a page with an element on it. */
export interface Scene {
  readonly page: HTMLElement;
  /** What is called so in English, as this page has it; what a partner wrote stays in English. */
  readonly words: (english: string) => string;
}

/** Something that a person does or waits for. */
export type Step = (scene: Scene) => Promise<void>;

/** Takes steps one after another; give it to a story as its `play`. */
export function does(...steps: readonly Step[]): (context: StoryContext) => Promise<void> {
  return async (context) => {
    const { canvasElement, globals } = context;
    // A link that is pressed before its element is there only leads away.
    await settled(context);
    const words = await inLanguage(String(globals['language'] ?? 'en'));
    for (const step of steps) await step({ page: canvasElement, words });
  };
}

const patience = 90_000;

async function find<Value>(what: string, look: () => Value | undefined): Promise<Value> {
  const end = performance.now() + patience;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`nobody sees ${what}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

const everythingIn = (root: ParentNode): readonly Element[] =>
  [...root.querySelectorAll('*')].flatMap((one) =>
    one.shadowRoot ? [one, ...everythingIn(one.shadowRoot)] : [one],
  );

const textOf = (element: Element): string =>
  (element.ariaLabel ?? element.textContent).replace(/\s+/g, ' ').trim();

const isShown = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });

// What is called exactly so comes before what only begins so or has it in it.
function best(candidates: readonly Element[], text: string): Element | undefined {
  const named = candidates.map((element) => ({ element, name: textOf(element) }));
  return (
    named.find(({ name }) => name === text) ??
    named.find(({ name }) => name.startsWith(text)) ??
    named.find(({ name }) => name.includes(text))
  )?.element;
}

const matching = (page: ParentNode, selector: string): readonly Element[] =>
  everythingIn(page).filter((one) => one.matches(selector) && isShown(one));

/** Waits until words can be read on the page. */
export const sees =
  (english: string): Step =>
  async ({ page, words }) => {
    const text = words(english);
    await find(`“${text}”`, () =>
      everythingIn(page).find(
        (one) =>
          isShown(one) && (ownText(one).includes(text) || [text, english].includes(textOf(one))),
      ),
    );
  };

const ownText = (element: Element): string =>
  [...element.childNodes]
    .filter((one) => one.nodeType === Node.TEXT_NODE)
    .map((one) => one.textContent ?? '')
    .join('')
    .replace(/\s+/g, ' ');

/** Waits until the keyboard's focus is on a title. */
export const comesTo =
  (english: string): Step =>
  async ({ page, words }) => {
    const text = words(english);
    await find(`the title “${text}”`, () =>
      matching(page, 'h1, h2, h3').find((one) => textOf(one).startsWith(text)),
    );
  };

const pressable = 'button, a[href], summary, [role=button], [role=option], [role=tab]';

/** Presses a button, a link or a line of a list. */
export const presses =
  (english: string, which = 0): Step =>
  async ({ page, words }) => {
    const text = words(english);
    const found = await find(`a button “${text}”`, () => {
      const all = matching(page, pressable).filter((one) => !one.matches(':disabled'));
      return which === 0
        ? (best(all, text) ?? all.find((one) => textOf(one) === english))
        : all.filter((one) => textOf(one).startsWith(text))[which];
    });
    if (found instanceof HTMLElement) {
      found.focus({ preventScroll: true });
      found.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
      found.dispatchEvent(
        new MouseEvent('mousedown', { bubbles: true, composed: true, cancelable: true }),
      );
      found.click();
    }
    await drawn();
  };

/** Opens one of the activities in a list by its name. */
export const opensActivity =
  (which: number): Step =>
  async ({ page }) => {
    const name = await find(
      `activity ${String(which)}`,
      () =>
        matching(page, 'article [role=heading] button, article :is(h2, h3, h4, h5) button')[which],
    );
    if (name instanceof HTMLElement) name.click();
    await drawn();
  };

/** Waits until nothing is being asked any more. */
export const answered: Step = async () => {
  await drawn();
  await find('an answer', () => (isQuiet() ? true : undefined));
  await drawn();
};

const labelled = (page: ParentNode, text: string): Element | undefined => {
  const label = best(matching(page, 'label'), text);
  if (label instanceof HTMLLabelElement && label.control) return label.control;
  return best(matching(page, 'input[aria-label], textarea[aria-label], select[aria-label]'), text);
};

const control = (page: ParentNode, text: string): Promise<Element> =>
  find(`a field “${text}”`, () => labelled(page, text));

/** Writes into the line or box of that label, in the place of what was there. */
export const types =
  (english: string, text: string): Step =>
  async ({ page, words }) => {
    const line = await control(page, words(english));
    if (!(line instanceof HTMLInputElement || line instanceof HTMLTextAreaElement))
      throw new Error(`“${english}” takes no text`);
    line.focus({ preventScroll: true });
    line.value = text;
    line.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    line.dispatchEvent(new Event('change', { bubbles: true }));
    await drawn();
  };

/** Ticks a box or chooses one of several, by its label. */
export const chooses =
  (english: string): Step =>
  async ({ page, words }) => {
    const box = await control(page, words(english));
    if (box instanceof HTMLInputElement && !box.checked) box.click();
    await drawn();
  };

/** Chooses a line of a list that opens. */
export const picks =
  (label: string, value: string): Step =>
  async ({ page, words }) => {
    const list = await control(page, words(label));
    if (!(list instanceof HTMLSelectElement)) throw new Error(`“${label}” is no list`);
    list.value = value;
    list.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    await drawn();
  };

/** Presses a key where the focus is. */
export const hits =
  (key: string): Step =>
  async () => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const init = { key, bubbles: true, composed: true, cancelable: true };
    active?.dispatchEvent(new KeyboardEvent('keydown', init));
    active?.dispatchEvent(new KeyboardEvent('keyup', init));
    await drawn();
  };

/** The backend appears otherwise from here on. */
export const backendBecomes =
  (scenario: ScenarioName): Step =>
  ({ page }) => {
    for (const one of page.querySelectorAll('[endpoint]'))
      nowAppears(one.getAttribute('endpoint') ?? '', scenario);
    return Promise.resolve();
  };

/** The code of the map cannot be loaded from here on. */
export const mapIsAway: Step = () => {
  letMapBeAway(true);
  return Promise.resolve();
};

/** Nobody touches anything for so many minutes. */
export const nobodyThereFor =
  (minutes: number): Step =>
  async () => {
    letPass(minutes);
    document.dispatchEvent(new Event('visibilitychange'));
    await drawn();
  };

/** Several steps as one. */
export const all =
  (...steps: readonly Step[]): Step =>
  async (scene) => {
    for (const step of steps) await step(scene);
  };

const drawn = (): Promise<unknown> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
