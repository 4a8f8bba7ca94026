import type { StatusChange } from '../../src/contract/referral-status.js';
import type { StoredConsent } from '../../src/contract/stored-referral.js';

/** A referral as the staff route gives it, whatever was asked when it was sent. */
export interface PrintedReferral {
  readonly reference: string;
  readonly receivedAt: string;
  readonly contactBy: string;
  readonly partner: string;
  readonly for: string;
  readonly source: string;
  readonly team: { readonly id: string; readonly name: string };
  readonly status: string;
  readonly history: readonly StatusChange[];
  readonly language: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly consents: readonly StoredConsent[];
  readonly activity?: { readonly name: string } | undefined;
}

// Control characters could rewrite a terminal's screen or even type into it; marks that turn the
// direction of writing could make an answer read as something else.
const dangerous =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text that a terminal shows and does nothing else with. */
export const harmless = (text: string): string => text.replace(dangerous, '\uFFFD');

/** A referral with every answer, for a terminal. */
export function printReferral(referral: PrintedReferral): string {
  const { reference, receivedAt, contactBy, partner, language, answers, consents } = referral;
  const lines = [
    line(0, reference, ''),
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
      ...fields(answer),
    ]),
    line(1, 'permissions', ''),
    ...consents.map(printConsent),
  ];
  return harmless(lines.join('\n'));
}

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

const fields = (answer: unknown): readonly string[] =>
  typeof answer === 'object' && answer !== null
    ? Object.entries(answer).map(([field, value]) => line(2, field, shown(value)))
    : [line(2, '', shown(answer))];

const shown = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.map(shown).join(', ') : JSON.stringify(value);
};

const width = 18;

const line = (level: number, label: string, value: string): string => {
  const start = '  '.repeat(level) + label;
  // Lines of an answer stand below each other.
  const rest = value.split('\n').join(`\n${' '.repeat(width)}`);
  return value === '' ? start : `${start.padEnd(width - 1)} ${rest}`;
};
