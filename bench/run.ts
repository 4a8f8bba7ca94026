/**
 * `npm run bench`: sizes, and what a person with a slow phone would feel, on the built bundle, the real backend
 * and the demo sites. Times are those of this machine at a fourth of its speed. `npm run bench finder` measures
 * the finder alone, `npm run bench form` the form.
 */
import { measureFinder } from './finder.js';
import { measureForm } from './form.js';
import './sizes.js';
import { giveVerdict, openStage } from './stage.js';

const parts = { form: measureForm, finder: measureFinder };
const wanted = process.argv.slice(2);
const stage = await openStage();
try {
  for (const [name, measure] of Object.entries(parts))
    if (wanted.length === 0 || wanted.includes(name)) await measure(stage);
} finally {
  await stage.close();
}
giveVerdict();
