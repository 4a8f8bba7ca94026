import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod/mini';
import type { GpPractice } from '../../src/referral/contract/gp-practice.js';
import { cleanText } from '../../src/core/contract/text.js';
import { type Result, failed, ok } from '../../src/core/result.js';
import { titleCase } from './title-case.js';

/** The part of a file that the list needs. */
export interface Epraccur {
  readonly practices: readonly GpPractice[];
  /** The number of rows left out: closed, or not a GP practice. */
  readonly leftOut: number;
}

// Columns of “epraccur” (NHS England, Organisation Data Service), from 0. It has no heading.
const column = { code: 0, name: 1, address: [4, 5, 6, 7, 8], postcode: 9, status: 12, setting: 25 };
const active = 'A';
const generalPractice = '4';

const Rows = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }),
);

/** Reads an `epraccur` file, or returns the errors with their lines. */
export function readEpraccur(bytes: Uint8Array): Result<Epraccur, readonly string[]> {
  const text = decode(bytes);
  if (text === undefined) return failed(['the file is not UTF-8']);
  const rows = readRows(text);
  if (!rows.ok) return rows;
  const wrong = rows.value.flatMap(({ record, info }) =>
    check(record).map((reason) => `line ${info.lines}: ${reason}`),
  );
  if (wrong.length > 0) return failed(wrong);
  const records = rows.value.map(({ record }) => record).filter(isOpenPractice);
  const repeated = repeatedCode(records);
  if (repeated !== undefined) return failed([`the code ${repeated} stands in several lines`]);
  return ok({ practices: records.map(toPractice), leftOut: rows.value.length - records.length });
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function readRows(text: string): Result<z.infer<typeof Rows>, readonly string[]> {
  try {
    const rows: unknown = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return ok(z.parse(Rows, rows));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line: unknown = Reflect.get(error, 'lines');
    return failed([`line ${String(line)}: not CSV (${error.code})`]);
  }
}

const at = (record: readonly string[], index: number): string => cleanText(record[index] ?? '');

function check(record: readonly string[]): readonly string[] {
  if (record.length <= column.setting)
    return [`expected at least ${column.setting + 1} columns, found ${record.length}`];
  if (!/^[A-Z0-9]{3,10}$/.test(at(record, column.code)))
    return ['column 1 is not an organisation code such as A81001'];
  return at(record, column.name) === '' ? ['column 2, the name, is empty'] : [];
}

const isOpenPractice = (record: readonly string[]): boolean =>
  at(record, column.status) === active && at(record, column.setting) === generalPractice;

function repeatedCode(records: readonly (readonly string[])[]): string | undefined {
  const codes = records.map((record) => at(record, column.code));
  return codes.length === new Set(codes).size
    ? undefined
    : codes.find((code, index) => codes.indexOf(code) < index);
}

const toPractice = (record: readonly string[]): GpPractice => ({
  code: at(record, column.code),
  name: titleCase(at(record, column.name)),
  address: [
    ...column.address.map((index) => titleCase(at(record, index))),
    at(record, column.postcode),
  ]
    .filter((line) => line !== '')
    .join(', '),
});
