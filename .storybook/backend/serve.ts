import './buffer.js';
import settings from '../../demo/settings.json' with { type: 'json' };
import type { App } from '../../server/app.js';
import type { Database } from '../../server/database/database.js';
import { openOwnDatabase } from './database.js';
import { demonstrationOf, openApp } from './open-app.js';

/**
 * Opens the real backend in this page. Its database is fetched at the first query.
 * @param makeReference makes the reference of each new referral
 */
export function openBackend(makeReference: () => string): App {
  const deployment = demonstrationOf(settings);
  return openApp(deployment, onDemand(load), makeReference);
}

async function load(): Promise<Database> {
  const answer = await fetch(new URL('demonstration/demonstration.tar.gz', document.baseURI));
  return openOwnDatabase(await answer.blob());
}

function onDemand(open: () => Promise<Database>): Database {
  let opened: Promise<Database> | undefined;
  const database = (): Promise<Database> => (opened ??= open());
  return {
    query: async (...statement) => (await database()).query(...statement),
    transaction: async (...work) => (await database()).transaction(...work),
    isReady: async () => (await database()).isReady(),
    close: async () => (await database()).close(),
  };
}
