/** An invalid setting, for one console message. */
export interface SettingProblem {
  readonly name: string;
  readonly value: string;
  /** What to write instead, if this file does not know it. */
  readonly expected?: string;
}

const expectedAs: Readonly<Record<string, string>> = {
  endpoint: 'an address like https://kith.example.org',
  partner: 'the id your service gave you, like northside-library',
  mode: 'dialog, inline or page',
  for: 'a kind of referral that the service takes, of self, someone-close and professional',
  doors: 'some of public, someone-close, professional, group, link-worker',
};

const logged = new Set<string>();

/** Logs an invalid setting once: tag, attribute, value, and where to read more. */
export function logSettingProblem(tag: string, { name, value, expected }: SettingProblem): void {
  const instead = expected ?? expectedAs[name] ?? 'something else';
  const message = `Kith: <${tag}>: ${name}="${value}" cannot be used; expected ${instead}. See docs/embedding.md#settings`;
  if (logged.has(message)) return;
  logged.add(message);
  console.error(message);
}
