import { type PropertyValues, type TemplateResult, nothing } from 'lit';
import type { ServiceProfile } from '../contract/service-profile.js';
import { InactivityController, type InactivityHost } from '../controllers/inactivity-controller.js';
import { type ExitHost, ExitController } from '../controllers/exit-controller.js';
import type { FormMessages } from '../i18n/words.js';
import {
  type InactivityTimeout,
  isAnnounced,
  inactivityTimeoutOf,
} from '../machines/inactivity.js';
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
export abstract class SafeElement extends ThemedElement implements ExitHost, InactivityHost {
  readonly #exit = new ExitController(this);
  readonly #inactivity = new InactivityController(this);
  #said: number | undefined;

  /** What the service says of it, once that is known. */
  protected abstract get safety(): ServiceProfile['safety'] | undefined;
  /** The words of the form, once they are there. */
  protected abstract get safetyMessages(): FormMessages | undefined;

  /** @internal */
  abstract get hasSomethingToClear(): boolean;
  /** Forgets everything that was typed or shown. */
  abstract clear(): void;
  /** @internal */
  abstract clearAfterTimeout(): void;

  /** @internal */
  get exitAddress(): string | undefined {
    return this.safety?.exit;
  }

  /** @internal */
  get inactivityTimeout(): InactivityTimeout | undefined {
    return inactivityTimeoutOf(this.safety?.clearAfterMinutes ?? 0);
  }

  /** @internal */
  cover(): void {
    coverPage(this.renderRoot, this.safetyMessages?.('exit.leaving') ?? '');
  }

  /** @internal */
  uncover(): void {
    uncoverPage(this.renderRoot);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    mask(this.renderRoot);
    showWarning(this.renderRoot, this.#inactivity.state.is === 'warned');
  }

  /** The way out of the page. */
  protected exitButton(messages: FormMessages): TemplateResult | typeof nothing {
    return this.exitAddress === undefined ? nothing : exitButton(messages, this.#exit);
  }

  /** The warning that all is about to be forgotten. */
  protected inactivityWarning(messages: FormMessages): TemplateResult {
    const { state } = this.#inactivity;
    const seconds = state.is === 'warned' ? state.seconds : undefined;
    if (seconds === undefined || this.#said === undefined || isAnnounced(seconds))
      this.#said = seconds;
    return inactivityWarning({
      messages,
      seconds,
      said: this.#said,
      stay: () => {
        this.#inactivity.stay();
      },
      clear: () => {
        this.clearAfterTimeout();
      },
    });
  }
}
