import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { browserFlags, findBrowser } from './scripts/browser.mjs';

// The tests talk to the real backend, which scripts/test/run.mjs starts for them.
const backend = process.env.KITH_TEST_BACKEND;
if (!backend)
  throw new Error(
    'Run the browser tests with "npm test -- browser", which starts the backend for them',
  );

export default {
  files: ['test/browser/**/*.test.ts'],
  nodeResolve: { exportConditions: ['default'] },
  port: Number(process.env.KITH_TEST_PORT),
  hostname: '127.0.0.1',
  concurrency: 1,
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' })],
  testFramework: { config: { timeout: 15_000 } },
  testRunnerHtml: (framework) => `<!doctype html>
<html lang="en">
  <head><title>Kith tests</title><script>window.kithTestBackend = ${JSON.stringify(backend)}; window.process = { env: {} };</script></head>
  <body><script type="module" src="${framework}"></script></body>
</html>`,
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: findBrowser(), args: browserFlags },
      // A page in the background is slowed down until its tests time out; this one thinks it has the focus.
      createPage: async ({ context }) => {
        const page = await context.newPage();
        const session = await page.createCDPSession();
        await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
        // All files share this page, and a browser keeps 50 entries of its history: after those, Back in one file would
        // lead to the blank page that the runner opens between two.
        page.on('framenavigated', (frame) => {
          if (frame === page.mainFrame() && frame.url() === 'about:blank')
            session.send('Page.resetNavigationHistory').catch(() => undefined);
        });
        // The runner only sees that no answer comes.
        page.on('error', ({ message }) => {
          console.error(`The page of the tests is gone: ${message}`);
        });
        return page;
      },
    }),
  ],
  // A few files alone cover little.
  coverage: process.env.KITH_TEST_ALL === 'true',
  coverageConfig: {
    include: ['src/**/*.ts'],
    exclude: [
      'src/*/generated/**',
      'src/**/*.styles.ts',
      'src/index.ts',
      // The journeys cover the finder. State machines are tested without a browser, by tables, in test/unit.
      'src/directory/finder/**',
      'src/directory/activity/state/**',
    ],
    threshold: { statements: 96, branches: 90, functions: 94, lines: 96 },
    reporters: ['text-summary'],
  },
};
