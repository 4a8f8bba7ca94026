import { isRecord } from '../../core/record.js';
import { plainText } from './plain-text.js';

/** A JSON object with unknown members. */
export type Json = Readonly<Record<string, unknown>>;

const maxLineLength = 300;

/** A value as an object; an empty object if it is not one. */
export const asObject = (value: unknown): Json => (isRecord(value) ? value : {});

/** A value as a list of objects; a single object becomes a list, because some feeds leave out the list. */
export const asObjects = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter(isRecord) : isRecord(value) ? [value] : [];

/** A text or number as one line of plain text; `undefined` if it is empty or anything else. */
export function asLine(value: unknown, maxLength = maxLineLength): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = plainText(String(value), maxLength).replaceAll('\n', ' ');
  return text === '' ? undefined : text;
}

/** A text as paragraphs of plain text, separated by line feeds; `undefined` if it is empty or not a text. */
export function asParagraphs(value: unknown, maxLength = 10_000): string | undefined {
  const text = typeof value === 'string' ? plainText(value, maxLength) : '';
  return text === '' ? undefined : text;
}

/** A member of each object of a list, as a line of plain text; objects without it are left out. */
export const linesOf = (value: unknown, name: string, maxLength?: number): string[] =>
  asObjects(value).flatMap((one) => asLine(one[name], maxLength) ?? []);

/** A number, or a text that contains one; otherwise `undefined`. */
export function asNumber(value: unknown): number | undefined {
  const read =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && value.trim() !== ''
        ? Number(value)
        : Number.NaN;
  return Number.isFinite(read) ? read : undefined;
}

/** The value of the first of several members that has one. */
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

/** An http, https, mailto or tel address for a link; `www.…` gets https. `undefined` for any other value. */
export function asLink(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  const url = /^www\./i.test(text) ? `https://${text}` : text;
  if (!/^(https?:\/\/|mailto:|tel:)\S+$/i.test(url) || url.length > 2000) return undefined;
  try {
    return new URL(url).href;
  } catch {
    return undefined;
  }
}

/** A text that has the form of a mail address; otherwise `undefined`. */
export const asEmail = (value: unknown): string | undefined => {
  const text = asLine(value, 255) ?? '';
  return /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(text) ? text : undefined;
};

/** A phone number as written in the feed, without the quotation marks that some feeds add. */
export const asPhone = (value: unknown): string | undefined =>
  asLine(value, 40)?.replaceAll('"', '').trim() || undefined;

/** The date of an ISO 8601 date or time; `undefined` if there is no such day. */
export const asDate = (value: unknown): string | undefined => {
  const [day] = /^(19|20)\d\d-\d\d-\d\d/.exec(typeof value === 'string' ? value : '') ?? [];
  const time = Date.parse(`${day ?? ''}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === day ? day : undefined;
};

/** A time of day as `HH:MM`; otherwise `undefined`. */
export const asTime = (value: unknown): string | undefined => {
  const [, hour = '', minute = ''] =
    /^\s*([01]?\d|2[0-3]):([0-5]\d)/.exec(typeof value === 'string' ? value : '') ?? [];
  return hour === '' ? undefined : `${hour.padStart(2, '0')}:${minute}`;
};

/** A list without values that are in it already. */
export const unique = <Value>(values: readonly Value[]): Value[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];
