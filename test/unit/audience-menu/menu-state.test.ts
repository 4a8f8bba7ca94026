import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Doors } from '../../../src/core/service/service-profile.js';
import {
  type MenuEvent,
  type MenuState,
  afterMenuEvent,
  shownDoors,
  wantedDoors,
} from '../../../src/audience-menu/menu-state.js';

type State = MenuState<string>;
type Event = MenuEvent<string>;

const service: Doors = { audiences: ['self', 'professional'], suggestions: true };
const all: State = { at: 'all', messages: 'English', service };
const group: State = { at: 'group', messages: 'English', service };

describe('the audience menu', () => {
  const cases: readonly (readonly [string, State, Event, State])[] = [
    [
      'shows all entries once it is loaded',
      { at: 'loading' },
      { type: 'loaded', messages: 'English', service },
      all,
    ],
    [
      'keeps the content of the tag where its messages cannot be loaded',
      { at: 'loading' },
      { type: 'loaded', messages: undefined, service },
      { at: 'loading' },
    ],
    ['opens the entries for a group', all, { type: 'open-group' }, group],
    ['goes back from the entries for a group', group, { type: 'close-group' }, all],
    [
      'stays at the entries for a group in another language',
      group,
      { type: 'loaded', messages: 'Cymraeg', service },
      { ...group, messages: 'Cymraeg' },
    ],
    [
      'keeps its messages where those of another language cannot be loaded',
      all,
      { type: 'loaded', messages: undefined, service },
      all,
    ],
  ];
  for (const [name, state, event, expected] of cases)
    it(name, () => {
      assert.deepEqual(afterMenuEvent(state, event), expected);
    });
});

describe('the entries of the audience menu', () => {
  const every = 'public someone-close professional group link-worker';
  const unknown = { at: 'all', messages: 'English', service: undefined } as const;
  const workers = { ...all, service: { ...service, linkWorkers: 'https://work.example' } };
  const cases: readonly (readonly [string, Parameters<typeof shownDoors>, readonly string[]])[] = [
    ['are those that the service offers', [all, every, []], ['public', 'professional', 'group']],
    [
      'include that of link workers where they have a page',
      [workers, 'link-worker', []],
      ['link-worker'],
    ],
    ['are in the order of the partner', [all, 'group, public', []], ['group', 'public']],
    ['do not include unknown ones', [all, 'public visitor', []], ['public']],
    [
      'for a group are those that the service offers',
      [group, every, []],
      ['group-refer', 'group-suggest', 'group-find'],
    ],
    [
      'for a group leave out suggestions that the service does not take',
      [{ ...group, service: { ...service, suggestions: false } }, every, []],
      ['group-refer', 'group-find'],
    ],
    [
      'are those that every service offers while nothing is known',
      [unknown, every, []],
      ['public'],
    ],
    [
      'are those that the partner has written, too, while nothing is known',
      [unknown, every, ['professional', 'group-refer']],
      ['public', 'professional'],
    ],
  ];
  for (const [name, given, expected] of cases)
    it(name, () => {
      assert.deepEqual(shownDoors(...given), expected);
    });

  it('are as many as the partner has written, unless one is unknown', () => {
    assert.deepEqual(wantedDoors(' public,  group '), ['public', 'group']);
  });
});
