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
    super('The database is unavailable', { cause });
    this.code = codeOf(cause);
  }
}

/** The code of a PostgreSQL or Node error; empty if it has none. */
export const codeOf = (error: unknown): string => {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : '';
};
