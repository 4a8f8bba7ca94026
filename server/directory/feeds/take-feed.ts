import type { ActivityStore } from '../contract/activity-store.js';
import type { Claim, FeedStore, Wanted } from '../store/feed-store.js';
import { FeedBroken } from './feed-broken.js';
import { type ImportInto, type ImportReport, importFeed } from './import-feed.js';
import type { FeedPage } from './read-feed.js';

/** Where directories and their feeds are kept. */
export interface DirectoryStores {
  readonly activities: ActivityStore;
  readonly feeds: FeedStore;
}

/** What feed is to be read, and how far it is believed. */
export interface Taking extends Omit<ImportInto, 'before'> {
  /** Where it is read from, as `placeOfFeed` writes it. */
  readonly places: readonly string[];
  readonly unless?: Wanted['unless'];
  /** It may have less than half of what it had. */
  readonly mayBeFewer: boolean;
  /** It may come from elsewhere than before. */
  readonly mayMove: boolean;
  readonly signal: AbortSignal;
}

const renewEvery = 30_000;

/**
 * Reads a feed into a directory while nobody else does; gives nothing where somebody else is at it, or where it is
 * not yet its time. If the feed cannot be read to its end this rejects, and nothing has changed.
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
  const holding = hold(claim);
  const signal = AbortSignal.any([taking.signal, holding.lost]);
  try {
    if (!taking.mayMove) checkPlaces(taking, claim);
    const before = taking.mayBeFewer ? 0 : claim.count;
    const report = await importFeed(
      activities,
      { service, feed, now, before },
      until(signal, pagesOf(signal)),
    );
    // It is in: not being able to note that only means that it is read again.
    await claim.finish(taking.places, now).catch(() => undefined);
    return report;
  } catch (error) {
    // What went wrong is to be told, even where the database cannot be told that it did: the claim ends by itself.
    await claim.release(!taking.signal.aborted).catch(() => undefined);
    throw holding.lost.aborted ? new FeedBroken('Somebody else has begun to read it') : error;
  } finally {
    holding.end();
  }
}

// Entries of one place must not be taken away because another has none of them.
function checkPlaces({ feed: { id }, places }: Taking, { addresses }: Claim): void {
  const left = addresses.find((address) => !places.includes(address));
  if (left === undefined) return;
  throw new FeedBroken(
    `The feed "${id}" was read from ${left} before, and its entries would be taken away. If ${places.join(', ')} is where it is now, add --moved; if it is another directory, give it an id of its own: --feed id`,
  );
}

function hold(claim: Claim): { readonly lost: AbortSignal; end(): void } {
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
