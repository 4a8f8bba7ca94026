import { type ReferralApi, httpReferralApi } from '../api/referral-api.js';
import type { Failure } from '../../core/backend/failure.js';
import type { Settings } from '../../core/backend/settings.js';
import type { Audience } from '../../core/service/audience.js';
import type { FormPage } from '../contract/questions/question.js';
import { selfPages } from '../contract/questions/questions-for-self.js';
import type { ServiceProfile } from '../../core/service/service-profile.js';
import { others } from '../../i18n/generated/others.js';
import { loadCatalogue } from '../../i18n/language.js';
import { type Catalogue, type FormMessages, messagesFrom } from '../../i18n/messages.js';
import { type Result, failed } from '../../core/result.js';

/** What the form needs before its first page can be shown. */
export interface LoadedForm {
  readonly profile: ServiceProfile;
  readonly messages: FormMessages;
  /** The language of the messages. */
  readonly language: string;
  /** The kind of referrer. */
  readonly for: Audience;
  /** The pages of questions, in order. */
  readonly pages: readonly FormPage[];
}

/** The language of a form, and the kind of referrer it is for. */
export interface FormVariant {
  readonly language: string;
  /** Without it, the person refers themself. */
  readonly for?: Audience;
}

const key = (
  { endpoint, partner }: Settings,
  { language, for: audience = 'self' }: FormVariant,
): string => [endpoint, partner, language, audience].join(' ');

const loads = new Map<string, Promise<Result<LoadedForm, Failure>>>();

/**
 * Loads the service's profile and the messages; already before the press when a person comes near the button. A
 * success is kept for as long as the page lives; a failure is not, so that the next attempt asks the backend again.
 */
export function preload(
  settings: Settings,
  variant: FormVariant,
  intake?: ReferralApi,
): Promise<Result<LoadedForm, Failure>> {
  // The answers of a backend that belongs to one element are not shared with others.
  if (intake) return load(intake, variant);
  const known = loads.get(key(settings, variant));
  if (known) return known;
  const fresh = load(httpReferralApi({ ...settings, ...variant }), variant).then((result) => {
    if (!result.ok) forget(settings, variant);
    return result;
  });
  loads.set(key(settings, variant), fresh);
  return fresh;
}

/** Makes the next load ask the backend again. */
export function forget(settings: Settings, variant: FormVariant): void {
  loads.delete(key(settings, variant));
}

async function load(
  intake: ReferralApi,
  { language, for: audience = 'self' }: FormVariant,
): Promise<Result<LoadedForm, Failure>> {
  const loadingContent = loadContent(language, audience).catch(() => undefined);
  const [profile, content] = await Promise.all([intake.profile(), loadingContent]);
  if (!profile.ok) return profile;
  if (!content) return failed({ kind: 'offline' });
  // Where a message has a variant for the kind of referrer, or for all who refer someone else, it is used.
  const variants = audience === 'self' ? [] : [audience, 'other'];
  const messages = messagesFrom(content.catalogue, profile.value.wording, variants);
  const { pages } = content;
  return { ok: true, value: { messages, pages, language, profile: profile.value, for: audience } };
}

interface FormContent {
  readonly catalogue: Catalogue;
  readonly pages: readonly FormPage[];
}

// The questions and messages for referrals of other people are loaded only where they are needed.
async function loadContent(language: string, audience: Audience): Promise<FormContent> {
  if (audience === 'self') return { catalogue: await loadCatalogue(language), pages: selfPages };
  const [form, additional, { pagesOfOthers }] = await Promise.all([
    loadCatalogue(language),
    loadCatalogue(language, others),
    import('../contract/questions/questions-for-others.js'),
  ]);
  return { catalogue: { ...form, ...additional }, pages: pagesOfOthers[audience] };
}
