import type { StoryContext } from '@storybook/web-components-vite';
import { isQuiet } from './backend/answer-in-page.js';

const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));

/** Waits until an element shows everything that it is going to show. */
export async function settled({ canvasElement, component }: StoryContext): Promise<void> {
  if (component !== undefined) await customElements.whenDefined(component);
  const end = performance.now() + 60_000;
  for (let still = 0; still < 3 && performance.now() < end; still = isQuiet() ? still + 1 : 0)
    await frame();
  const element = canvasElement.querySelector(component ?? '*');
  await (element && Reflect.get(element, 'updateComplete'));
  // Parts of a list that are laid out later have no size yet, so the checks would miss them.
  while (element?.shadowRoot?.querySelector('.later') && performance.now() < end) await frame();
  await document.fonts.ready;
  // On a page that has been scrolled, a sticky element may cover half of another one.
  window.scrollTo(0, 0);
  await frame();
}
