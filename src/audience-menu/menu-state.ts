import type { Doors } from '../core/service/service-profile.js';
import type { Audience } from '../core/service/audience.js';

const doors = ['public', 'someone-close', 'professional', 'group', 'link-worker'] as const;
const groupDoors = ['group-refer', 'group-suggest', 'group-find'] as const;

/** An entry of the menu. */
export type Door = (typeof doors)[number] | (typeof groupDoors)[number];

/** The state of the menu: it is loading, shows all entries, or those for a group. */
export type MenuState<Messages> =
  | { readonly at: 'loading' }
  | {
      readonly at: 'all' | 'group';
      readonly messages: Messages;
      /** What the service offers; `undefined` while, or if, that is not known. */
      readonly service: Doors | undefined;
    };

/** Something that a person did, or that was loaded. */
export type MenuEvent<Messages> =
  /** Without messages where these could not be loaded. */
  | {
      readonly type: 'loaded';
      readonly messages: Messages | undefined;
      readonly service: Doors | undefined;
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

const audiences: Readonly<Partial<Record<Door, Audience>>> = {
  public: 'self',
  'someone-close': 'someone-close',
  professional: 'professional',
  'group-refer': 'professional',
};

/** The kind of referrer for whom an entry opens the form; `undefined` where it leads elsewhere. */
export const audienceOf = (door: Door): Audience | undefined => audiences[door];

/** The entries that the `doors` attribute lists, known or not. */
export const wordsIn = (attribute: string): readonly string[] =>
  attribute.split(/[\s,]+/).filter((word) => word !== '');

/** The entries that a partner wants, in the partner's order. */
export const wantedDoors = (attribute: string): readonly Door[] =>
  wordsIn(attribute).flatMap((word) => doors.find((door) => door === word) ?? []);

/**
 * The entries that are shown.
 * @param attribute the entries that a partner wants
 * @param written the entries for which the partner has written content of their own
 */
export function shownDoors(
  { at, service }: Exclude<MenuState<unknown>, { at: 'loading' }>,
  attribute: string,
  written: readonly string[],
): readonly Door[] {
  const candidates = at === 'group' ? groupDoors : wantedDoors(attribute);
  return candidates.filter((door) =>
    service ? isOffered(door, service) : needsNoService(door) || written.includes(door),
  );
}

// Every service takes referrals of oneself and has activities.
const needsNoService = (door: Door): boolean => door === 'public' || door === 'group-find';

function isOffered(door: Door, service: Doors): boolean {
  if (door === 'link-worker') return service.linkWorkers !== undefined;
  if (door === 'group-suggest') return service.suggestions;
  const audience = audienceOf(door);
  return !audience || service.audiences.includes(audience);
}
