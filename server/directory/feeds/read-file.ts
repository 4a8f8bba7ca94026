import { readFile } from 'node:fs/promises';
import { asObject } from '../../../src/directory/open-referral/json.js';
import { attributionOf } from '../../../src/directory/open-referral/read-aliss.js';
import { kindOf, listIn, readRecord } from '../../../src/directory/open-referral/read-list.js';
import type { FeedKind } from '../../../src/directory/open-referral/record.js';
import { FeedBroken } from './feed-broken.js';
import type { FeedPage } from './read-feed.js';

/** A file that contains a feed. */
export interface FileOf {
  readonly file: string;
  readonly kind?: FeedKind | undefined;
  /** Called with the number of records read so far, and the total. */
  readonly progress?: (read: number, all: number) => void;
}

// This many records are processed at once.
const batch = 500;

/** Reads a feed from a file: one JSON document, or one record per line. */
export async function* readFeedFile({ file, kind, progress }: FileOf): AsyncGenerator<FeedPage> {
  const json = await parseFile(file);
  const known = kind ?? kindOf(json);
  if (!known) throw new FeedBroken(`${file} is no feed that we know; say which kind: --kind`);
  const source = attributionOf(asObject(json));
  const records = listIn(json);
  for (let at = 0; at < records.length; at += batch) {
    const some = records.slice(at, at + batch);
    const reads = some.flatMap((record) => readRecord(known, record));
    yield { kind: known, source, reads, incomplete: [] };
    progress?.(at + some.length, records.length);
  }
}

async function parseFile(file: string): Promise<unknown> {
  const read = await readFile(file, 'utf8').catch(() => {
    throw new FeedBroken(`${file} cannot be read`);
  });
  const text = read.replace(/^\uFEFF/, '');
  const json = parsed(text);
  if (json !== undefined) return json;
  return text.split('\n').flatMap((line, at): unknown[] => {
    if (line.trim() === '') return [];
    const record = parsed(line);
    if (record === undefined) throw new FeedBroken(`${file} is not JSON (line ${at + 1})`);
    return [record];
  });
}

function parsed(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    return json;
  } catch {
    return undefined;
  }
}
