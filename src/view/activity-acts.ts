import type { LitElement } from 'lit';
import type { OpenedActivity } from '../controllers/opened-activity.js';
import { idle } from '../shared/idle.js';
import type { ActivityActs } from './activity-view.js';

type SharingActs = Pick<
  ActivityActs,
  'copyLink' | 'showCode' | 'print' | 'openReport' | 'sendReport'
>;

/** What can be done to keep, share and mend what a host shows, wherever that is; `link` gives the address to share. */
export const sharingActs = (
  host: LitElement,
  opened: OpenedActivity,
  link: () => string,
): SharingActs => ({
  copyLink: () => void opened.copyLink(link()),
  showCode: () => {
    opened.toggleCode();
  },
  print: () => {
    // With the code on it, which may still be on its way.
    void drawSharedCode(host, link()).then(() => {
      print();
    });
  },
  openReport: () => {
    opened.toggleReport();
  },
  sendReport: (form) => void opened.sendReport(new FormData(form)),
});

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
export async function drawSharedCode({ renderRoot }: LitElement, address: string): Promise<void> {
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
