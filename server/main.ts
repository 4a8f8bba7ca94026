import { readEnvironment } from './settings/environment.js';
import { describeError } from './http/middleware/request-log.js';
import { jsonLog } from './http/json-log.js';
import { type RunningBackend, start } from './start.js';

const stopSignals = ['SIGINT', 'SIGTERM'] as const;

// Registered before anything starts: a signal during the start takes effect once the backend can stop cleanly.
// A second signal ends the process immediately.
const stopRequested = new Promise<void>((resolve) => {
  let signals = 0;
  for (const signal of stopSignals)
    process.on(signal, () => {
      signals += 1;
      if (signals > 1) process.exit(130);
      resolve();
    });
});

function printAddresses({ backend, sites }: RunningBackend): void {
  const lines = [
    ['Referral form', `${backend}/refer`],
    ...sites.map(({ name, address }) => [name, address]),
    ...sites.slice(0, 1).map(({ address }) => ['Themes to try', `${address}/theme.html`]),
    ['API reference', `${backend}/docs`],
    ['List referrals', 'npm run referrals'],
  ];
  const text = lines.map(([name = '', where = '']) => `  ${name.padEnd(22)}${where}`).join('\n');
  console.log(`Kith is running at ${backend}\n${text}\nPress Ctrl-C to stop it.`);
}

function reportError(text: string): void {
  console.error(text);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const environment = readEnvironment(process.env);
  if (!environment.ok) {
    reportError(environment.failure);
    return;
  }
  const running = await start(environment.value, jsonLog());
  printAddresses(running);
  // With a callback, a parent process that has ended meanwhile is no error.
  process.send?.({ backend: running.backend, sites: running.sites }, () => undefined);
  await stopRequested;
  await running.stop();
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    reportError(error instanceof Error ? error.message : describeError(error).name);
    process.exit();
  },
);
