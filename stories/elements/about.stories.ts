import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { does, sees } from '../play-steps.js';

const meta: Meta = {
  title: 'Elements/About',
  component: 'kith-about',
  args: {},
};
export default meta;

export const Text: StoryObj = { tags: ['wide'], play: does(sees('Volunteering')) };

export const WithTheirOwnWords: StoryObj = {
  args: {
    'slot: title': 'What our library does',
    'slot: what': 'Our library helps people to meet each other.',
    'slot: more': 'Ask at the front desk.',
  },
  play: does(sees('Our library')),
};

export const LowerHeading: StoryObj = {
  args: { 'heading-level': 3 },
  play: does(sees('Volunteering')),
};
