import type { CDPSession, Locator, Page } from 'playwright-core';
import {
  type Stage,
  directoryIsFilled,
  median,
  openPage,
  seenBy,
  share,
  slowDown,
  tell,
} from './stage.js';

const words = ['walking', 'garden', 'advice', 'singing'];
const ticks = 24;
const results = 24;
const warm = 20;
const searches = 200;

// Measures from the moment a key goes down or a button is released until the frame that shows the result has been
// drawn. A message that is posted in the frame's callback is handled right after the frame is painted.
function timePresses(): void {
  const presses: { readonly kind: string; readonly took: number }[] = [];
  Reflect.set(window, 'presses', presses);
  for (const kind of ['keydown', 'click'])
    addEventListener(
      kind,
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            presses.push({ kind, took: performance.now() - timeStamp });
            port1.close();
          };
          port2.postMessage('');
        });
      },
      { capture: true },
    );
}

const presses = async (page: Page, kind: string): Promise<readonly number[]> => {
  const all: readonly number[] = await page.evaluate(
    `window.presses.splice(0).filter((one) => one.kind === '${kind}').map((one) => one.took)`,
  );
  return all;
};

async function openFinder(page: Page, { backend }: Stage): Promise<void> {
  // The page of the service contains only the finder, so the measurements are of our code alone.
  await page.goto(`${backend}/activities?partner=northside-library`);
  await settled(page);
  const shown = await page.getByRole('article').count();
  if (shown !== results) throw new Error(`${shown} activities are shown, not ${results}`);
}

// Waits until no search is open or about to start. The check only asks whether an element exists: asking whether it is
// visible would make the browser lay out the page while a press is being measured.
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(300);
  await page
    .locator('[part=results][aria-busy=false] article')
    .first()
    .waitFor({ state: 'attached' });
}

/** Types words as people do: mostly faster than the results come, with a pause now and then to look at them. */
async function typeWords(page: Page): Promise<void> {
  const line = page.getByLabel('What are you looking for?');
  await line.focus();
  for (const word of words) {
    for (const [index, letter] of word.split('').entries()) {
      await page.keyboard.press(letter);
      await page.waitForTimeout(index % 3 === 2 ? 400 : 150);
    }
    for (let letter = 0; letter < word.length; letter += 1) {
      await page.keyboard.press('Backspace');
      await page.waitForTimeout(60);
    }
    await settled(page);
  }
}

// Presses as a hand does. The click of a locator would also look up what is under the pointer, in the page and at each
// event.
async function press(page: Page, box: Locator): Promise<void> {
  await box.scrollIntoViewIfNeeded();
  const { x = 0, y = 0, width = 0, height = 0 } = (await box.boundingBox()) ?? {};
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.waitForTimeout(100);
  await page.mouse.down();
  // A finger stays on a button for about this long.
  await page.waitForTimeout(80);
  await page.mouse.up();
}

async function tickFilters(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Filters/ }).click();
  const boxes = page.locator('input[type=checkbox]:visible');
  await presses(page, 'click');
  for (let tick = 0; tick < ticks; tick += 1) {
    await press(page, boxes.nth(Math.floor(tick / 2) % 4));
    await settled(page);
  }
}

async function measurePresses(stage: Stage): Promise<void> {
  const { page } = await openPage(stage.browser);
  await page.addInitScript(timePresses);
  await openFinder(page, stage);
  const start = await seenBy(page);
  await typeWords(page);
  const letters = await presses(page, 'keydown');
  const typing = await seenBy(page);
  await tickFilters(page);
  const boxes = await presses(page, 'click');
  const { layoutShift, longestTask } = await seenBy(page);
  await page.close();
  console.log(
    `\nthe finder with ${results} results, ${slowDown} times slower: ${letters.length} keys, ${boxes.length} filters`,
  );
  tell('a key, median, ms', median(letters), 50);
  tell('a key, 95 of 100, ms', share(0.95, letters), 50);
  tell('a filter, median, ms', median(boxes), 50);
  tell('a filter, 95 of 100, ms', share(0.95, boxes), 50);
  tell('cumulative layout shift', layoutShift, 0);
  console.log(
    `(longest tasks: to open ${start.longestTask} ms, with typing ${typing.longestTask}, with filters ${longestTask})`,
  );
}

interface Kept {
  readonly bytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

// The part of V8's heap snapshot format that is used here. The fields of each node come in a row, and one of them is
// its type.
interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
}

// Compiled code and notes of the browser about layout and network are not memory that our code keeps.
const browsersOwn = new Set(['code', 'native', 'hidden', 'synthetic']);

async function heapOf(session: CDPSession): Promise<number> {
  const chunks: string[] = [];
  const take = ({ chunk }: { readonly chunk: string }): void => {
    chunks.push(chunk);
  };
  session.on('HeapProfiler.addHeapSnapshotChunk', take);
  await session.send('HeapProfiler.takeHeapSnapshot');
  session.off('HeapProfiler.addHeapSnapshotChunk', take);
  const { snapshot, nodes }: Snapshot = JSON.parse(chunks.join(''));
  const { node_fields: fields, node_types: types } = snapshot.meta;
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length)
    if (!browsersOwn.has(types[0][nodes[at + fields.indexOf('type')] ?? 0] ?? ''))
      bytes += nodes[at + fields.indexOf('self_size')] ?? 0;
  return bytes;
}

async function kept(session: CDPSession): Promise<Kept> {
  // Objects that are freed in one round may have kept others from being freed until the next.
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const bytes = await heapOf(session);
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { bytes, nodes, listeners: jsEventListeners };
}

// Runs inside the page, because tools outside it keep a part of every text and element that they touch.
async function searchFor(all: readonly string[]): Promise<void> {
  const root = document.querySelector('kith-activity-finder')?.shadowRoot;
  const line = root?.querySelector<HTMLInputElement>('#text');
  const results = root?.querySelector('[part=results]');
  if (!line || !results) throw new Error('the finder is not there');
  // The results may come too fast to see the busy state, so this waits for the change from busy to not busy.
  const answered = (): Promise<void> =>
    new Promise((resolve) => {
      const watching = new MutationObserver((changes) => {
        if (!changes.some(({ oldValue }) => oldValue === 'true')) return;
        watching.disconnect();
        resolve();
      });
      const attributeFilter = ['aria-busy'];
      watching.observe(results, { attributeFilter, attributeOldValue: true });
    });
  for (const text of all) {
    line.value = text;
    line.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await answered();
  }
  performance.clearResourceTimings();
}

const manyWords = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => words[index % words.length] ?? '');

async function measureMemory(stage: Stage): Promise<void> {
  const { page, session } = await openPage(stage.browser, 1);
  await openFinder(page, stage);
  await session.send('HeapProfiler.enable');
  await page.evaluate(searchFor, manyWords(warm));
  const before = await kept(session);
  await page.evaluate(searchFor, manyWords(searches));
  const after = await kept(session);
  await page.close();
  console.log(`\nwhat ${searches} more searches leave in memory, after ${warm}`);
  tell('heap, % more', (100 * (after.bytes - before.bytes)) / before.bytes, 1);
  tell('nodes, attached and not, more', after.nodes - before.nodes, 0);
  tell('listeners, more', after.listeners - before.listeners, 0);
}

/** Measures the delays that people feel when they type and tick filters, and the memory that a long visit keeps. */
export async function measureFinder(stage: Stage): Promise<void> {
  await directoryIsFilled(stage.backend);
  await measurePresses(stage);
  await measureMemory(stage);
}
