import { isRecord } from '../../shared/record.js';
import { plainText } from './plain-text.js';

/** A JSON object of which nothing is known. */
export type Json = Readonly<Record<string, unknown>>;

const longestLine = 300;

/** A member as an object; an empty one where there is none. */
export const one = (value: unknown): Json => (isRecord(value) ? value : {});

/** A member as a list of objects: feeds give one thing where a list is meant, and the other way round. */
export const many = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter(isRecord) : isRecord(value) ? [value] : [];

/** A line of plain text; nothing where there is none. Numbers are text, too. */
export function line(value: unknown, longest = longestLine): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = plainText(String(value), longest).replaceAll('\n', ' ');
  return text === '' ? undefined : text;
}

/** Paragraphs of plain text. */
export function paragraphs(value: unknown, longest = 10_000): string | undefined {
  const text = typeof value === 'string' ? plainText(value, longest) : '';
  return text === '' ? undefined : text;
}

/** A number, also one that is written as text. */
export function number(value: unknown): number | undefined {
  const read =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && value.trim() !== ''
        ? Number(value)
        : Number.NaN;
  return Number.isFinite(read) ? read : undefined;
}

/** The first of several members that holds something. */
export const firstOf = <Value>(
  json: Json,
  names: readonly string[],
  read: (value: unknown) => Value | undefined,
): Value | undefined => {
  for (const name of names) {
    const value = read(json[name]);
    if (value !== undefined) return value;
  }
  return undefined;
};

/** An address that may stand in a link: http(s), mailto or tel. `www.…` is taken for https. */
export function link(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  const url = /^www\./i.test(text) ? `https://${text}` : text;
  if (!/^(https?:\/\/|mailto:|tel:)\S+$/i.test(url) || url.length > 2000) return undefined;
  try {
    return new URL(url).href;
  } catch {
    return undefined;
  }
}

/** A mail address, if it looks like one. */
export const email = (value: unknown): string | undefined => {
  const text = line(value, 255) ?? '';
  return /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(text) ? text : undefined;
};

/** A phone number as people write it; some feeds put it into quotation marks. */
export const phone = (value: unknown): string | undefined =>
  line(value, 40)?.replaceAll('"', '').trim() || undefined;

/** A date of ISO 8601 without its time; nothing for a day that there is not. */
export const date = (value: unknown): string | undefined => {
  const [day] = /^(19|20)\d\d-\d\d-\d\d/.exec(typeof value === 'string' ? value : '') ?? [];
  const time = Date.parse(`${day ?? ''}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === day ? day : undefined;
};

/** A time of day, `HH:MM`. */
export const clock = (value: unknown): string | undefined => {
  const [, hour = '', minute = ''] =
    /^\s*([01]?\d|2[0-3]):([0-5]\d)/.exec(typeof value === 'string' ? value : '') ?? [];
  return hour === '' ? undefined : `${hour.padStart(2, '0')}:${minute}`;
};

/** Members that hold something. */
export const present = <Value extends object>(value: {
  readonly [Name in keyof Value]?: Value[Name] | undefined;
}): Partial<Value> => {
  const kept: Partial<Value> = { ...value };
  for (const name of Object.keys(kept))
    if (Reflect.get(kept, name) === undefined) Reflect.deleteProperty(kept, name);
  return kept;
};
