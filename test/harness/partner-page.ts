import { backend, partner } from './backend.js';
import { readable, until } from './until.js';

/** The script tag that a partner pastes into a page. */
export const script = (attributes = `data-partner="${partner}"`): string =>
  `<script type="module" src="${backend}/embed/v1/kith.js" ${attributes}></script>`;

/** The element that a partner pastes into a page. */
export const tag = (attributes = ''): string =>
  `<kith-refer-yourself ${attributes}><a href="#service-page">Refer yourself</a></kith-refer-yourself>`;

/** A partner's page in a frame of its own, on which the built script runs. */
export class PartnerPage {
  readonly frame: HTMLIFrameElement;
  /** The messages that our code has written to the console of the page. */
  readonly heard: string[] = [];

  constructor(frame: HTMLIFrameElement) {
    this.frame = frame;
  }

  /** Opens a page. The code in `before` runs in it before anything else. */
  static async open(head: string, body: string, before = ''): Promise<PartnerPage> {
    const frame = document.createElement('iframe');
    frame.title = 'A page of a partner';
    frame.width = '800';
    frame.height = '600';
    const page = new PartnerPage(frame);
    const hear = (event: MessageEvent<unknown>): void => {
      if (event.source === frame.contentWindow && typeof event.data === 'string')
        page.heard.push(event.data);
    };
    window.addEventListener('message', hear);
    const loaded = new Promise((resolve) => {
      frame.addEventListener('load', resolve);
    });
    frame.srcdoc = `<!doctype html><html lang="en"><head><title>Partner</title><script>
      for (const kind of ['warn', 'error']) console[kind] = (text) => parent.postMessage(String(text), '*');
      addEventListener('error', (event) => parent.postMessage('thrown: ' + event.message, '*'));
      ${before}</script>${head}</head><body>${body}</body></html>`;
    document.body.append(frame);
    await loaded;
    return page;
  }

  get document(): Document {
    const { contentDocument } = this.frame;
    if (!contentDocument) throw new Error('The frame has no page');
    return contentDocument;
  }

  /** Adds markup to the page. */
  add(markup: string): void {
    const template = this.document.createElement('template');
    template.innerHTML = markup;
    this.document.body.append(this.document.importNode(template.content, true));
  }

  /** Adds another script tag, as if it had been written into the page. */
  addScript(attributes: Readonly<Record<string, string>>, query = ''): void {
    const script = this.document.createElement('script');
    script.type = 'module';
    script.src = `${backend}/embed/v1/kith.js${query}`;
    for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
    this.document.head.append(script);
  }

  /** Whether the first element that matches the selector has been upgraded. */
  isReady(selector = 'kith-refer-yourself'): boolean {
    const element = this.document.querySelector(selector);
    return element?.shadowRoot !== null && element?.shadowRoot !== undefined;
  }

  /** Presses the partner's link, and returns the title of the form that opens. */
  async press(
    element: Element | null = this.document.querySelector('kith-refer-yourself'),
  ): Promise<string> {
    element?.querySelector('a')?.click();
    const find = (root: ParentNode | null | undefined, tag: string): Element | null | undefined =>
      root?.querySelector(tag);
    return until('a title', () => {
      const dialog = find(element?.shadowRoot, 'kith-form-dialog')?.shadowRoot;
      return readable(
        find(dialog, 'kith-referral-form')?.shadowRoot?.querySelector('h2')?.textContent,
      );
    });
  }

  /** The paths of the modules that the page has loaded, from the source maps of the files that it asked for. */
  async loadedModules(): Promise<readonly string[]> {
    const files = (this.frame.contentWindow?.performance.getEntriesByType('resource') ?? [])
      .map(({ name }) => name)
      .filter((name) => new URL(name).pathname.endsWith('.js'));
    const lists = await Promise.all(files.map(modulesOf));
    return lists.flat();
  }

  close(): void {
    this.frame.remove();
  }
}

async function modulesOf(file: string): Promise<readonly string[]> {
  const answer = await fetch(`${file}.map`);
  // What the bundler adds of its own has no map.
  if (!answer.ok) return [];
  const { sources }: { readonly sources: readonly string[] } = await answer.json();
  return sources;
}
