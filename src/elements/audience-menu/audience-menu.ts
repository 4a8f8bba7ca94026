import { type PropertyDeclarations, type TemplateResult, html, nothing } from 'lit';
import { request } from '../../client/http.js';
import { type Settings, reportSetting, resolveSettings } from '../../client/settings.js';
import type { Audience } from '../../contract/audience.js';
import { getProfile } from '../../contract/intake-endpoints.js';
import { Doors } from '../../contract/service-profile.js';
import { menu } from '../../i18n/generated/menu.js';
import { directionOf, loadCatalogue } from '../../i18n/language.js';
import { type MenuMessages, wordsOf } from '../../i18n/words.js';
import { linkIn, pressedLink } from '../../view/pressed-link.js';
import { textStyles } from '../../view/text.styles.js';
import { FormOpener } from '../refer-yourself/form-opener.js';
import { LanguageController } from '../language-controller.js';
import { styles } from './audience-menu.styles.js';

const possible = ['public', 'someone-close', 'professional', 'group', 'link-worker'] as const;

const ofGroup = ['group-refer', 'group-suggest', 'group-find'] as const;

type Door = (typeof possible)[number] | (typeof ofGroup)[number];

// Whom the form behind a door is for.
const audienceOf: Readonly<Partial<Record<Door, Audience>>> = {
  public: 'self',
  'someone-close': 'someone-close',
  professional: 'professional',
  'group-refer': 'professional',
};

