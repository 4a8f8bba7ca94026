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
import { referenceOf } from '../../.storybook/backend/references.js';
import { looksUp } from '../answers.js';

const meta: Meta = {
  title: 'Elements/Referral status',
  component: 'kith-referral-status',
  args: {},
  parameters: { slotContent: fallback },
};
export default meta;

export const Empty: StoryObj = { tags: ['wide'], play: does(sees('Show me')) };

export const WithErrors: StoryObj = { play: does(presses('Show me'), sees('There is a problem')) };

export const Unknown: StoryObj = {
  play: does(looksUp('KTH27222', '1967'), sees('There is a problem')),
};

export const Received: StoryObj = {
  play: does(looksUp(referenceOf('received')), comesTo('We have received the referral')),
};

export const Opened: StoryObj = {
  play: does(looksUp(referenceOf('opened')), comesTo('Somebody is reading the referral')),
};

export const Accepted: StoryObj = {
  play: does(looksUp(referenceOf('accepted')), comesTo('The team has accepted the referral')),
};

export const InProgress: StoryObj = {
  play: does(looksUp(referenceOf('in-progress')), comesTo('A link worker is helping')),
};

export const Completed: StoryObj = {
  play: does(
    looksUp(referenceOf('completed')),
    comesTo('The work with the link worker is finished'),
  ),
};

export const Declined: StoryObj = {
  play: does(looksUp(referenceOf('declined')), comesTo('The team could not take the referral')),
};

export const UnableToContact: StoryObj = {
  play: does(looksUp(referenceOf('unable-to-contact')), comesTo('We could not reach the person')),
};

export const Looking: StoryObj = {
  play: does(
    sees('Show me'),
    backendBecomes('silent'),
    looksUp(referenceOf('received')),
    sees('Looking…'),
  ),
};

export const NotLookedUpOffline: StoryObj = {
  play: does(
    sees('Show me'),
    backendBecomes('offline'),
    looksUp(referenceOf('received')),
    sees('We could not reach the service'),
  ),
};

export const TooManyTries: StoryObj = {
  play: does(looksUp('KTH27222', '1967', 6), sees('There were too many wrong tries')),
};

export const NobodyThere: StoryObj = {
  play: does(types('Reference', 'KTH2'), staysAwayFor(15), sees('Are you still there?')),
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
