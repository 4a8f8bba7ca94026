import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type LoadEvent,
  type LoadState,
  afterLoad,
} from '../../../../src/core/element/load-state.js';

type State = LoadState<string, string>;

const loading: State = { at: 'loading' };
const ready: State = { at: 'ready', loaded: 'profile' };
const readyAfterFailure: State = { ...ready, failure: { kind: 'offline' } };
const failed: State = { at: 'failed', failure: { kind: 'offline' }, messages: 'English' };
const retrying: State = { ...failed, at: 'retrying' };

const load: LoadEvent<string, string> = { type: 'load' };
const loaded: LoadEvent<string, string> = { type: 'loaded', loaded: 'profile' };
const failure: LoadEvent<string, string> = {
  type: 'failed',
  failure: { kind: 'offline' },
  messages: 'English',
};

describe('the load state', () => {
  const cases: readonly (readonly [string, State, LoadEvent<string, string>, State])[] = [
    ['stays loading when a load begins', loading, load, loading],
    ['is ready when everything is loaded', loading, loaded, ready],
    ['holds the failure when the first load fails', loading, failure, failed],
    ['keeps the failure during the next attempt', failed, load, retrying],
    ['is ready when the next attempt succeeds', retrying, loaded, ready],
    ['is failed again when the next attempt fails', retrying, failure, failed],
    ['stays ready during a later load', ready, load, ready],
    [
      'stays ready when a later load fails, and holds the failure',
      ready,
      failure,
      readyAfterFailure,
    ],
    [
      'keeps the failure of a later load during the next attempt',
      readyAfterFailure,
      load,
      readyAfterFailure,
    ],
    [
      'forgets the failure of a later load when the next attempt succeeds',
      readyAfterFailure,
      loaded,
      ready,
    ],
    [
      'holds the result of a later load',
      ready,
      { type: 'loaded', loaded: 'newer profile' },
      { at: 'ready', loaded: 'newer profile' },
    ],
  ];
  for (const [name, state, event, expected] of cases)
    it(name, () => {
      assert.deepEqual(afterLoad(state, event), expected);
    });
});
