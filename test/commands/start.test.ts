/** `handbook start` and `handbook dev`: a site that answers, and a preview that follows edits. */
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { apply, asOf, emptyFolder, tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { removeCache, startHandbook } from './handbook-command.ts';

const running: ChildProcess[] = [];

afterEach(async () => {
  await Promise.all(
    running.splice(0).map(async (child) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((done) => child.once('close', done));
      child.kill('SIGINT');
      await ended;
    }),
  );
});

/** A port of this machine that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Starts a server command. @returns its address, once it says it, and all that it says */
async function serve(...words: string[]): Promise<{ address: string; output: () => string }> {
  const child = startHandbook(...words, '--port', String(await freePort()), '--as-of', asOf);
  running.push(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const address = await vi.waitUntil(() => /http:\/\/localhost:\d+\/(?:[\w-]+\/)*/.exec(output)?.[0], {
    timeout: 50_000,
    interval: 50,
  });
  return { address, output: () => output };
}

async function get(url: string): Promise<{ status: number; text: string }> {
  const response = await fetch(url);
  return { status: response.status, text: await response.text() };
}

test('start builds the site and serves it', async () => {
  const [content, out] = [tinyHandbook(), join(emptyFolder(), 'dist')];
  const { address } = await serve('start', '--content', content, '--out', out);
  removeCache(content, out);
  const [home, document, missing] = await Promise.all([
    get(address),
    get(`${address}documents/st-b-02/`),
    get(`${address}documents/st-b-99/`),
  ]);
  expect(home).toMatchObject({ status: 200, text: expect.stringContaining('松塔印务管理手册库') });
  expect(document).toMatchObject({ status: 200, text: expect.stringContaining('订单受理程序') });
  expect(missing.status).toBe(404);
});

test('dev shows working texts with their redline, and follows edits', async () => {
  const content = tinyHandbook();
  const { address, output } = await serve('dev', '--content', content);
  const published = await get(`${address}documents/st-b-02/`);
  expect(published).toMatchObject({ status: 200, text: expect.not.stringContaining('编辑稿预览') });

  apply(content, { file: 'procedures/ST-B-02.mdx', replace: '重新排期。', with: '重新排期，当天登记。' });
  await vi.waitUntil(() => output().includes('VER-08'), { timeout: 20_000, interval: 50 });
  const [document, working] = await Promise.all([
    get(`${address}documents/st-b-02/`),
    get(`${address}documents/st-b-02/working/`),
  ]);
  expect(document.text).toContain('有未发布的修改，读者看到的是 A/1');
  expect(document.text).not.toContain('当天登记。');
  expect(working.text).toMatch(/<ins>[^<]*当天登记/);
});
