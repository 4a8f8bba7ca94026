import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import * as z from 'zod/mini';
import { GpPracticePage } from '../../src/referral/contract/gp-practice.js';
import { Problem } from '../../src/core/contract/problem.js';
import { Receipt } from '../../src/referral/contract/receipt.js';
import { ServiceProfile } from '../../src/core/service/service-profile.js';
import { StoredReferral } from '../../src/referral/contract/stored-referral.js';
import { createApp } from '../../server/app.js';
import { parseDeployment } from '../../server/settings/deployment.js';
import type { Deployment, ServiceEntry } from '../../server/settings/deployment-schema.js';
import { isWordingKey } from '../../server/http/responses/explain-issue.js';
import type { ErrorEntry, RequestEntry } from '../../server/http/middleware/request-log.js';
import { examplesFor } from '../../server/openapi/request-examples.js';
import { wordingVersion } from '../../server/settings/service-context.js';
import type { Database } from '../../server/database/database.js';
import { openDatabase } from '../../server/database/open-database.js';
import { prepareDatabase } from '../../server/database/migrate.js';
import { activityStore } from '../../server/directory/store/activity-store.js';
import { reportStore } from '../../server/reports/report-store.js';
import { addPractices, practiceStore } from '../../server/practices/practice-store.js';
import { referralStore } from '../../server/referrals/referral-store.js';
import { suggestionStore } from '../../server/suggestions/suggestion-store.js';
import { rateLimitStore } from '../../server/database/rate-limit-store.js';
import type { ReadFile } from '../../server/http/embed-routes.js';

/** A Sunday; five working days later is Friday 27 November. */
export const now = new Date('2026-11-22T10:30:00.000Z');

export const tokens: ReadonlyMap<string, string> = new Map([
  ['northside', 'token-of-northside-staff'],
  ['southside', 'token-of-southside-staff'],
]);

/** The demonstration's service and a second one, whose data must stay separate. */
export async function twoServices(): Promise<Deployment> {
  const northside = await demonstration();
  const southside: ServiceEntry = {
    ...northside,
    id: 'southside',
    name: 'Southside Link',
    areas: ['YO1', 'TS18 1'],
    age: { from: 16, to: 25 },
    // Without settings for teams and audiences: a single team that accepts self-referrals.
    teams: undefined,
    audiences: undefined,
    others: undefined,
    linkWorkers: undefined,
    questions: { support: 'off', practice: 'optional', matters: 'required' },
    partners: [{ id: 'youth-club', name: 'Youth Club', origins: ['https://youth.example'] }],
  };
  return { services: [northside, southside] };
}

/** The demonstration's service, with an origin for its library. */
export async function demonstration(): Promise<ServiceEntry> {
  const file = new URL('../../demo/settings.json', import.meta.url);
  const parsed = parseDeployment(await readFile(file, 'utf8'), isWordingKey);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
  const [service] = parsed.value.services;
  if (!service) throw new Error('no service');
  return {
    ...service,
    partners: service.partners.map((partner) => ({
      ...partner,
      origins: partner.id === 'northside-library' ? ['https://library.example'] : [],
    })),
  };
}

export const practices = [
  { code: 'A81001', name: 'The Densham Surgery', address: 'Lawson Street, Stockton, TS18 1HU' },
  { code: 'A81002', name: 'Queens Park Medical Centre', address: 'Farrer Street, TS18 2AW' },
];

