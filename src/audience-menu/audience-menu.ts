import { type PropertyDeclarations, type TemplateResult, html, nothing } from 'lit';
import { request } from '../core/backend/http.js';
import { type Settings, reportSetting, resolveSettings } from '../core/backend/settings.js';
import { getProfile } from '../core/service/endpoints.js';
import { OfferedAudiences } from '../core/service/service-profile.js';
import { menu } from '../i18n/generated/menu.js';
import { directionOf, loadCatalogue } from '../i18n/language.js';
import { type MenuMessages, messagesFrom } from '../i18n/messages.js';
import {
  type MenuEntry,
  type MenuEvent,
  type MenuState,
  afterMenuEvent,
  audienceOf,
  shownEntries,
  chosenEntries,
  namesIn,
} from './menu-state.js';
import { linkIn, pressedLink } from '../core/view/pressed-link.js';
import { textStyles } from '../core/view/text.styles.js';
import { FormOpener } from '../referral/opener/form-opener.js';
import { LanguageController } from '../core/language/language-controller.js';
import { styles } from './audience-menu.styles.js';

type LoadedMenu = Exclude<MenuState<MenuMessages>, { at: 'loading' }>;

/**
 * “I am a…”: leads each kind of visitor to what the service offers them. A partner may reword, reorder or leave out
 * entries; an entry that the service does not offer is not shown.
 * @summary A menu for the public, professionals, groups and link workers.
 * @tag kith-audience-menu
 * @slot - Shown until the menu is loaded: links to the service's own pages.
 * @slot title - The title.
 * @slot public - A link to the form, for a member of the public.
 * @slot someone-close - A link to the form, for a person who refers someone close to them.
 * @slot professional - A link to the form, for a healthcare professional.
 * @slot group - A link for a community or voluntary group, which opens the entries for groups.
 * @slot link-worker - A link to the link workers' own system.
 * @slot group-title - The title above the entries for groups.
 * @slot group-refer - A link to the form, for a group.
 * @slot group-suggest - A link to the form in which a group suggests an activity.
 * @slot group-find - A link to the activities.
 * @slot logo - As in `<kith-referral-form>`; seen when the form is open.
 * @slot intro - As in `<kith-referral-form>`; seen when the form is open.
 * @slot footer - As in `<kith-referral-form>`; seen when the form is open.
 * @csspart menu - The whole menu.
 * @csspart title - The title.
 * @csspart doors - The list of entries.
 * @csspart door - One entry.
 * @csspart back - The button that leads back to all entries.
 * @csspart place - The box around the form, where it opens in place.
 * @csspart languages - The row of languages that a person can choose.
 * @csspart language - One of these languages.
 * @csspart draft - The notice on a translation that no native speaker has reviewed.
 */
export class AudienceMenu extends FormOpener {
  static override readonly styles = [textStyles, FormOpener.placeStyles, styles];

  static override readonly properties: PropertyDeclarations = {
    doors: {},
    finder: {},
    suggest: {},
    formTarget: { attribute: 'form' },
    headingLevel: { type: Number, attribute: 'heading-level' },
    service: { attribute: false },
  };

  /** The entries of the menu, in order: `public`, `someone-close`, `professional`, `group`, `link-worker`. */
  doors = 'public professional group link-worker';
  /** Where “Find activities” leads, instead of the service's own page: an address, or `#id` on this page. */
  finder = '';
  /** Where “Suggest an activity” leads, instead of the service's own page: an address, or `#id` on this page. */
  suggest = '';
  /** The form to use, instead of one in a dialog: `#id` of the `<kith-referral-form>` on this page. */
  formTarget = '';
  /** Level of the title among the headings of the page. */
  headingLevel = 2;
  /** What the service offers; without it, the backend is asked. */
  service: OfferedAudiences | undefined = undefined;

  readonly #language = new LanguageController(this, () => void this.#load());
  #state: MenuState<MenuMessages> = { at: 'loading' };

  override render(): TemplateResult {
    const { language } = this.#language;
    return html`<div class="root" part="menu" lang=${language} dir=${directionOf(language)}>
      ${this.#language.languageChoice(language)}
      ${this.#state.at === 'loading' ? html`<slot></slot>` : this.#menu(this.#state)}
    </div>`;
  }

