/** A calendar date as ISO 8601 writes it, `YYYY-MM-DD`. */
export type IsoDate = string;

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** The date with these parts; `undefined` if there is no such day. */
export function isoDate(year: number, month: number, day: number): IsoDate | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` : undefined;
}

/** The form of an ISO 8601 date. */
export const isoForm = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a valid calendar date. */
export const isRealDate = (text: string): boolean =>
  isoForm.test(text) && isoDate(...dateParts(text)) === text;

/** Year, month (1–12) and day of an ISO date. */
export function dateParts(date: IsoDate): readonly [year: number, month: number, day: number] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return [year, month, day];
}

/** The date on the device's own clock, for checks that the backend repeats. */
export const localDate = (moment: Date): IsoDate =>
  isoDate(moment.getFullYear(), moment.getMonth() + 1, moment.getDate()) ?? '';

/** The calendar date at a moment in a time zone (IANA name). */
export function dateAt(moment: Date, timeZone: string): IsoDate {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(moment);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  return `${pad(part('year'), 4)}-${pad(part('month'), 2)}-${pad(part('day'), 2)}`;
}

/** The age, in full years, of somebody born on `birth`. */
export function ageOn(day: IsoDate, birth: IsoDate): number {
  const [year, month, date] = dateParts(day);
  const [birthYear, birthMonth, birthDate] = dateParts(birth);
  const hadBirthday = month > birthMonth || (month === birthMonth && date >= birthDate);
  return year - birthYear - (hadBirthday ? 0 : 1);
}

/**
 * The date after `days` working days: Monday to Friday, without the days a service is closed.
 * @param closed dates such as bank holidays, `YYYY-MM-DD`
 */
export function afterWorkingDays(
  start: IsoDate,
  days: number,
  closed: readonly IsoDate[],
): IsoDate {
  const [year, month, day] = dateParts(start);
  const date = new Date(Date.UTC(year, month - 1, day));
  for (let left = days; left > 0;) {
    date.setUTCDate(date.getUTCDate() + 1);
    const isWeekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
    if (!isWeekend && !closed.includes(date.toISOString().slice(0, 10))) left -= 1;
  }
  return date.toISOString().slice(0, 10);
}
