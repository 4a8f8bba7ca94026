import { deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

// Rounds a colour value. The difference is invisible and below the tolerance of the comparison.
const coarse = (value: number): number => Math.min(255, Math.round(value / 8) * 8);

/**
 * Writes a picture with a palette, which makes it a third of the size for the repository. A picture with too many
 * colours is returned unchanged.
 */
export function smallPng(picture: Buffer): Buffer {
  const { width, height, data } = PNG.sync.read(picture);
  const palette = new Map<number, number>();
  const lines = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < width * height; at += 1) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at * 4, at * 4 + 3);
    const colour = (coarse(red) << 16) | (coarse(green) << 8) | coarse(blue);
    const place = palette.get(colour) ?? palette.size;
    palette.set(colour, place);
    lines[at + Math.floor(at / width) + 1] = place;
  }
  if (palette.size > 256) return picture;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8);
  const colours = [...palette.keys()].flatMap((one) => [one >> 16, (one >> 8) & 255, one & 255]);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(colours)),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'ascii'), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

// PNG specification, annex D: the checksum at the end of each chunk.
function crc32(bytes: Buffer): number {
  let check = 0xffffffff;
  for (const byte of bytes) {
    check ^= byte;
    for (let bit = 0; bit < 8; bit += 1) check = (check >>> 1) ^ (check & 1 ? 0xedb88320 : 0);
  }
  return (check ^ 0xffffffff) >>> 0;
}
