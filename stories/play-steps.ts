/**
 * Steps that bring a story to its state as a person would, by the text that they see. A story lists its steps by name.
 */
import type { StoryContext } from '@storybook/web-components-vite';
import { type ScenarioName, isQuiet, setScenario } from '../.storybook/backend/answer-in-page.js';
import { advanceClock } from '../.storybook/fixed-clock.js';
import { setMapUnavailable } from '../.storybook/map-availability.js';
import { settled } from '../.storybook/settled.js';
import { translationInto } from './messages.js';

/** The page that a person uses, which has an element on it. */
export interface Scene {
  readonly page: HTMLElement;
  /** Translates an English message into the language of the page. Text of a partner stays in English. */
  readonly translate: (english: string) => string;
}

/** An action of a person, or something that they wait for. */
export type Step = (scene: Scene) => Promise<void>;

/** Runs steps one after another, as the `play` function of a story. */
export function does(...steps: readonly Step[]): (context: StoryContext) => Promise<void> {
  return async (context) => {
    const { canvasElement, globals } = context;
    // Pressing a link before its element is defined would leave the page.
    await settled(context);
    const translate = await translationInto(String(globals['language'] ?? 'en'));
    for (const step of steps) await step({ page: canvasElement, translate });
  };
}

const timeout = 90_000;

async function find<Value>(what: string, look: () => Value | undefined): Promise<Value> {
  const end = performance.now() + timeout;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`not found: ${what}`);
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

// An exact match comes before one at the beginning of the text, and that before one elsewhere in it.
function bestMatch(candidates: readonly Element[], text: string): Element | undefined {
  const named = candidates.map((element) => ({ element, name: textOf(element) }));
  return (
    named.find(({ name }) => name === text) ??
    named.find(({ name }) => name.startsWith(text)) ??
    named.find(({ name }) => name.includes(text))
  )?.element;
}

const matching = (page: ParentNode, selector: string): readonly Element[] =>
  everythingIn(page).filter((one) => one.matches(selector) && isShown(one));

/** Waits until a text is shown on the page. */
export const sees =
  (english: string): Step =>
  async ({ page, translate }) => {
    const text = translate(english);
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

/** Waits until a title is shown. */
export const comesTo =
  (english: string): Step =>
  async ({ page, translate }) => {
    const text = translate(english);
    await find(`the title “${text}”`, () =>
      matching(page, 'h1, h2, h3').find((one) => textOf(one).startsWith(text)),
    );
  };

const pressable = 'button, a[href], summary, [role=button], [role=option], [role=tab]';

/** Presses a button, a link or an option of a list. */
export const presses =
  (english: string, which = 0): Step =>
  async ({ page, translate }) => {
    const text = translate(english);
    const found = await find(`a button “${text}”`, () => {
      const all = matching(page, pressable).filter((one) => !one.matches(':disabled'));
      return which === 0
        ? (bestMatch(all, text) ?? all.find((one) => textOf(one) === english))
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

/** Opens one of the activities in a list, by its position. */
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

/** Waits until every request has been answered. */
export const answered: Step = async () => {
  await drawn();
  await find('an answer', () => (isQuiet() ? true : undefined));
  await drawn();
};

const fieldOf = (page: ParentNode, text: string): Element | undefined => {
  const label = bestMatch(matching(page, 'label'), text);
  if (label instanceof HTMLLabelElement && label.control) return label.control;
  return bestMatch(
    matching(page, 'input[aria-label], textarea[aria-label], select[aria-label]'),
    text,
  );
};

const control = (page: ParentNode, text: string): Promise<Element> =>
  find(`a field “${text}”`, () => fieldOf(page, text));

/** Replaces the text in the field with this label. */
export const types =
  (english: string, text: string): Step =>
  async ({ page, translate }) => {
    const line = await control(page, translate(english));
    if (!(line instanceof HTMLInputElement || line instanceof HTMLTextAreaElement))
      throw new Error(`“${english}” takes no text`);
    line.focus({ preventScroll: true });
    line.value = text;
    line.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    line.dispatchEvent(new Event('change', { bubbles: true }));
    await drawn();
  };

/** Ticks a box or chooses an option, by its label. */
export const chooses =
  (english: string): Step =>
  async ({ page, translate }) => {
    const box = await control(page, translate(english));
    if (box instanceof HTMLInputElement && !box.checked) box.click();
    await drawn();
  };

/** Chooses an option of a drop-down list. */
export const picks =
  (label: string, value: string): Step =>
  async ({ page, translate }) => {
    const list = await control(page, translate(label));
    if (!(list instanceof HTMLSelectElement)) throw new Error(`“${label}” is not a drop-down list`);
    list.value = value;
    list.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    await drawn();
  };

/** Presses a key on the focused element. */
export const pressesKey =
  (key: string): Step =>
  async () => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const init = { key, bubbles: true, composed: true, cancelable: true };
    active?.dispatchEvent(new KeyboardEvent('keydown', init));
    active?.dispatchEvent(new KeyboardEvent('keyup', init));
    await drawn();
  };

/** Sets the scenario of the backend from here on. */
export const backendBecomes =
  (scenario: ScenarioName): Step =>
  ({ page }) => {
    for (const one of page.querySelectorAll('[endpoint]'))
      setScenario(one.getAttribute('endpoint') ?? '', scenario);
    return Promise.resolve();
  };

/** Makes the code of the map unavailable from here on. */
export const mapFailsToLoad: Step = () => {
  setMapUnavailable(true);
  return Promise.resolve();
};

/** Lets time pass without any input. */
export const staysAwayFor =
  (minutes: number): Step =>
  async () => {
    advanceClock(minutes);
    document.dispatchEvent(new Event('visibilitychange'));
    await drawn();
  };

/** Combines several steps into one. */
export const all =
  (...steps: readonly Step[]): Step =>
  async (scene) => {
    for (const step of steps) await step(scene);
  };

const drawn = (): Promise<unknown> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
