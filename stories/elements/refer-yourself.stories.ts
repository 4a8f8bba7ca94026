import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { backendBecomes, comesTo, does, presses, sees } from '../play-steps.js';
import { link } from '../slot-content.js';
import { self, walks } from '../answers.js';

const meta: Meta = {
  title: 'Elements/Refer yourself and its dialog',
  component: 'kith-refer-yourself',
  args: { 'without-history': true },
  parameters: { slotContent: link },
};
export default meta;

export const Link: StoryObj = { tags: ['wide'], play: does(sees('Refer yourself')) };

export const DialogLoading: StoryObj = {
  play: does(backendBecomes('silent'), presses('Refer yourself')),
};

export const Dialog: StoryObj = {
  tags: ['wide'],
  play: does(presses('Refer yourself'), sees('Start now')),
};

export const DialogFurtherOn: StoryObj = {
  play: does(presses('Refer yourself'), walks(self, 'What would you like help with?')),
};

export const AskedWhetherToClose: StoryObj = {
  tags: ['wide'],
  play: does(
    presses('Refer yourself'),
    walks(self, 'What would you like help with?'),
    presses('Close'),
    comesTo('Close the form?'),
  ),
};

export const DialogOffline: StoryObj = {
  play: does(
    backendBecomes('offline'),
    presses('Refer yourself'),
    sees('We could not reach the service'),
  ),
};

export const DialogDown: StoryObj = {
  play: does(
    backendBecomes('down'),
    presses('Refer yourself'),
    sees('We could not reach the service'),
  ),
};

export const InPlace: StoryObj = {
  args: { mode: 'inline' },
  play: does(presses('Refer yourself'), sees('Start now')),
};
