import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { does, presses, sees, types } from '../steps.js';

const meta: Meta = {
  title: 'Elements/Referral form/For yourself',
  component: 'kith-referral-form',
  args: { for: 'self', 'without-history': true },
};
export default meta;

export const Start: StoryObj = { tags: ['wide'], play: does(sees('Start now')) };
export const Place: StoryObj = {
  play: does(
    presses('Start now'),
    sees('Where do you live?'),
    types('Postcode', 'TS1 2AB'),
    presses('Continue'),
    sees('What is your date of birth?'),
  ),
};
