/** Runs SQL with values and returns the rows; the caller checks their shape. */
export interface Queries {
  /** @param name of a frequent statement, which each connection then plans only once */
  query(sql: string, values?: readonly unknown[], name?: string): Promise<readonly unknown[]>;
}

/** The time limit of a statement: short while a client waits, long for background work. */
export type Wait = 'short' | 'long';

/** A PostgreSQL database. */
export interface Database extends Queries {
  /** Commits all statements or none. Once it resolves, the changes are on disk. */
  transaction<Value>(work: (queries: Queries) => Promise<Value>, wait?: Wait): Promise<Value>;
  /** Whether the database responds. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

/** The database cannot be reached or cannot work at the moment; trying again later may help. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
  readonly code: string;

  constructor(cause: unknown) {
    const code = codeOf(cause);
    super(`The database is unavailable: ${reasons.get(code) ?? 'it cannot be reached'}`, { cause });
    this.code = code;
  }
}

// PostgreSQL documentation, appendix “PostgreSQL Error Codes”.
const reasons = new Map([
  ['25006', 'it is read-only'],
  ['53100', 'its disk is full'],
  ['53200', 'it is out of memory'],
  ['53300', 'it has too many connections'],
  ['57014', 'a statement took too long'],
  ['57P01', 'it is shutting down'],
  ['57P03', 'it is starting'],
]);

/** The code of a PostgreSQL or Node error; empty if it has none. */
export const codeOf = (error: unknown): string => {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : '';
};
