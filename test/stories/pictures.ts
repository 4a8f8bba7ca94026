import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import { root } from '../compiled.js';
import { smallPng } from './small-png.js';

const kept = join(root, 'stories', 'pictures');
const made = join(root, 'dist', 'pictures');
const madeBy = join(kept, 'browser.txt');

// Of all points of a picture; letters are drawn a little differently from one time to another.
const tolerance = 0.0005;

/** Pictures of stories, kept in the repository. */
export interface Pictures {
  /** Says how a picture differs from the one that is kept; nothing when it does not. */
  differs(name: string, picture: Buffer): Promise<string | undefined>;
  /** Pictures that are kept and were not asked for. */
  leftOver(): Promise<readonly string[]>;
}

/** Opens the pictures for this browser: another one draws otherwise, and nothing is compared. */
export async function openPictures(browser: Browser): Promise<Pictures> {
  const here = await nameOf(browser);
  if (process.env['KITH_UPDATE_PICTURES'] === 'yes') return renewing(here);
  const there = (await readFile(madeBy, 'utf8').catch(() => '')).trim();
  if (here === there) return comparing();
  console.log(
    `Pictures are not compared: they were made with ${there || 'no browser yet'}, and this is ${here}.`,
  );
  return {
    differs: () => Promise.resolve(undefined),
    leftOver: () => Promise.resolve([]),
  };
}

// Its version, and how its letters look, which depends on the fonts of the machine as well.
async function nameOf(browser: Browser): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 400, height: 120 } });
  await page.setContent(
    `<p style="font: 16px/1.5 'Liberation Sans', Arial, sans-serif">Hamburgefonstiv 0123456789
     <b>Quick brown fox</b> <i>ŵŷ łóźć</i> <span dir="rtl">مدد</span></p>`,
  );
  const letters = createHash('sha256').update(PNG.sync.read(await page.screenshot()).data);
  await page.close();
  return `Chromium ${browser.version()} with letters ${letters.digest('hex').slice(0, 12)}`;
}

const fileOf = (name: string): string => `${name}.png`;

const pictureFiles = async (): Promise<readonly string[]> =>
  (await readdir(kept).catch(() => [])).filter((file) => file.endsWith('.png'));

async function renewing(browser: string): Promise<Pictures> {
  await mkdir(kept, { recursive: true });
  await writeFile(madeBy, `${browser}\n`);
  const asked = new Set<string>();
  return {
    differs: async (name, picture) => {
      asked.add(fileOf(name));
      // What looks the same stays the same file.
      const before = await readFile(join(kept, fileOf(name))).catch(() => undefined);
      if (before && difference(before, picture) === 0) return undefined;
      await writeFile(join(kept, fileOf(name)), smallPng(picture));
      return undefined;
    },
    leftOver: async () => {
      for (const file of await pictureFiles()) if (!asked.has(file)) await rm(join(kept, file));
      return [];
    },
  };
}

function comparing(): Pictures {
  const asked = new Set<string>();
  return {
    differs: async (name, picture) => {
      asked.add(fileOf(name));
      const before = await readFile(join(kept, fileOf(name))).catch(() => undefined);
      if (!before) return `there is no picture of it: ${renew}`;
      const share = difference(before, picture);
      if (share <= tolerance) return undefined;
      await mkdir(made, { recursive: true });
      await writeFile(join(made, fileOf(name)), picture);
      return `it does not look like stories/pictures/${fileOf(name)} but like dist/pictures/${fileOf(name)} (${(share * 100).toFixed(2)} % differ). If that is right: ${renew}`;
    },
    leftOver: async () => (await pictureFiles()).filter((file) => !asked.has(file)),
  };
}

const renew = 'npm run test:pictures -- --update';

/** Which share of the points differs; all of them where the size does. */
function difference(one: Buffer, other: Buffer): number {
  const [before, after] = [PNG.sync.read(one), PNG.sync.read(other)];
  const { width, height } = before;
  if (width !== after.width || height !== after.height) return 1;
  return pixelmatch(before.data, after.data, undefined, width, height) / (width * height);
}
