/** A handbook is read as it was before or as it is after a change that a command makes meanwhile. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWhole } from '../../src/handbook/read-whole.ts';
import { changing } from '../../scripts/changes.ts';
import { emptyFolder } from '../fixtures/tiny-handbook.ts';

/** Two files that belong together. */
function pair(): { folder: string; read: (between?: () => void) => string; write: (text: string) => void } {
  const folder = emptyFolder();
  const names = ['a.yaml', 'b.yaml'] as const;
  for (const name of names) writeFileSync(join(folder, name), 'old');
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  return {
    folder,
    read: (between = () => undefined) => {
      const first = text(names[0]);
      between();
      return `${first} ${text(names[1])}`;
    },
    // As scripts/changes.ts does it, but at once.
    write: (next) => {
      const pending = join(folder, '.pending');
      mkdirSync(pending);
      for (const name of names) writeFileSync(join(pending, name), next);
      writeFileSync(join(pending, 'moves.json'), '[]');
      for (const name of names) renameSync(join(pending, name), join(folder, name));
      rmSync(pending, { recursive: true });
    },
  };
}

test('what a change went across is read again', () => {
  const { folder, read, write } = pair();
  let times = 0;
  const text = readWhole(folder, () => read(() => (times += 1) === 1 && write('new')));
  expect({ text, times }).toEqual({ text: 'new new', times: 2 });
});

test('so is what could not be read because a change took it away', () => {
  const { folder, read } = pair();
  const gone = () => {
    mkdirSync(join(folder, '.pending'));
    throw new Error('ENOENT');
  };
  let times = 0;
  expect(readWhole(folder, () => read(() => (times += 1) === 1 && gone()))).toBe('old old');
  const broken = () => {
    throw new Error('Broken');
  };
  expect(() => readWhole(folder, broken)).toThrow('Broken');
});

test('a command that holds the lock reads once', async () => {
  const { folder, read } = pair();
  let times = 0;
  await changing(folder, async () => expect(readWhole(folder, () => read(() => void (times += 1)))).toBe('old old'));
  expect(times).toBe(1);
});

test('a change that nobody can finish is waited for no longer than there is patience', () => {
  const { folder, read } = pair();
  mkdirSync(join(folder, '.pending'));
  writeFileSync(join(folder, '.pending', 'moves.json'), '[]');
  const start = performance.now();
  expect(readWhole(folder, read, 100)).toBe('old old');
  expect(performance.now() - start).toBeGreaterThanOrEqual(100);
});
