import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { fallback } from '../slot-content.js';
import {
  backendBecomes,
  comesTo,
  does,
  staysAwayFor,
  presses,
  sees,
  types,
} from '../play-steps.js';
import { suggests } from '../answers.js';

const meta: Meta = {
  title: 'Elements/Suggest an activity',
  component: 'kith-suggest-activity',
  args: {},
  parameters: { slotContent: fallback },
};
export default meta;

export const Empty: StoryObj = { tags: ['wide'], play: does(sees('Send')) };

export const WithErrors: StoryObj = { play: does(presses('Send'), sees('There is a problem')) };

export const FilledIn: StoryObj = { play: does(suggests) };

export const Sending: StoryObj = {
  tags: ['whole'],
  play: does(suggests, backendBecomes('silent'), presses('Send'), sees('Sending…')),
};

export const Sent: StoryObj = {
  play: does(suggests, presses('Send'), comesTo('Thank you. We have your activity')),
};

export const NotSentOffline: StoryObj = {
  tags: ['whole'],
  play: does(
    suggests,
    backendBecomes('offline'),
    presses('Send'),
    sees('We could not reach the service'),
  ),
};

export const NotSentRefused: StoryObj = {
  tags: ['whole'],
  play: does(
    suggests,
    backendBecomes('refusing'),
    presses('Send'),
    sees('We could not reach the service'),
  ),
};

export const NobodyThere: StoryObj = {
  play: does(
    types('Name of the activity', 'Ukulele and song'),
    staysAwayFor(15),
    sees('Are you still there?'),
  ),
};

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
