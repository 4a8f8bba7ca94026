import type { ReferralApi } from '../api/referral-api.js';
import type { Failure } from '../../core/backend/failure.js';
import { type Settings, reportSetting, resolveSettings } from '../../core/backend/settings.js';
import { type Audience, audiences } from '../../core/service/audience.js';
import { type Result, failed } from '../../core/result.js';
import { type LoadedForm, forget, preload } from './preload.js';

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
  if (again) forget(settings.value, variant);
  const form = await preload(settings.value, variant, source.intake);
  const prescribed = prescribedAudience(source);
  if (!form.ok || !prescribed || form.value.profile.audiences.includes(prescribed)) return form;
  // The page prescribes a kind of referral that the service does not take.
  void reportSetting(source.localName, { name: 'for', value: source.for });
  return refused;
}
