import {
  ActivitySuggestion,
  type StoredSuggestion,
  SuggestionDecision,
  suggestionStates,
} from '../../src/suggestion/contract/activity-suggestion.js';
import {
  decideSuggestion,
  listSuggestions,
} from '../../src/suggestion/contract/staff-endpoints.js';
import { suggestActivity } from '../../src/suggestion/contract/endpoints.js';
import { ok } from '../../src/core/result.js';
import type { Deployment } from '../settings/deployment-schema.js';
import { requirePartner, requireStaff, type StaffTokens } from '../http/middleware/guards.js';
import { onlyOnce } from '../http/only-once.js';
import { problem } from '../http/responses/problem.js';
import { readAs } from '../http/read-body.js';
import { answerWithReceipt, refuse } from '../http/responses/refuse.js';
import type { Route } from '../http/route.js';
import { readPage, referenceIn, wrongPage } from '../http/staff-page.js';
import type { ServiceContext } from '../settings/service-context.js';
import type { ActivityStore } from '../directory/contract/activity-store.js';
import type { SuggestionStore } from './suggestion-store.js';
import { checkSuggestion } from './check-suggestion.js';
import { suggestionPublisher } from './publish-suggestions.js';

interface Dependencies {
  readonly deployment: Deployment;
  readonly activities: ActivityStore;
  readonly suggestions: SuggestionStore;
  readonly staffTokens: StaffTokens;
  readonly now: () => Date;
}

/** Receives suggested activities and lets staff decide about them. */
export const suggestionRoutes = (
  serviceContexts: ReadonlyMap<string, ServiceContext>,
  dependencies: Dependencies,
): readonly Route[] => [
  {
    ...suggestActivity,
    guards: [requirePartner(serviceContexts)],
    handle: (context) => {
      const serviceContext = context.get('serviceContext');
      return serviceContext?.profile.suggestions === true
        ? takeIn(context.req.raw, serviceContext, dependencies)
        : problem(404, { detail: 'This service takes no suggestions for its directory.' });
    },
  },
  ...staffRoutes(dependencies),
];

async function takeIn(
  request: Request,
  { service, partner }: ServiceContext,
  { suggestions, now }: Dependencies,
): Promise<Response> {
  const stored = await onlyOnce(request, {
    what: 'suggestion',
    schema: ActivitySuggestion,
    receiptFor: (key) => suggestions.receiptFor(service.id, key),
    take: async (sent, attempt) => {
      const checked = checkSuggestion(sent, service.directory ?? { categories: [] });
      if (!checked.ok) return checked;
      const about = { service: service.id, partner: partner.id, receivedAt: now().toISOString() };
      return ok(await suggestions.add({ ...about, suggestion: checked.value }, attempt));
    },
  });
  return answerWithReceipt(stored);
}

function staffRoutes(dependencies: Dependencies): readonly Route[] {
  const { deployment, suggestions, staffTokens, now } = dependencies;
  const guards = [requireStaff(deployment.services, staffTokens)];
  const publish = suggestionPublisher(dependencies);
  return [
    {
      ...listSuggestions,
      guards,
      handle: async (context) => {
        const query = new URL(context.req.url).searchParams;
        const page = readPage(query);
        const state = suggestionStates.find((one) => one === query.get('state'));
        if (!page || (query.has('state') && !state))
          return problem(400, { detail: `${wrongPage} ${wrongState}` });
        const service = context.get('staffOf')?.id ?? '';
        return Response.json(await suggestions.list(service, { ...page, state }));
      },
    },
    {
      ...decideSuggestion,
      guards,
      handle: async (context) => {
        const service = context.get('staffOf');
        const body = await readAs(SuggestionDecision, context.req.raw);
        if (!service) return problem(404);
        if (!body.ok) return refuse(body.failure);
        const decision = { ...body.value, at: now() };
        const decided = await suggestions.decide(service.id, referenceIn(context), decision);
        // Before the answer, so that whoever has it finds the activity, or no longer finds it.
        if (decided) await publish(service);
        return shown(decided);
      },
    },
  ];
}

const wrongState = `“state” may be ${suggestionStates.join(', ')}.`;

const shown = (suggestion: StoredSuggestion | undefined): Response =>
  suggestion
    ? Response.json(suggestion)
    : problem(404, { detail: 'This service has no suggestion of that reference.' });
