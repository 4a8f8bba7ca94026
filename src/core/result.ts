/** The outcome of an operation whose failures the caller has to handle; only bugs throw. */
export type Result<Value, Failure> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Failure };

/** The outcome of an operation that succeeded. */
export const ok = <Value>(value: Value) => ({ ok: true, value }) as const;

/** The outcome of an operation that failed. */
export const failed = <Failure>(failure: Failure) => ({ ok: false, failure }) as const;
