import {
  ActivitySuggestion,
  SuggestionDecision,
  suggestionStates,
} from '../../src/suggestion/contract/activity-suggestion.js';
import {
  decideSuggestion,
  listSuggestions,
} from '../../src/suggestion/contract/staff-endpoints.js';
import { suggestActivity } from '../../src/suggestion/contract/endpoints.js';
import type { Deployment } from '../settings/deployment-schema.js';
import {
  requirePartner,
  requireStaff,
  serviceContextOf,
  staffServiceOf,
  type StaffTokens,
} from '../http/middleware/guards.js';
import { handleIdempotently } from '../http/idempotent-request.js';
import { refuse, refuseFields } from '../http/responses/problem.js';
import { readAs } from '../http/read-body.js';
import type { Route } from '../http/route.js';
import { pageRule, readPage, referenceIn } from '../http/staff-lists.js';
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

const stateRule = `“state” may be ${suggestionStates.join(', ')}.`;

/** Receives suggested activities and lets staff decide about them. */
export function suggestionRoutes(
  serviceContexts: ReadonlyMap<string, ServiceContext>,
  dependencies: Dependencies,
): readonly Route[] {
  const { deployment, suggestions, staffTokens, now } = dependencies;
  const staffGuards = [requireStaff(deployment.services, staffTokens)];
  const publish = suggestionPublisher(dependencies);
  return [
    {
      ...suggestActivity,
      guards: [requirePartner(serviceContexts)],
      handle: (context) => {
        const { service, partner, profile } = serviceContextOf(context);
        if (!profile.suggestions)
          refuse(404, { detail: 'This service takes no suggestions for its directory.' });
        return handleIdempotently(context.req.raw, {
          what: 'suggestion',
          schema: ActivitySuggestion,
          receiptFor: (key) => suggestions.receiptFor(service.id, key),
          store: (suggestion, attempt) => {
            const issues = checkSuggestion(suggestion, service.directory?.categories ?? []);
            if (issues.length > 0) refuseFields(issues);
            const receivedAt = now().toISOString();
            return suggestions.add(
              { service: service.id, partner: partner.id, receivedAt, suggestion },
              attempt,
            );
          },
        });
      },
    },
    {
      ...listSuggestions,
      guards: staffGuards,
      handle: async (context) => {
        const wanted = context.req.query('state');
        const state = suggestionStates.find((one) => one === wanted);
        const page = readPage(context);
        if (!page || wanted !== state) refuse(400, { detail: `${pageRule} ${stateRule}` });
        return Response.json(
          await suggestions.list(staffServiceOf(context).id, { ...page, state }),
        );
      },
    },
    {
      ...decideSuggestion,
      guards: staffGuards,
      handle: async (context) => {
        const service = staffServiceOf(context);
        const decision = { ...(await readAs(SuggestionDecision, context.req.raw)), at: now() };
        const decided =
          (await suggestions.decide(service.id, referenceIn(context), decision)) ??
          refuse(404, { detail: 'This service has no suggestion of that reference.' });
        // Before the answer, so that whoever has it finds the activity, or no longer finds it.
        await publish(service);
        return Response.json(decided);
      },
    },
  ];
}
