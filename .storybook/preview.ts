import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json' with { type: 'json' };
import { answerInPage } from './backend/answer-in-page.js';
import { resetPage } from './reset-page.js';
import { stopClock } from './fixed-clock.js';
import { publicManifest } from './public-manifest.js';
import { settled } from './settled.js';
import { stage, stageGlobals, stageToolbars } from './stage.js';
import '../src/embed.js';
import './guides.css';
import './stage.css';

stopClock();
answerInPage();
setCustomElementsManifest(publicManifest(manifest));

const preview: Preview = {
  globalTypes: stageToolbars,
  initialGlobals: stageGlobals,
  render: stage,
  beforeEach: resetPage,
  afterEach: settled,
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true },
    options: {
      storySort: { order: ['Start here', 'Guides', 'Elements'] },
    },
    viewport: {
      options: {
        narrow: { name: '320 px', styles: { width: '320px', height: '100%' }, type: 'mobile' },
        tablet: { name: '768 px', styles: { width: '768px', height: '100%' }, type: 'tablet' },
        wide: { name: '1280 px', styles: { width: '1280px', height: '100%' }, type: 'desktop' },
      },
    },
    a11y: {
      test: 'error',
      options: {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      },
    },
  },
};

export default preview;
