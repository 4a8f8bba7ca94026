import { type Settings, resolveSettings } from '../../core/backend/settings.js';
import type { Audience } from '../../core/service/audience.js';
import { preload } from '../journey/load-form.js';
import { languageFor } from '../../i18n/language.js';
import { formParts } from './form-parts.js';
import { nextTask } from '../../core/next-task.js';
import { define } from '../dialog/define.js';

/** An element inside which the form may open. */
export interface FormPlace extends HTMLElement, Settings {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly withoutHistory: boolean;
  /** Where the form opens: inside the element (`inline`), or in a dialog. */
  readonly mode: string;
}

/** A link to the service's own page, shown in the dialog until the form is loaded. */
interface ServicePage {
  readonly href: string;
  readonly label: string;
}

/** Loads what the first page of the form needs, before a person presses the link. */
export function prepareForm(place: FormPlace, audience: Audience = 'self'): void {
  define();
  const settings = resolveSettings(place);
  const language = languageFor(place);
  if (settings.ok) void preload(settings.value, { language, for: audience });
}

/** Opens the form inside an element; a form for another kind of referrer is replaced. */
export async function openForm(
  place: FormPlace,
  audience: Audience,
  page: ServicePage,
): Promise<void> {
  prepareForm(place, audience);
  const find = () => place.renderRoot.querySelector('.place');
  if (find()?.getAttribute('for') !== audience) {
    find()?.remove();
    place.renderRoot.append(newPlace(place, audience, page));
    await nextTask();
  }
  await find()?.querySelector('kith-form-dialog')?.open();
  find()?.querySelector('kith-referral-form')?.focusTitle();
}

function newPlace(place: FormPlace, audience: Audience, page: ServicePage): HTMLElement {
  const { endpoint, partner, withoutHistory, mode } = place;
  const isInline = mode === 'inline';
  const box = document.createElement('div');
  box.className = 'place';
  box.setAttribute('for', audience);
  const form = document.createElement(isInline ? 'kith-referral-form' : 'kith-form-dialog');
  Object.assign(form, { endpoint, partner, withoutHistory, for: audience });
  if (isInline) {
    box.setAttribute('part', 'place');
    form.setAttribute('exportparts', formParts);
  } else form.append(linkTo(page));
  // The partner's content for the slots of the form is passed on to it.
  for (const name of ['logo', 'intro', 'footer'])
    form.append(Object.assign(document.createElement('slot'), { name, slot: name }));
  box.append(form);
  return box;
}

const linkTo = ({ href, label }: ServicePage): HTMLElement =>
  Object.assign(document.createElement('a'), { href, textContent: label });
