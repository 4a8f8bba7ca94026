// What the types of each framework must know about the elements. A line that must not compile is marked, and the check
// fails if it does.
import type { ReferralForm } from 'kith-elements';
import type {} from 'kith-elements/react';
import type {} from 'kith-elements/svelte';
import type {} from 'kith-elements/vue';
import type { JSX } from 'react';
import type { SvelteHTMLElements } from 'svelte/elements';
import type { GlobalComponents } from 'vue';

const activity = { id: 'walks', name: 'Walks in the park' };

export const react: JSX.IntrinsicElements['kith-referral-form'] = {
  for: 'self',
  'organisation-kind': 'library',
  organisationKind: 'library',
  activity,
  className: 'wide',
  ref: (form: ReferralForm | null) => form?.clear(),
  'onkith-referral-sent': (event) => event.reference.toUpperCase(),
};
export const wrongInReact: JSX.IntrinsicElements['kith-referral-form'][] = [
  // @ts-expect-error There is no such audience.
  { for: 'nobody' },
  // @ts-expect-error An activity must have a name.
  { activity: { id: 'walks' } },
  // @ts-expect-error There is no such property.
  { colour: 'green' },
  // @ts-expect-error An event carries no answers.
  { 'onkith-referral-sent': (event) => event.answers },
];

export const svelte: SvelteHTMLElements['kith-referral-form'] = {
  for: 'self',
  activity,
  class: 'wide',
  'onkith-referral-sent': (event) => event.reference.toUpperCase(),
};
export const wrongInSvelte: SvelteHTMLElements['kith-referral-form'][] = [
  // @ts-expect-error There is no such audience.
  { for: 'nobody' },
  // @ts-expect-error An activity must have a name.
  { activity: { id: 'walks' } },
  // @ts-expect-error An event carries no answers.
  { 'onkith-referral-sent': (event) => event.answers },
];

type InVue = InstanceType<GlobalComponents['kith-referral-form']>;
export const vue: InVue['$props'] = {
  for: 'self',
  activity,
  class: 'wide',
  onKithReferralSent: (event) => event.reference.toUpperCase(),
};
export const wrongInVue: InVue['$props'][] = [
  // @ts-expect-error There is no such audience.
  { for: 'nobody' },
  // @ts-expect-error An activity must have a name.
  { activity: { id: 'walks' } },
  // @ts-expect-error An event carries no answers.
  { onKithReferralSent: (event) => event.answers },
];

export const element: ReferralForm | null = document.querySelector('kith-referral-form');
element?.addEventListener('kith-referral-sent', (event) => event.reference.toUpperCase());
