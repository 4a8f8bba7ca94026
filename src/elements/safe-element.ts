import { type PropertyValues, type TemplateResult, nothing } from 'lit';
import type { ServiceProfile } from '../contract/service-profile.js';
import { Inactivity, type Watched } from '../controllers/inactivity.js';
import { type Leaver, QuickExit } from '../controllers/quick-exit.js';
import type { FormWords } from '../i18n/words.js';
import { type Patience, isSaid, patienceOf } from '../machines/inactivity.js';
import { mask } from '../view/mask.js';
import {
  coverPage,
  exitButton,
  inactivityWarning,
  showWarning,
  uncoverPage,
} from '../view/safety.js';
import { ThemedElement } from './themed-element.js';

/**
 * An element that holds what nobody else at this computer should see: the page can be left in a hurry, recordings of
 * visits leave it out, and it forgets when nobody is there any more.
 */
export abstract class SafeElement extends ThemedElement implements Leaver, Watched {
  readonly #exit = new QuickExit(this);
  readonly #inactivity = new Inactivity(this);
  #said: number | undefined;

  /** What the service says of it, once that is known. */
  protected abstract get safety(): ServiceProfile['safety'] | undefined;
  /** The words of the form, once they are there. */
  protected abstract get safetyWords(): FormWords | undefined;

  /** @internal */
  abstract get hasSomethingToClear(): boolean;
  /** Forgets everything that was typed or shown. */
  abstract clear(): void;
  /** @internal */
  abstract leftAlone(): void;

  /** @internal */
  get exitAddress(): string | undefined {
    return this.safety?.exit;
  }

  /** @internal */
  get patience(): Patience | undefined {
    return patienceOf(this.safety?.clearAfterMinutes ?? 0);
  }

  /** @internal */
  cover(): void {
    coverPage(this.renderRoot, this.safetyWords?.('exit.leaving') ?? '');
  }

  /** @internal */
  uncover(): void {
    uncoverPage(this.renderRoot);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    mask(this.renderRoot);
    showWarning(this.renderRoot, this.#inactivity.presence.is === 'warned');
  }

  /** The way out of the page. */
  protected wayOut(words: FormWords): TemplateResult | typeof nothing {
    return this.exitAddress === undefined ? nothing : exitButton(words, this.#exit);
  }

  /** The warning that all is about to be forgotten. */
  protected warning(words: FormWords): TemplateResult {
    const { presence } = this.#inactivity;
    const seconds = presence.is === 'warned' ? presence.seconds : undefined;
    if (seconds === undefined || this.#said === undefined || isSaid(seconds)) this.#said = seconds;
    return inactivityWarning({
      words,
      seconds,
      said: this.#said,
      stay: () => {
        this.#inactivity.stay();
      },
      clear: () => {
        this.leftAlone();
      },
    });
  }
}
