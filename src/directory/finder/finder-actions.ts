import type { FinderController, FinderHost } from './controllers/finder-controller.js';
import type { FinderEvent } from './state/finder-state.js';
import { sharingActions } from '../activity/sharing-actions.js';
import { openFormAbout } from '../../referral/opener/open-form-about.js';
import type { FinderActions } from './finder-view.js';

/** Connects the actions of a finder with its controller. */
export function finderActions(host: FinderHost, controller: FinderController): FinderActions {
  const dispatching = (event: FinderEvent) => () => {
    controller.dispatch(event);
  };
  return {
    search: (change, delay) => {
      controller.changeQuery(change, delay);
    },
    typePlace: (typed) => {
      controller.dispatch({ type: 'type-place', typed });
    },
    findPlace: dispatching({ type: 'find-place' }),
    submit: dispatching({ type: 'submit' }),
    goToResults: dispatching({ type: 'go-to-results' }),
    findMe: dispatching({ type: 'find-me' }),
    more: dispatching({ type: 'more' }),
    tryAgain: dispatching({ type: 'try-again' }),
    showSaved: dispatching({ type: 'show-saved' }),
    open: (id) => {
      controller.dispatch({ type: 'open', id });
    },
    back: dispatching({ type: 'back' }),
    filter: dispatching({ type: 'toggle-filters' }),
    map: dispatching({ type: 'toggle-map' }),
    save: (one) => {
      controller.shortlist.toggle(one);
      host.requestUpdate();
    },
    toggleStorage: () => {
      controller.shortlist.toggleStorage();
      host.requestUpdate();
    },
    ask: (activity) => void openFormAbout(host, activity),
    ...sharingActions(
      host,
      (event) => {
        controller.dispatch(event);
      },
      () => controller.link,
    ),
  };
}
