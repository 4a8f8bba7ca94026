import type { OfferedAudiences } from '../core/service/service-profile.js';
import type { Audience } from '../core/service/audience.js';

const entries = ['public', 'someone-close', 'professional', 'group', 'link-worker'] as const;
const groupEntries = ['group-refer', 'group-suggest', 'group-find'] as const;

/** An entry of the menu. */
export type MenuEntry = (typeof entries)[number] | (typeof groupEntries)[number];

/** The state of the menu: it is loading, shows all entries, or those for a group. */
export type MenuState<Messages> =
  | { readonly at: 'loading' }
  | {
      readonly at: 'all' | 'group';
      readonly messages: Messages;
      /** What the service offers; `undefined` while, or if, that is not known. */
      readonly service: OfferedAudiences | undefined;
    };

/** Something that a person did, or that was loaded. */
export type MenuEvent<Messages> =
  /** Without messages where these could not be loaded. */
  | {
      readonly type: 'loaded';
      readonly messages: Messages | undefined;
      readonly service: OfferedAudiences | undefined;
    }
  | { readonly type: 'open-group' }
  | { readonly type: 'close-group' };

/** The state after an event. */
export function afterMenuEvent<Messages>(
  state: MenuState<Messages>,
  event: MenuEvent<Messages>,
): MenuState<Messages> {
  if (state.at === 'loading')
    return event.type === 'loaded' && event.messages !== undefined
      ? { at: 'all', messages: event.messages, service: event.service }
      : state;
  switch (event.type) {
    case 'loaded':
      return { ...state, messages: event.messages ?? state.messages, service: event.service };
    case 'open-group':
      return { ...state, at: 'group' };
    case 'close-group':
      return { ...state, at: 'all' };
  }
}

const audiences: Readonly<Partial<Record<MenuEntry, Audience>>> = {
  public: 'self',
  'someone-close': 'someone-close',
  professional: 'professional',
  'group-refer': 'professional',
};

/** The kind of referrer for whom an entry opens the form; `undefined` where it leads elsewhere. */
export const audienceOf = (entry: MenuEntry): Audience | undefined => audiences[entry];

/** The entries that the `doors` attribute lists, known or not. */
export const namesIn = (attribute: string): readonly string[] =>
  attribute.split(/[\s,]+/).filter((name) => name !== '');

/** The entries that a partner wants, in the partner's order. */
export const chosenEntries = (attribute: string): readonly MenuEntry[] =>
  namesIn(attribute).flatMap((name) => entries.find((entry) => entry === name) ?? []);

/**
 * The entries that are shown.
 * @param attribute the entries that a partner wants
 * @param written the entries for which the partner has written content of their own
 */
export function shownEntries(
  { at, service }: Exclude<MenuState<unknown>, { at: 'loading' }>,
  attribute: string,
  written: readonly string[],
): readonly MenuEntry[] {
  const candidates = at === 'group' ? groupEntries : chosenEntries(attribute);
  return candidates.filter((entry) =>
    service ? isOffered(entry, service) : needsNoService(entry) || written.includes(entry),
  );
}

// Every service takes referrals of oneself and has activities.
const needsNoService = (entry: MenuEntry): boolean => entry === 'public' || entry === 'group-find';

function isOffered(entry: MenuEntry, service: OfferedAudiences): boolean {
  if (entry === 'link-worker') return service.linkWorkers !== undefined;
  if (entry === 'group-suggest') return service.suggestions;
  const audience = audienceOf(entry);
  return !audience || service.audiences.includes(audience);
}
