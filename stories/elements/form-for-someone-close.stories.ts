import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { chooses, comesTo, does, presses, sees, types } from '../play-steps.js';
import { someoneClose, walks } from '../answers.js';

const meta: Meta = {
  title: 'Elements/Referral form/For someone close',
  component: 'kith-referral-form',
  args: { for: 'someone-close', 'without-history': true },
};
export default meta;

export const AsksWho: StoryObj = { args: { for: '' }, play: does(sees('Someone close to me')) };

export const Start: StoryObj = { play: does(sees('Start now')) };

export const Place: StoryObj = { play: does(walks(someoneClose, 'Where does the person live?')) };

export const PlaceWithErrors: StoryObj = {
  play: does(
    walks(someoneClose, 'Where does the person live?'),
    presses('Continue'),
    sees('There is a problem'),
  ),
};

export const PlaceWithAWait: StoryObj = {
  play: does(
    walks(someoneClose, 'Where does the person live?'),
    types('Their postcode', 'TS5 4AA'),
    presses('Continue'),
    comesTo('There is a wait'),
  ),
};

export const Relation: StoryObj = { play: does(walks(someoneClose, 'Who is the person to you?')) };

export const RelationWithErrors: StoryObj = {
  play: does(
    walks(someoneClose, 'Who is the person to you?'),
    presses('Continue'),
    sees('There is a problem'),
  ),
};

export const DateOfBirth: StoryObj = {
  play: does(walks(someoneClose, 'What is the person’s date of birth?')),
};

export const DateOfBirthWithErrors: StoryObj = {
  play: does(
    walks(someoneClose, 'What is the person’s date of birth?'),
    presses('Continue'),
    sees('There is a problem'),
  ),
};

export const Needs: StoryObj = {
  play: does(walks(someoneClose, 'What would the person like help with?')),
};

export const NeedsWithErrors: StoryObj = {
  play: does(
    walks(someoneClose, 'What would the person like help with?'),
    presses('Continue'),
    sees('There is a problem'),
  ),
};

export const WhatMatters: StoryObj = {
  play: does(walks(someoneClose, 'What matters to the person?')),
};

export const Name: StoryObj = { play: does(walks(someoneClose, 'What is the person’s name?')) };

export const NameWithErrors: StoryObj = {
  play: does(
    walks(someoneClose, 'What is the person’s name?'),
    presses('Continue'),
    sees('There is a problem'),
  ),
};

export const WaysOfContact: StoryObj = {
  play: does(walks(someoneClose, 'How should we contact the person?')),
};

export const WaysOfContactWithErrors: StoryObj = {
  play: does(
    walks(someoneClose, 'How should we contact the person?'),
    presses('Continue'),
    sees('There is a problem'),
  ),
};

export const ContactDetails: StoryObj = {
  play: does(walks(someoneClose, 'How can we reach the person?')),
};

export const ContactDetailsWithErrors: StoryObj = {
  play: does(
    walks(someoneClose, 'How can we reach the person?'),
    presses('Continue'),
    sees('There is a problem'),
  ),
};

export const GoodTimes: StoryObj = {
  play: does(walks(someoneClose, 'When is a good time to contact the person?')),
};

export const Practice: StoryObj = {
  play: does(walks(someoneClose, 'Does the person have a GP practice?')),
};

export const PracticeWithErrors: StoryObj = {
  play: does(
    walks(someoneClose, 'Does the person have a GP practice?'),
    presses('Continue'),
    sees('There is a problem'),
  ),
};

export const Support: StoryObj = {
  play: does(walks(someoneClose, 'Is there anything that would help the person to talk with us?')),
};

export const AboutYou: StoryObj = { play: does(walks(someoneClose, 'How can we reach you?')) };

export const AboutYouWithErrors: StoryObj = {
  play: does(
    walks(someoneClose, 'How can we reach you?'),
    presses('Continue'),
    sees('There is a problem'),
  ),
};

export const Permission: StoryObj = { play: does(walks(someoneClose, 'Your permission')) };

export const PermissionWithErrors: StoryObj = {
  play: does(
    walks(someoneClose, 'Your permission'),
    presses('Continue'),
    sees('There is a problem'),
  ),
};

export const CheckAnswers: StoryObj = {
  play: does(walks(someoneClose, 'Check the answers before you send them')),
};

export const Sent: StoryObj = { play: does(walks(someoneClose, 'The referral has been sent')) };

export const NotAgreedYet: StoryObj = {
  play: does(
    walks(someoneClose, 'Who is the person to you?'),
    chooses('My neighbour'),
    chooses('No, or I am not sure'),
    presses('Continue'),
    comesTo('Talk to the person first'),
  ),
};
