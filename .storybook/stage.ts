import type { Args, Preview, StoryContext } from '@storybook/web-components-vite';
import { type TemplateResult, render } from 'lit';
import { addons } from 'storybook/preview-api';
import { scenarios } from '../server/scenarios.js';
import { type ScenarioName, createBackend } from './backend/answer-in-page.js';
import { slotControl } from './public-manifest.js';

const titles: Readonly<Record<ScenarioName, string>> = {
  working: 'Working',
  slow: 'Slow: three seconds for each response',
  silent: 'Silent: no response',
  empty: 'Empty: no results',
  offline: 'Offline: no network',
  down: 'Down: every response is an error',
  refusing: 'Refusing: submissions are rejected',
  'off-contract': 'Off contract: invalid responses',
};

/** The toolbars above a story. */
export const stageToolbars: NonNullable<Preview['globalTypes']> = {
  theme: {
    description: 'The theme of the element',
    toolbar: {
      title: 'Theme',
      icon: 'paintbrush',
      dynamicTitle: true,
      items: [
        { value: '', title: 'None' },
        { value: 'neutral', title: 'Neutral' },
        { value: 'govuk', title: 'GOV.UK' },
        { value: 'nhs', title: 'NHS' },
        { value: 'soft', title: 'Soft' },
        { value: 'high-contrast', title: 'High contrast' },
        { value: 'dark', title: 'Dark' },
      ],
    },
  },
  language: {
    description: 'The language of the page around the element',
    toolbar: {
      title: 'Language',
      icon: 'globe',
      dynamicTitle: true,
      items: [
        { value: 'en', title: 'English' },
        { value: 'cy', title: 'Cymraeg' },
        { value: 'pl', title: 'Polski' },
        { value: 'ur', title: 'اردو' },
        { value: 'en-XA', title: 'Pseudo-language: long, with accents' },
      ],
    },
  },
  direction: {
    description: 'The text direction of the page around the element',
    toolbar: {
      title: 'Direction',
      icon: 'transfer',
      dynamicTitle: true,
      items: [
        { value: '', title: 'That of the language' },
        { value: 'ltr', title: 'Left to right' },
        { value: 'rtl', title: 'Right to left' },
      ],
    },
  },
  scenario: {
    description: 'How the backend behaves',
    toolbar: {
      title: 'Backend',
      icon: 'database',
      dynamicTitle: true,
      items: Object.entries(titles).map(([value, title]) => ({ value, title })),
    },
  },
};

/** The initial choices in the toolbars. */
export const stageGlobals = { theme: '', language: 'en', direction: '', scenario: 'working' };

interface Choices {
  readonly theme: string;
  readonly language: string;
  readonly direction: string;
  readonly scenario: ScenarioName;
}

const isScenario = (name: string): name is ScenarioName => name in scenarios;

function choicesIn({ globals }: StoryContext): Choices {
  const read = (name: string): string => String(globals[name] ?? '');
  const scenario = read('scenario');
  return {
    theme: read('theme'),
    language: read('language') || 'en',
    direction: read('direction'),
    scenario: isScenario(scenario) ? scenario : 'working',
  };
}

interface Staged {
  readonly key: string;
  readonly place: HTMLElement;
  readonly element: HTMLElement;
}

const staged = new WeakMap<HTMLElement, Staged>();

/**
 * Puts an element on a page of its own, with the attributes of the story's args and with the story's content inside the
 * tag. The element stays in place as long as only args change.
 */
export function stage(args: Args, context: StoryContext): HTMLElement {
  const choices = choicesIn(context);
  const key = JSON.stringify([context.id, choices]);
  const before = staged.get(context.canvasElement);
  const isSame = before?.key === key && before.place.isConnected;
  const { element, place } = isSame ? before : build(context, choices);
  setUp(element, args);
  staged.set(context.canvasElement, { key, place, element });
  if (!isSame) playAgainFor(before, context);
  return place;
}

function build({ id, component, parameters }: StoryContext, choices: Choices): Omit<Staged, 'key'> {
  const { theme, language, direction, scenario } = choices;
  const place = document.createElement('div');
  place.className = 'stage';
  place.lang = language;
  place.dir = direction || (language === 'ur' ? 'rtl' : 'ltr');
  place.dataset['theme'] = theme;
  document.documentElement.lang = language;
  const element = document.createElement(String(component));
  element.setAttribute('endpoint', createBackend(scenario, id));
  element.setAttribute('partner', 'northside-library');
  if (theme !== '') element.setAttribute('theme', theme);
  const slotContent: unknown = parameters['slotContent'];
  if (isTemplate(slotContent)) render(slotContent, element);
  place.append(element);
  return { place, element };
}

const isTemplate = (value: unknown): value is TemplateResult =>
  typeof value === 'object' && value !== null && 'strings' in value;

function setUp(element: HTMLElement, args: Args): void {
  for (const [name, value] of Object.entries(args)) {
    if (name.startsWith(slotControl)) fillSlot(element, name.slice(slotControl.length), value);
    else if (typeof value === 'object' || typeof value === 'function')
      void customElements
        .whenDefined(element.localName)
        .then(() => Reflect.set(element, name, value));
    else if (value === false || value === undefined || value === '') element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}

function fillSlot(element: HTMLElement, name: string, text: unknown): void {
  element.querySelector(`:scope > [data-control="${name}"]`)?.remove();
  if (typeof text !== 'string' || text === '') return;
  const piece = document.createElement('span');
  piece.dataset['control'] = name;
  if (name !== 'default') piece.slot = name;
  piece.textContent = text;
  element.append(piece);
}

// After a change of language or backend the page is new, so the steps of the story run again.
function playAgainFor(before: Staged | undefined, { id, playFunction }: StoryContext): void {
  const isSameStory = before !== undefined && before.key.startsWith(`["${id}"`);
  if (isSameStory && playFunction) addons.getChannel().emit('forceRemount', { storyId: id });
}
