import type { App } from '../../server/app.js';
import { type Fetch, type Scenario, scenarios } from '../../server/scenarios.js';
import { referenceFor } from './references.js';

/** The name of a scenario for the backend. */
export type ScenarioName = keyof typeof scenarios;

const origin = 'https://backend.northside.example';
const scenarioByPath = new Map<string, ScenarioName>();
let count = 0;
let last = '';
let stored = 0;

// Each story gets the same references whenever it is shown in a new page.
const makeReference = (): string => referenceFor(`${last} ${String((stored += 1))}`);

/** Registers a backend for one story in a scenario, and returns its address. */
export function createBackend(scenario: ScenarioName, story: string): string {
  const path = `/${story}-${String((count += 1))}`;
  last = story;
  stored = 0;
  scenarioByPath.set(path, scenario);
  return origin + path;
}

/** Changes the scenario of the backend at an address. */
export function setScenario(endpoint: string, scenario: ScenarioName): void {
  scenarioByPath.set(new URL(endpoint).pathname, scenario);
}

let app: Promise<App> | undefined;
const real = globalThis.fetch;

// Rejects a request as a network would when it is aborted.
const ask: Fetch = async (input, init) => {
  const request = new Request(input, init);
  app ??= import('./serve.js').then(({ openBackend }) => openBackend(makeReference));
  const gone = new Promise<never>((_, reject) => {
    request.signal.addEventListener('abort', () => {
      reject(new DOMException('The request was aborted', 'AbortError'));
    });
  });
  return await Promise.race([app.then((one) => one.fetch(request)), gone]);
};

let open = 0;

/** Whether no request is open that will be answered. */
export const isQuiet = (): boolean => open === 0;

async function counted(answer: Promise<Response>): Promise<Response> {
  open += 1;
  try {
    return await answer;
  } finally {
    open -= 1;
  }
}

/** Answers requests to the backend of the stories within this page, as a server would. */
export function answerInPage(): void {
  globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, document.baseURI);
    if (url.origin !== origin) return real(input, init);
    const [, story = '', ...rest] = url.pathname.split('/');
    const name = scenarioByPath.get(`/${story}`) ?? 'working';
    const scenario: Scenario = scenarios[name];
    const answer = scenario(ask)(`${origin}/${rest.join('/')}${url.search}`, init);
    return name === 'silent' ? answer : counted(answer);
  };
  answerPictures();
}

// The browser itself requests images, such as the tiles of the map, and would find no server at this address.
function answerPictures(): void {
  const pictures = HTMLImageElement.prototype;
  const usual = Object.getOwnPropertyDescriptor(pictures, 'src');
  if (!usual) throw new Error('Pictures have no address here');
  const show = async (picture: HTMLImageElement, address: string): Promise<void> => {
    try {
      // Uses an address that belongs to no story, because the map must work even when the backend of the story does
      // not.
      const answer = await fetch(address.replace(origin, `${origin}/map`));
      if (!answer.ok) throw new Error(address);
      usual.set?.call(
        picture,
        `data:${answer.headers.get('content-type') ?? ''},${encodeURIComponent(await answer.text())}`,
      );
    } catch {
      picture.dispatchEvent(new Event('error'));
    }
  };
  Object.defineProperty(pictures, 'src', {
    ...usual,
    set(this: HTMLImageElement, address: string) {
      if (address.startsWith(`${origin}/`)) void show(this, address);
      else usual.set?.call(this, address);
    },
  });
}
