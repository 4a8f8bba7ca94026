import {
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
  html,
} from 'lit';
import { choice, languageFor } from '../i18n/language.js';

/** The language in which an element speaks: found when it comes into a page, and followed when a person chooses another. */
export class Spoken implements ReactiveController {
  language = '';
  readonly #host: ReactiveControllerHost & Element;
  readonly #load: () => void;

  /** @param load is called when the language is known, and again when it is another one */
  constructor(host: ReactiveControllerHost & Element, load: () => void) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  hostConnected(): void {
    // Its code comes beside the words, so that nothing moves when it is there.
    void defineChoice();
    choice.heard.add(this.#take);
    this.#take();
  }

  hostDisconnected(): void {
    choice.heard.delete(this.#take);
  }

  readonly #take = (): void => {
    this.language = languageFor(this.#host);
    this.#load();
  };
}

async function defineChoice(): Promise<void> {
  const choosing = await import('./language-choice/define.js').catch(() => undefined);
  choosing?.define();
}

/** Where a person chooses the language; what is shown is in `language`. */
export const languageChoice = (language: string): TemplateResult =>
  html`<kith-language-choice .language=${language}></kith-language-choice>`;
