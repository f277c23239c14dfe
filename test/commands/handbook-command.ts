/** Runs the `handbook` command as its users do: in a process of its own, so that tests can run side by side. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { forgetBuilds } from '../../scripts/last-build.ts';
import { listFiles } from '../../src/handbook/read-folder.ts';

export interface Outcome {
  /** The exit code. */
  code: number | null;
  stdout: string;
  stderr: string;
}

const root = join(import.meta.dirname, '../..');

/** The environment of a user whose terminal speaks Chinese: nothing of what Vitest and `npm test` add to it. */
const kept = ['PATH', 'Path', 'HOME', 'USERPROFILE', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'APPDATA', 'LOCALAPPDATA'];
const environment = {
  ...Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))),
  LANG: 'zh_CN.UTF-8',
  NO_COLOR: '1',
  // As the shells of some developers have it: what is published must not depend on it.
  NODE_ENV: 'development',
};

const clock = `--import ${pathToFileURL(join(root, 'test/fixtures/clock.ts')).href}`;

/** Starts `handbook` with these words and leaves it running. */
export function startHandbook(...words: string[]) {
  return start({}, words);
}

function start(variables: Record<string, string>, words: readonly string[]) {
  return spawn(process.execPath, ['scripts/handbook.mjs', ...words], {
    cwd: root,
    env: { ...environment, ...variables, NODE_OPTIONS: [clock, variables['NODE_OPTIONS']].filter(Boolean).join(' ') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs `handbook` with these words to its end. */
export function handbook(...words: string[]): Promise<Outcome> {
  return handbookWith({}, ...words);
}

/** The same with variables of the environment that differ. */
export async function handbookWith(variables: Record<string, string>, ...words: string[]): Promise<Outcome> {
  const child = start(variables, words);
  const output: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] };
  child.stdout.on('data', (chunk: Buffer) => output.stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.stderr.push(chunk));
  const code = await new Promise<number | null>((done, failed) => {
    child.on('error', failed);
    child.on('close', done);
  });
  return {
    code,
    stdout: Buffer.concat(output.stdout).toString(),
    stderr: Buffer.concat(output.stderr).toString(),
  };
}

/** Removes what a build has kept for this pair of folders, which nobody needs after they are gone. */
export function removeCache(content: string, out: string): void {
  forgetBuilds({ content, out });
}

/** Every file of a folder with its bytes, to tell whether anything was changed. */
export function bytesOf(folder: string): Map<string, string> {
  return new Map(
    listFiles(folder).map((file): [string, string] => [file, readFileSync(join(folder, file)).toString('latin1')]),
  );
}

/** The files that were added, changed or removed between two of {@link bytesOf}. */
export function changedFiles(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((file) => before.get(file) !== after.get(file))
    .sort();
}

/** The line of a text that holds a piece, 1-based. */
export function lineWith(text: string, piece: string): number {
  const index = text.split('\n').findIndex((line) => line.includes(piece));
  if (index < 0) throw new Error(`“${piece}” does not stand in the text`);
  return index + 1;
}
