import { resolveSettings } from '../../client/settings.js';
import type { ReferralActivity } from '../../contract/referral.js';
import { pause } from '../../shared/pause.js';

/** An element from which somebody asks a link worker about an activity. */
interface DialogHost {
  readonly endpoint: string;
  readonly partner: string;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Opens the form in a dialog of an element, about an activity. The form is loaded when somebody wants it. */
export async function askAbout(host: DialogHost, activity: ReferralActivity): Promise<void> {
  const { define } = await import('./define.js');
  const settings = resolveSettings(host);
  define(settings.ok ? settings.value : {});
  const dialog = document.createElement('kith-form-dialog');
  const { endpoint, partner } = settings.ok ? settings.value : host;
  Object.assign(dialog, { endpoint, partner, activity });
  const old = host.renderRoot.querySelector('kith-form-dialog');
  if (old) old.replaceWith(dialog);
  else host.renderRoot.append(dialog);
  await pause();
  await dialog.open();
}
