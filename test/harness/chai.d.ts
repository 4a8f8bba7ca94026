import '@open-wc/testing';

// The types of @open-wc/semantic-dom-diff say that `equal` returns a promise; it does so only for DOM snapshots.
declare global {
  namespace Chai {
    interface Equal {
      (value: unknown, message?: string): void;
    }
  }
}
