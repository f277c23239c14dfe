/** `handbook dev` in a browser: what the check finds appears on the pages while one writes, and nothing stops the server. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { serve, type Served } from '../commands/serving.ts';
import { apply, tinyHandbook, type Edit } from '../fixtures/tiny-handbook.ts';
import { startBrowser } from './browser.ts';

let content: string;
let server: Served;
let browser: Browser;
let page: Page;
/** What the preview has told the browser up to now: that it is connected, that a page must be loaded again. */
let messages = 0;
/** File → text before the test changed it; undefined if there was none. */
const changed = new Map<string, string | undefined>();

beforeAll(async () => {
  content = tinyHandbook();
  server = await serve('dev', '--content', content);
  browser = await startBrowser();
  page = await browser.newPage({ baseURL: server.address });
  page.setDefaultTimeout(20_000);
  page.on('websocket', (socket) => socket.on('framereceived', () => (messages += 1)));
}, 90_000);

afterEach(async () => {
  // Every test begins with the handbook as it was, and with a server that has noticed.
  const edits = [...changed].filter(([file, text]) => text !== textOf(file));
  changed.clear();
  for (const [file, text] of edits) {
    if (text === undefined) apply(content, { file, delete: true });
    else writeFileSync(join(content, file), text);
  }
  await vi.waitFor(
    async () => {
      await visit('/');
      expect(await page.locator('.preview-bar .severity-none').count()).toBe(3);
    },
    { timeout: 30_000, interval: 200 },
  );
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** The text of a file of the handbook, if it is there. */
function textOf(path: string): string | undefined {
  const whole = join(content, path);
  return existsSync(whole) ? readFileSync(whole, 'utf8') : undefined;
}

/** Changes a file as an editor would. */
function save(edit: Edit): void {
  if (!changed.has(edit.file)) changed.set(edit.file, textOf(edit.file));
  apply(content, edit);
}

/** Opens a page and waits until it hears of changes; again, if a reload of the last page got in between. */
async function visit(path: string): Promise<void> {
  const before = messages;
  await vi.waitFor(() => page.goto(path), { timeout: 30_000, interval: 100 });
  await vi.waitUntil(() => messages > before, { timeout: 20_000 });
}

/** The findings on the page that is open, of a rule; waits until there is one. */
async function panel(rule: string): Promise<string> {
  const item = page.locator('.finding-panel li', { hasText: rule }).first();
  await item.waitFor();
  return item.innerText();
}

const procedure = '/documents/st-b-02/';
const file = 'procedures/ST-B-02.mdx';

describe('while one writes, without touching the browser', () => {
  test('a finding appears on the page of its document and in the terminal, and goes when it is mended', async () => {
    await visit(procedure);
    expect(await page.locator('.finding-panel').count()).toBe(0);
    save({ file, append: '\n单价待补充。\n' });
    const text = await panel('TXT-05');
    const line = textOf(file)!.split('\n').indexOf('单价待补充。') + 1;
    for (const piece of ['错误', '“待补充”是占位文字', `${file}:${line}:3`, '只在编辑稿中'])
      expect(text).toContain(piece);
    await vi.waitUntil(() => server.output().includes('“待补充”是占位文字'), { timeout: 20_000 });
    expect(await page.locator('.preview-bar').innerText()).toContain('1 个错误');

    await page.locator('.finding-panel').getByRole('link', { name: 'TXT-05' }).click();
    expect(new URL(page.url()).pathname).toBe('/checks/txt-05/');
    await page.goBack();
    save({ file, replace: '\n单价待补充。\n', with: '' });
    await page.locator('.finding-panel').waitFor({ state: 'detached' });
  });

  test('a finding in a part appears on the page of that part and of the whole, not on its neighbours', async () => {
    await visit('/documents/st-a-01/4/');
    save({ file: 'manual/ST-A-01/4.mdx', append: '\n做法待补充。\n' });
    expect(await panel('TXT-05')).toContain('manual/ST-A-01/4.mdx:');
    await visit('/documents/st-a-01/');
    expect(await panel('TXT-05')).toContain('manual/ST-A-01/4.mdx:');
    await visit('/documents/st-a-01/5/');
    expect(await page.locator('.finding-panel').count()).toBe(0);
  });

  test('a finding in a translation appears on the page that shows it, in the language of the page', async () => {
    await visit('/en/documents/st-a-02/');
    save({
      file: 'translations/en/ST-A-02.mdx',
      create:
        '---\ntranslates: ST-A-02\nversion: A/1\nlanguage: en\ntitle: Policy\n' +
        'translated: { by: tao-ran, on: 2026-06-01 }\nchecked: { by: gu-tong, on: 2026-06-02 }\n---\n\nWe deliver on the day that we promised.\n',
    });
    const text = await panel('TRL-01');
    expect(text).toContain('Warning');
    expect(text).toContain('translations/en/ST-A-02.mdx:');
    expect(await page.locator('.prose').innerText()).toContain('We deliver');
  });

  test('a finding in a role appears on the page of the role', async () => {
    await visit('/roles/print-lead/');
    save({ file: 'roles/print-lead.mdx', replace: 'department: YWS', with: 'department: YWX' });
    expect(await panel('ROL-01')).toContain('YWX');
  });

  test('a new document has a page at once, to which the report leads', async () => {
    await visit('/quality/');
    const text = textOf('instructions/ST-C-01.mdx')!;
    save({
      file: 'instructions/ST-C-02.mdx',
      create: text
        .replace('number: ST-C-01', 'number: ST-C-02')
        .replace('报价核对指导书', '裁切指导书')
        .replace('Checking a quotation', 'Cutting')
        .concat('\n纸张待补充。\n'),
    });
    const finding = page.locator('.findings li', { hasText: 'instructions/ST-C-02.mdx' }).first();
    await finding.getByRole('link', { name: 'ST-C-02 裁切指导书' }).click();
    expect(new URL(page.url()).pathname).toBe('/documents/st-c-02/working/');
    expect(await page.locator('h1').innerText()).toContain('裁切指导书');
    expect(await panel('TXT-05')).toContain('instructions/ST-C-02.mdx:');
  });
});

describe('a file that cannot be read', () => {
  test('shows why, on its page as it last was and in the report; mended, all is as before', async () => {
    await visit(procedure);
    save({ file, replace: 'owner: order-lead\ndepartment', with: 'owner: [order-lead\ndepartment' });
    const text = await panel('SRC-02');
    expect(text).toContain(`${file}:`);
    expect(await page.locator('h1').innerText()).toBe('订单受理程序');
    expect(await page.locator('.prose').innerText()).toContain('印出来的就是顾客要的');
    const said = '编辑稿现在无法读取，原因见上面的检查结果；下面是已发布的 A/1。';
    expect(await page.locator('.notice').allInnerTexts()).toContain(said);
    await visit(`${procedure}working/`);
    expect(await page.locator('.notice').allInnerTexts()).toContain(said);
    expect(await page.locator('h1').innerText()).toBe('ST-B-02 订单受理程序');
    await visit('/quality/');
    const report = page.locator('#error + section');
    expect(await report.innerText()).toContain('SRC-02');
    expect(await report.getByRole('link', { name: 'ST-B-02 订单受理程序' }).getAttribute('href')).toBe(procedure);

    await visit(procedure);
    save({ file, replace: 'owner: [order-lead', with: 'owner: order-lead' });
    await page.locator('.finding-panel').waitFor({ state: 'detached' });
    expect(server.isRunning()).toBe(true);
  });

  test('in one of its diagrams shows the code of that diagram, and the rest of the working text', async () => {
    await visit(`${procedure}working/`);
    save({ file, replace: 'D["5.3 返工"]', with: 'D["5.3 返工"' });
    expect(await panel('SRC-07')).toContain(`${file}:`);
    await page.locator('.prose pre', { hasText: '5.3 返工' }).waitFor();
    expect(await page.locator('.prose').innerText()).toContain('印出来的就是顾客要的');
  });

  test('that is handbook.yaml leaves the pages as they last were, and every one says so', async () => {
    await visit(procedure);
    save({ file: 'handbook.yaml', replace: 'lastRevision: 9', with: 'lastRevision: [9' });
    await page.locator('.notice', { hasText: '最后一次能打开的内容' }).waitFor();
    expect(await page.locator('h1').innerText()).toBe('订单受理程序');
    await page.locator('.notice').getByRole('link', { name: '检查报告' }).click();
    await page.locator('.findings li', { hasText: 'handbook.yaml:' }).first().waitFor();

    save({ file: 'handbook.yaml', replace: 'lastRevision: [9', with: 'lastRevision: 9' });
    await page.locator('.notice.clean').waitFor();
    expect(server.isRunning()).toBe(true);
  });
});
