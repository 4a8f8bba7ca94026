import type { ActivityDetail } from '../contract/activity.js';
import type { ActivityPage } from '../contract/activity-page.js';
import type { ActivityQuery } from '../contract/activity-query.js';
import type {
  ActivityReport,
  DirectoryProfile,
  Place,
  ReportReceipt,
} from '../contract/directory.js';
import type { Result } from '../../core/result.js';
import type { Failure } from '../../core/backend/failure.js';

/** The port for searching activities. Its functions never throw; a failure is a returned value. */
export interface DirectoryApi {
  profile(signal?: AbortSignal): Promise<Result<DirectoryProfile, Failure>>;
  search(query: ActivityQuery, signal?: AbortSignal): Promise<Result<ActivityPage, Failure>>;
  /** `place` sorts the venues by distance and adds how the activity relates to it; empty for none. */
  activity(
    id: string,
    place: string,
    signal?: AbortSignal,
  ): Promise<Result<ActivityDetail, Failure>>;
  /** Looks up a place that was typed: a postcode, an outward code or a town. */
  place(text: string, signal?: AbortSignal): Promise<Result<Place, Failure>>;
  report(report: ActivityReport): Promise<Result<ReportReceipt, Failure>>;
  /** Address of the calendar file of an activity; `undefined` if there is none. */
  calendar(id: string): string | undefined;
}
