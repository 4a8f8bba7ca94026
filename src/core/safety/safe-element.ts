import { type PropertyValues, type TemplateResult, nothing } from 'lit';
import type { ServiceProfile } from '../service/service-profile.js';
import { InactivityController, type InactivityHost } from './inactivity-controller.js';
import { type ExitHost, ExitController } from './exit-controller.js';
import type { FormMessages } from '../../i18n/messages.js';
import { type InactivityTimeout, isAnnounced, inactivityTimeoutOf } from './inactivity-state.js';
import { mask } from './mask.js';
import {
  coverPage,
  exitButton,
  inactivityWarning,
  showWarning,
  uncoverPage,
} from './safety-view.js';
import { ThemedElement } from '../element/themed-element.js';

/**
 * An element with content that other users of the computer should not see: it has an exit button, is masked in session
 * recordings, and is cleared by an inactivity timeout.
 */
export abstract class SafeElement extends ThemedElement implements ExitHost, InactivityHost {
  readonly #exit = new ExitController(this);
  readonly #inactivity = new InactivityController(this);
  #announced: number | undefined;

  /** The service's safety settings, once they are loaded. */
  protected abstract get safety(): ServiceProfile['safety'] | undefined;
  /** The messages of the form, once they are loaded. */
  protected abstract get safetyMessages(): FormMessages | undefined;

  /** @internal */
  abstract get hasSomethingToClear(): boolean;
  /** Clears everything that was typed or shown. */
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
    showWarning(this.renderRoot, this.#inactivity.secondsLeft !== undefined);
  }

  /** The button that leaves the page at once; nothing where the service does not offer it. */
  protected exitButton(messages: FormMessages): TemplateResult | typeof nothing {
    return this.exitAddress === undefined ? nothing : exitButton(messages, this.#exit);
  }

  /** The warning that everything is about to be cleared. */
  protected inactivityWarning(messages: FormMessages): TemplateResult {
    const { secondsLeft: seconds, stay } = this.#inactivity;
    if (seconds === undefined || this.#announced === undefined || isAnnounced(seconds))
      this.#announced = seconds;
    return inactivityWarning({
      messages,
      seconds,
      announced: this.#announced,
      stay,
      clear: () => {
        this.clearAfterTimeout();
      },
    });
  }
}
