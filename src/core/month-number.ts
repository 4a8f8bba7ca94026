import { known } from '../i18n/generated/known.js';

// Names alone and beside a day: Polish writes “styczeń” and “1 stycznia”.
const formats: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'long', day: 'numeric' },
  { month: 'short' },
];

const plain = (name: string): string => name.toLowerCase().replace(/\.$/, '');

/** The names of the months in all languages of the elements, in lower case, with the number of the month. */
let names: readonly (readonly [name: string, month: number])[] | undefined;

const allNames = () =>
  known.flatMap((language) =>
    formats.flatMap((format) => {
      const formatter = new Intl.DateTimeFormat([language, 'en-GB'], {
        ...format,
        timeZone: 'UTC',
      });
      return Array.from({ length: 12 }, (_, index) => {
        const parts = formatter.formatToParts(Date.UTC(2026, index, 1));
        return [plain(parts.find(({ type }) => type === 'month')?.value ?? ''), index + 1] as const;
      });
    }),
  );

/**
 * The number of the month whose name, or the first three or more letters of it, somebody has typed in any language of
 * the elements; `undefined` if it is none or could be several.
 */
export function monthNumber(typed: string): number | undefined {
  const wanted = plain(typed);
  if (wanted.length < 3) return undefined;
  names ??= allNames();
  const same = names.filter(([name]) => name === wanted);
  const found = same.length > 0 ? same : names.filter(([name]) => name.startsWith(wanted));
  const months = new Set(found.map(([, month]) => month));
  return months.size === 1 ? found[0]?.[1] : undefined;
}
