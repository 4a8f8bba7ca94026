import type * as z from 'zod/mini';
import { parse } from '../../src/core/contract/parse.js';
import { refuse, refuseFields } from './responses/problem.js';

/** The maximum size of a body in bytes. */
export const maxBytes = 64 * 1024;

const maxDepth = 20;

/** The JSON value in a request's body; refuses the request if it cannot be read. */
export async function readJson(request: Request): Promise<unknown> {
  if (!isJson(request))
    refuse(415, {
      detail: 'Send the body as application/json, in UTF-8, not compressed.',
      headers: { 'Accept-Post': 'application/json' },
    });
  const json = parseJson(decode(await readBytes(request)));
  if (isDeeper(json, maxDepth))
    refuse(400, { detail: `The body is nested more than ${maxDepth} levels deep.` });
  return json;
}

/** The body of a request; refuses the request if it does not conform to the schema. */
export const readAs = async <Schema extends z.ZodMiniType>(
  schema: Schema,
  request: Request,
): Promise<z.output<Schema>> => checkAs(schema, await readJson(request));

/** A value that conforms to the schema; refuses the request if it does not. */
export function checkAs<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const parsed = parse(schema, value);
  return parsed.ok ? parsed.value : refuseFields(parsed.failure);
}

function isJson({ headers }: Request): boolean {
  const type = headers.get('content-type') ?? '';
  const encoding = headers.get('content-encoding') ?? 'identity';
  return (
    /^\s*application\/json\s*(;\s*charset\s*=\s*("utf-8"|utf-8)\s*)?$/i.test(type) &&
    /^\s*identity\s*$/i.test(encoding)
  );
}

const tooLarge = (): never => refuse(413, { detail: `A body may have ${maxBytes} bytes at most.` });

// Counts the bytes received instead of trusting Content-Length, which chunked bodies do not have.
async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) tooLarge();
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  const next = () =>
    reader?.read().catch(() => refuse(400, { detail: 'The body did not arrive whole.' }));
  for (let part = await next(); part && !part.done; part = await next()) {
    length += part.value.byteLength;
    parts.push(part.value);
    if (length <= maxBytes) continue;
    // Not awaited: an endless body would keep us waiting.
    void reader?.cancel().catch(() => undefined);
    tooLarge();
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

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse(400, { detail: 'The body is not UTF-8.' });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse(400, { detail: 'The body is not JSON.' });
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
