import { html } from 'hono/html';
import type { Audience } from '../../src/core/service/audience.js';
import type { ServiceProfile } from '../../src/core/service/service-profile.js';
import type { ServiceContext } from '../settings/service-context.js';
import { otherWays } from './help.js';
import { type Html, layout } from './layout.js';

/** What the page with the form may load in addition to other pages. */
export const referPolicy = [
  "require-trusted-types-for 'script'",
  "script-src 'self'",
  "connect-src 'self'",
  'trusted-types lit-html',
];

/** The page with the directory also shows map tiles. */
export const activitiesPolicy = [...referPolicy, "img-src 'self' https: data:"];

/**
 * The service's page with the form, to which the links of partners lead.
 * @param audience who refers; without one, the form asks
 */
export const referPage = ({ profile }: ServiceContext, audience: Audience | undefined): Html => {
  const { name } = profile.service;
  const title = audience === 'self' ? `Refer yourself to ${name}` : `Refer someone to ${name}`;
  return elementPage(
    profile,
    title,
    html`<kith-referral-form partner="${profile.partner.id}" for="${audience ?? ''}">
      ${fallback(profile, title, 'form')}
    </kith-referral-form>`,
  );
};

/** The service's page with its directory, where shared links to activities lead. */
export const activitiesPage = ({ profile }: ServiceContext): Html => {
  const title = 'Find an activity';
  return elementPage(
    profile,
    `${title} – ${profile.service.name}`,
    html`<kith-activity-finder partner="${profile.partner.id}" url-key="find"
      >${fallback(profile, title, 'search')}</kith-activity-finder
    >`,
  );
};

/** The service's page where groups suggest activities. */
export const suggestPage = ({ profile }: ServiceContext): Html => {
  const title = 'Tell us about an activity';
  return elementPage(
    profile,
    `${title} – ${profile.service.name}`,
    html`<kith-suggest-activity partner="${profile.partner.id}"
      >${fallback(profile, title, 'form')}</kith-suggest-activity
    >`,
  );
};

/** The service's page where people look up the status of a referral. */
export const statusPage = ({ profile }: ServiceContext): Html => {
  const title = 'See how a referral stands';
  return elementPage(
    profile,
    `${title} – ${profile.service.name}`,
    html`<kith-referral-status partner="${profile.partner.id}"
      >${fallback(profile, title, 'form')}</kith-referral-status
    >`,
  );
};

// A page with one element.
const elementPage = (profile: ServiceProfile, title: string, main: Html): Html =>
  layout({
    title,
    language: profile.language,
    name: profile.service.name,
    isHeading: true,
    head: html`<script
      type="module"
      src="/embed/v1/kith.js"
      data-partner="${profile.partner.id}"
    ></script>`,
    main,
  });

// Other ways to get in touch, for people without the element.
const fallback = (profile: ServiceProfile, title: string, what: string): Html =>
  html`<div class="fallback">
    <h2>${title}</h2>
    <noscript><p>The ${what} on this page needs JavaScript.</p></noscript>
    ${otherWays(profile)}
  </div>`;

/** Lets people choose a service if the deployment has several. */
export const chooseServicePage = (services: readonly ServiceContext[]): Html =>
  layout({
    title: 'Refer yourself',
    name: 'Refer yourself',
    main: html`<h1>Which service would you like to use?</h1>
      <ul>
        ${services.map(
          ({ service }) =>
            html`<li>
              <a href="/refer?partner=${encodeURIComponent(service.id)}">${service.name}</a>, for
              people who live in ${service.area}
            </li>`,
        )}
      </ul>`,
  });

/** The response to a link with an unknown partner. */
export const unknownPartnerPage = (): Html =>
  layout({
    title: 'This link does not work',
    name: 'Refer yourself',
    main: html`<h1>This link does not work</h1>
      <p>It names a partner that we do not know. You have done nothing wrong.</p>
      <p><a href="/refer">Go to the form without that link</a></p>
      <p>
        If you look after the website that you came from, ask the service for the id of your
        organisation, and check the address of the link.
      </p>`,
  });
