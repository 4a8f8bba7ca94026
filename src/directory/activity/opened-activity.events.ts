/** A person opened an activity. Carries its id and nothing about the person. */
export class ActivityOpenedEvent extends Event {
  static readonly type = 'kith-activity-opened';
  /** Id of the activity in its directory. */
  readonly activity: string;

  constructor(activity: string) {
    super(ActivityOpenedEvent.type, { bubbles: true, composed: true });
    this.activity = activity;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kith-activity-opened': ActivityOpenedEvent;
  }
}
