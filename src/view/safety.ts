import { type TemplateResult, html, nothing } from 'lit';
import type { FormMessages } from '../i18n/words.js';

/** A way out of the page in a hurry. */
interface ExitButtonView {
  /** Presses of Shift that are still missing; nothing where nobody has begun. */
  readonly pressesLeft: number | undefined;
  readonly leave: () => void;
}

/** The way out of the page for somebody who must not be seen with it; stays in view while they scroll. */
export const exitButton = (
  messages: FormMessages,
  { pressesLeft, leave }: ExitButtonView,
): TemplateResult =>
  html`<div class="exit">
    <button type="button" class="exit-button" part="button exit-button" @click=${leave}>
      ${messages('exit.button')}
    </button>
    <p class=${pressesLeft === undefined ? 'hidden' : 'presses'} role="status">
      ${pressesLeft === undefined ? nothing : messages('exit.presses', { left: pressesLeft })}
    </p>
  </div>`;

/** Covers the whole page, whatever stands on it. */
export function coverPage(root: ParentNode, says: string): void {
  if (root.querySelector('.cover')) return;
  const cover = document.createElement('dialog');
  cover.className = 'cover';
  cover.textContent = says;
  // Nobody who is leaving wants to see the page again by pressing Escape.
  cover.addEventListener('close', () => {
    if (cover.isConnected) cover.showModal();
  });
  root.append(cover);
  cover.showModal();
}

/** Takes the cover away. */
export const uncoverPage = (root: ParentNode): void => {
  root.querySelector('.cover')?.remove();
};

/** What the warning is drawn from. */
export interface WarningView {
  readonly messages: FormMessages;
  /** Seconds until answers are cleared; nothing while somebody is there. */
  readonly seconds: number | undefined;
  /** What is said aloud; it changes less often than what can be seen. */
  readonly said: number | undefined;
  readonly stay: () => void;
  readonly clear: () => void;
}

const timeMessage = (messages: FormMessages, seconds: number): string =>
  messages('inactive.time', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });

/** Warns somebody who may have gone that their answers are about to be cleared. Shown by `showWarning`. */
export const inactivityWarning = (view: WarningView): TemplateResult => {
  const { messages, seconds, said, stay, clear } = view;
  return html`<dialog
    class="inactive"
    part="inactive"
    role="alertdialog"
    aria-labelledby="inactive-title"
    aria-describedby="inactive-text"
    @cancel=${(event: Event) => {
      event.preventDefault();
      stay();
    }}
  >
    <h2 class="title" id="inactive-title">${messages('inactive.title')}</h2>
    <p id="inactive-text">${messages('inactive.text')}</p>
    <p class="left" aria-hidden="true">
      ${seconds === undefined ? nothing : timeMessage(messages, seconds)}
    </p>
    <p class="hidden" aria-live="assertive">
      ${said === undefined ? nothing : messages('inactive.left', { time: timeMessage(messages, said) })}
    </p>
    <button type="button" class="primary" part="button primary-button" @click=${stay}>
      ${messages('inactive.stay')}
    </button>
    <button type="button" class="link" part="button link-button" @click=${clear}>
      ${messages('inactive.clear')}
    </button>
  </dialog>`;
};

/** Opens or closes the warning; what had the focus before gets it back. */
export function showWarning(root: ParentNode, isShown: boolean): void {
  const dialog = root.querySelector<HTMLDialogElement>('.inactive');
  if (!dialog?.isConnected || dialog.open === isShown) return;
  if (!isShown) {
    dialog.close();
    return;
  }
  dialog.showModal();
  dialog.querySelector('button')?.focus();
}
