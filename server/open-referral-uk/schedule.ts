import type { Activity, Attendance, Session } from '../../src/directory/contract/activity.js';
import { partId } from './ids.js';
import { withoutEmpty, validUri } from './valid-members.js';

type Json = Readonly<Record<string, unknown>>;

const attendanceDescriptions: Readonly<Record<Attendance, string>> = {
  'in-person': 'In person',
  online: 'Online',
  phone: 'Telephone',
  home: 'Home visit',
};

/** The `schedules` of an activity: when it takes place and how to attend. */
export function schedulesOf({ id, sessions, attendance }: Activity): readonly Json[] {
  const attending_type = attendance.map((way) => attendanceDescriptions[way]).join(', ');
  const all: readonly Session[] = sessions.length === 0 && attending_type !== '' ? [{}] : sessions;
  return all.map(({ from, to, opens, closes, text, bookingUrl, rule }, at) =>
    withoutEmpty({
      id: partId(id, 'schedule', at),
      service_id: id,
      dtstart: from,
      valid_from: from,
      valid_to: to,
      opens_at: opens,
      closes_at: closes,
      description: text,
      schedule_link: validUri(bookingUrl),
      attending_type,
      ...ruleParts(rule ?? ''),
    }),
  );
}

const everyDay = { freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR,SA,SU' };

// The UK profile allows only weekly and monthly rules. A daily rule becomes a weekly rule with seven days; rules that
// cannot be expressed are left out.
function ruleParts(rule: string): Json {
  const parts = Object.fromEntries(
    rule
      .split(';')
      .map((part) => part.split('='))
      .map(([name = '', value = '']) => [name.toLowerCase(), value]),
  );
  const { freq, interval, ...rest } = parts;
  const every = interval === undefined ? {} : { interval: Number(interval) };
  if (freq === 'WEEKLY' || freq === 'MONTHLY') return { freq, ...every, ...rest };
  return freq === 'DAILY' && (interval ?? '1') === '1' ? { ...rest, ...everyDay } : {};
}
