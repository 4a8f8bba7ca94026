import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { fallback } from '../slot-content.js';
import {
  answered,
  backendBecomes,
  chooses,
  does,
  mapFailsToLoad,
  opensActivity,
  presses,
  sees,
  types,
} from '../play-steps.js';

const meta: Meta = {
  title: 'Elements/Activity finder',
  component: 'kith-activity-finder',
  args: { 'url-key': 'find' },
  parameters: { slotContent: fallback },
};
export default meta;

export const Search: StoryObj = { tags: ['wide'], play: does(sees('Show more')) };

export const Loading: StoryObj = { globals: { scenario: 'silent' } };

export const Looking: StoryObj = {
  play: does(
    sees('Show more'),
    backendBecomes('silent'),
    types('What are you looking for?', 'choir'),
    sees('Looking for activities…'),
  ),
};

export const NearAPlace: StoryObj = {
  play: does(
    sees('Show more'),
    types('Where?', 'TS18'),
    presses('Search'),
    sees('TS18, Stockton-on-Tees'),
    answered,
  ),
};

export const ChosenFilters: StoryObj = {
  parameters: { address: 'find-place=TS18&find-free=yes&find-day=mo' },
  play: does(sees('Filters (2)')),
};

export const FiltersOpen: StoryObj = {
  play: does(sees('Show more'), presses('Filters'), presses('Time of day')),
};

export const WithMap: StoryObj = {
  tags: ['wide'],
  parameters: { address: 'find-place=TS18' },
  play: does(sees('Show more'), presses('Show map'), sees('A made-up map'), answered),
};

export const MapThatFailed: StoryObj = {
  tags: ['wide'],
  parameters: { address: 'find-place=TS18' },
  play: does(
    sees('Show more'),
    mapFailsToLoad,
    presses('Show map'),
    sees(
      'The map could not be loaded. The list below has everything. To try again, press Show map.',
    ),
    answered,
  ),
};

export const CorrectedSpelling: StoryObj = {
  play: does(types('What are you looking for?', 'gardning'), sees('This is what we found for')),
};

export const NothingFound: StoryObj = {
  parameters: { address: 'find-q=watercolour&find-category=cookery' },
  play: does(sees('Nothing fits all of this.')),
};

export const EmptyDirectory: StoryObj = {
  globals: { scenario: 'empty' },
  play: does(sees('No activities found')),
};

export const UnknownPlace: StoryObj = {
  play: does(
    sees('Show more'),
    types('Where?', 'Atlantis'),
    presses('Search'),
    sees('We do not know this place'),
  ),
};

export const PlaceNotLookedUp: StoryObj = {
  play: does(
    sees('Show more'),
    backendBecomes('offline'),
    types('Where?', 'Stockton'),
    presses('Search'),
    sees('We could not look up this place'),
  ),
};

export const Saved: StoryObj = {
  play: does(sees('Show more'), presses('Save'), sees('Your list (1)')),
};

export const ShortlistEmpty: StoryObj = {
  play: does(sees('Show more'), presses('Your list (0)'), sees('You have not saved anything yet.')),
};

export const Shortlist: StoryObj = {
  tags: ['wide'],
  play: does(
    sees('Show more'),
    presses('Save'),
    presses('Save', 1),
    presses('Your list (2)'),
    sees('Keep this list on this device'),
  ),
};

export const ShortlistKept: StoryObj = {
  play: does(
    sees('Show more'),
    presses('Save'),
    presses('Your list (1)'),
    chooses('Keep this list on this device'),
    presses('Show a QR code'),
  ),
};

export const Activity: StoryObj = {
  tags: ['wide'],
  play: does(opensActivity(0), sees('Where this comes from')),
};

export const ActivityWithCode: StoryObj = {
  play: does(opensActivity(1), sees('Where this comes from'), presses('Show a QR code')),
};

export const ActivityReport: StoryObj = {
  play: does(opensActivity(0), presses('Tell us this is wrong'), sees('What is wrong?')),
};

export const ActivityReportWithErrors: StoryObj = {
  play: does(
    opensActivity(0),
    presses('Tell us this is wrong'),
    presses('Send'),
    sees('Select what is wrong'),
  ),
};

export const ActivityReportSent: StoryObj = {
  play: does(
    opensActivity(0),
    presses('Tell us this is wrong'),
    chooses('Day or time'),
    presses('Send'),
    sees('Thank you. We will look at it.'),
  ),
};

export const ActivityReportRefused: StoryObj = {
  play: does(
    opensActivity(0),
    presses('Tell us this is wrong'),
    chooses('Day or time'),
    backendBecomes('refusing'),
    presses('Send'),
    sees('This cannot be shown here'),
  ),
};

export const ActivityThatFailed: StoryObj = {
  play: does(
    sees('Show more'),
    backendBecomes('down'),
    opensActivity(0),
    sees('The service is not working at the moment.'),
  ),
};

export const ActivityGone: StoryObj = {
  parameters: { address: 'find-activity=0000-gone' },
  play: does(sees('This activity is not on our list any more.')),
};

export const LinkWorkerAsked: StoryObj = {
  play: does(
    opensActivity(0),
    presses('Ask a link worker about this'),
    sees('You would like to talk about'),
  ),
};

export const SearchOffline: StoryObj = {
  play: does(
    sees('Show more'),
    backendBecomes('offline'),
    types('What are you looking for?', 'choir'),
    sees('Check that you are connected'),
  ),
};

export const SearchDown: StoryObj = {
  play: does(
    sees('Show more'),
    backendBecomes('down'),
    types('What are you looking for?', 'choir'),
    sees('The service is not working'),
  ),
};

export const SearchOffContract: StoryObj = {
  play: does(
    sees('Show more'),
    backendBecomes('off-contract'),
    types('What are you looking for?', 'choir'),
    sees('We got an answer'),
  ),
};

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
