import { type Result, failed, ok } from '../../src/core/result.js';

/** The checked settings from environment variables. */
export interface Environment {
  /** Port to listen on; 0 lets the operating system choose. */
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  /** Address of a PostgreSQL server to use instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  readonly settingsFile: string | undefined;
  readonly staffToken: string | undefined;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Reads the environment variables; a failure describes the first invalid one in one line. */
export function readEnvironment(variables: Variables): Result<Environment, string> {
  const value = (name: string): string | undefined => variables[name]?.trim() || undefined;
  const port = value('PORT') ?? '8080';
  const host = value('HOST') ?? '127.0.0.1';
  const databaseUrl = value('DATABASE_URL');
  // The demonstration also serves three partner sites, on the three ports after this one.
  const maxPort = value('KITH_CONFIG') === undefined ? 65_532 : 65_535;
  if (!/^\d{1,5}$/.test(port) || Number(port) > maxPort)
    return failed(`PORT is "${port}"; expected a number from 1 to ${maxPort}, such as 8080`);
  if (!/^[A-Za-z0-9:._-]+$/.test(host))
    return failed(`HOST is "${host}"; expected an address or name to listen on, such as 127.0.0.1`);
  if (databaseUrl !== undefined && !isPostgresUrl(databaseUrl))
    return failed(
      'DATABASE_URL is not usable; expected an address such as postgresql://user:password@host:5432/name',
    );
  return ok({
    port: Number(port),
    host,
    dataFolder: value('KITH_DATA') ?? '.data',
    databaseUrl,
    settingsFile: value('KITH_CONFIG'),
    staffToken: value('KITH_STAFF_TOKEN'),
  });
}

function isPostgresUrl(value: string): boolean {
  try {
    return /^postgres(ql)?:$/.test(new URL(value).protocol);
  } catch {
    return false;
  }
}

/** The address of a database without its password and parameters, safe to print. */
export function withoutPassword(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  return `${url.protocol}//${url.username === '' ? '' : `${url.username}@`}${url.host}${url.pathname}`;
}
