import { randomBytes, randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { type Result, failed, ok } from '../src/shared/result.js';
import type { StaffTokens } from './http/guards.js';

const Kept = z.record(z.string(), z.string());

const isToken = (value: string): boolean => /^[\x21-\x7e]{16,200}$/.test(value);

const expected = (services: readonly string[]): string =>
  services.length === 1
    ? 'expected at least 16 visible characters'
    : `expected one token of at least 16 visible characters for each service: ${services.map((id) => `${id}=token`).join(',')}`;

/** Reads `KITH_STAFF_TOKEN`: one token, or `service=token` for each of several services. Never quotes it. */
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
  const isWhole =
    tokens.size === services.length && services.every((id) => isToken(tokens.get(id) ?? ''));
  const isDistinct = new Set(tokens.values()).size === tokens.size;
  return isWhole && isDistinct
    ? ok(tokens)
    : failed(`KITH_STAFF_TOKEN is not usable; ${expected(services)}`);
}

/** Reads the tokens kept in the data folder. */
export async function readKeptTokens(folder: string): Promise<StaffTokens> {
  try {
    const json: unknown = JSON.parse(await fs.readFile(fileIn(folder), 'utf8'));
    return new Map(Object.entries(z.parse(Kept, json)));
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT') return new Map();
    throw new Error(`${fileIn(folder)} cannot be read; mend it, or remove it to get new tokens`, {
      cause: error,
    });
  }
}

/** The tokens kept in the data folder, after making those that are missing. */
export async function keptTokens(
  folder: string,
  services: readonly string[],
): Promise<StaffTokens> {
  const kept = await readKeptTokens(folder);
  const missing = services.filter((id) => !kept.has(id));
  if (missing.length === 0) return kept;
  const made = missing.map((id) => [id, randomBytes(32).toString('base64url')] as const);
  const whole = new Map([...kept, ...made]);
  await fs.mkdir(folder, { recursive: true, mode: 0o711 });
  const draft = `${fileIn(folder)}.${randomUUID()}`;
  await fs.writeFile(draft, `${JSON.stringify(Object.fromEntries(whole), null, 2)}\n`, {
    mode: 0o600,
    flush: true,
  });
  // Two processes may start at once: at the very first start only one can place its file.
  if (kept.size === 0) await fs.link(draft, fileIn(folder)).catch(() => undefined);
  else await fs.rename(draft, fileIn(folder));
  await fs.rm(draft, { force: true });
  return readKeptTokens(folder);
}

const fileIn = (folder: string): string => join(folder, 'staff-tokens.json');
