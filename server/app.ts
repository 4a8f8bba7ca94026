import { type Context, Hono } from 'hono';
import { except } from 'hono/combine';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { crossOrigin } from './http/cross-origin.js';
import { describeError, type Log, logRequests } from './http/request-log.js';
import { problem } from './http/problem.js';
import type { Env, Route } from './http/route.js';
import { noStore, securityHeaders } from './http/security-headers.js';
import type { Deployment } from './deployment-schema.js';
import type { StaffTokens } from './http/guards.js';
import { serviceContextsOf } from './service-context.js';
import { activityRoutes } from './routes/activities.js';
import { directoryRoutes } from './routes/directory.js';
import { healthRoutes } from './routes/health.js';
import { documentRoutes } from './routes/document.js';
import { embedRoutes, type ReadFile } from './routes/embed.js';
import { openReferralUkRoutes } from './routes/open-referral-uk.js';
import { pageRoutes } from './routes/pages.js';
import { placeRoutes } from './routes/places.js';
import { practiceRoutes } from './routes/practices.js';
import { profileRoutes } from './routes/profile.js';
import { reportRoutes } from './routes/activity-reports.js';
import { referralStatusRoutes } from './routes/referral-status.js';
import { referralRoutes } from './routes/referrals.js';
import { suggestionRoutes } from './routes/activity-suggestions.js';
import { tileRoutes } from './routes/tiles.js';
import { staffRoutes } from './routes/staff.js';
import { DatabaseUnavailable } from './store/database.js';
import type { ActivityStore } from './store/activity-store.js';
import type { PracticeStore } from './store/practice-store.js';
import type { ReportStore } from './store/report-store.js';
import type { SuggestionStore } from './store/suggestion-store.js';
import type { RateLimitStore } from './store/rate-limit-store.js';
import type { ReferralStore } from './store/referral-store.js';

/** All that the backend needs of the world. */
export interface Dependencies {
  readonly deployment: Deployment;
  readonly referrals: ReferralStore;
  readonly practices: PracticeStore;
  readonly activities: ActivityStore;
  readonly reports: ReportStore;
  readonly tries: RateLimitStore;
  readonly suggestions: SuggestionStore;
  readonly staffTokens: StaffTokens;
  readonly log: Log;
  readonly now: () => Date;
  /** Reads a file of the built script tag by its path below `/embed/v1/`. */
  readonly readEmbed: ReadFile;
  /** Reads a file of Swagger UI, which shows the API reference. */
  readonly readSwaggerUi: ReadFile;
  /** Whether the database answers. */
  readonly isReady: () => Promise<boolean>;
}

/** The backend: a request in, an answer out. */
export interface App {
  fetch(request: Request): Promise<Response>;
}

/** Puts the backend together. It keeps no state: any number may run on one database. */
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
  // Pages of partners never read what staff read.
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
  const entry = { id: context.get('requestId'), route: context.get('pattern') };
  log.error({ ...entry, ...describeError(error) });
  return error instanceof DatabaseUnavailable
    ? problem(503, { detail: 'Try again in a moment.', headers: { 'Retry-After': '5' } })
    : problem(500);
}
