import { searchGpPractices } from '../../src/referral/contract/endpoints.js';
import { GpPracticeSearch } from '../../src/referral/contract/gp-practice-search.js';
import { type GpPracticePage } from '../../src/referral/contract/gp-practice.js';
import { requirePartner, serviceContextOf } from '../http/middleware/guards.js';
import { readAs } from '../http/read-body.js';
import type { Route } from '../http/route.js';
import type { ServiceContext } from '../settings/service-context.js';
import type { PracticeStore } from './practice-store.js';

const most = 10;

/** Searches the service's list of GP practices. */
export const practiceRoutes = (
  serviceContexts: ReadonlyMap<string, ServiceContext>,
  { practices }: { readonly practices: PracticeStore },
): readonly Route[] => [
  {
    ...searchGpPractices,
    guards: [requirePartner(serviceContexts)],
    handle: async (context) => {
      const body = await readAs(GpPracticeSearch, context.req.raw);
      const { id: service, areas } = serviceContextOf(context).service;
      const found = await practices.search({ service, typed: body.query, most, areas });
      const page: GpPracticePage = { items: [...found] };
      return Response.json(page);
    },
  },
];
