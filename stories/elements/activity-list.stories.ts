import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { fallback } from '../slot-content.js';
import { does, opensActivity, sees } from '../play-steps.js';

const meta: Meta = {
  title: 'Elements/Activity list',
  component: 'kith-activity-list',
  args: {
    query: 'category=gardening',
    limit: 3,
    heading: 'Gardens and good company',
    finder: 'activities.html',
  },
  parameters: { slotContent: fallback },
};
export default meta;

export const Chosen: StoryObj = { tags: ['wide'], play: does(sees('Gardens and good company')) };

export const WithAnIntroduction: StoryObj = {
  args: { 'slot: intro': 'We have been to each of these.' },
  play: does(sees('We have been')),
};

export const OneOpen: StoryObj = { play: does(opensActivity(0), sees('When')) };

export const NothingInIt: StoryObj = {
  globals: { scenario: 'empty' },
  play: does(sees('There is nothing in this list at the moment.')),
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
