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

// The share of all pixels that may differ, because letters are drawn slightly differently each time.
const tolerance = 0.0005;

/** The pictures of stories in the repository. */
export interface Pictures {
  /** Describes how a picture differs from the stored one. The result is `undefined` when it does not. */
  differs(name: string, picture: Buffer): Promise<string | undefined>;
  /** Stored pictures that no story has asked for. */
  leftOver(): Promise<readonly string[]>;
}

/** Opens the pictures for this browser. Other browsers draw differently, so nothing is compared with them. */
export async function openPictures(browser: Browser): Promise<Pictures> {
  const here = await nameOf(browser);
  if (process.env['KITH_UPDATE_PICTURES'] === 'yes') return updatingPictures(here);
  const there = (await readFile(madeBy, 'utf8').catch(() => '')).trim();
  if (here === there) return comparingPictures();
  console.log(
    `Pictures are not compared: they were made with ${there || 'no browser yet'}, and this is ${here}.`,
  );
  return {
    differs: () => Promise.resolve(undefined),
    leftOver: () => Promise.resolve([]),
  };
}

// The version of the browser, and a hash of how it draws letters, which depends on the fonts of the machine.
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

async function updatingPictures(browser: string): Promise<Pictures> {
  await mkdir(kept, { recursive: true });
  await writeFile(madeBy, `${browser}\n`);
  const asked = new Set<string>();
  return {
    differs: async (name, picture) => {
      asked.add(fileOf(name));
      // A picture without a visible difference keeps its file.
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

function comparingPictures(): Pictures {
  const asked = new Set<string>();
  return {
    differs: async (name, picture) => {
      asked.add(fileOf(name));
      const before = await readFile(join(kept, fileOf(name))).catch(() => undefined);
      if (!before) return `there is no picture of it: ${updateCommand}`;
      const share = difference(before, picture);
      if (share <= tolerance) return undefined;
      await mkdir(made, { recursive: true });
      await writeFile(join(made, fileOf(name)), picture);
      return `it does not look like stories/pictures/${fileOf(name)} but like dist/pictures/${fileOf(name)} (${(share * 100).toFixed(2)} % differ). If that is right: ${updateCommand}`;
    },
    leftOver: async () => (await pictureFiles()).filter((file) => !asked.has(file)),
  };
}

const updateCommand = 'npm run test:pictures -- --update';

/** The share of the pixels that differ, which is 1 when the sizes differ. */
function difference(one: Buffer, other: Buffer): number {
  const [before, after] = [PNG.sync.read(one), PNG.sync.read(other)];
  const { width, height } = before;
  if (width !== after.width || height !== after.height) return 1;
  return pixelmatch(before.data, after.data, undefined, width, height) / (width * height);
}
