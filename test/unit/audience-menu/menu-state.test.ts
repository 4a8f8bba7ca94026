import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OfferedAudiences } from '../../../src/core/service/service-profile.js';
import {
  type MenuEvent,
  type MenuState,
  afterMenuEvent,
  shownEntries,
  chosenEntries,
} from '../../../src/audience-menu/menu-state.js';

type State = MenuState<string>;
type Event = MenuEvent<string>;

const service: OfferedAudiences = { audiences: ['self', 'professional'], suggestions: true };
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
      'keeps showing the content of the tag when its messages cannot be loaded',
      { at: 'loading' },
      { type: 'loaded', messages: undefined, service },
      { at: 'loading' },
    ],
    ['shows the entries for a group when a person opens them', all, { type: 'open-group' }, group],
    [
      'shows all entries again when a person goes back from those for a group',
      group,
      { type: 'close-group' },
      all,
    ],
    [
      'keeps showing the entries for a group when the language changes',
      group,
      { type: 'loaded', messages: 'Cymraeg', service },
      { ...group, messages: 'Cymraeg' },
    ],
    [
      'keeps its messages when those of another language cannot be loaded',
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
  const cases: readonly (readonly [string, Parameters<typeof shownEntries>, readonly string[]])[] =
    [
      ['are those that the service offers', [all, every, []], ['public', 'professional', 'group']],
      [
        'include the one for link workers when the service has a page for them',
        [workers, 'link-worker', []],
        ['link-worker'],
      ],
      ['are in the order that the partner gives', [all, 'group, public', []], ['group', 'public']],
      ['do not include entries that do not exist', [all, 'public visitor', []], ['public']],
      [
        'for a group are those that the service offers',
        [group, every, []],
        ['group-refer', 'group-suggest', 'group-find'],
      ],
      [
        'for a group do not include suggesting an activity when the service takes no suggestions',
        [{ ...group, service: { ...service, suggestions: false } }, every, []],
        ['group-refer', 'group-find'],
      ],
      [
        'are those that every service offers while the service is unknown',
        [unknown, every, []],
        ['public'],
      ],
      [
        'also include those that the partner has written while the service is unknown',
        [unknown, every, ['professional', 'group-refer']],
        ['public', 'professional'],
      ],
    ];
  for (const [name, given, expected] of cases)
    it(name, () => {
      assert.deepEqual(shownEntries(...given), expected);
    });

  it('are the ones that the partner lists, separated by commas or spaces', () => {
    assert.deepEqual(chosenEntries(' public,  group '), ['public', 'group']);
  });
});
