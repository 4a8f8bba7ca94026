import { resolveSettings } from '../../core/backend/settings.js';
import type { ReferralActivity } from '../contract/referral.js';
import { nextTask } from '../../core/next-task.js';

/** An element in which a person can open the form about an activity. */
interface DialogHost {
  readonly endpoint: string;
  readonly partner: string;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Opens the form about an activity in a dialog inside an element. The form's code is loaded on the first use. */
export async function openFormAbout(host: DialogHost, activity: ReferralActivity): Promise<void> {
  const { define } = await import('../dialog/define.js');
  const settings = resolveSettings(host);
  define(settings.ok ? settings.value : {});
  const dialog = document.createElement('kith-form-dialog');
  const { endpoint, partner } = settings.ok ? settings.value : host;
  Object.assign(dialog, { endpoint, partner, activity });
  const old = host.renderRoot.querySelector('kith-form-dialog');
  if (old) old.replaceWith(dialog);
  else host.renderRoot.append(dialog);
  await nextTask();
  await dialog.open();
}
