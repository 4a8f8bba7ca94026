import { isRecord } from '../../src/core/record.js';
import type { StatusChange } from '../../src/status/contract/referral-status.js';
import type { StoredConsent } from '../../src/referral/contract/stored-referral.js';
import type { ServiceProfile } from '../../src/core/service/service-profile.js';
import type { AnyReferral } from '../referrals/referral-store.js';

/** The needs of a service, which a referral names by their ids. */
export type Needs = ServiceProfile['needs'];

// Control characters could change a terminal's screen or even enter input; marks that change the
// direction of text could make an answer look like another one.
const unsafeCharacters =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Replaces characters that a terminal could interpret as commands. */
export const safeForTerminal = (text: string): string => text.replace(unsafeCharacters, '\uFFFD');

/** Formats a referral with all its answers for a terminal; first what must be known before anybody contacts the person. */
export function printReferral(referral: AnyReferral, needs: Needs = []): string {
  const { reference, receivedAt, contactBy, partner, language, answers, consents } = referral;
  const lines = [
    line(0, reference, ''),
    ...safetyNotes(answers, needs).map((note) => line(1, 'CAREFUL', note)),
    line(1, 'received', receivedAt),
    line(1, 'contact by', contactBy),
    line(1, 'partner', partner),
    line(1, 'for', referral.for),
    line(1, 'source', referral.source),
    line(1, 'team', `${referral.team.name} (${referral.team.id})`),
    line(1, 'status', referral.status),
    ...referral.history.map(printChange),
    line(1, 'language', language),
    ...(referral.activity ? [line(1, 'activity', referral.activity.name)] : []),
    ...Object.entries(answers).flatMap(([question, answer]) => [
      line(1, question, ''),
      ...fieldLines(question === 'needs' ? inWords(answer, needs) : answer),
    ]),
    line(1, 'permissions', ''),
    ...consents.map(printConsent),
  ];
  return safeForTerminal(lines.join('\n'));
}

const safetyTexts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  leaveMessage: {
    no: 'Leave no message and send no text: only speak to the person.',
    discreet: 'Do not say in a message or text what it is about.',
  },
  emailSafe: {
    no: 'Send no email.',
    discreet: 'Do not write in an email what it is about.',
  },
  letterSafe: {
    no: 'Send no letter.',
    discreet: 'Do not show on a letter who it is from.',
  },
};

const choicesOf = (answer: unknown): readonly unknown[] =>
  isRecord(answer) && Array.isArray(answer['choices']) ? answer['choices'] : [];

/** What may endanger the person: urgent needs, and ways of contact that are not safe. */
function safetyNotes(answers: AnyReferral['answers'], needs: Needs): readonly string[] {
  const chosen = choicesOf(answers['needs']);
  const urgent = needs.filter(({ id, urgent = false }) => urgent && chosen.includes(id));
  const details = isRecord(answers['details']) ? answers['details'] : {};
  const unsafe = Object.entries(safetyTexts).flatMap(([field, texts]) => {
    const text = texts[String(details[field])];
    return text === undefined ? [] : [text];
  });
  return [...urgent.map(({ label }) => `Asks for help with: ${label}`), ...unsafe];
}

const inWords = (answer: unknown, needs: Needs): unknown => ({
  choices: choicesOf(answer).map((id) => needs.find((need) => need.id === id)?.label ?? id),
});

const printChange = ({ status, at, by, note = '' }: StatusChange): string =>
  line(2, status, `${at}, ${by}${note === '' ? '' : `\n${note}`}`);

const printConsent = ({
  id,
  given,
  version,
  text,
  textSha256,
  at,
  reason,
}: StoredConsent): string =>
  line(
    2,
    id,
    `${given ? 'given' : 'not given'}${reason === undefined ? '' : ` (${reason})`}, wording ${version}, ${at}\n${text}\nSHA-256 ${textSha256}`,
  );

const fieldLines = (answer: unknown): readonly string[] =>
  typeof answer === 'object' && answer !== null
    ? Object.entries(answer).map(([field, value]) => line(2, field, formatValue(value)))
    : [line(2, '', formatValue(answer))];

const formatValue = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.map(formatValue).join(', ') : JSON.stringify(value);
};

const width = 18;

const line = (level: number, label: string, value: string): string => {
  const start = '  '.repeat(level) + label;
  // The lines of an answer are aligned with its first line.
  const rest = value.split('\n').join(`\n${' '.repeat(width)}`);
  return value === '' ? start : `${start.padEnd(width - 1)} ${rest}`;
};
