import { defineReferralForm } from 'kith-elements';
import type {} from 'kith-elements/react';
import { useState } from 'react';

defineReferralForm();

const activity = { id: 'walks', name: 'Walks in the park' };

/** A page from which somebody refers themself, about an activity. */
export function ReferPage({ endpoint }: { readonly endpoint: string }) {
  const [reference, setReference] = useState('');
  return (
    <main>
      <h1>{activity.name}</h1>
      <p role="status">{reference && `Your reference: ${reference}`}</p>
      <kith-referral-form
        endpoint={endpoint}
        partner="northside-library"
        for="self"
        activity={activity}
        onkith-referral-sent={(event) => {
          setReference(event.reference);
        }}
      >
        <a href="tel:+441632960123">Call us on 01632 960 123</a>
      </kith-referral-form>
    </main>
  );
}
