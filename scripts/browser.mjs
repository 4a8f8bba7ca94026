import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const isRoot = process.getuid?.() === 0;

/** Flags for a headless browser: no background traffic, and no sandbox where root cannot use one. */
export const browserFlags = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Finds Chrome, Chromium or Edge; installs Chromium where that is possible, and ends the process otherwise. */
export function findBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen && isProgram(chosen)) return chosen;
  if (chosen) fail(`CHROME_PATH names ${chosen}, which is not a program: correct it, or unset it.`);
  return candidates().find(isProgram) ?? install();
}

const names = [
  // The headless shell of Chromium runs the same journeys with a quarter less processor time.
  'chromium-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
];

function candidates() {
  const ending = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name + ending))),
    ...wellKnown(),
  ];
}

function wellKnown() {
  if (process.platform === 'darwin') return onMac();
  if (process.platform === 'win32') return onWindows();
  return ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'];
}

function onMac() {
  const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
  const folders = ['/Applications', join(process.env.HOME ?? '', 'Applications')];
  return apps.flatMap((app) =>
    folders.map((folder) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
  );
}

function onWindows() {
  const { PROGRAMFILES, LOCALAPPDATA } = process.env;
  const folders = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA].filter(Boolean);
  const programs = ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge'].map((maker) =>
    join(maker, 'Application', maker.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe'),
  );
  return programs.flatMap((program) => folders.map((folder) => join(folder, program)));
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function install() {
  const manual = 'No browser found: install Chrome, Chromium or Edge, or set CHROME_PATH to one.';
  if (!isRoot || !existsSync('/etc/debian_version') || !existsSync('/usr/bin/apt-get'))
    fail(manual);
  console.error('No browser found: installing Chromium with apt-get.');
  // An update may fail for an unrelated source while the package is available, so only the second step decides.
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium-headless-shell', 'fonts-liberation');
  return candidates().find(isProgram) ?? fail(manual);
}

function apt(...args) {
  spawnSync('apt-get', args, {
    // Standard output is reserved for what the caller reads.
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/** @returns {never} */
function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
