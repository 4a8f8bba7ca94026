import type { ActivityStore } from '../contract/activity-store.js';
import type { Claim, FeedStore, Wanted } from '../store/feed-store.js';
import { FeedBroken } from './feed-broken.js';
import { type ImportInto, type ImportReport, importFeed } from './import-feed.js';
import type { FeedPage } from './read-feed.js';

/** Stores directories and their feeds. */
export interface DirectoryStores {
  readonly activities: ActivityStore;
  readonly feeds: FeedStore;
}

/** The feed to import, and which changes are accepted. */
export interface Taking extends Omit<ImportInto, 'before'> {
  /** The addresses from which it is read, as `placeOfFeed` returns them. */
  readonly places: readonly string[];
  readonly unless?: Wanted['unless'];
  /** Accepts less than half of the previous activities. */
  readonly mayBeFewer: boolean;
  /** Accepts other addresses than before. */
  readonly mayMove: boolean;
  readonly signal: AbortSignal;
}

const renewEvery = 30_000;

/**
 * Imports a feed while no other process does; returns `undefined` if another process is importing it or if it is not
 * due. If the feed cannot be read to its end, this rejects and nothing has changed.
 */
export async function takeFeed(
  { activities, feeds }: DirectoryStores,
  taking: Taking,
  pagesOf: (signal: AbortSignal) => AsyncIterable<FeedPage>,
): Promise<ImportReport | undefined> {
  const { service, feed, now, unless } = taking;
  const claim = await feeds.claim({
    service: service.id,
    feed: feed.id,
    now,
    ...(unless ? { unless } : {}),
  });
  if (!claim) return undefined;
  const renewal = keepRenewing(claim);
  const signal = AbortSignal.any([taking.signal, renewal.lost]);
  try {
    if (!taking.mayMove) checkPlaces(taking, claim);
    const before = taking.mayBeFewer ? 0 : claim.count;
    const report = await importFeed(
      activities,
      { service, feed, now, before },
      until(signal, pagesOf(signal)),
    );
    // The import is complete; if this fails, the feed is only imported again.
    await claim.finish(taking.places, now).catch(() => undefined);
    return report;
  } catch (error) {
    // The error is reported even if the database fails now; the claim then expires by itself.
    await claim.release(!taking.signal.aborted).catch(() => undefined);
    throw renewal.lost.aborted ? new FeedBroken('Somebody else has begun to read it') : error;
  } finally {
    renewal.end();
  }
}

// Otherwise the activities of one place would be removed because another place does not have them.
function checkPlaces({ feed: { id }, places }: Taking, { addresses }: Claim): void {
  const left = addresses.find((address) => !places.includes(address));
  if (left === undefined) return;
  throw new FeedBroken(
    `The feed "${id}" was read from ${left} before, and its entries would be taken away. If ${places.join(', ')} is where it is now, add --moved; if it is another directory, give it an id of its own: --feed id`,
  );
}

function keepRenewing(claim: Claim): { readonly lost: AbortSignal; end(): void } {
  const lost = new AbortController();
  const timer = setInterval(() => {
    claim.renew(new Date()).then(
      (isOurs) => {
        if (!isOurs) lost.abort();
      },
      () => undefined,
    );
  }, renewEvery);
  timer.unref();
  return {
    lost: lost.signal,
    end: () => {
      clearInterval(timer);
    },
  };
}

async function* until(
  signal: AbortSignal,
  pages: AsyncIterable<FeedPage>,
): AsyncGenerator<FeedPage> {
  for await (const page of pages) {
    signal.throwIfAborted();
    yield page;
  }
  signal.throwIfAborted();
}
