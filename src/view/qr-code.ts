import { correction, generate } from 'lean-qr/nano';

const scale = 5;
// White modules around the code, which readers need: ISO/IEC 18004, 6.3.8.
const quiet = 4;

/** Draws an address as a QR code. */
export function drawCode(canvas: HTMLCanvasElement, address: string): void {
  // A print may be folded and a screen dirty: up to 15 % of it may be lost.
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
