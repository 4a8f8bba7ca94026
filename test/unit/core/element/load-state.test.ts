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
    ['is ready when what is needed is loaded', loading, loaded, ready],
    ['says why the first load failed', loading, failure, failed],
    ['keeps the failure while the next attempt is under way', failed, load, retrying],
    ['is ready when the next attempt succeeds', retrying, loaded, ready],
    ['has failed again when the next attempt fails', retrying, failure, failed],
    ['stays ready while something newer loads', ready, load, ready],
    ['stays ready when a later load fails', ready, failure, ready],
    [
      'takes what a later load brings',
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
