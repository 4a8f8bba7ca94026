import { type ReferralApi, httpReferralApi } from '../api/referral-api.js';
import type { Failure } from '../../core/backend/failure.js';
import { type Settings, reportSetting, resolveSettings } from '../../core/backend/settings.js';
import { type Audience, audiences } from '../../core/service/audience.js';
import type { FormPage } from '../contract/questions/question.js';
import { selfPages } from '../contract/questions/questions-for-self.js';
import type { ServiceProfile } from '../../core/service/service-profile.js';
import { others } from '../../i18n/generated/others.js';
import { loadCatalogue } from '../../i18n/language.js';
import { type FormMessages, messagesFrom } from '../../i18n/messages.js';
import { type Result, failed, ok } from '../../core/result.js';

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
interface FormVariant {
  readonly language: string;
  readonly for: Audience;
}

/** The settings of an element that decide which form it loads. */
export interface FormSource extends Settings {
  readonly localName: string;
  /** The language in which the element is shown. */
  readonly language: string;
  /** The kind of referrer that the page prescribes; empty where it prescribes none. */
  readonly for: Audience | '';
  /** A backend that replaces the one over HTTP. */
  readonly intake: ReferralApi | undefined;
}

const refused = failed<Failure>({ kind: 'refused', status: 0 });
const loads = new Map<string, Promise<Result<LoadedForm, Failure>>>();

/** The kind of referrer that the page prescribes. */
export const prescribedAudience = (source: Pick<FormSource, 'for'>): Audience | undefined =>
  audiences.find((one) => one === source.for);

/**
 * Loads what the form of an element needs. A setting that cannot be used is reported in the console.
 * @param again whether to ask the backend even if its answer is known
 */
export async function loadForm(
  source: FormSource,
  audience: Audience,
  again: boolean,
): Promise<Result<LoadedForm, Failure>> {
  const settings = resolveSettings(source);
  if (!settings.ok) {
    void reportSetting(source.localName, settings.failure);
    return refused;
  }
  const variant = { language: source.language, for: audience };
  // The answers of a backend that belongs to one element are not shared with others.
  const form = await (source.intake
    ? load(source.intake, variant)
    : preload(settings.value, variant, again));
  const prescribed = prescribedAudience(source);
  if (!form.ok || !prescribed || form.value.profile.audiences.includes(prescribed)) return form;
  // The page prescribes a kind of referral that the service does not take.
  void reportSetting(source.localName, { name: 'for', value: source.for });
  return refused;
}

/**
 * Loads the service's profile and the messages; already before the press when a person comes near the button. A
 * success is kept for as long as the page lives; a failure is not, so that the next attempt asks the backend again.
 * @param again whether to ask the backend even if its answer is known
 */
export function preload(
  settings: Settings,
  variant: FormVariant,
  again = false,
): Promise<Result<LoadedForm, Failure>> {
  const key = [settings.endpoint, settings.partner, variant.language, variant.for].join(' ');
  const known = again ? undefined : loads.get(key);
  if (known) return known;
  const fresh = load(httpReferralApi({ ...settings, ...variant }), variant).then((result) => {
    if (!result.ok) loads.delete(key);
    return result;
  });
  loads.set(key, fresh);
  return fresh;
}

async function load(
  intake: ReferralApi,
  { language, for: audience }: FormVariant,
): Promise<Result<LoadedForm, Failure>> {
  const loadingContent = loadContent(language, audience).catch(() => undefined);
  const [profile, content] = await Promise.all([intake.profile(), loadingContent]);
  if (!profile.ok) return profile;
  if (!content) return failed({ kind: 'offline' });
  // Where a message has a variant for the kind of referrer, or for all who refer someone else, it is used.
  const variants = audience === 'self' ? [] : [audience, 'other'];
  const messages = messagesFrom(content.catalogue, profile.value.wording, variants);
  const { pages } = content;
  return ok({ messages, pages, language, profile: profile.value, for: audience });
}

// The questions and messages for referrals of other people are loaded only where they are needed.
async function loadContent(language: string, audience: Audience) {
  if (audience === 'self') return { catalogue: await loadCatalogue(language), pages: selfPages };
  const [form, additional, { pagesOfOthers }] = await Promise.all([
    loadCatalogue(language),
    loadCatalogue(language, others),
    import('../contract/questions/questions-for-others.js'),
  ]);
  return { catalogue: { ...form, ...additional }, pages: pagesOfOthers[audience] };
}
