import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { backendBecomes, chooses, comesTo, does, presses, sees, types } from '../play-steps.js';
import { self, walks } from '../answers.js';

const meta: Meta = {
  title: 'Elements/Referral form/For yourself',
  component: 'kith-referral-form',
  args: { for: 'self', 'without-history': true },
};
export default meta;

export const Start: StoryObj = { tags: ['wide'], play: does(sees('Start now')) };

export const Place: StoryObj = { play: does(walks(self, 'Where do you live?')) };

export const PlaceWithErrors: StoryObj = {
  play: does(walks(self, 'Where do you live?'), presses('Continue'), sees('There is a problem')),
};

export const PlaceWithoutAddress: StoryObj = {
  play: does(walks(self, 'Where do you live?'), chooses('I do not have a fixed address')),
};

export const PlaceBeingChecked: StoryObj = {
  play: does(
    walks(self, 'Where do you live?'),
    types('Postcode', 'TS1 2AB'),
    backendBecomes('silent'),
    presses('Continue'),
    sees('Checking'),
  ),
};

export const PlaceNotCheckedOffline: StoryObj = {
  play: does(
    walks(self, 'Where do you live?'),
    types('Postcode', 'TS1 2AB'),
    backendBecomes('offline'),
    presses('Continue'),
    sees('We could not reach the service'),
  ),
};

export const PlaceWithAWait: StoryObj = {
  play: does(
    walks(self, 'Where do you live?'),
    types('Postcode', 'TS5 4AA'),
    presses('Continue'),
    comesTo('There is a wait'),
  ),
};

export const DateOfBirth: StoryObj = { play: does(walks(self, 'What is your date of birth?')) };

export const DateOfBirthWithErrors: StoryObj = {
  play: does(
    walks(self, 'What is your date of birth?'),
    types('Day', '31'),
    types('Month', '2'),
    types('Year', '1967'),
    presses('Continue'),
    sees('There is a problem'),
  ),
};

export const Needs: StoryObj = { play: does(walks(self, 'What would you like help with?')) };

export const NeedsWithErrors: StoryObj = {
  play: does(
    walks(self, 'What would you like help with?'),
    presses('Continue'),
    sees('There is a problem'),
  ),
};

export const NeedsWithUrgentHelp: StoryObj = {
  play: does(walks(self, 'What would you like help with?'), chooses('Feeling safe at home')),
};

export const WhatMatters: StoryObj = { play: does(walks(self, 'What matters to you?')) };

export const WhatMattersTooLong: StoryObj = {
  play: does(
    walks(self, 'What matters to you?'),
    types('What matters to you?', 'A garden. '.repeat(220)),
    presses('Continue'),
    sees('There is a problem'),
  ),
};

export const Name: StoryObj = { play: does(walks(self, 'What is your name?')) };

export const NameWithErrors: StoryObj = {
  play: does(walks(self, 'What is your name?'), presses('Continue'), sees('There is a problem')),
};

export const WaysOfContact: StoryObj = { play: does(walks(self, 'How should we contact you?')) };

export const WaysOfContactWithErrors: StoryObj = {
  play: does(
    walks(self, 'How should we contact you?'),
    presses('Continue'),
    sees('There is a problem'),
  ),
};

export const ContactDetails: StoryObj = { play: does(walks(self, 'How can we reach you?')) };

export const ContactDetailsWithErrors: StoryObj = {
  play: does(walks(self, 'How can we reach you?'), presses('Continue'), sees('There is a problem')),
};

export const ContactDetailsForEveryWay: StoryObj = {
  play: does(
    walks(self, 'How should we contact you?'),
    chooses('Phone call'),
    chooses('Text message'),
    chooses('Email'),
    chooses('Letter'),
    presses('Continue'),
    comesTo('How can we reach you?'),
  ),
};

export const GoodTimes: StoryObj = {
  play: does(walks(self, 'When is a good time to contact you?')),
};

export const Practice: StoryObj = { play: does(walks(self, 'Do you have a GP practice?')) };

export const PracticeWithErrors: StoryObj = {
  play: does(
    walks(self, 'Do you have a GP practice?'),
    presses('Continue'),
    sees('There is a problem'),
  ),
};

export const PracticeBeingLookedFor: StoryObj = {
  play: does(
    walks(self, 'Do you have a GP practice?'),
    chooses('Yes'),
    types('Name of your GP practice', 'stockton'),
    sees('Stockton'),
  ),
};

export const PracticeNotFound: StoryObj = {
  play: does(
    walks(self, 'Do you have a GP practice?'),
    chooses('Yes'),
    backendBecomes('empty'),
    types('Name of your GP practice', 'stockton'),
    sees('No practice found'),
  ),
};

export const Support: StoryObj = {
  play: does(walks(self, 'Is there anything that would help you to talk with us?')),
};

export const Permission: StoryObj = { play: does(walks(self, 'Your permission')) };

export const PermissionWithErrors: StoryObj = {
  play: does(walks(self, 'Your permission'), presses('Continue'), sees('There is a problem')),
};

export const CheckAnswers: StoryObj = {
  tags: ['wide'],
  play: does(walks(self, 'Check your answers before you send them')),
};

export const Sending: StoryObj = {
  play: does(
    walks(self, 'Check your answers before you send them'),
    backendBecomes('silent'),
    presses('Send my referral'),
    sees('Sending'),
  ),
};

export const Sent: StoryObj = {
  tags: ['wide'],
  play: does(walks(self, 'Your referral has been sent')),
};
