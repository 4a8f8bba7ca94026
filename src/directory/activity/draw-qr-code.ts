import type { LitElement } from 'lit';
import { idle } from '../../core/idle.js';

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
