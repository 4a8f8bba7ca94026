import type { LitElement } from 'lit';
import type { NextFocus } from '../controllers/next-focus.js';
import type { OpenedActivity } from '../controllers/opened-activity.js';
import { drawSharedCode } from './activity-share.js';
import type { ActivityActs } from './activity-view.js';

/** What stands on a page that shows activities, and has one open. */
interface Shown {
  readonly host: LitElement;
  readonly opened: OpenedActivity;
  readonly focus: NextFocus;
  /** The address to share. */
  readonly link: () => string;
}

type SharingActs = Pick<
  ActivityActs,
  'copyLink' | 'showCode' | 'print' | 'openReport' | 'sendReport'
>;

/** What can be done to keep, share and mend what is shown, wherever that is. */
export function sharingActs({ host, opened, focus, link }: Shown): SharingActs {
  const drawCode = async (): Promise<void> => {
    await host.updateComplete;
    await drawSharedCode(host.renderRoot, link());
  };
  const sendReport = async (form: HTMLFormElement): Promise<void> => {
    if (await opened.sendReport(new FormData(form))) return;
    focus.on = '.report input';
    host.requestUpdate();
  };
  return {
    copyLink: () => void opened.copyLink(link()).then(drawCode),
    showCode: () => {
      opened.toggleCode();
      void drawCode();
    },
    print: () => {
      print();
    },
    openReport: () => {
      opened.toggleReport();
    },
    sendReport: (form) => void sendReport(form),
  };
}
