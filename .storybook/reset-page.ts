import type { StoryContext } from '@storybook/web-components-vite';
import { stopClock } from './fixed-clock.js';
import { setMapUnavailable } from './map-availability.js';

/**
 * Removes what an earlier story has left in this page: its search in the address, its list on the device and its time.
 * A story can set the search of its finder with the parameter `address`.
 */
export function resetPage({ parameters }: StoryContext): void {
  // The earlier element goes first, because it could write into the address once more.
  document.querySelector('#storybook-root')?.replaceChildren();
  stopClock();
  setMapUnavailable(false);
  localStorage.removeItem('kith-shortlist');
  const url = new URL(location.href);
  for (const name of [...url.searchParams.keys()])
    if (name.startsWith('find-')) url.searchParams.delete(name);
  for (const [name, value] of new URLSearchParams(String(parameters['address'] ?? '')))
    url.searchParams.set(name, value);
  if (url.href !== location.href) history.replaceState(history.state, '', url);
}
