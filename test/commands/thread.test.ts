/** The second thread of a build: what it is asked is done in order, and what goes wrong in it is not lost. */
import { afterEach, expect, test } from 'vitest';
import { startThread, type Thread } from '../../scripts/thread.ts';
import type { EchoJobs } from '../fixtures/echo-thread.ts';

let thread: Thread<EchoJobs>;
const start = () => (thread = startThread<EchoJobs>(new URL('../fixtures/echo-thread.ts', import.meta.url), 'hello'));

afterEach(() => thread.end());

test('jobs are done in the order in which they were asked for', async () => {
  start();
  await Promise.all(['a', 'b', 'c'].map((text) => thread.run('say', [text])));
  expect(await thread.run('said', [])).toEqual(['hello', 'a', 'b', 'c']);
});

test('what a job throws comes back with its code, and the thread goes on', async () => {
  start();
  await expect(thread.run('fail', ['ENOSPC'])).rejects.toMatchObject({ message: 'It failed', code: 'ENOSPC' });
  await thread.run('say', ['after']);
  expect(await thread.run('said', [])).toEqual(['hello', 'after']);
});

test('the death of the thread reaches everybody who waits, or asks later', async () => {
  start();
  const waiting = thread.run('die', []);
  await expect(waiting).rejects.toThrow('It died');
  await expect(thread.run('said', [])).rejects.toThrow('It died');
});

test('so does its end without any word', async () => {
  start();
  await expect(thread.run('leave', [])).rejects.toThrow('The thread has ended');
});
