/** Runs SQL with values and gives the rows; the caller checks their shape. */
export interface Queries {
  /** @param name of a statement that is run all the time: each connection then plans it once and not each time */
  query(sql: string, values?: readonly unknown[], name?: string): Promise<readonly unknown[]>;
}

/** For how long a statement may run: as long as somebody waits for it, or as work in the background may take. */
export type Wait = 'short' | 'long';

/** A PostgreSQL database. */
export interface Database extends Queries {
  /** All or nothing. An answer means that it is on disk. */
  transaction<Value>(work: (queries: Queries) => Promise<Value>, wait?: Wait): Promise<Value>;
  /** Whether the database answers. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

/** The database cannot be reached or cannot work at the moment; asking again later may help. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
  readonly code: string;

  constructor(cause: unknown) {
    super('The database is unavailable', { cause });
    this.code = codeOf(cause);
  }
}

/** The code of an error of PostgreSQL or of Node; empty where it has none. */
export const codeOf = (error: unknown): string => {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : '';
};
