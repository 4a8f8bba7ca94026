import { setTimeout as wait } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { type World, eventually, openWorld } from './harness.js';

const long = 90_000;

/**
 * Opens a world and waits until its directory is complete: the server imports the sample data after it has begun to
 * answer requests.
 */
export async function openFilledWorld(): Promise<World> {
  const world = await openWorld();
  const address = `${world.server.backend}/api/v1/activities?partner=northside-library&limit=1`;
  const isFilled = async (): Promise<boolean> => {
    const answer = await fetch(address);
    if (answer.ok && JSON.stringify(await answer.json()).includes('"total":2000')) return true;
    await wait(200);
    return false;
  };
  await eventually('the directory is filled', isFilled, long);
  return world;
}

/** The activities in the list. */
export const cards = (page: Page): Locator => page.getByRole('article');

/** The heading that gives the number of results. */
export const count = (page: Page): Locator =>
  page.getByRole('heading', { level: 2, name: /activit/ });

/** The link of a card, which is its name. */
export const linkOf = (card: Locator): Locator => card.getByRole('heading').getByRole('button');

/** The field for the search text. */
export const textField = (page: Page): Locator => page.getByLabel('What are you looking for?');

/** The field for the place. */
export const placeField = (page: Page): Locator => page.getByLabel('Where?');

/** Opens the finder of a partner and waits for the first activities. */
export async function openFinder(page: Page, site: string, search = ''): Promise<void> {
  await page.goto(`${site}/activities.html${search}`);
  await cards(page).first().waitFor();
}

/** Waits until no search is in progress. */
export const settled = (page: Page): Promise<void> =>
  page.locator('[part=results][aria-busy=false]').waitFor();

/**
 * Enters a search, and waits until its results or its failure are shown rather than those of an earlier search.
 * @param enter types the text into the field; by default all of it at once
 */
export async function searchFor(
  page: Page,
  text: string,
  enter = (): Promise<void> => textField(page).fill(text),
): Promise<void> {
  const requested = page.waitForRequest((request) =>
    new URL(request.url()).searchParams.getAll('q').includes(text),
  );
  await enter();
  // There is no response if the connection fails.
  const response = await (await requested).response();
  await response?.finished();
  await settled(page);
}

/** Types a place, and presses Enter. */
export async function searchNear(page: Page, place: string): Promise<void> {
  await placeField(page).fill(place);
  await placeField(page).press('Enter');
}

/** Opens an activity and waits until all of its details are there. */
export async function open(page: Page, card: Locator): Promise<void> {
  await linkOf(card).click();
  await page.getByText('Where this comes from').waitFor();
}

/** The ids of activities with unusual states that a page must show well. Each is one of the sample activities. */
export async function activitiesToCheck(
  backend: string,
): Promise<Readonly<Record<'several' | 'waiting' | 'alert' | 'covers' | 'anywhere', string>>> {
  const found: Record<string, string> = {};
  let after = '';
  for (let page = 0; page < 12; page += 1) {
    const answer = await fetch(
      `${backend}/api/v1/activities?partner=northside-library&place=TS18&distance=25&limit=100${after}`,
    );
    const { items, next }: { readonly items: readonly ActivityToCheck[]; readonly next?: string } =
      await answer.json();
    for (const one of items) {
      if (one.otherVenues > 0) found['several'] ??= one.id;
      if (one.capacity?.state === 'waiting-list') found['waiting'] ??= one.id;
      if (one.alert !== undefined) found['alert'] ??= one.id;
      if (one.reach === 'covers' || one.reach === 'anywhere') found[one.reach] ??= one.id;
    }
    if (next === undefined) break;
    after = `&after=${encodeURIComponent(next)}`;
  }
  const { several = '', waiting = '', alert = '', covers = '', anywhere = '' } = found;
  return { several, waiting, alert, covers, anywhere };
}

interface ActivityToCheck {
  readonly id: string;
  readonly otherVenues: number;
  readonly capacity?: { readonly state: string };
  readonly alert?: string;
  readonly reach?: string;
}
