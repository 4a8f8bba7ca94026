import type { LitElement } from 'lit';
import { reportKinds } from '../contract/directory.js';
import type { OpenedEvent } from './state/opened-activity-state.js';
import { idle } from '../../core/idle.js';
import type { ActivityActions } from './activity-view.js';

type SharingActions = Pick<
  ActivityActions,
  'copyLink' | 'showCode' | 'print' | 'openReport' | 'sendReport'
>;

/** What can be done to keep, share and mend what a host shows, wherever that is; `link` gives the address to share. */
export const sharingActions = (
  host: LitElement,
  dispatch: (event: OpenedEvent) => void,
  link: () => string,
): SharingActions => ({
  copyLink: () => {
    void copyText(link()).then((isCopied) => {
      dispatch({ type: 'link-copied', isCopied });
    });
  },
  showCode: () => {
    dispatch({ type: 'toggle-code' });
  },
  print: () => {
    // With the code on it, which may still be on its way.
    void drawQrCode(host, link()).then(() => {
      print();
    });
  },
  openReport: () => {
    dispatch({ type: 'toggle-report' });
  },
  sendReport: (form) => {
    const data = new FormData(form);
    const kind = reportKinds.find((one) => one === data.get('kind'));
    const text = data.get('text');
    dispatch({ type: 'send-report', kind, text: typeof text === 'string' ? text.trim() : '' });
  },
});

// A browser may not allow it, or have no way to do it.
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

interface Drawing {
  readonly of: string;
  readonly done: Promise<void>;
}

// The last one of each canvas.
const drawings = new WeakMap<HTMLCanvasElement, Drawing>();

/**
 * Draws the code of what is shared before anybody asks to see it, because what is printed has it. Ends when it is there;
 * one that is not wanted any more is not drawn.
 */
export async function drawQrCode({ renderRoot }: LitElement, address: string): Promise<void> {
  const canvas = renderRoot.querySelector<HTMLCanvasElement>('#code');
  if (!canvas) return;
  if (drawings.get(canvas)?.of !== address)
    drawings.set(canvas, { of: address, done: draw(canvas, address) });
  await drawings.get(canvas)?.done;
}

async function draw(canvas: HTMLCanvasElement, address: string): Promise<void> {
  try {
    const { drawCode } = await import('./qr-code.js');
    await idle();
    if (drawings.get(canvas)?.of === address) drawCode(canvas, address);
  } catch {
    // No line, or a list too long for a code: the address stands beside it.
    canvas.hidden = true;
  }
}
