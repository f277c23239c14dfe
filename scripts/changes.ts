/**
 * Writes several files as one step: a command that is killed at any point leaves either the old or the new state.
 *
 * The new files are first written beside the content, in `.pending`, with a list of what is to be moved where. Once the
 * list stands, the change counts as made: whoever opens the folder next finishes moving. Without the list, nothing has
 * happened. `.pending` is also the lock: only one command can make it, and only one can take it over from a command that
 * is no more.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Changes } from '../src/control/plan.ts';
import { moveList as listName, pendingFolder } from '../src/handbook/read-whole.ts';
import { flushFolder, makeFolder } from './folders.ts';

interface Move {
  /** Name within `.pending`; null for a file to be deleted. */
  from: string | null;
  to: string;
}

/** Another command is writing to the folder. */
export class Busy extends Error {
  /** The file that says so. */
  readonly file: string;
  readonly process: number;

  constructor(file: string, process: number) {
    super(`Process ${process} is writing`);
    this.file = file;
    this.process = process;
  }
}

/**
 * Runs an action that reads the folder, decides, and writes at most once, while no other command can write.
 * @param folder what the paths of the changes are relative to
 * @param action gets the function that writes
 * @throws {Busy} if another command is at it
 */
export async function changing<Result>(
  folder: string,
  action: (write: (changes: Changes) => void) => Promise<Result>,
): Promise<Result> {
  const owner = lock(folder);
  try {
    return await action((changes) => {
      prepare(folder, changes);
      move(folder);
    });
  } finally {
    end(folder, owner);
  }
}

/**
 * Brings a change to its end that a killed command left half moved, and waits while a running command moves one, so
 * that what is read afterwards is either the old or the new state.
 * @param patience how long to wait for a running command, in milliseconds
 * @returns false if a change stays half moved, as in a folder where nothing can be written
 */
export async function settled(folder: string, patience = 10_000): Promise<boolean> {
  const list = join(folder, pendingFolder, listName);
  for (const start = performance.now(); existsSync(list); await sleep(20)) {
    try {
      const owner = takeOver(folder);
      if (owner) finish(folder, owner);
      else if (performance.now() - start > patience) return false;
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return false;
      // Another command has just finished it.
      if (code !== 'ENOENT') throw error;
    }
  }
  return true;
}

/** The locks of this process, by the names of their owner files. */
const held = new Set<string>();

/** @returns the name of the file in `.pending` by which it is ours */
function lock(folder: string): string {
  sweep(folder);
  for (;;) {
    const own = mkdtempSync(join(folder, `${pendingFolder}-${process.pid}-`));
    const owner = ownerName();
    writeFileSync(join(own, owner), '');
    try {
      // Made with its owner in it in one step: over a folder that is not empty none can be moved.
      renameSync(own, join(folder, pendingFolder));
      held.add(owner);
      return owner;
    } catch (error) {
      rmSync(own, { recursive: true, force: true });
      if (!existsSync(join(folder, pendingFolder))) throw error;
    }
    try {
      const left = takeOver(folder);
      if (left) finish(folder, left);
      else refuse(folder);
    } catch (error) {
      // Another command has just ended, or taken it over.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}

/** Gives the lock back, or leaves it, with a change that could not be moved whole, to whoever comes next. */
function end(folder: string, owner: string): void {
  held.delete(owner);
  if (!existsSync(join(folder, pendingFolder, listName))) unlock(folder);
}

/** Takes the lock away in one step, with all that is in it, so that nobody finds it half empty. */
function unlock(folder: string): void {
  const gone = join(folder, `${pendingFolder}-${process.pid}-${randomBytes(4).toString('hex')}`);
  renameSync(join(folder, pendingFolder), gone);
  rmSync(gone, { recursive: true, force: true });
}

function ownerName(): string {
  return `owner.${process.pid}.${randomBytes(4).toString('hex')}`;
}

function ownerOf(folder: string): string | undefined {
  try {
    return readdirSync(join(folder, pendingFolder)).find((name) => name.startsWith('owner.'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function processOf(owner: string): number {
  return Number(owner.split('.')[1]);
}

/**
 * Makes the lock of a command that is no more ours.
 * @returns the name of our owner file; undefined if the command still runs
 */
function takeOver(folder: string): string | undefined {
  const before = ownerOf(folder);
  if (before !== undefined && (held.has(before) || isRunning(processOf(before)))) return undefined;
  const pending = join(folder, pendingFolder);
  const owner = ownerName();
  // The name is never used again, so that of several who try only one can rename it.
  if (before === undefined) writeFileSync(join(pending, owner), '');
  else renameSync(join(pending, before), join(pending, owner));
  held.add(owner);
  return owner;
}

function refuse(folder: string): void {
  const owner = ownerOf(folder);
  if (owner !== undefined) throw new Busy(join(folder, pendingFolder, owner), processOf(owner));
}

/** True while a process runs; one of this number that is not ours, if it is this very process’s. */
function isRunning(number: number): boolean {
  if (number === process.pid) return false;
  try {
    process.kill(number, 0);
    return true;
  } catch (error) {
    // A process of somebody else’s that may not be signalled is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function prepare(folder: string, changes: Changes): void {
  const pending = join(folder, pendingFolder);
  const moves = [...changes].map(([to, bytes], index): Move => {
    if (bytes === null) return { from: null, to };
    writeFileSync(join(pending, String(index)), bytes, { flush: true });
    return { from: String(index), to };
  });
  writeFileSync(join(pending, 'list'), JSON.stringify(moves), { flush: true });
  flushFolder(pending);
  flushFolder(folder);
  renameSync(join(pending, 'list'), join(pending, listName));
  flushFolder(pending);
}

/** Ends what a command left behind: the change, if its list stands, and the lock. */
function finish(folder: string, owner: string): void {
  try {
    if (existsSync(join(folder, pendingFolder, listName))) move(folder);
  } finally {
    end(folder, owner);
  }
}

/** Moves what is prepared into place. Every step can be done twice, so that it can be begun again after any of them. */
function move(folder: string): void {
  const pending = join(folder, pendingFolder);
  const moves = JSON.parse(readFileSync(join(pending, listName), 'utf8')) as Move[];
  for (const { from, to } of moves) {
    const target = join(folder, to);
    if (from === null) {
      rmSync(target, { recursive: true, force: true });
    } else if (existsSync(join(pending, from))) {
      makeFolder(dirname(target));
      renameSync(join(pending, from), target);
    }
    if (existsSync(dirname(target))) flushFolder(dirname(target));
  }
  rmSync(join(pending, listName));
}

/** Removes what killed commands left of their locks. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const number = new RegExp(`^\\${pendingFolder}-(\\d+)-`).exec(name)?.[1];
    if (number !== undefined && !isRunning(Number(number)))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}
