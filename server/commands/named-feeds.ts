import { link } from '../../src/client/open-referral/json.js';
import type { FeedKind } from '../../src/client/open-referral/record.js';
import type { ServiceEntry } from '../deployment-schema.js';
import { feedIdOf, isAddress, nameOf, placeOfFeed } from '../directory/feed-names.js';
import type { FeedSource } from '../directory/import-feed.js';
import { madeUpFeed } from '../made-up/activities.js';
import { Refused } from './chosen-services.js';

/** A feed as somebody named it: what it is called, and all files and addresses that together are it. */
export interface NamedFeed {
  readonly source: FeedSource;
  readonly kind: FeedKind | undefined;
  readonly from: readonly string[];
  /** Each of `from` as `placeOfFeed` writes it. */
  readonly places: readonly string[];
}

/** What was said of feeds besides where they are. */
export interface Said {
  readonly feed?: string | undefined;
  readonly name?: string | undefined;
  readonly kind?: FeedKind | undefined;
  readonly licence?: string | undefined;
  readonly attribution?: readonly string[] | undefined;
}

/** The feeds that somebody means: with one id all are one feed, and without it each is one of its own. */
export function namedFeeds(
  service: ServiceEntry,
  from: readonly string[],
  said: Said,
): readonly NamedFeed[] {
  const feeds = new Map<string, NamedFeed>();
  for (const one of from) {
    if (isAddress(one) && !URL.canParse(one)) throw new Refused(`${one} is no address`);
    const feed = named(service, one, said);
    const before = feeds.get(feed.source.id);
    feeds.set(feed.source.id, {
      ...feed,
      from: [...(before?.from ?? []), ...feed.from],
      places: [...(before?.places ?? []), ...feed.places],
    });
  }
  return [...feeds.values()];
}

function named({ directory }: ServiceEntry, from: string, said: Said): NamedFeed {
  const place = placeOfFeed(from);
  const settings = directory?.feeds ?? [];
  const same = settings.find(
    ({ id, url }) => (said.feed ?? id) === id && placeOfFeed(url) === place,
  );
  const id = said.feed ?? same?.id ?? feedIdOf(from);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 60 || id === madeUpFeed)
    throw new Refused(
      `--feed is "${id}"; expected up to 60 lower-case letters, digits and single dashes, and not ${madeUpFeed}`,
    );
  const other = settings.find((one) => one.id === id && one !== same);
  if (other)
    throw new Refused(`--feed is "${id}", which the settings read from ${other.url}; name another`);
  const licence = said.licence === undefined ? same?.licence : licenceIn(said.licence);
  const attribution = said.attribution?.map(attributionIn) ?? same?.attribution;
  return {
    source: {
      id,
      name: said.name ?? same?.name ?? nameOf(from),
      ...(licence ? { licence } : {}),
      ...(attribution ? { attribution } : {}),
    },
    kind: said.kind ?? same?.kind,
    from: [from],
    places: [place],
  };
}

function licenceIn(said: string): NonNullable<FeedSource['licence']> {
  const { text, ...rest } = attributionIn(said);
  return { name: text, ...rest };
}

// An address at the end is where it leads.
function attributionIn(said: string): { readonly text: string; readonly url?: string } {
  const [, text = '', address] = /^(.*?)[\s,]*(https?:\/\/\S+)?$/i.exec(said.trim()) ?? [];
  const url = link(address);
  return { text: text === '' ? said : text, ...(url === undefined ? {} : { url }) };
}
