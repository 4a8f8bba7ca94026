import type { App } from '../../server/app.js';
import { type Fetch, type Scenario, scenarios } from '../../server/scenarios.js';
import { referenceFor } from './references.js';

/** How a backend can appear. */
export type ScenarioName = keyof typeof scenarios;

const origin = 'https://backend.northside.example';
const appears = new Map<string, ScenarioName>();
let count = 0;
let last = '';
let stored = 0;

// The same each time that a story is shown in a new page.
const makeReference = (): string => referenceFor(`${last} ${String((stored += 1))}`);

/** An address of the backend for one story alone, where it appears as it is told to. */
export function backendThat(scenario: ScenarioName, story: string): string {
  const path = `/${story}-${String((count += 1))}`;
  last = story;
  stored = 0;
  appears.set(path, scenario);
  return origin + path;
}

/** Makes the backend at an address appear otherwise from now on. */
export function nowAppears(endpoint: string, scenario: ScenarioName): void {
  appears.set(new URL(endpoint).pathname, scenario);
}

let app: Promise<App> | undefined;
const real = globalThis.fetch;

// Hears like a network when whoever asked does not want to know any more.
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

/** Whether nothing is being asked, or at least nothing that will be answered. */
export const isQuiet = (): boolean => open === 0;

async function counted(answer: Promise<Response>): Promise<Response> {
  open += 1;
  try {
    return await answer;
  } finally {
    open -= 1;
  }
}

/** Answers in this page whatever is asked of the stories' backend, as a server would. */
export function answerInPage(): void {
  globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, document.baseURI);
    if (url.origin !== origin) return real(input, init);
    const [, story = '', ...rest] = url.pathname.split('/');
    const name = appears.get(`/${story}`) ?? 'working';
    const scenario: Scenario = scenarios[name];
    const answer = scenario(ask)(`${origin}/${rest.join('/')}${url.search}`, init);
    return name === 'silent' ? answer : counted(answer);
  };
  answerPictures();
}

// A picture is asked for by the browser itself, which finds no such server: the tiles of the map.
function answerPictures(): void {
  const pictures = HTMLImageElement.prototype;
  const usual = Object.getOwnPropertyDescriptor(pictures, 'src');
  if (!usual) throw new Error('Pictures have no address here');
  const show = async (picture: HTMLImageElement, address: string): Promise<void> => {
    try {
      // No story is asked: its backend may be away, and the map still there.
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
