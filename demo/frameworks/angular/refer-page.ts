import { CUSTOM_ELEMENTS_SCHEMA, Component, signal } from '@angular/core';
import type { ReferralForm, ReferralSentEvent } from 'kith-elements';

/** A page on which a person refers themself and asks about an activity. */
@Component({
  selector: 'refer-page',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <h1>{{ activity.name }}</h1>
      <p role="status">{{ reference() ? 'Your reference: ' + reference() : '' }}</p>
      <kith-referral-form
        for="self"
        [activity]="activity"
        (kith-referral-sent)="onReferralSent($event)"
      >
        <a href="tel:+441632960123">Call us on 01632 960 123</a>
      </kith-referral-form>
    </main>
  `,
})
export class ReferPage {
  // Angular does not check the properties of custom elements, so this uses the type of the element's own property.
  readonly activity: NonNullable<ReferralForm['activity']> = {
    id: 'walks',
    name: 'Walks in the park',
  };
  readonly reference = signal('');

  onReferralSent(event: ReferralSentEvent): void {
    this.reference.set(event.reference);
  }
}
