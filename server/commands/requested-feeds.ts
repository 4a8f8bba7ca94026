import { asLink } from '../../src/directory/open-referral/json.js';
import type { FeedKind } from '../../src/directory/open-referral/record.js';
import type { ServiceEntry } from '../settings/deployment-schema.js';
import { feedIdOf, isAddress, nameOf, placeOfFeed } from '../directory/feeds/feed-names.js';
import type { FeedSource } from '../directory/feeds/import-feed.js';
import { sampleFeed, suggestedFeed } from '../settings/reserved-feeds.js';
import { CommandError } from './command.js';

/** A feed to import, with all files and addresses of which it consists. */
export interface RequestedFeed {
  readonly source: FeedSource;
  readonly kind: FeedKind | undefined;
  readonly from: readonly string[];
  /** Each entry of `from` in the form of `placeOfFeed`. */
  readonly places: readonly string[];
}

/** The options of the command that describe feeds. */
export interface FeedOptions {
  readonly feed?: string | undefined;
  readonly name?: string | undefined;
  readonly kind?: FeedKind | undefined;
  readonly licence?: string | undefined;
  readonly attribution?: readonly string[] | undefined;
}

/**
 * The feeds to import: with the option `feed`, all files and addresses form one feed, otherwise each is a feed of its
 * own. Throws a `CommandError` if an address or id is invalid.
 */
export function requestedFeeds(
  service: ServiceEntry,
  from: readonly string[],
  options: FeedOptions,
): readonly RequestedFeed[] {
  const feeds = new Map<string, RequestedFeed>();
  for (const one of from) {
    if (isAddress(one) && !URL.canParse(one))
      throw new CommandError(`${one} is not a valid address`);
    const feed = requestedFeed(service, one, options);
    const before = feeds.get(feed.source.id);
    feeds.set(feed.source.id, {
      ...feed,
      from: [...(before?.from ?? []), ...feed.from],
      places: [...(before?.places ?? []), ...feed.places],
    });
  }
  return [...feeds.values()];
}

function requestedFeed(
  { directory }: ServiceEntry,
  from: string,
  options: FeedOptions,
): RequestedFeed {
  const place = placeOfFeed(from);
  const settings = directory?.feeds ?? [];
  const configured = settings.find(
    ({ id, url }) => (options.feed ?? id) === id && placeOfFeed(url) === place,
  );
  const id = options.feed ?? configured?.id ?? feedIdOf(from);
  const isReserved = id === sampleFeed || id === suggestedFeed;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 60 || isReserved)
    throw new CommandError(
      `--feed is "${id}"; expected up to 60 lower-case letters, digits and single dashes, and not ${sampleFeed} or ${suggestedFeed}`,
    );
  const other = settings.find((one) => one.id === id && one !== configured);
  if (other)
    throw new CommandError(
      `--feed is "${id}", which the settings import from ${other.url}; choose another id`,
    );
  const licence =
    options.licence === undefined ? configured?.licence : parseLicence(options.licence);
  const attribution = options.attribution?.map(parseAttribution) ?? configured?.attribution;
  return {
    source: {
      id,
      name: options.name ?? configured?.name ?? nameOf(from),
      ...(licence ? { licence } : {}),
      ...(attribution ? { attribution } : {}),
    },
    kind: options.kind ?? configured?.kind,
    from: [from],
    places: [place],
  };
}

function parseLicence(text: string): NonNullable<FeedSource['licence']> {
  const { text: name, ...rest } = parseAttribution(text);
  return { name, ...rest };
}

// An address at the end of the text becomes the link.
function parseAttribution(argument: string): { readonly text: string; readonly url?: string } {
  const [, text = '', address] = /^(.*?)[\s,]*(https?:\/\/\S+)?$/i.exec(argument.trim()) ?? [];
  const url = asLink(address);
  return { text: text === '' ? argument : text, ...(url === undefined ? {} : { url }) };
}
