import { writeFile } from 'node:fs/promises';
import type { FeedKind } from '../../src/directory/open-referral/record.js';
import { FeedBroken } from '../directory/feeds/feed-broken.js';
import { isAddress } from '../directory/feeds/feed-names.js';
import { FetchFailed } from '../directory/feeds/fetch-json.js';
import { readFeedFile } from '../directory/feeds/read-file.js';
import { type FeedPage, readFeed } from '../directory/feeds/read-feed.js';
import { type DirectoryStores, takeFeed } from '../directory/feeds/take-feed.js';
import { describeError } from '../http/middleware/request-log.js';
import { activityStore } from '../directory/store/activity-store.js';
import { feedStore } from '../directory/store/feed-store.js';
import {
  CommandError,
  commandEnvironment,
  readArguments,
  reportError,
  runCommand,
  withDatabase,
} from './command.js';
import { selectServices } from './select-services.js';
import { type RequestedFeed, requestedFeeds } from './requested-feeds.js';
import { type PrintedReport, printReport } from './print-report.js';
import { type Progress, showProgress } from './show-progress.js';

// Imports activities from other directories into the directory of a service; see `usage`.

const usage = [
  'Usage: npm run import -- FILE-OR-URL…',
  '[--service id] [--feed id] [--name "Shown as the source"]',
  '[--kind open-referral-3|open-referral-1|aliss]',
  '[--licence "Name, and its address"] [--attribution "Whom to name, and an address"]…',
  '[--report FILE] [--moved] [--allow-fewer]',
].join(' ');

const options = {
  service: { type: 'string' },
  feed: { type: 'string' },
  name: { type: 'string' },
  kind: { type: 'string' },
  licence: { type: 'string' },
  attribution: { type: 'string', multiple: true },
  report: { type: 'string' },
  moved: { type: 'boolean' },
  'allow-fewer': { type: 'boolean' },
} as const;

const kinds: readonly FeedKind[] = ['open-referral-3', 'open-referral-1', 'aliss'];

const interruption = new AbortController();

async function main(): Promise<void> {
  const { values, positionals } = readArguments(usage, { allowPositionals: true, options });
  if (positionals.length === 0) throw new CommandError(usage);
  const kind = kinds.find((known) => known === values.kind);
  if (values.kind !== undefined && !kind)
    throw new CommandError(`--kind is "${values.kind}"; expected one of ${kinds.join(', ')}`);
  const environment = commandEnvironment();
  const [service, ...others] = await selectServices(environment, values.service);
  if (!service || others.length > 0)
    throw new CommandError(
      `Name the service: --service ${[service, ...others].map((one) => one?.id).join('|')}`,
    );
  const feeds = requestedFeeds(service, positionals, { ...values, kind });
  await withDatabase(environment, (database) => {
    const stores = { activities: activityStore(database), feeds: feedStore(database) };
    const into = {
      service,
      mayBeFewer: values['allow-fewer'] ?? false,
      mayMove: values.moved ?? false,
    };
    return importEach(feeds, values.report, (feed) => importFeed(stores, feed, into));
  });
}

// If one feed cannot be read, the others are still imported.
async function importEach(
  feeds: readonly RequestedFeed[],
  file: string | undefined,
  read: (feed: RequestedFeed) => Promise<PrintedReport>,
): Promise<void> {
  const reports: PrintedReport[] = [];
  for (const feed of feeds) {
    if (interruption.signal.aborted) break;
    try {
      const report = await read(feed);
      console.log(printReport(report));
      reports.push(report);
    } catch (error) {
      reportError(`${feed.from.join(', ')}: ${reasonOf(error)}\nNothing was changed.`);
    }
  }
  if (file !== undefined)
    await writeFile(file, JSON.stringify(reports, null, 2)).catch(() => {
      reportError(`--report: ${file} cannot be written`);
    });
}

function reasonOf(error: unknown): string {
  if (interruption.signal.aborted) return 'stopped';
  if (error instanceof FeedBroken || error instanceof FetchFailed || error instanceof CommandError)
    return error.message;
  const { name, code } = describeError(error);
  return `the directory could not be written (${code === '' ? name : code})`;
}

type Options = Pick<Parameters<typeof takeFeed>[1], 'service' | 'mayBeFewer' | 'mayMove'>;

async function importFeed(
  stores: DirectoryStores,
  feed: RequestedFeed,
  options: Options,
): Promise<PrintedReport> {
  const progress = showProgress();
  const request = {
    ...options,
    feed: feed.source,
    places: feed.places,
    now: new Date(),
    signal: interruption.signal,
  };
  const report = await takeFeed(stores, request, (signal) =>
    pagesOf(feed, progress, signal),
  ).finally(progress.end);
  if (!report)
    throw new CommandError(
      `The feed "${feed.source.id}" is already being imported; try again in a few minutes`,
    );
  const unmapped = Object.fromEntries(report.unmapped);
  return { ...report, from: feed.from, feed: feed.source.id, unmapped };
}

async function* pagesOf(
  { from, kind }: RequestedFeed,
  progress: Progress,
  signal: AbortSignal,
): AsyncGenerator<FeedPage> {
  for (const one of from) {
    const onProgress = progress.forSource(one);
    yield* isAddress(one)
      ? readFeed({ url: one, kind, signal, progress: onProgress })
      : readFeedFile({ file: one, kind, progress: onProgress });
  }
}

// The first signal rolls back the import in progress and closes the database; a second one ends the process immediately.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (interruption.signal.aborted) process.exit(130);
    interruption.abort();
  });

runCommand(main);
