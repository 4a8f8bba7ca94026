/** A referral has been stored. Carries its reference, and no personal data. */
export class ReferralSentEvent extends Event {
  static readonly type = 'kith-referral-sent';
  /** Eight characters, such as `7KR4XWC2`. */
  readonly reference: string;

  constructor(reference: string) {
    super(ReferralSentEvent.type, { bubbles: true, composed: true });
    this.reference = reference;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kith-referral-sent': ReferralSentEvent;
  }
}
