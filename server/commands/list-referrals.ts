import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { listReferrals } from '../../src/referral/contract/staff-endpoints.js';
import { getProfile } from '../../src/core/service/endpoints.js';
import { ServiceProfile } from '../../src/core/service/service-profile.js';
import { readServerAddress } from '../server-address.js';
import { readStoredTokens } from '../settings/staff-tokens.js';
import { commandEnvironment, runCommand } from './command.js';
import { AnyReferral } from '../referrals/referral-store.js';
import { type Needs, printReferral } from './print-referral.js';

// Lists the referrals of the running server, newest first: npm run referrals -- [--json] [--service id]

const Page = z.object({ items: z.array(AnyReferral), next: z.optional(z.string()) });

interface Server {
  readonly url: string;
  readonly tokens: ReadonlyMap<string, string>;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, service: { type: 'string' } },
  });
  const { url, tokens } = await findRunningServer();
  const selected = [...tokens].filter(
    ([id]) => values.service === undefined || id === values.service,
  );
  if (selected.length === 0)
    throw new Error(`There is no token for the service "${values.service ?? ''}"`);
  const all = await Promise.all(selected.map(([, token]) => fetchAll(url, token)));
  // The data folder may still contain tokens of services that the server no longer has.
  if (all.every((found) => found === undefined))
    throw new Error(`The server at ${url} does not accept this staff token.`);
  const referrals = all.flatMap((found) => found ?? []);
  if (values.json === true) console.log(escapeForTerminal(JSON.stringify(referrals, null, 2)));
  else if (referrals.length === 0) console.log('No referrals have been received yet.');
  else {
    const needs = await needsOfPartners(url, referrals);
    console.log(referrals.map((one) => printReferral(one, needs.get(one.partner))).join('\n\n'));
  }
}

async function findRunningServer(): Promise<Server> {
  const { dataFolder, staffToken } = commandEnvironment();
  const url = process.env['KITH_SERVER'] ?? (await readServerAddress(dataFolder));
  if (url === undefined) throw new Error(noServerMessage(`of the data folder ${dataFolder}`));
  const tokens =
    staffToken === undefined ? await readStoredTokens(dataFolder) : parseGivenTokens(staffToken);
  return { url, tokens };
}

// Escapes the characters of a JSON text that a terminal could interpret as commands.
const escapeForTerminal = (json: string): string =>
  json.replace(
    /[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const noServerMessage = (where: string): string =>
  `No server ${where} is running: start it with "npm start", or set KITH_SERVER to the address of a server.`;

// The command does not know the services, so it cannot tell one token from a list of `service=token`. It returns both
// readings; tokens that the server does not accept are skipped.
const parseGivenTokens = (given: string): ReadonlyMap<string, string> =>
  new Map([
    ['', given],
    ...given.split(',').flatMap((entry): [string, string][] => {
      const [, id, token] = /^([a-z0-9-]+)=(.+)$/.exec(entry.trim()) ?? [];
      return id === undefined || token === undefined ? [] : [[id, token]];
    }),
  ]);

/** All referrals of one service; `undefined` if the server does not accept the token. */
async function fetchAll(url: string, token: string): Promise<readonly AnyReferral[] | undefined> {
  const found: AnyReferral[] = [];
  for (let before: string | undefined, isLast = false; !isLast;) {
    const address = new URL(listReferrals.path, url);
    address.searchParams.set('limit', '200');
    if (before !== undefined) address.searchParams.set('before', before);
    const answer = await getJson(address, token);
    if (answer === undefined) return undefined;
    const page = z.parse(Page, answer);
    found.push(...page.items);
    before = page.next;
    isLast = before === undefined;
  }
  return found;
}

/** The needs of the service by partner. A partner that the server no longer has is left out. */
async function needsOfPartners(
  url: string,
  referrals: readonly AnyReferral[],
): Promise<ReadonlyMap<string, Needs>> {
  const partners = [...new Set(referrals.map(({ partner }) => partner))];
  const found = await Promise.all(
    partners.map(async (partner): Promise<readonly (readonly [string, Needs])[]> => {
      const address = new URL(getProfile.path, url);
      address.searchParams.set('partner', partner);
      const response = await fetch(address);
      if (!response.ok) return [];
      return [[partner, z.parse(ServiceProfile, await response.json()).needs]];
    }),
  );
  return new Map(found.flat());
}

async function getJson(address: URL, token: string): Promise<unknown> {
  const response = await fetch(address, { headers: { Authorization: `Bearer ${token}` } }).catch(
    (cause: unknown) => {
      throw new Error(noServerMessage(`at ${address.origin}`), { cause });
    },
  );
  if (response.status === 401) return undefined;
  if (!response.ok) throw new Error(`The server at ${address.origin} answered ${response.status}.`);
  return response.json();
}

runCommand(main);
