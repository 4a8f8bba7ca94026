import { readEnvironment } from './environment.js';
import { describeError } from './http/request-log.js';
import { jsonLog } from './json-log.js';
import { type Running, start } from './start.js';

const endings = ['SIGINT', 'SIGTERM'] as const;

// From the first moment on: an ending asked for during the start waits until it can be a clean one.
// Whoever asks twice does not want to wait.
const endingAsked = new Promise<void>((resolve) => {
  let asked = 0;
  for (const signal of endings)
    process.on(signal, () => {
      asked += 1;
      if (asked > 1) process.exit(130);
      resolve();
    });
});

function announce({ backend, sites }: Running): void {
  const lines = [
    ['Form of the service', `${backend}/refer`],
    ...sites.map(({ name, address }) => [name, address]),
    ...sites.slice(0, 1).map(({ address }) => ['Themes to try', `${address}/theme.html`]),
    ['For developers', `${backend}/docs`],
    ['What has arrived', 'npm run referrals'],
  ];
  const text = lines.map(([name = '', where = '']) => `  ${name.padEnd(22)}${where}`).join('\n');
  console.log(`Kith answers at ${backend}\n${text}\nCtrl-C ends it.`);
}

function complain(text: string): void {
  console.error(text);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const environment = readEnvironment(process.env);
  if (!environment.ok) {
    complain(environment.failure);
    return;
  }
  const running = await start(environment.value, jsonLog());
  announce(running);
  process.send?.({ backend: running.backend, sites: running.sites });
  await endingAsked;
  await running.stop();
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    complain(error instanceof Error ? error.message : describeError(error).name);
    process.exit();
  },
);
