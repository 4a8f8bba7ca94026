import { type TemplateResult, nothing } from 'lit';
import { type ActivityView, levelBelow } from './activity-view.js';
import { failureNotice } from '../../core/view/failure-notice.js';

/** What could not be had, where something could not; its heading stands so many below the one above. */
export const failureIn = (view: ActivityView, steps: 1 | 2): TemplateResult | typeof nothing =>
  view.failure
    ? failureNotice(
        view.failure,
        view.messages,
        view.profile.service,
        () => {
          view.actions.tryAgain();
        },
        levelBelow(view, steps),
      )
    : nothing;
