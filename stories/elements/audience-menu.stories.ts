import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { fallback } from '../slot-content.js';
import { does, presses, sees } from '../play-steps.js';

const meta: Meta = {
  title: 'Elements/Audience menu',
  component: 'kith-audience-menu',
  args: {
    doors: 'public someone-close professional group link-worker',
    finder: 'activities.html',
    suggest: 'suggest.html',
    'without-history': true,
  },
  parameters: { slotContent: fallback },
};
export default meta;

export const Doors: StoryObj = { tags: ['wide'], play: does(sees('Member of the public')) };

export const ForGroups: StoryObj = {
  play: does(presses('Community or voluntary group'), sees('Suggest an activity')),
};

export const TwoDoors: StoryObj = {
  args: { doors: 'public professional' },
  play: does(sees('Member of the public')),
};

export const FormBehindADoor: StoryObj = {
  play: does(presses('Member of the public'), sees('Start now')),
};

export const Offline: StoryObj = { globals: { scenario: 'offline' } };
