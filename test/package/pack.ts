import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../compiled.js';

const start = promisify(execFile);

/** The package as `npm publish` would send it. */
export interface Packed {
  /** The archive. */
  readonly archive: string;
  /** The folder with the unpacked package. */
  readonly folder: string;
  /** The paths of the files in the package. */
  readonly files: readonly string[];
  /** Deletes the archive and the folder. */
  remove(): void;
}

/** Packs the output of `npm run build`, and unpacks it again. */
export async function packProject(): Promise<Packed> {
  const place = mkdtempSync(join(tmpdir(), 'kith-package-'));
  const { stdout } = await run('npm', [
    'pack',
    '--json',
    '--ignore-scripts',
    '--pack-destination',
    place,
  ]);
  const [packed] = JSON.parse(stdout);
  const archive = join(place, packed.filename);
  await run('tar', ['-xzf', archive, '-C', place]);
  return {
    archive,
    folder: join(place, 'package'),
    files: packed.files.map(({ path }: { readonly path: string }) => path),
    remove: () => {
      rmSync(place, { recursive: true, force: true });
    },
  };
}

/** Copies an unpacked package to where `npm install` would put it. */
export function installInto(folder: string, packed: Packed): void {
  const target = join(folder, 'node_modules', 'kith-elements');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  cpSync(packed.folder, target, { recursive: true });
}

/** Runs a program to its end. If it fails, the error contains its output. */
export async function run(
  program: string,
  args: readonly string[],
  folder = root,
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const options = { cwd: folder, maxBuffer: 50_000_000, shell: process.platform === 'win32' };
  try {
    return await start(program, [...args], options);
  } catch (error) {
    const { stdout = '', stderr = '' } = Object(error);
    throw new Error(`${program} ${args[0] ?? ''} failed:\n${stdout}\n${stderr}`);
  }
}
