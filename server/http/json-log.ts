import pino from 'pino';
import type { Log } from './middleware/request-log.js';

type About = Readonly<Record<string, string | number | readonly string[]>>;

/** The log of the whole process. */
export interface ProcessLog extends Log {
  warn(event: string, about: About): void;
  info(event: string, about: About): void;
}

/** Writes a line of JSON for each event to standard output. */
export function jsonLog(): ProcessLog {
  const log = pino({ base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    request: (entry) => {
      log.info(entry, 'request');
    },
    error: (entry) => {
      log.error(entry, 'error');
    },
    warn: (event, about) => {
      log.warn(about, event);
    },
    info: (event, about) => {
      log.info(about, event);
    },
  };
}
