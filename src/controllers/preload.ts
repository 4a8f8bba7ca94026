import type { Intake } from '../client/backend.js';
import type { Failure } from '../client/failure.js';
import { httpIntake } from '../client/http-intake.js';
import type { Settings } from '../client/settings.js';
import type { Audience } from '../contract/audience.js';
import type { FormPage } from '../contract/question.js';
import { selfPages } from '../contract/questions.js';
import type { ServiceProfile } from '../contract/service-profile.js';
import { others } from '../i18n/generated/others.js';
import { loadCatalogue } from '../i18n/language.js';
import type { Catalogue } from '../i18n/words.js';
import { type Result, failed } from '../shared/result.js';

/** What a form needs before its first page can be shown. */
export interface LoadedForm {
  readonly profile: ServiceProfile;
  readonly catalogue: Catalogue;
  /** The language of the words. */
  readonly language: string;
  /** Who refers. */
  readonly for: Audience;
  /** The pages on which they are asked. */
  readonly pages: readonly FormPage[];
}

/** Whom a form is for, and in which language. */
export interface FormVariant {
  readonly language: string;
  /** The person themself, unless it says. */
  readonly for?: Audience;
}

const key = (
  { endpoint, partner }: Settings,
  { language, for: audience = 'self' }: FormVariant,
): string => [endpoint, partner, language, audience].join(' ');

const loading = new Map<string, Promise<Result<LoadedForm, Failure>>>();

/**
 * Loads profile and words, ahead of the press if a person comes near the button. What came well is kept for
 * as long as the page lives; a failure is forgotten at once, so that trying again asks again.
 */
export function preload(
  settings: Settings,
  reader: FormVariant,
  intake?: Intake,
): Promise<Result<LoadedForm, Failure>> {
  // An element's own backend is its own; what it says is nobody else's.
  if (intake) return load(intake, reader);
  const known = loading.get(key(settings, reader));
  if (known) return known;
  const fresh = load(httpIntake({ ...settings, ...reader }), reader).then((result) => {
    if (!result.ok) forget(settings, reader);
    return result;
  });
  loading.set(key(settings, reader), fresh);
  return fresh;
}

/** Makes the next load ask the backend again. */
export function forget(settings: Settings, reader: FormVariant): void {
  loading.delete(key(settings, reader));
}

async function load(
  intake: Intake,
  { language, for: audience = 'self' }: FormVariant,
): Promise<Result<LoadedForm, Failure>> {
  const asking = loadAsking(language, audience).catch(() => undefined);
  const [profile, asked] = await Promise.all([intake.profile(), asking]);
  if (!profile.ok) return profile;
  if (!asked) return failed({ kind: 'offline' });
  return { ok: true, value: { ...asked, language, profile: profile.value, for: audience } };
}

// What only those need who refer somebody else is loaded for them alone.
async function loadAsking(
  language: string,
  audience: Audience,
): Promise<Pick<LoadedForm, 'catalogue' | 'pages'>> {
  if (audience === 'self') return { catalogue: await loadCatalogue(language), pages: selfPages };
  const [form, besides, { pagesOfOthers }] = await Promise.all([
    loadCatalogue(language),
    loadCatalogue(language, others),
    import('../contract/questions-of-others.js'),
  ]);
  return { catalogue: { ...form, ...besides }, pages: pagesOfOthers[audience] };
}
