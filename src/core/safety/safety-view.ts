import { type TemplateResult, html, nothing } from 'lit';
import type { FormMessages } from '../../i18n/messages.js';
import type { ExitController } from './exit-controller.js';
import { linkButton, primaryButton } from '../view/buttons.js';

/** The button that leaves the page at once; it stays in view while the page scrolls. */
export const exitButton = (
  messages: FormMessages,
  { pressesLeft, leave }: ExitController,
): TemplateResult =>
  html`<div class="exit">
    <button type="button" class="exit-button" part="button exit-button" @click=${leave}>
      ${messages('exit.button')}
    </button>
    <p class=${pressesLeft === undefined ? 'hidden' : 'presses'} role="status">
      ${pressesLeft === undefined ? nothing : messages('exit.presses', { left: pressesLeft })}
    </p>
  </div>`;

/** Covers the whole page. */
export function coverPage(root: ParentNode, message: string): void {
  if (root.querySelector('.cover')) return;
  const cover = document.createElement('dialog');
  cover.className = 'cover';
  cover.textContent = message;
  // Escape would close the dialog and show the page again.
  cover.addEventListener('close', () => {
    if (cover.isConnected) cover.showModal();
  });
  root.append(cover);
  cover.showModal();
}

/** Removes the cover. */
export const uncoverPage = (root: ParentNode): void => {
  root.querySelector('.cover')?.remove();
};

/** What the inactivity warning is rendered from. */
export interface WarningView {
  readonly messages: FormMessages;
  /** Seconds until the answers are cleared; `undefined` while there is no warning. */
  readonly seconds: number | undefined;
  /** The seconds that are announced by assistive technology, which change less often than those shown. */
  readonly announced: number | undefined;
  readonly stay: () => void;
  readonly clear: () => void;
}

const timeMessage = (messages: FormMessages, seconds: number): string =>
  messages('inactive.time', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });

/** Warns that the answers are about to be cleared because of inactivity. Opened by `showWarning`. */
export const inactivityWarning = (view: WarningView): TemplateResult => {
  const { messages, seconds, announced, stay, clear } = view;
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
      ${announced === undefined ? nothing : messages('inactive.left', { time: timeMessage(messages, announced) })}
    </p>
    ${primaryButton(messages('inactive.stay'), stay)}
    ${linkButton(messages('inactive.clear'), clear)}
  </dialog>`;
};

/** Opens or closes the warning; closing it returns the focus to where it was. */
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
