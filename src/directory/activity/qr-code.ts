import { correction, generate } from 'lean-qr/nano';

const scale = 5;
// The quiet zone around the code in modules: ISO/IEC 18004, 6.3.8.
const quiet = 4;

/** Draws an address as a QR code. */
export function drawCode(canvas: HTMLCanvasElement, address: string): void {
  // Level M restores up to 15 % of the code, for folded prints and dirty screens.
  const code = generate(address, { minCorrectionLevel: correction.M });
  const size = (code.size + 2 * quiet) * scale;
  canvas.width = size;
  canvas.height = size;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, size, size);
  pen.fillStyle = '#000000';
  for (let y = 0; y < code.size; y += 1)
    for (let x = 0; x < code.size; x += 1)
      if (code.get(x, y)) pen.fillRect((x + quiet) * scale, (y + quiet) * scale, scale, scale);
}
