import type { Failure } from '../backend/failure.js';

/** Whether what an element needs has been loaded. Once it has, a later load that fails leaves it as it is. */
export type LoadState<Loaded, Messages> =
  | NotLoaded<Messages>
  | {
      readonly at: 'ready';
      readonly loaded: Loaded;
      /** Why a later load failed, such as that of another language. */
      readonly failure?: Failure;
    };

/** The states in which there is nothing to use yet. */
export type NotLoaded<Messages> =
  { readonly at: 'loading' } | (LoadFailure<Messages> & { readonly at: 'failed' | 'retrying' });

/** Why loading failed. */
export interface LoadFailure<Messages> {
  readonly failure: Failure;
  /** The messages in which the failure is explained; `undefined` where these could not be loaded either. */
  readonly messages: Messages | undefined;
}

/** The start of a load, or its outcome. */
export type LoadEvent<Loaded, Messages> =
  | { readonly type: 'load' }
  | (LoadFailure<Messages> & { readonly type: 'failed' })
  | { readonly type: 'loaded'; readonly loaded: Loaded };

/** The state after an event. */
export function afterLoad<Loaded, Messages>(
  state: LoadState<Loaded, Messages>,
  event: LoadEvent<Loaded, Messages>,
): LoadState<Loaded, Messages> {
  switch (event.type) {
    case 'load':
      return state.at === 'failed' ? { ...state, at: 'retrying' } : state;
    case 'loaded':
      return { at: 'ready', loaded: event.loaded };
    case 'failed': {
      const { failure, messages } = event;
      return state.at === 'ready' ? { ...state, failure } : { at: 'failed', failure, messages };
    }
  }
}
