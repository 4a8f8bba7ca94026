import type { FinderController, FinderHost } from './controllers/finder-controller.js';
import type { FinderEvent } from './state/finder-state.js';
import { sharingActs } from '../activity/activity-acts.js';
import { askAbout } from '../../referral/opener/ask-about.js';
import type { FinderActs } from './finder-view.js';

/** What each thing that a person can do in a finder tells its controller. */
export function finderActs(host: FinderHost, controller: FinderController): FinderActs {
  const tell = (event: FinderEvent) => () => {
    controller.dispatch(event);
  };
  return {
    search: (change, pause) => {
      controller.changeQuery(change, pause);
    },
    typePlace: (typed) => {
      controller.dispatch({ type: 'type-place', typed });
    },
    findPlace: tell({ type: 'find-place' }),
    submit: tell({ type: 'submit' }),
    goToResults: tell({ type: 'go-to-results' }),
    findMe: tell({ type: 'find-me' }),
    more: tell({ type: 'more' }),
    tryAgain: tell({ type: 'try-again' }),
    showSaved: tell({ type: 'show-saved' }),
    open: (id) => {
      controller.dispatch({ type: 'open', id });
    },
    back: tell({ type: 'back' }),
    filter: tell({ type: 'toggle-filters' }),
    map: tell({ type: 'toggle-map' }),
    save: (one) => {
      controller.kept.toggle(one);
      host.requestUpdate();
    },
    keep: () => {
      controller.kept.toggleKept();
      host.requestUpdate();
    },
    ask: (activity) => void askAbout(host, activity),
    ...sharingActs(
      host,
      (event) => {
        controller.dispatch(event);
      },
      () => controller.link,
    ),
  };
}
