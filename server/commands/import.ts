import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import cliProgress from 'cli-progress';
import { kindOf, listIn, readRecord } from '../../src/client/open-referral/read-list.js';
import { attributionOf } from '../../src/client/open-referral/read-aliss.js';
import { one } from '../../src/client/open-referral/json.js';
import type { FeedKind } from '../../src/client/open-referral/record.js';
import { type FeedSource, type ImportReport, importFeed } from '../directory/import-feed.js';
import { type FeedPage, readFeed } from '../directory/read-feed.js';
import { readEnvironment } from '../environment.js';
import { activityStore } from '../store/activity-store.js';
import { openDatabase } from '../store/database.js';
import { prepareDatabase } from '../store/migrate.js';
import { Refused, chosenServices } from './chosen-services.js';
import { findDatabase } from './find-database.js';
import { harmless } from './print-referral.js';

// Brings activities of other directories into a service's own:
// import FILE-OR-URL… [--service id] [--feed id] [--name text] [--kind kind] [--report file]

const usage =
  'Usage: npm run import -- FILE-OR-URL… [--service id] [--feed id] [--name "Shown as the source"] [--kind open-referral-3|open-referral-1|aliss] [--report FILE]';

const kinds: readonly FeedKind[] = ['open-referral-3', 'open-referral-1', 'aliss'];
const mostLines = 50;

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  if (positionals.length === 0) throw new Refused(usage);
  const kind = kinds.find((known) => known === values.kind);
  if (values.kind !== undefined && !kind)
    throw new Refused(`--kind is "${values.kind}"; expected one of ${kinds.join(', ')}`);
  const environment = readEnvironment(process.env);
  if (!environment.ok) throw new Refused(environment.failure);
  const [service, ...others] = await chosenServices(environment.value, values.service);
  if (!service || others.length > 0) throw new Refused('Name the service: --service id');
  const found = await findDatabase(environment.value);
  try {
    await prepareDatabase(found.url, () => Promise.resolve());
    const database = openDatabase(found.url, () => undefined);
    const activities = activityStore(database);
    try {
      for (const from of positionals) {
        const feed = feedOf(from, values.feed, values.name);
        const now = new Date();
        const pages = isAddress(from) ? readAddress(from, kind) : readFileOf(from, kind);
        const report = await importFeed(activities, { service, feed, now }, pages);
        print(from, report);
        if (values.report !== undefined) await writeReport(values.report, from, report);
      }
    } finally {
      await database.close();
    }
  } finally {
    await found.close();
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        service: { type: 'string' },
        feed: { type: 'string' },
        name: { type: 'string' },
        kind: { type: 'string' },
        report: { type: 'string' },
      },
    });
  } catch {
    throw new Refused(usage);
  }
}

const isAddress = (from: string): boolean => /^https?:\/\//i.test(from);

// The same feed has the same id the next time, so that what it no longer has is taken away.
function feedOf(from: string, id: string | undefined, name: string | undefined): FeedSource {
  const host = isAddress(from) ? new URL(from).hostname : basename(from).replace(/\.\w+$/, '');
  const plain = host.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return { id: id ?? plain, name: name ?? host };
}

async function* readAddress(url: string, kind: FeedKind | undefined): AsyncGenerator<FeedPage> {
  const bar = process.stdout.isTTY
    ? new cliProgress.SingleBar({ format: '{value} records read | {duration_formatted}' })
    : undefined;
  bar?.start(0, 0);
  let told = 0;
  const progress = (read: number): void => {
    bar?.update(read);
    if (bar || read - told < 500) return;
    told = read;
    console.log(`${read} records read`);
  };
  try {
    yield* readFeed({ url, kind, progress });
  } finally {
    bar?.stop();
  }
}

async function* readFileOf(file: string, wanted: FeedKind | undefined): AsyncGenerator<FeedPage> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refused(`${file} cannot be read`);
  });
  const json = parse(file, text);
  const kind = wanted ?? kindOf(json);
  if (!kind) throw new Refused(`${file} is no feed that we know; say which kind: --kind`);
  const reads = listIn(json).flatMap((record) => readRecord(kind, record));
  await Promise.resolve();
  yield { kind, reads, source: attributionOf(one(json)) };
}

// One document, or one record to a line.
function parse(file: string, text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    return json;
  } catch {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    return lines.length > 1
      ? lines.map((line, at) => parseLine(file, line, at + 1))
      : refuse(file, 1);
  }
}

function parseLine(file: string, line: string, at: number): unknown {
  try {
    const json: unknown = JSON.parse(line);
    return json;
  } catch {
    return refuse(file, at);
  }
}

function refuse(file: string, line: number): never {
  throw new Refused(`${file} is not JSON (line ${line}). Nothing was changed.`);
}

function print(from: string, report: ImportReport): void {
  const { refused, unmapped } = report;
  console.log(
    `${from}: ${report.read} read, ${report.new} new, ${report.changed} changed, ${report.same} unchanged, ${report.gone} gone, ${refused.length} refused`,
  );
  for (const { id, field, reason } of refused.slice(0, mostLines))
    console.log(harmless(`  refused: ${id === '' ? '(no id)' : id}: ${field} ${reason}`));
  if (refused.length > mostLines) console.log(`  … and ${refused.length - mostLines} more`);
  if (unmapped.size > 0) console.log('Subjects that are none of the service’s categories:');
  const often = [...unmapped].sort(([, some], [, other]) => other - some);
  for (const [term, count] of often.slice(0, mostLines))
    console.log(harmless(`  ${term}: ${count}`));
}

const writeReport = (file: string, from: string, report: ImportReport): Promise<void> =>
  writeFile(
    file,
    JSON.stringify({ from, ...report, unmapped: Object.fromEntries(report.unmapped) }, null, 2),
  );

main().catch((error: unknown) => {
  const text = error instanceof Error ? error.message : String(error);
  console.error(error instanceof Refused ? text : `${text}\nNothing was changed.`);
  process.exitCode = 1;
});
