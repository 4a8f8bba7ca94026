import { type Context, Hono } from 'hono';
import { except } from 'hono/combine';
import { HTTPException } from 'hono/http-exception';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { crossOrigin } from './http/middleware/cross-origin.js';
import { describeError, type Log, logRequests } from './http/middleware/request-log.js';
import { problem } from './http/responses/problem.js';
import type { Env, Route } from './http/route.js';
import { noStore, securityHeaders } from './http/middleware/security-headers.js';
import type { Deployment } from './settings/deployment-schema.js';
import type { StaffTokens } from './http/middleware/guards.js';
import { serviceContextsOf } from './settings/service-context.js';
import { activityRoutes } from './directory/activity-routes.js';
import { directoryRoutes } from './directory/directory-routes.js';
import { healthRoutes } from './http/health-routes.js';
import { documentRoutes } from './openapi/routes.js';
import { embedRoutes, type ReadFile } from './http/embed-routes.js';
import { openReferralUkRoutes } from './open-referral-uk/routes.js';
import { pageRoutes } from './pages/routes.js';
import { placeRoutes } from './geography/routes.js';
import { practiceRoutes } from './practices/routes.js';
import { profileRoutes } from './referrals/profile-routes.js';
import { reportRoutes } from './reports/routes.js';
import { referralStatusRoutes } from './referrals/status/routes.js';
import { referralRoutes } from './referrals/routes.js';
import { suggestionRoutes } from './suggestions/routes.js';
import { tileRoutes } from './sample-data/tile-routes.js';
import { staffRoutes } from './referrals/staff-routes.js';
import { DatabaseUnavailable } from './database/database.js';
import type { ActivityStore } from './directory/contract/activity-store.js';
import type { PracticeStore } from './practices/practice-store.js';
import type { ReportStore } from './reports/report-store.js';
import type { SuggestionStore } from './suggestions/suggestion-store.js';
import type { RateLimitStore } from './database/rate-limit-store.js';
import type { ReferralStore } from './referrals/referral-store.js';

/** Everything that the backend needs from outside. */
export interface Dependencies {
  readonly deployment: Deployment;
  readonly referrals: ReferralStore;
  readonly practices: PracticeStore;
  readonly activities: ActivityStore;
  readonly reports: ReportStore;
  readonly rateLimits: RateLimitStore;
  readonly suggestions: SuggestionStore;
  readonly staffTokens: StaffTokens;
  readonly log: Log;
  readonly now: () => Date;
  /** Reads a file of the built script tag by its path below `/embed/v1/`. */
  readonly readEmbed: ReadFile;
  /** Reads a file of Swagger UI, which shows the API reference. */
  readonly readSwaggerUi: ReadFile;
  /** Whether the database responds. */
  readonly isReady: () => Promise<boolean>;
}

/** The backend as a function from requests to responses. */
export interface App {
  fetch(request: Request): Promise<Response>;
}

/** Creates the backend. It keeps no state, so any number of processes may share one database. */
export function createApp(dependencies: Dependencies): App {
  const { deployment, log } = dependencies;
  const serviceContexts = serviceContextsOf(deployment);
  const app = new Hono<Env>();
  app.use(
    logRequests(log),
    securityHeaders,
    noStore,
    methodNotAllowed({ app, onMethodNotAllowed: wrongMethod }),
  );
  // Pages of partners must never read responses for staff.
  app.use('/api/v1/*', except('/api/v1/staff/*', crossOrigin(serviceContexts)));
  mount(app, [
    ...healthRoutes(dependencies),
    ...profileRoutes(serviceContexts),
    ...practiceRoutes(serviceContexts, dependencies),
    ...referralRoutes(serviceContexts, dependencies),
    ...directoryRoutes(deployment, serviceContexts),
    ...referralStatusRoutes(serviceContexts, dependencies),
    ...placeRoutes(serviceContexts),
    ...activityRoutes(serviceContexts, dependencies),
    ...reportRoutes(serviceContexts, dependencies),
    ...suggestionRoutes(serviceContexts, dependencies),
    ...openReferralUkRoutes(deployment, dependencies),
    ...tileRoutes(deployment),
    ...staffRoutes(dependencies),
    ...documentRoutes(dependencies),
    ...pageRoutes(deployment, serviceContexts),
    ...embedRoutes(dependencies),
  ]);
  app.notFound(() => problem(404, { detail: 'No page or endpoint has this address.' }));
  app.onError((error, context) => failure(error, context, log));
  return { fetch: async (request) => await app.fetch(request) };
}

function mount(app: Hono<Env>, routes: readonly Route[]): void {
  for (const { method, path, guards = [], handle } of routes) {
    const pattern = path.replace(/\{(\w+)\}/g, ':$1');
    app.use(pattern, async (context, next) => {
      context.set('pattern', path);
      await next();
    });
    app.on(method, [pattern], ...guards, handle);
  }
}

function wrongMethod({ req }: Context<Env>, methods: readonly string[]): Response {
  const headers = { Allow: [...methods, 'OPTIONS'].join(', ') };
  return req.method === 'OPTIONS'
    ? new Response(null, { status: 204, headers })
    : problem(405, { detail: `Use ${methods.join(', ')}.`, headers });
}

function failure(error: unknown, context: Context<Env>, log: Log): Response {
  if (error instanceof HTTPException) return error.getResponse();
  const entry = { id: context.get('requestId'), route: context.get('pattern') };
  if (error instanceof DatabaseUnavailable) {
    log.error({ ...entry, ...describeError(error), reason: error.message });
    return problem(503, { detail: 'Try again in a moment.', headers: { 'Retry-After': '5' } });
  }
  log.error({ ...entry, ...describeError(error) });
  return problem(500);
}
