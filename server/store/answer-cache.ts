import type { ActivityPage } from '../../src/contract/activity-page.js';
import { writeQuery } from '../../src/contract/activity-query.js';
import type { Search } from './activity-store.js';

const mostAnswers = 500;
// Dates pass, and another process may have read a feed.
const longest = 60_000;
const revisionHolds = 1000;

interface Kept {
  readonly revision: number;
  readonly until: number;
  readonly page: Promise<ActivityPage>;
}

/**
 * Keeps answers until the directory changes, for a minute at most. Few filters mean much to count, and also few
 * different searches: what costs most is asked most often.
 */
export function answerCache(revisionOf: (service: string) => Promise<number>) {
  const answers = new Map<string, Kept>();
  const revisions = new Map<string, { readonly at: number; readonly revision: Promise<number> }>();

  const revision = (service: string): Promise<number> => {
    const at = Date.now();
    const known = revisions.get(service);
    if (known && at - known.at < revisionHolds) return known.revision;
    const fresh = revisionOf(service);
    revisions.set(service, { at, revision: fresh });
    fresh.catch(() => revisions.delete(service));
    return fresh;
  };

  const answer = async (
    search: Search,
    work: () => Promise<ActivityPage>,
  ): Promise<ActivityPage> => {
    const key = `${search.service} ${writeQuery(search.query).toString()}`;
    const current = await revision(search.service);
    const known = answers.get(key);
    answers.delete(key);
    const isGood = known?.revision === current && known.until > Date.now();
    const page = isGood ? known.page : work();
    answers.set(key, isGood ? known : { revision: current, until: Date.now() + longest, page });
    page.catch(() => answers.delete(key));
    const [oldest] = answers.keys();
    if (answers.size > mostAnswers && oldest !== undefined) answers.delete(oldest);
    return page;
  };

  /** Makes the next search ask whether the directory has changed. */
  const forget = (service: string): void => {
    revisions.delete(service);
  };

  return { answer, forget };
}
