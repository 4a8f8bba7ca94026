import { randomBytes, randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { type Result, failed, ok } from '../../src/core/result.js';
import type { StaffTokens } from '../http/middleware/guards.js';

const StoredTokens = z.record(z.string(), z.string());

const isToken = (value: string): boolean => /^[\x21-\x7e]{16,200}$/.test(value);

const expectedFormat = (services: readonly string[]): string =>
  services.length === 1
    ? 'expected at least 16 visible characters'
    : `expected one token of at least 16 visible characters for each service: ${services.map((id) => `${id}=token`).join(',')}`;

/**
 * Parses the value of `KITH_STAFF_TOKEN`: one token, or `service=token` for each of several services. The failure
 * never quotes the value.
 */
export function parseStaffTokens(
  given: string,
  services: readonly string[],
): Result<StaffTokens, string> {
  const entries = given.split(',').map((entry): readonly [string, string] => {
    const at = entry.indexOf('=');
    return [entry.slice(0, Math.max(at, 0)).trim(), entry.slice(at + 1).trim()];
  });
  const named = new Map(entries);
  const isNamed = entries.every(([id]) => services.includes(id));
  const [only = ''] = services;
  const tokens = isNamed || services.length > 1 ? named : new Map([[only, given]]);
  const isComplete =
    tokens.size === services.length && services.every((id) => isToken(tokens.get(id) ?? ''));
  const isDistinct = new Set(tokens.values()).size === tokens.size;
  return isComplete && isDistinct
    ? ok(tokens)
    : failed(`KITH_STAFF_TOKEN is not usable; ${expectedFormat(services)}`);
}

/** Reads the staff tokens from the data folder; none if there is no file. Rejects if the file cannot be read. */
export async function readStoredTokens(folder: string): Promise<StaffTokens> {
  try {
    const json: unknown = JSON.parse(await fs.readFile(fileIn(folder), 'utf8'));
    return new Map(Object.entries(z.parse(StoredTokens, json)));
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT') return new Map();
    throw new Error(`${fileIn(folder)} cannot be read; repair it, or delete it to get new tokens`, {
      cause: error,
    });
  }
}

/** Reads the staff tokens from the data folder, after creating those that are missing. */
export async function ensureStaffTokens(
  folder: string,
  services: readonly string[],
): Promise<StaffTokens> {
  const stored = await readStoredTokens(folder);
  const missing = services.filter((id) => !stored.has(id));
  if (missing.length === 0) return stored;
  const created = missing.map((id) => [id, randomBytes(32).toString('base64url')] as const);
  const tokens = new Map([...stored, ...created]);
  await fs.mkdir(folder, { recursive: true, mode: 0o711 });
  const draft = `${fileIn(folder)}.${randomUUID()}`;
  await fs.writeFile(draft, `${JSON.stringify(Object.fromEntries(tokens), null, 2)}\n`, {
    mode: 0o600,
    flush: true,
  });
  // Two processes may start at the same time: at the first start only one of them can create the file.
  if (stored.size === 0) await fs.link(draft, fileIn(folder)).catch(() => undefined);
  else await fs.rename(draft, fileIn(folder));
  await fs.rm(draft, { force: true });
  return readStoredTokens(folder);
}

const fileIn = (folder: string): string => join(folder, 'staff-tokens.json');
