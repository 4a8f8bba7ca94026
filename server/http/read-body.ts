import type * as z from 'zod/mini';
import { parse } from '../../src/core/contract/parse.js';
import { type Result, failed, ok } from '../../src/core/result.js';
import type { Refusal } from './responses/refusal.js';

/** The maximum size of a body in bytes. */
export const maxBytes = 64 * 1024;

const maxDepth = 20;

/** The JSON value in a request's body, or the reason why it cannot be read. */
export async function readJson(request: Request): Promise<Result<unknown, Refusal>> {
  if (!isJson(request)) return failed({ kind: 'not-json' });
  const bytes = await readBytes(request);
  if (bytes === 'too many') return failed({ kind: 'too-large', maxBytes });
  if (bytes === 'broken off') return unreadable('The body did not arrive whole.');
  const text = decode(bytes);
  if (text === undefined) return unreadable('The body is not UTF-8.');
  const json = parseJson(text);
  if (!json.ok) return unreadable('The body is not JSON.');
  if (isDeeper(json.value, maxDepth))
    return unreadable(`The body is nested more than ${maxDepth} levels deep.`);
  return json;
}

const unreadable = (detail: string): Result<never, Refusal> =>
  failed({ kind: 'unreadable', detail });

/** The body if it conforms to the schema, or the issues with it. */
export async function readAs<Schema extends z.ZodMiniType>(
  schema: Schema,
  request: Request,
): Promise<Result<z.output<Schema>, Refusal>> {
  const json = await readJson(request);
  return json.ok ? checkAs(schema, json.value) : json;
}

/** A value if it conforms to the schema, or the issues with it. */
export function checkAs<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
): Result<z.output<Schema>, Refusal> {
  const parsed = parse(schema, value);
  return parsed.ok ? parsed : failed({ kind: 'invalid', issues: parsed.failure });
}

function isJson({ headers }: Request): boolean {
  const type = headers.get('content-type') ?? '';
  const encoding = headers.get('content-encoding') ?? 'identity';
  return (
    /^\s*application\/json\s*(;\s*charset\s*=\s*("utf-8"|utf-8)\s*)?$/i.test(type) &&
    /^\s*identity\s*$/i.test(encoding)
  );
}

// Counts the bytes received instead of trusting Content-Length, which chunked bodies do not have.
async function readBytes(request: Request): Promise<Uint8Array | 'too many' | 'broken off'> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return 'too many';
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    const reader = request.body?.getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      length += part.value.byteLength;
      parts.push(part.value);
      if (length <= maxBytes) continue;
      // Not awaited: an endless body would keep us waiting.
      void reader?.cancel().catch(() => undefined);
      return 'too many';
    }
  } catch {
    return 'broken off';
  }
  return joined(parts, length);
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.byteLength;
  }
  return bytes;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parseJson(text: string): Result<unknown, undefined> {
  try {
    const value: unknown = JSON.parse(text);
    return ok(value);
  } catch {
    return failed(undefined);
  }
}

// Level by level instead of recursively, so that no depth can exhaust the stack.
function isDeeper(value: unknown, levels: number): boolean {
  let level: readonly unknown[] = [value];
  for (let left = levels; left > 0 && level.length > 0; left -= 1)
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? innerOf(one) : []));
  return level.some((one) => typeof one === 'object' && one !== null);
}

function innerOf(value: object): readonly unknown[] {
  return Object.values(value);
}