/**
 * “I am a…”: leads each kind of visitor to what is there for them. A partner may reword, reorder or drop doors; a
 * door that the service does not have is not shown.
 * @summary Ways in for the public, professionals, groups and link workers.
 * @tag kith-audience-menu
 * @slot - Shown until the menu is there: links to the service's own pages.
 * @slot title - The title.
 * @slot public - A link to the form, for a member of the public.
 * @slot someone-close - A link to the form, for somebody who refers a person close to them.
 * @slot professional - A link to the form, for a healthcare professional.
 * @slot group - A link for a community or voluntary group, which opens the choice of what it can do.
 * @slot link-worker - A link to where link workers work.
 * @slot group-title - The title of what a group can do.
 * @slot group-refer - A link to the form, for a group.
 * @slot group-suggest - A link to where a group suggests an activity.
 * @slot group-find - A link to the activities.
 * @slot logo - As in `<kith-referral-form>`; seen when the form is open.
 * @slot intro - As in `<kith-referral-form>`; seen when the form is open.
 * @slot footer - As in `<kith-referral-form>`; seen when the form is open.
 * @csspart menu - The whole menu.
 * @csspart title - The title.
 * @csspart doors - The list of doors.
 * @csspart door - One door.
 * @csspart back - The button that leads back to all doors.
 * @csspart place - The box around the form, where it opens in place.
 * @csspart languages - The row of languages that a person can choose.
 * @csspart language - One of these languages.
 * @csspart draft - What is said of a translation that nobody has checked.
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
    known: { state: true },
    messages: { state: true },
    isGroup: { state: true },
  };

  /** Which doors there are, and in which order: `public`, `someone-close`, `professional`, `group`, `link-worker`. */
  doors = 'public professional group link-worker';
  /** Where “Find activities” leads, instead of the service's own page: an address, or `#id` on this page. */
  finder = '';
  /** Where “Suggest an activity” leads, instead of the service's own page: an address, or `#id` on this page. */
  suggest = '';
  /** The form to use, instead of one in a dialog: `#id` of the `<kith-referral-form>` on this page. */
  formTarget = '';
  /** Level of the title among the headings of the page. */
  headingLevel = 2;
  /** What the service has; asked of the backend unless it is given. */
  service: Doors | undefined = undefined;

  readonly #spoken = new LanguageController(this, () => void this.#load());
  private known: Doors | undefined;
  private messages: MenuMessages | undefined;
  private isGroup = false;

  override render(): TemplateResult {
    const { language } = this.#spoken;
    return html`<div class="root" part="menu" lang=${language} dir=${directionOf(language)}>
      ${this.#spoken.choiceBeside(language)}
      ${this.messages ? this.#shown(this.messages) : html`<slot></slot>`}
    </div>`;
  }

  #shown(messages: MenuMessages): TemplateResult {
    const names = this.isGroup ? ofGroup : this.#wanted();
    const title = this.isGroup ? 'group-title' : 'title';
    return html`${
        this.isGroup
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
        ${names.filter((door) => this.#has(door)).map((door) => this.#door(door, messages))}
      </ul>`;
  }

  #door(door: Door, messages: MenuMessages): TemplateResult {
    const prepare = audienceOf[door] && this.formTarget === '' ? this.prepare : nothing;
    const label = html`<strong>${messages(`menu.${door}`)}</strong>
      ${messages(`menu.${door}.text`)}`;
    return html`<li part="door">
      <slot
        name=${door}
        @click=${(event: MouseEvent) => {
          this.#press(event, door);
        }}
        @pointerenter=${prepare}
        @pointerdown=${prepare}
        @focusin=${prepare}
        >${
          door === 'group'
            ? html`<button type="button">${label}</button>`
            : html`<a href=${this.#address(door) ?? nothing}>${label}</a>`
        }</slot
      >
    </li>`;
  }

  #wanted(): readonly Door[] {
    const written = this.doors.split(/[\s,]+/);
    return written.flatMap((one) => possible.find((door) => door === one) ?? []);
  }

  #has(door: Door): boolean {
    const { known } = this;
    const audience = audienceOf[door];
    // While the service says nothing, there is what the partner wrote, and what needs no answer.
    if (!known)
      return /public|find/.test(door) || [...this.children].some(({ slot }) => slot === door);
    if (door === 'link-worker') return known.linkWorkers !== undefined;
    if (door === 'group-suggest') return known.suggestions;
    return !audience || known.audiences.includes(audience);
  }

  #address(door: Door): string | undefined {
    const audience = audienceOf[door];
    if (audience) return this.formTarget || this.page('refer')?.concat(`&for=${audience}`);
    if (door === 'group-find') return this.finder || this.page('activities');
    return door === 'link-worker' ? this.known?.linkWorkers : this.suggest || this.page('suggest');
  }

  #press(event: MouseEvent, door: Door): void {
    const audience = audienceOf[door];
    if (audience && this.formTarget !== '')
      // The link leads to the form, which is told for whom it is.
      document.getElementById(this.formTarget.slice(1))?.setAttribute('for', audience);
    else if (audience) void this.open(event, audience);
    else if (door === 'group' && pressedLink(event)) {
      event.preventDefault();
      void this.#show(true);
    }
  }

  async #show(isGroup: boolean): Promise<void> {
    this.isGroup = isGroup;
    await this.updateComplete;
    const place = isGroup
      ? this.renderRoot.querySelector<HTMLElement>('#title')
      : linkIn(this.renderRoot.querySelector('[name=group]'));
    place?.focus();
  }

  async #load(): Promise<void> {
    // What a framework has set before we were known is there with the first drawing.
    await this.updateComplete;
    if (this.#wanted().length < this.doors.trim().split(/[\s,]+/).length)
      void reportSetting(this.localName, { name: 'doors', value: this.doors });
    const settings = resolveSettings(this);
    const { language } = this.#spoken;
    const [catalogue, known] = await Promise.all([
      // Where the words do not come, what the partner wrote inside the tag stays.
      loadCatalogue(language, menu).catch(() => undefined),
      this.service ?? (settings.ok ? askDoors(settings.value) : undefined),
    ]);
    this.known = known;
    if (catalogue && language === this.#spoken.language) this.messages = wordsOf(catalogue);
  }
}

async function askDoors(settings: Settings): Promise<Doors | undefined> {
  const doors = await request(settings, { ...getProfile, response: Doors });
  return doors.ok ? doors.value : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-audience-menu': AudienceMenu;
  }
}