  #menu(state: LoadedMenu): TemplateResult {
    const { messages } = state;
    const isGroup = state.at === 'group';
    const title = isGroup ? 'group-title' : 'title';
    const written = [...this.children].map(({ slot }) => slot);
    return html`${
        isGroup
          ? html`<button
              type="button"
              class="back"
              part="back"
              @click=${() => {
                void this.#show(false);
              }}
            >
              ${messages('menu.back')}
            </button>`
          : nothing
      }
      <div
        id="title"
        class="title"
        part="title"
        role="heading"
        aria-level=${this.headingLevel || 2}
        tabindex="-1"
      >
        <slot name=${title}>${messages(`menu.${title}`)}</slot>
      </div>
      <ul class="doors" part="doors" aria-labelledby="title">
        ${shownEntries(state, this.doors, written).map((entry) => this.#entry(entry, state))}
      </ul>`;
  }

  #entry(entry: MenuEntry, state: LoadedMenu): TemplateResult {
    const { messages } = state;
    const prepare = audienceOf(entry) && this.formTarget === '' ? this.prepare : nothing;
    const label = html`<strong>${messages(`menu.${entry}`)}</strong>
      ${messages(`menu.${entry}.text`)}`;
    return html`<li part="door">
      <slot
        name=${entry}
        @click=${(event: MouseEvent) => {
          this.#press(event, entry);
        }}
        @pointerenter=${prepare}
        @pointerdown=${prepare}
        @focusin=${prepare}
        >${
          entry === 'group'
            ? html`<button type="button">${label}</button>`
            : html`<a href=${this.#address(entry, state) ?? nothing}>${label}</a>`
        }</slot
      >
    </li>`;
  }

  #address(entry: MenuEntry, { service }: LoadedMenu): string | undefined {
    const audience = audienceOf(entry);
    if (audience) return this.formTarget || this.page('refer')?.concat(`&for=${audience}`);
    if (entry === 'group-find') return this.finder || this.page('activities');
    return entry === 'link-worker' ? service?.linkWorkers : this.suggest || this.page('suggest');
  }

  #press(event: MouseEvent, entry: MenuEntry): void {
    const audience = audienceOf(entry);
    if (audience && this.formTarget !== '')
      // The browser follows the link to the form; the form only needs the kind of referrer.
      document.getElementById(this.formTarget.slice(1))?.setAttribute('for', audience);
    else if (audience) void this.open(event, audience);
    else if (entry === 'group' && pressedLink(event)) {
      event.preventDefault();
      void this.#show(true);
    }
  }

  async #show(isGroup: boolean): Promise<void> {
    this.#dispatch({ type: isGroup ? 'open-group' : 'close-group' });
    await this.updateComplete;
    const place = isGroup
      ? this.renderRoot.querySelector<HTMLElement>('#title')
      : linkIn(this.renderRoot.querySelector('[name=group]'));
    place?.focus();
  }

  async #load(): Promise<void> {
    // A framework sets properties after it has created the element; they are set by the first update.
    await this.updateComplete;
    if (chosenEntries(this.doors).length < (namesIn(this.doors).length || 1))
      void reportSetting(this.localName, { name: 'doors', value: this.doors });
    const settings = resolveSettings(this);
    const { language } = this.#language;
    const [catalogue, service] = await Promise.all([
      // Without the messages, the content of the tag stays.
      loadCatalogue(language, menu).catch(() => undefined),
      this.service ?? (settings.ok ? fetchAudiences(settings.value) : undefined),
    ]);
    const isCurrent = language === this.#language.language;
    const messages: MenuMessages | undefined =
      catalogue && isCurrent ? messagesFrom(catalogue) : undefined;
    this.#dispatch({ type: 'loaded', messages, service });
  }

  #dispatch(event: MenuEvent<MenuMessages>): void {
    this.#state = afterMenuEvent(this.#state, event);
    this.requestUpdate();
  }
}

async function fetchAudiences(settings: Settings): Promise<OfferedAudiences | undefined> {
  const offered = await request(settings, { ...getProfile, response: OfferedAudiences });
  return offered.ok ? offered.value : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-audience-menu': AudienceMenu;
  }
}
