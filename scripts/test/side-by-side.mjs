/**
 * Runs steps two at a time, so that one uses the processor while the other waits. The output of a step is shown when it
 * ends, or at once if it is the only step.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

const atOnce = 2;
const printed = new AsyncLocalStorage();

/** Shows output of the current step. */
export function show(text) {
  const kept = printed.getStore();
  if (kept) kept.push(text);
  else process.stdout.write(text);
}

/**
 * Runs the steps. After a failure no further step starts, and the running ones finish.
 * @param {{ name: string, after?: string[], run(): Promise<unknown> }[]} steps in the order of their start; a step
 *   waits for those in `after`, if they are to run at all
 * @returns {Promise<string[]>} the failures
 */
export async function sideBySide(steps) {
  const waiting = [...steps];
  const underWay = new Map();
  const failures = [];
  const isToCome = (name) => underWay.has(name) || waiting.some((step) => step.name === name);
  const canBegin = ({ after = [] }) => !after.some(isToCome);
  const begin = (step) => {
    waiting.splice(waiting.indexOf(step), 1);
    const ended = perform(step, steps.length === 1).then((failure) => {
      underWay.delete(step.name);
      if (failure) failures.push(failure);
    });
    underWay.set(step.name, ended);
  };
  for (;;) {
    while (failures.length === 0 && underWay.size < atOnce && waiting.some(canBegin))
      begin(waiting.find(canBegin));
    if (underWay.size === 0) return failures;
    await Promise.race(underWay.values());
  }
}

async function perform({ name, run }, isAlone) {
  const started = Date.now();
  const kept = isAlone ? undefined : [];
  if (isAlone) show(`\n=== ${name}\n`);
  else show(`--- ${name} begins\n`);
  let failure;
  try {
    await printed.run(kept, run);
  } catch (error) {
    failure = `=== ${name}: ${error.message}`;
  }
  if (kept) process.stdout.write(`\n=== ${name}\n${kept.join('')}`);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${failure ?? `=== ${name}: well, ${seconds} s`}\n`);
  return failure;
}
