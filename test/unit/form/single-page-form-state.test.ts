import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type Attempt,
  type SinglePageFormEvent,
  type SinglePageFormState,
  afterFormEvent,
  hasContents,
  newSinglePageForm,
} from '../../../src/form/single-page-form-state.js';

type State = SinglePageFormState<string>;
type Event = SinglePageFormEvent<string>;

const raw = { reference: '7KR4XWC2' };
const other = { reference: '7KR4XWC3' };
const issue = { field: 'reference', code: 'standing.reference.shape' };
const attempt: Attempt = { raw, key: 'first' };

const filled: State = { at: 'editing', raw, issues: [] };
const wrong: State = { at: 'editing', raw, issues: [issue] };
const sending: State = { at: 'sending', raw, attempt };
const offline: State = {
  at: 'editing',
  raw,
  issues: [],
  failure: { kind: 'offline' },
  attempt,
};
const sent: State = { at: 'sent', reply: 'received' };

const fill: Event = { type: 'fill', changes: other };
const submit: Event = { type: 'submit', issues: [], key: 'first' };
const again: Event = { type: 'submit', issues: [], key: 'second' };
const answered = (result: Extract<Event, { type: 'answered' }>['result']): Event => ({
  type: 'answered',
  attempt,
  result,
});

describe('a form of one page', () => {
  const cases: readonly (readonly [string, State, Event, State])[] = [
    [
      'holds what is typed beside what was typed before',
      filled,
      { type: 'fill', changes: { day: '27' } },
      { at: 'editing', raw: { ...raw, day: '27' }, issues: [] },
    ],
    ['keeps its issues while a person types', wrong, fill, { ...wrong, raw: other }],
    [
      'says what is wrong instead of sending it',
      filled,
      { type: 'submit', issues: [issue], key: 'first' },
      wrong,
    ],
    ['sends what is valid', filled, submit, sending],
    ['has no issues while it is sent', wrong, submit, sending],
    ['is sent once, however often the button is pressed', sending, again, sending],
    ['can be changed while it is sent', sending, fill, { at: 'sending', raw: other, attempt }],
    [
      'shows the reply and forgets what was typed',
      sending,
      answered({ ok: true, value: 'received' }),
      sent,
    ],
    [
      'says why it was not sent',
      sending,
      answered({ ok: false, failure: { kind: 'offline' } }),
      offline,
    ],
    [
      'says what the backend found wrong',
      sending,
      answered({ ok: false, failure: { kind: 'rejected', issues: [issue] } }),
      { ...wrong, attempt },
    ],
    [
      'can be sent later where there is no backend',
      sending,
      answered(undefined),
      { ...filled, attempt },
    ],
    ['keeps its key when it is sent again unchanged', offline, again, sending],
    [
      'has a new key when it is sent again with changes',
      { ...offline, raw: other },
      again,
      { at: 'sending', raw: other, attempt: { raw: other, key: 'second' } },
    ],
    [
      'has a new key after changes were undone',
      { ...offline, raw: { ...raw } },
      again,
      { at: 'sending', raw, attempt: { raw, key: 'second' } },
    ],
    ['is empty when it was cleared', wrong, { type: 'clear' }, newSinglePageForm],
    [
      'is empty when it was cleared while it was sent',
      sending,
      { type: 'clear' },
      newSinglePageForm,
    ],
    ['is empty when its reply was cleared', sent, { type: 'clear' }, newSinglePageForm],
    [
      'ignores a reply to what was cleared',
      newSinglePageForm,
      answered({ ok: true, value: 'received' }),
      newSinglePageForm,
    ],
    [
      'ignores a reply to what was cleared and sent anew',
      { at: 'sending', raw, attempt: { raw, key: 'second' } },
      answered({ ok: true, value: 'received' }),
      { at: 'sending', raw, attempt: { raw, key: 'second' } },
    ],
    ['keeps its reply when somebody presses again', sent, again, sent],
  ];
  for (const [name, state, event, expected] of cases)
    it(name, () => {
      assert.deepEqual(afterFormEvent(state, event), expected);
    });

  it('has contents once something is typed, until it is cleared', () => {
    assert.equal(hasContents(newSinglePageForm), false);
    assert.equal(hasContents({ at: 'editing', raw: { reference: '' }, issues: [] }), false);
    for (const state of [filled, sending, sent]) assert.equal(hasContents(state), true);
  });
});
