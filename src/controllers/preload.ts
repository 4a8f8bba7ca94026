import type { Intake } from '../client/backend.js';
import type { Failure } from '../client/failure.js';
import { httpIntake } from '../client/http-intake.js';
import type { Settings } from '../client/settings.js';
import type { ServiceProfile } from '../contract/service-profile.js';
import { loadCatalogue } from '../i18n/language.js';
import type { Catalogue } from '../i18n/words.js';
import { type Result, failed } from '../shared/result.js';

/** What a form needs before its first page can be shown. */
export interface Ready {
  readonly profile: ServiceProfile;
  readonly catalogue: Catalogue;
}

const key = ({ endpoint, partner }: Settings, language: string): string =>
  [endpoint, partner, language].join(' ');

const loading = new Map<string, Promise<Result<Ready, Failure>>>();

/**
 * Loads profile and words, ahead of the press if a person comes near the button. What came well is kept for
 * as long as the page lives; a failure is forgotten at once, so that trying again asks again.
 */
export function preload(
  settings: Settings,
  language: string,
  intake?: Intake,
): Promise<Result<Ready, Failure>> {
  // An element's own backend is its own; what it says is nobody else's.
  if (intake) return load(intake, language);
  const known = loading.get(key(settings, language));
  if (known) return known;
  const fresh = load(httpIntake(settings), language).then((result) => {
    if (!result.ok) forget(settings, language);
    return result;
  });
  loading.set(key(settings, language), fresh);
  return fresh;
}

/** Makes the next load ask the backend again. */
export function forget(settings: Settings, language: string): void {
  loading.delete(key(settings, language));
}

async function load(intake: Intake, language: string): Promise<Result<Ready, Failure>> {
  const words = loadCatalogue(language).catch(() => undefined);
  const [profile, catalogue] = await Promise.all([intake.profile(), words]);
  if (!profile.ok) return profile;
  if (!catalogue) return failed({ kind: 'offline' });
  return { ok: true, value: { profile: profile.value, catalogue } };
}
