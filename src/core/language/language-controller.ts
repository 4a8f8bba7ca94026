import type { ReactiveController, ReactiveControllerHost, TemplateResult, nothing } from 'lit';
import { choice, followPage, languageFor } from '../../i18n/language.js';
import { type LanguageHost, isDraft, languageChoice } from './language-choice.js';

/** The language of an element: that of the page around it, until a person chooses another one. */
export class LanguageController implements ReactiveController {
  language = '';
  readonly #host: ReactiveControllerHost & LanguageHost;
  readonly #load: () => void;
  readonly #draftNotices = new Map<string, TemplateResult>();

  /** @param load is called when the language is known, and again whenever it changes */
  constructor(host: ReactiveControllerHost & LanguageHost, load: () => void) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  hostConnected(): void {
    followPage();
    choice.listeners.add(this.#update);
    this.#update();
  }

  hostDisconnected(): void {
    choice.listeners.delete(this.#update);
  }

  /** The choice of languages; `shown` is the language in which the element is currently rendered. */
  languageChoice(shown: string): TemplateResult | typeof nothing {
    return languageChoice(this.#host, shown, this.#draftNotices.get(shown));
  }

  readonly #update = (): void => {
    this.language = languageFor(this.#host);
    if (isDraft(this.language)) void this.#loadDraftNotice(this.language);
    this.#load();
  };

  async #loadDraftNotice(language: string): Promise<void> {
    const notice = await import('./language-draft.js')
      .then(({ languageDraft }) => languageDraft(language))
      // The element works without the notice, so a failure to load it is ignored.
      .catch(() => undefined);
    if (notice) this.#draftNotices.set(language, notice);
    this.#host.requestUpdate();
  }
}
