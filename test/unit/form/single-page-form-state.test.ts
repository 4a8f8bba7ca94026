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

describe('a single-page form', () => {
  const cases: readonly (readonly [string, State, Event, State])[] = [
    [
      'adds what is typed to what was typed before',
      filled,
      { type: 'fill', changes: { day: '27' } },
      { at: 'editing', raw: { ...raw, day: '27' }, issues: [] },
    ],
    ['keeps its issues while a person types', wrong, fill, { ...wrong, raw: other }],
    [
      'shows the issues instead of sending invalid input',
      filled,
      { type: 'submit', issues: [issue], key: 'first' },
      wrong,
    ],
    ['sends valid input', filled, submit, sending],
    ['has no issues while it is being sent', wrong, submit, sending],
    ['is sent once when the button is pressed repeatedly', sending, again, sending],
    [
      'can be changed while it is being sent',
      sending,
      fill,
      { at: 'sending', raw: other, attempt },
    ],
    [
      'shows the reply and discards what was typed',
      sending,
      answered({ ok: true, value: 'received' }),
      sent,
    ],
    [
      'shows the failure when it could not be sent',
      sending,
      answered({ ok: false, failure: { kind: 'offline' } }),
      offline,
    ],
    [
      'shows the issues that the backend reports',
      sending,
      answered({ ok: false, failure: { kind: 'rejected', issues: [issue] } }),
      { ...wrong, attempt },
    ],
    [
      'can be sent later when there is no backend',
      sending,
      answered(undefined),
      { ...filled, attempt },
    ],
    ['keeps its idempotency key when it is sent again unchanged', offline, again, sending],
    [
      'gets a new idempotency key when it is sent again with changes',
      { ...offline, raw: other },
      again,
      { at: 'sending', raw: other, attempt: { raw: other, key: 'second' } },
    ],
    [
      'gets a new idempotency key even when the changes were undone',
      { ...offline, raw: { ...raw } },
      again,
      { at: 'sending', raw, attempt: { raw, key: 'second' } },
    ],
    ['is empty after it is cleared', wrong, { type: 'clear' }, newSinglePageForm],
    [
      'is empty after it is cleared while it is being sent',
      sending,
      { type: 'clear' },
      newSinglePageForm,
    ],
    ['is empty after its reply is cleared', sent, { type: 'clear' }, newSinglePageForm],
    [
      'ignores a reply to a form that was cleared',
      newSinglePageForm,
      answered({ ok: true, value: 'received' }),
      newSinglePageForm,
    ],
    [
      'ignores a reply to an earlier attempt after it was cleared and sent anew',
      { at: 'sending', raw, attempt: { raw, key: 'second' } },
      answered({ ok: true, value: 'received' }),
      { at: 'sending', raw, attempt: { raw, key: 'second' } },
    ],
    ['keeps its reply when the button is pressed again', sent, again, sent],
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
