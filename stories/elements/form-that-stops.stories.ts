import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { fallback } from '../slot-content.js';
import {
  backendBecomes,
  chooses,
  comesTo,
  does,
  staysAwayFor,
  presses,
  sees,
  types,
} from '../play-steps.js';
import { self, walks } from '../answers.js';

const meta: Meta = {
  title: 'Elements/Referral form/When it stops',
  component: 'kith-referral-form',
  args: { for: 'self', 'without-history': true },
  parameters: { slotContent: fallback },
};
export default meta;

export const Loading: StoryObj = { globals: { scenario: 'silent' } };

export const Offline: StoryObj = {
  globals: { scenario: 'offline' },
  play: does(sees('We could not reach the service')),
};

export const Down: StoryObj = {
  globals: { scenario: 'down' },
  play: does(sees('We could not reach the service')),
};

export const OffContract: StoryObj = {
  globals: { scenario: 'off-contract' },
  play: does(sees('We could not reach the service')),
};

export const OutsideTheArea: StoryObj = {
  play: does(
    walks(self, 'Where do you live?'),
    types('Postcode', 'SW1A 1AA'),
    presses('Continue'),
    comesTo('Do you have a GP practice?'),
    chooses('I’m not sure'),
    presses('Continue'),
    comesTo('We do not cover your area'),
  ),
};

export const NobodyTakenThere: StoryObj = {
  play: does(
    walks(self, 'Where do you live?'),
    types('Postcode', 'TS7 0AA'),
    presses('Continue'),
    comesTo('Do you have a GP practice?'),
    chooses('I’m not sure'),
    presses('Continue'),
    comesTo('We cannot take new people at the moment'),
  ),
};

export const TooYoung: StoryObj = {
  play: does(
    walks(self, 'What is your date of birth?'),
    types('Day', '1'),
    types('Month', '1'),
    types('Year', '2020'),
    presses('Continue'),
    sees('Go back'),
  ),
};

export const WithoutPermission: StoryObj = {
  play: does(
    walks(self, 'Your permission'),
    presses('I do not want to agree'),
    comesTo('We cannot take your referral without your permission'),
  ),
};

export const NotSentOffline: StoryObj = {
  play: does(
    walks(self, 'Check your answers before you send them'),
    backendBecomes('offline'),
    presses('Send my referral'),
    sees('Your answers are still here.'),
  ),
};

export const NotSentDown: StoryObj = {
  play: does(
    walks(self, 'Check your answers before you send them'),
    backendBecomes('down'),
    presses('Send my referral'),
    sees('Your answers are still here.'),
  ),
};

export const NotSentRefused: StoryObj = {
  play: does(
    walks(self, 'Check your answers before you send them'),
    backendBecomes('refusing'),
    presses('Send my referral'),
    sees('Your answers are still here.'),
  ),
};

export const NotSentOffContract: StoryObj = {
  play: does(
    walks(self, 'Check your answers before you send them'),
    backendBecomes('off-contract'),
    presses('Send my referral'),
    sees('Your answers are still here.'),
  ),
};

export const NobodyThere: StoryObj = {
  play: does(
    walks(self, 'What is your name?'),
    types('Full name', 'Pat Example'),
    staysAwayFor(15),
    sees('Are you still there?'),
  ),
};

export const ClearedAfterNobodyWasThere: StoryObj = {
  play: does(
    walks(self, 'What is your name?'),
    types('Full name', 'Pat Example'),
    staysAwayFor(30),
    sees('Nobody used this form for a while, so we have cleared it.'),
  ),
};
