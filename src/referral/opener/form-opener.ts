import { type PropertyDeclarations, css } from 'lit';
import { reportSetting, resolveSettings } from '../../core/backend/settings.js';
import type { Audience } from '../../core/service/audience.js';
import { pressedLink } from '../../core/view/pressed-link.js';
import { ThemedElement } from '../../core/element/themed-element.js';

const modes = ['dialog', 'inline', 'page'] as const;
type Mode = (typeof modes)[number];

// More than the form's code needs on a slow connection; after that, the plain link is followed.
const loadTimeout = 10_000;

/** An element with a link to the form, whose code is loaded when the pointer or the focus reaches the link. */
export abstract class FormOpener extends ThemedElement {
  /** The box around a form that opens in place. */
  static readonly placeStyles = css`
    [part='place'] {
      margin-block-start: 1.5em;
    }
  `;

  static override readonly properties: PropertyDeclarations = {
    endpoint: {},
    partner: {},
    withoutHistory: { type: Boolean, attribute: 'without-history' },
    mode: {},
  };

  /** Address of the backend; without it, that of the script. */
  endpoint = '';
  /** Id of the partner on whose page this stands; without it, that of the script. */
  partner = '';
  /** Leaves the browser's history alone; as on `<kith-referral-form>`. */
  withoutHistory = false;
  /** Where the form opens: in a `dialog`, in place (`inline`), or on the service's own `page`. */
  mode: Mode = 'dialog';

  override connectedCallback(): void {
    super.connectedCallback();
    const settings = resolveSettings(this);
    if (!settings.ok) void reportSetting(this.localName, settings.failure);
    if (!modes.includes(this.mode))
      void reportSetting(this.localName, { name: 'mode', value: this.mode });
  }

  /** Address of a page of the service; `undefined` when a setting cannot be used. */
  protected page(path: string): string | undefined {
    const settings = resolveSettings(this);
    return settings.ok
      ? `${settings.value.endpoint}/${path}?partner=${settings.value.partner}`
      : undefined;
  }

  /** Loads the form in advance when the pointer or the focus reaches the link. */
  protected readonly prepare = (): void => {
    if (this.mode === 'page') return;
    void import('./open-form.js').then(
      ({ prepareForm }) => {
        prepareForm(this);
      },
      // The press tries again, and handles a failure.
      () => undefined,
    );
  };

  /** Opens the form when the link in a slot is pressed; where that is not possible, the link is followed. */
  protected async open(event: MouseEvent, audience: Audience = 'self'): Promise<void> {
    const link = pressedLink(event);
    const own = this.page('refer');
    if (!link || this.mode === 'page' || own === undefined) return;
    event.preventDefault();
    const href = link instanceof HTMLAnchorElement ? link.href : own;
    try {
      const { openForm } = await Promise.race([import('./open-form.js'), rejectAfterTimeout()]);
      await openForm(this, audience, { href, label: link.textContent.trim() });
    } catch {
      // The form's code could not be loaded: the link leads to the service's own page, as without scripts. If the
      // element has been removed in the meantime, the page stays.
      if (this.isConnected) location.assign(href);
    }
  }
}

const rejectAfterTimeout = (): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(reject, loadTimeout);
  });
