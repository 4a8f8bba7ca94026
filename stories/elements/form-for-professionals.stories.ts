import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { chooses, comesTo, does, presses, sees, types } from '../play-steps.js';
import { professional, walks } from '../answers.js';

const meta: Meta = {
  title: 'Elements/Referral form/For professionals',
  component: 'kith-referral-form',
  args: {
    for: 'professional',
    organisation: 'Bridgewater Homes',
    'organisation-kind': 'housing-association',
    'without-history': true,
  },
};
export default meta;

export const Start: StoryObj = { tags: ['wide'], play: does(sees('Start now')) };

export const Place: StoryObj = { play: does(walks(professional, 'Where does the person live?')) };

export const PlaceWithErrors: StoryObj = {
  play: does(
    walks(professional, 'Where does the person live?'),
    presses('Continue'),
    sees('There is a problem'),
  ),
};

export const Safeguarding: StoryObj = {
  play: does(walks(professional, 'Are you worried that someone is being harmed, or may be soon?')),
};

export const SafeguardingWithErrors: StoryObj = {
  play: does(
    walks(professional, 'Are you worried that someone is being harmed, or may be soon?'),
    presses('Continue'),
    sees('There is a problem'),
  ),
};

export const AboutYou: StoryObj = {
  tags: ['wide'],
  play: does(walks(professional, 'About you and your organisation')),
};

export const AboutYouAtAKnownOrganisation: StoryObj = {
  args: { organisation: 'Mill Street Pharmacy', 'organisation-kind': 'pharmacy' },
  play: does(walks(professional, 'About you and your organisation')),
};

export const AboutYouWithErrors: StoryObj = {
  play: does(
    walks(professional, 'About you and your organisation'),
    presses('Continue'),
    sees('There is a problem'),
  ),
};

export const ThePerson: StoryObj = { play: does(walks(professional, 'Who are you referring?')) };

export const ThePersonWithErrors: StoryObj = {
  play: does(
    walks(professional, 'Who are you referring?'),
    presses('Continue'),
    sees('There is a problem'),
  ),
};

export const Reasons: StoryObj = { play: does(walks(professional, 'Why are you referring them?')) };

export const ReasonsWithErrors: StoryObj = {
  play: does(
    walks(professional, 'Why are you referring them?'),
    presses('Continue'),
    sees('There is a problem'),
  ),
};

export const ContactDetails: StoryObj = {
  play: does(walks(professional, 'How can we reach the person?')),
};

export const ContactDetailsWithErrors: StoryObj = {
  play: does(
    walks(professional, 'How can we reach the person?'),
    presses('Continue'),
    sees('There is a problem'),
  ),
};

export const Agreement: StoryObj = { play: does(walks(professional, 'Permission')) };

export const AgreementWithErrors: StoryObj = {
  play: does(walks(professional, 'Permission'), presses('Continue'), sees('There is a problem')),
};

export const CheckAnswers: StoryObj = {
  play: does(walks(professional, 'Check the answers before you send them')),
};

export const Sent: StoryObj = { play: does(walks(professional, 'The referral has been sent')) };

export const PlaceWithAWait: StoryObj = {
  play: does(
    walks(professional, 'Where does the person live?'),
    types('Their postcode', 'TS5 4AA'),
    presses('Continue'),
    comesTo('There is a wait'),
  ),
};

export const CallNow: StoryObj = {
  play: does(
    walks(professional, 'Are you worried that someone is being harmed, or may be soon?'),
    chooses('Yes, and nobody has reported it yet'),
    presses('Continue'),
    comesTo('Do not use a form for this. Call now'),
  ),
};

export const WithoutAgreement: StoryObj = {
  play: does(
    walks(professional, 'Permission'),
    chooses('No'),
    chooses('Neither of these'),
    presses('Continue'),
    comesTo('We cannot take this referral without the person’s agreement'),
  ),
};
