/** `handbook start` and `handbook dev`: a site that answers, and a preview that follows edits. */
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { apply, emptyFolder, tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { removeCache } from './handbook-command.ts';
import { serve, type Served } from './serving.ts';

const running: Served[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map(({ stop }) => stop()));
});

async function serveUntilEnd(...words: string[]): Promise<Served> {
  const served = await serve(...words);
  running.push(served);
  return served;
}

async function get(url: string): Promise<{ status: number; text: string }> {
  const response = await fetch(url);
  return { status: response.status, text: await response.text() };
}

test('start builds the site and serves it', async () => {
  const [content, out] = [tinyHandbook(), join(emptyFolder(), 'dist')];
  const { address } = await serveUntilEnd('start', '--content', content, '--out', out);
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

test('start serves a site that stands under a path there', async () => {
  const [content, out] = [tinyHandbook(), join(emptyFolder(), 'dist')];
  const { address } = await serveUntilEnd('start', '--content', content, '--out', out, '--base', 'handbook');
  removeCache(content, out);
  expect(new URL(address).pathname).toBe('/handbook/');
  const home = await get(address);
  expect(home).toMatchObject({ status: 200, text: expect.stringContaining('href="/handbook/documents/"') });
  const style = /href="([^"]*\.css)"/.exec(home.text)![1]!;
  expect(await get(new URL(style, address).href)).toMatchObject({ status: 200 });
});

test('dev shows working texts with their redline, and follows edits', async () => {
  const content = tinyHandbook();
  const { address, output } = await serveUntilEnd('dev', '--content', content);
  const published = await get(`${address}documents/st-b-02/`);
  expect(published).toMatchObject({ status: 200, text: expect.not.stringContaining('未发布的修改') });

  apply(content, { file: 'procedures/ST-B-02.mdx', replace: '重新排期。', with: '重新排期，当天登记。' });
  await vi.waitUntil(() => output().includes('VER-08'), { timeout: 20_000, interval: 50 });
  const [document, working] = await Promise.all([
    get(`${address}documents/st-b-02/`),
    get(`${address}documents/st-b-02/working/`),
  ]);
  expect(document.text).toContain('下面是读者看到的 A/1；编辑稿有未发布的修改');
  // What is found in the working text quotes it; the text itself is that of the release.
  expect(document.text.replaceAll(/现为“[^”]*”/gu, '')).not.toContain('当天登记。');
  expect(working.text).toMatch(/<ins>[^<]*当天登记/);
});
