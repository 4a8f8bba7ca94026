import type { ReactiveController, ReactiveControllerHost, TemplateResult, nothing } from 'lit';
import { choice, followPage, languageFor } from '../i18n/language.js';
import { type LanguageHost, isDraft, languageChoice } from '../view/language-choice.js';

/** The language in which an element speaks: found when it comes into a page, and followed when a person chooses another. */
export class LanguageController implements ReactiveController {
  language = '';
  readonly #host: ReactiveControllerHost & LanguageHost;
  readonly #load: () => void;
  readonly #drafts = new Map<string, TemplateResult>();

  /** @param load is called when the language is known, and again when it is another one */
  constructor(host: ReactiveControllerHost & LanguageHost, load: () => void) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  hostConnected(): void {
    followPage();
    choice.heard.add(this.#take);
    this.#take();
  }

  hostDisconnected(): void {
    choice.heard.delete(this.#take);
  }

  /** Where a person chooses the language; `shown` is that of the words around it. */
  choiceBeside(shown: string): TemplateResult | typeof nothing {
    return languageChoice(this.#host, shown, this.#drafts.get(shown));
  }

  readonly #take = (): void => {
    this.language = languageFor(this.#host);
    if (isDraft(this.language)) void this.#sayDraft(this.language);
    this.#load();
  };

  async #sayDraft(language: string): Promise<void> {
    const said = await import('../view/language-draft.js')
      .then(({ languageDraft }) => languageDraft(language))
      // The words themselves are there or come again; what is said of them is not worth a failure.
      .catch(() => undefined);
    if (said) this.#drafts.set(language, said);
    this.#host.requestUpdate();
  }
}