/** Creates a database on the PostgreSQL server of the test run: empty, or a copy of `KITH_TEST_TEMPLATE`. */
export async function freshDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const admin = process.env['KITH_TEST_DATABASE_URL'] ?? process.env['DATABASE_URL'];
  if (admin === undefined)
    throw new Error('Set KITH_TEST_DATABASE_URL to a PostgreSQL whose user may create databases');
  const template = process.env['KITH_TEST_TEMPLATE'] ?? '';
  const name = `kith_test_${randomBytes(6).toString('hex')}`;
  await asAdmin(admin, `create database ${name}${template === '' ? '' : ` template ${template}`}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => dropDatabase(admin, name) };
}

// PostgreSQL's autovacuum may still be connected after many writes, and our user may not disconnect it.
async function dropDatabase(admin: string, name: string, tries = 40): Promise<void> {
  try {
    await asAdmin(admin, `drop database ${name} with (force)`);
  } catch (error) {
    const isCleaning = error instanceof pg.DatabaseError && error.code === '42501';
    if (!isCleaning || tries === 0) throw error;
    await wait(250);
    await dropDatabase(admin, name, tries - 1);
  }
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

export interface Options {
  readonly deployment?: Deployment;
  readonly now?: () => Date;
  readonly readEmbed?: ReadFile;
  readonly readSwaggerUi?: ReadFile;
  readonly makeReference?: () => string;
  readonly url?: string;
}

/** Creates a backend on a real database: a new one, or an existing one given by its `url`. */
export async function openBackend(options: Options = {}) {
  const made = options.url === undefined ? await freshDatabase() : undefined;
  const url = options.url ?? made?.url ?? '';
  await prepareDatabase(url, async (queries) => {
    if (made) await addPractices(queries, 'northside', practices);
  });
  const requests: RequestEntry[] = [];
  const errors: ErrorEntry[] = [];
  const database = openDatabase(url, () => undefined);
  const activities = activityStore(database);
  const appOver = (deployment: Deployment) =>
    createApp({
      deployment,
      referrals: referralStore(database, options.makeReference),
      practices: practiceStore(database),
      activities,
      reports: reportStore(database),
      rateLimits: rateLimitStore(database),
      suggestions: suggestionStore(database, options.makeReference),
      staffTokens: tokens,
      log: { request: (entry) => requests.push(entry), error: (entry) => errors.push(entry) },
      now: options.now ?? (() => now),
      readEmbed: options.readEmbed ?? (() => Promise.resolve(undefined)),
      readSwaggerUi: options.readSwaggerUi ?? (() => Promise.resolve(undefined)),
      isReady: () => database.isReady(),
    });
  const app = appOver(options.deployment ?? (await twoServices()));
  const close = async (): Promise<void> => {
    await database.close();
    await made?.drop();
  };
  return { app, appOver, activities, database, url, requests, errors, close, ...callsTo(app) };
}

export type TestBackend = Awaited<ReturnType<typeof openBackend>>;

const origin = 'http://backend.test';

type App = ReturnType<typeof createApp>;

/** Functions that send requests to an app. */
export function callsTo(app: App) {
  const ask = (path: string, init?: RequestInit): Promise<Response> =>
    app.fetch(new Request(origin + path, init));
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const send = (
    body: unknown,
    key: string = randomBytes(8).toString('hex'),
    partner = 'open-door',
  ) => post(`/api/v1/referrals?partner=${partner}`, body, { 'idempotency-key': key });
  const staff = (path = '', service = 'northside') =>
    ask(`/api/v1/staff/referrals${path}`, {
      headers: { authorization: `Bearer ${tokens.get(service) ?? ''}` },
    });
  const setStatus = (reference: string, body: unknown, service = 'northside') =>
    post(`/api/v1/staff/referrals/${reference}/status`, body, {
      authorization: `Bearer ${tokens.get(service) ?? ''}`,
    });
  const lookUp = (body: unknown, partner = 'open-door') =>
    post(`/api/v1/referral-status?partner=${partner}`, body);
  const suggest = (
    body: unknown,
    key: string = randomBytes(8).toString('hex'),
    partner = 'open-door',
  ) => post(`/api/v1/activity-suggestions?partner=${partner}`, body, { 'idempotency-key': key });
  const decide = (reference: string, body: unknown, service = 'northside') =>
    post(`/api/v1/staff/activity-suggestions/${reference}/decision`, body, {
      authorization: `Bearer ${tokens.get(service) ?? ''}`,
    });
  return { ask, post, send, staff, setStatus, lookUp, suggest, decide };
}

/** The version of the demonstration's permissions, as in its profile. */
export const version = wordingVersion((await demonstration()).consent);

/** A referral that the demonstration accepts; the given answers replace its own, and `undefined` removes one. */
export const referral = (answers: Readonly<Record<string, unknown>> = {}) => {
  const { answers: usual, ...rest } = examplesFor(version).sendReferral;
  return { ...rest, answers: { ...usual, ...answers } };
};

const Counts = z.object({ referrals: z.number(), consents: z.number() });

/** Counts the rows of the tables of referrals and permissions. */
export async function countRows(database: Database): Promise<z.infer<typeof Counts>> {
  const [row] = await database.query(
    `select (select count(*)::int from referral) as referrals,
            (select count(*)::int from consent) as consents`,
  );
  return z.parse(Counts, row);
}

/** The problem details of an error response, after checking its content type and status. */
export async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get('content-type');
  if (type !== 'application/problem+json') throw new Error(`no problem but ${String(type)}`);
  const problem = z.parse(Problem, await response.json());
  if (problem.status !== response.status) throw new Error('status differs');
  return problem;
}

/** The parsed JSON body of a response. */
export async function jsonOf(response: Response | Promise<Response>): Promise<unknown> {
  const json: unknown = await (await response).json();
  return json;
}

/** The receipt for a stored referral. */
export const receiptOf = async (response: Response | Promise<Response>): Promise<Receipt> =>
  z.parse(Receipt, await jsonOf(response));

const Shown = z.object({
  ...StoredReferral.shape,
  answers: z.record(z.string(), z.record(z.string(), z.unknown())),
});

/** A referral as returned to staff. */
export const shownOf = async (response: Response | Promise<Response>) =>
  z.parse(Shown, await jsonOf(response));

/** A page of referrals as returned to staff. */
export const pageOf = async (response: Response | Promise<Response>) =>
  z.parse(
    z.object({ items: z.array(Shown), next: z.optional(z.string()) }),
    await jsonOf(response),
  );

/** The GP practices of a search result. */
export const practicesOf = async (response: Response | Promise<Response>) =>
  z.parse(GpPracticePage, await jsonOf(response)).items;

/** The profile of a service. */
export const profileOf = async (response: Response | Promise<Response>) =>
  z.parse(ServiceProfile, await jsonOf(response));
