/** The process that makes the search index. */
import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { expect, test } from 'vitest';
import { openSearchIndex } from '../../scripts/search-index.ts';
import { emptyFolder } from '../fixtures/tiny-handbook.ts';

test('if it is killed, the build is told, and does not wait for ever', async () => {
  const started: ChildProcess[] = [];
  const note = (message: unknown) => started.push((message as { process: ChildProcess }).process);
  subscribe('child_process', note);
  const index = await openSearchIndex(undefined);
  unsubscribe('child_process', note);
  expect(started).toHaveLength(1);
  started[0]!.kill('SIGKILL');
  index.add('a/index.html', '<html lang="zh-CN"><body data-pagefind-body><p>登记订单</p></body></html>');
  await expect(index.write(emptyFolder())).rejects.toThrow('Pagefind has ended');
}, 20_000);
