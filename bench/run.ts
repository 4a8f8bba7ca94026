/**
 * `npm run bench`: sizes, and the delays that a person with a slow phone would feel, on the built bundle, the real
 * backend and the demo sites. Times are those of this machine at a quarter of its speed. `npm run bench finder`
 * measures the finder alone, `npm run bench form` the form, `npm run bench search` searches of the backend (bench/search.ts),
 * and `npm run bench faults` what becomes of referrals while servers, databases and connections fail (bench/faults.ts).
 */
import { measureFinder } from './finder.js';
import { measureForm } from './form.js';
import { reportExceeded, openStage } from './stage.js';

const parts = { form: measureForm, finder: measureFinder };
const wanted = process.argv.slice(2);
const isWanted = (name: string): boolean =>
  wanted.every((one) => one.startsWith('--')) || wanted.includes(name);
const inBrowser = Object.entries(parts).filter(([name]) => isWanted(name));
if (inBrowser.length > 0) {
  // The sizes are those of the built bundle, which the search benchmark does not need.
  await import('./sizes.js');
  const stage = await openStage();
  try {
    for (const [, measure] of inBrowser) await measure(stage);
  } finally {
    await stage.close();
  }
}
if (isWanted('search')) await import('./search.js');
// Takes minutes and mounts a disk, so only when it is named.
if (wanted.includes('faults')) await import('./faults.js');
reportExceeded();
