import type { LitElement } from 'lit';
import { reportKinds } from '../contract/directory.js';
import type { OpenedEvent } from './state/opened-activity-state.js';
import { idle } from '../../core/idle.js';
import type { ActivityActions } from './activity-view.js';

type SharingActions = Pick<
  ActivityActions,
  'copyLink' | 'showCode' | 'print' | 'openReport' | 'sendReport'
>;

/** The actions that share, print and report what a host shows; `link` returns the address to share. */
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
    // The printed page contains the code, so wait until it is drawn.
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

// The browser may forbid or lack this.
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

// The latest drawing of each canvas.
const drawings = new WeakMap<HTMLCanvasElement, Drawing>();

/**
 * Draws the QR code of the shared address in advance, because the printed page contains it. Resolves when it is drawn; an
 * outdated code is not drawn.
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
    // Offline, or the address is too long for a code: it is shown as text as well.
    canvas.hidden = true;
  }
}
