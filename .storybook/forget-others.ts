import type { StoryContext } from '@storybook/web-components-vite';
import { keepDay } from './keep-day.js';
import { letMapBeAway } from './map-away.js';

/**
 * Takes away what an earlier story has left in this page: its place in the address, a list on the device, the time. A
 * story that begins somewhere in a finder says so as its parameter `address`.
 */
export function forgetOthers({ parameters }: StoryContext): void {
  // First what is still there of it, which could write into the address once more.
  document.querySelector('#storybook-root')?.replaceChildren();
  keepDay();
  letMapBeAway(false);
  localStorage.removeItem('kith-shortlist');
  const url = new URL(location.href);
  for (const name of [...url.searchParams.keys()])
    if (name.startsWith('find-')) url.searchParams.delete(name);
  for (const [name, value] of new URLSearchParams(String(parameters['address'] ?? '')))
    url.searchParams.set(name, value);
  if (url.href !== location.href) history.replaceState(history.state, '', url);
}
