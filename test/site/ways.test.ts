/** Ways in and audit views: clicks from home, my role, the process map, the filters, the marks. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { documentOf, handbook, linksIn, rowsOf, useSite } from './site.ts';

const site = useSite();

afterEach(() => {
  expect(site.complaints()).toEqual([]);
});

const pathOf = (page: Page) => new URL(page.url()).pathname;

/** Goes from the home page by the names of links, one click each. */
async function clicks(...names: (string | RegExp)[]): Promise<Page> {
  const page = await site.open('/');
  for (const name of names) {
    const before = page.url();
    await page
      .getByRole('link', { name, ...(typeof name === 'string' && { exact: true }) })
      .filter({ visible: true })
      .first()
      .click();
    await page.waitForURL((url) => url.href !== before);
  }
  return page;
}

const widths = [390, 768, 1440];
const themes = ['light', 'dark'] as const;

describe.each(widths.flatMap((width) => themes.map((theme) => [width, theme] as const)))(
  'clicks from home, %d px, %s',
  (width, theme) => {
    beforeAll(async () => {
      const page = await site.open('/');
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: theme });
    });

    afterAll(async () => {
      const page = await site.open('/');
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.emulateMedia({ colorScheme: null });
    });

    test('two to the form for a change request', async () => {
      const request = [...handbook.documents.values()].find(({ data }) => data.title.zh === '变更请求单')!;
      const page = await clicks('记录表单', request.number);
      expect(pathOf(page)).toBe(`/documents/${request.number.toLowerCase()}/`);
      expect(await page.locator('h1').innerText()).toBe('变更请求单');
    });

    test('two to all duties of the incident manager', async () => {
      const page = await clicks('我的角色要做什么', '事件经理');
      expect(pathOf(page)).toBe('/roles/incident-mgr/');
      const shown = await page.locator('#activities ~ .table td:first-child a[href*="#5."]').count();
      expect(shown).toBe(handbook.duties.get('incident-mgr')!.length);
    });

    test('three to what changed in B-21 since A/0', async () => {
      const page = await clicks('程序文件', 'HC-ITSM-B-21', '自 A/0 以来的修改');
      const version = documentOf('HC-ITSM-B-21').data.version.toLowerCase().replace('/', '-');
      expect(page.url()).toContain(`/documents/hc-itsm-b-21/compare/?before=a-0&after=${version}`);
      await page.locator('.redline').first().waitFor();
      expect(await page.locator('.redline ins').count()).toBeGreaterThan(0);
    });

    test('two to where 8.7.2 is met and by whom', async () => {
      const page = await clicks('条款落实表');
      const row = (await rowsOf(page, 'main .table')).find(([clause]) => clause === '8.7.2');
      expect(row?.[2]).toContain('HC-ITSM-B-25');
      for (const cell of [row?.[3], row?.[4]]) expect(cell).toMatch(/\p{Script=Han}/u);
      await page.getByRole('link', { name: '8.7.2', exact: true }).click();
      await page.waitForURL('**/8.7.2/');
      expect(await page.locator('dl.control').innerText()).toContain(row?.[3] ?? '—');
      expect(await page.locator('#meets + .table').innerText()).toContain('HC-ITSM-B-25');
    });

    test('one to all reviews that are due', async () => {
      const page = await clicks('逾期和临近到期的评审');
      expect(pathOf(page)).toBe('/quality/');
      expect(await page.locator(':target').innerText()).toBe('逾期和临近到期的评审');
    });

    test('one to the processes, the clauses, the documents, the departments and the roles', async () => {
      const page = await site.open('/');
      expect(Object.values(await linksIn(page, '.entries'))).toEqual([
        '/processes/',
        '/clauses/iso20000-1-2018/',
        '/documents/',
        '/departments/',
        '/roles/',
      ]);
    });
  },
);

describe('my role', () => {
  const chosen = (page: Page) => page.locator('[data-chosen] li a').allInnerTexts();

  test('is chosen at home, kept in this browser, in the header of every page, and can be taken back', async () => {
    const page = await site.fresh({ viewport: { width: 1440, height: 900 } });
    await page.goto('/');
    const header = page.locator('.site-tools').getByRole('link', { name: '我的角色' });
    expect(await header.count()).toBe(0);
    await page.locator('[data-role-chooser] select').selectOption('incident-mgr');
    await page.getByRole('button', { name: '添加' }).click();
    expect(await chosen(page)).toEqual(['事件经理']);
    await page.goto('/documents/hc-itsm-b-18/');
    await header.click();
    await page.waitForURL('**/my-role/');
    await page.locator('[data-list="activities"] tbody').first().waitFor();
    expect(await chosen(page)).toEqual(['事件经理']);
    await page.getByRole('button', { name: '不再是事件经理' }).click();
    expect(await chosen(page)).toEqual([]);
    expect(await page.locator('[data-sheet]').isVisible()).toBe(false);
    await page.goto('/');
    expect(await header.count()).toBe(0);
    await page.context().close();
  });

  test('is chosen on the page of the role, too; several can be', async () => {
    const page = await site.fresh();
    for (const id of ['incident-mgr', 'change-mgr']) {
      await page.goto(`/roles/${id}/`);
      const toggle = page.getByRole('button', { name: '这是我的角色' });
      expect(await toggle.getAttribute('aria-pressed')).toBe('false');
      await toggle.click();
      expect(await toggle.getAttribute('aria-pressed')).toBe('true');
    }
    await page.goto('/my-role/');
    expect(await chosen(page)).toEqual(['事件经理', '变更经理']);
    await page.locator('[data-list="activities"] tbody').first().waitFor();
    expect(await page.locator('[data-list="activities"]').innerText()).toContain('（变更经理）');
    await page.getByRole('button', { name: '全部清除' }).click();
    expect(await chosen(page)).toEqual([]);
    await page.context().close();
  });

  test('shows the activities, forms, documents with their next review, and changes of the role', async () => {
    const page = await site.fresh();
    await page.goto('/roles/incident-mgr/');
    await page.getByRole('button', { name: '这是我的角色' }).click();
    await page.goto('/my-role/');
    await page.locator('[data-list="activities"] tbody').first().waitFor();
    const duties = handbook.duties.get('incident-mgr')!;
    const shown = await page
      .locator('[data-list="activities"] td:first-child, [data-list="informed"] td:first-child')
      .allInnerTexts();
    expect(shown).toHaveLength(duties.length);
    for (const { activity } of duties) expect(shown).toContain(`5.${activity.step} ${activity.data.name}`);
    const owned = [...handbook.documents.values()].filter(
      ({ kind, data }) => kind !== 'form' && data.owner === 'incident-mgr',
    );
    expect(await page.locator('[data-list="owns"] tr').count()).toBe(owned.length);
    expect(await page.locator('[data-list="owns"]').innerText()).toMatch(/\d{4}-\d{2}-\d{2}/);
    expect(await page.locator('[data-list="forms"]').innerText()).toContain('HC-ITSM-D-21-01');
    expect(await page.locator('[data-list="changes"]').innerText()).toContain('HC-ITSM-B-21');
    await page.locator('[data-list="activities"] a', { hasText: '5.5 重大事件处理' }).click();
    expect(await page.locator(':target').innerText()).toContain('5.5 重大事件处理');
    await page.context().close();
  });

  test('forgets a role that no longer exists', async () => {
    const page = await site.fresh();
    await page.addInitScript(() => localStorage.setItem('my-roles', '["gone","incident-mgr"]'));
    await page.goto('/my-role/');
    await page.locator('[data-list="activities"] tbody').first().waitFor();
    expect(await chosen(page)).toEqual(['事件经理']);
    await page.context().close();
    // The file of the role that is gone is not found, which the browser notes.
    expect(site.complaints().filter((text) => !text.includes('404'))).toEqual([]);
  });

  test('says without scripts that it needs them, and leads to the roles', async () => {
    const page = await site.fresh({ javaScriptEnabled: false });
    for (const path of ['/', '/my-role/']) {
      await page.goto(path);
      const box = page.locator('[data-role-chooser]');
      expect(await box.innerText()).toContain('需要启用浏览器脚本');
      expect(Object.values(await linksIn(page, '[data-role-chooser] noscript'))).toEqual(['/roles/']);
      expect(await box.locator('select').isVisible()).toBe(false);
    }
    await page.context().close();
  });

  test('is English in the English interface', async () => {
    const page = await site.fresh();
    await page.addInitScript(() => localStorage.setItem('my-roles', '["incident-mgr"]'));
    await page.goto('/en/my-role/');
    await page.locator('[data-list="activities"] tbody').first().waitFor();
    expect(await page.locator('[data-list="activities"] th[scope="rowgroup"]').first().innerText()).toMatch(
      /^HC-ITSM-[A-Z0-9-]+ [A-Z]/,
    );
    expect(Object.values(await linksIn(page, '[data-list="forms"]')).every((path) => path.startsWith('/en/'))).toBe(
      true,
    );
    await page.context().close();
  });
});

describe('the process map', () => {
  const incident = '.process a[aria-label="HC-ITSM-B-21 事件管理程序"]';

  test('shows what a process takes and gives under the pointer and with the keyboard, and leads to it', async () => {
    const page = await site.open('/processes/');
    expect(await page.locator('.process').count()).toBe(31);
    const flows = page.locator(`${incident} + .flows`);
    expect(await flows.isVisible()).toBe(false);
    await page.locator(incident).focus();
    expect(await flows.isVisible()).toBe(true);
    const text = (await flows.textContent()) ?? '';
    expect(text).toContain('变更管理程序');
    expect(text).toMatch(/← .*变更日历/);
    await page.locator(incident).blur();
    await page.locator(incident).hover();
    expect(await flows.isVisible()).toBe(true);
    await page.locator(incident).click();
    await page.waitForURL('**/documents/hc-itsm-b-21/');
  });

  test('says the same in tables, and is a list on a telephone', async () => {
    const page = await site.fresh({ viewport: { width: 390, height: 844 } });
    await page.goto('/processes/');
    expect(await page.locator('.process-map').isVisible()).toBe(false);
    expect(await page.locator('.process-list li').filter({ visible: true }).count()).toBe(31);
    expect(await rowsOf(page, '#inside + .table')).toContainEqual([
      'HC-ITSM-B-18 变更管理程序',
      '变更日历',
      'HC-ITSM-B-21 事件管理程序',
    ]);
    await page.context().close();
  });
});

describe('the coverage table', () => {
  const shown = (page: Page) => page.locator('main tbody tr:visible').count();

  test('is filtered by chapter and department; the figures lead to the rows behind them', async () => {
    const page = await site.open('/coverage/');
    await page.getByRole('link', { name: '8 服务管理体系的运行' }).click();
    await page.waitForURL('**/coverage/?chapter=**');
    // The form has its place from the first paint; the count stands in it once the script has filtered.
    await page.locator('[data-filter] output', { hasText: '/' }).waitFor();
    const chapter = page.locator('.counts li', { hasText: '8 服务管理体系的运行' });
    const ofChapter = Number(/\/(\d+)/.exec(await chapter.innerText())?.[1]);
    expect(await shown(page)).toBe(ofChapter);
    await page.locator('select[name="department"]').selectOption('YWB');
    expect(await shown(page)).toBeLessThan(ofChapter);
    expect(new URL(page.url()).searchParams.get('department')).toBe('YWB');
    await page.reload();
    // The form has its place from the first paint; the count stands in it once the script has filtered.
    await page.locator('[data-filter] output', { hasText: '/' }).waitFor();
    expect(await page.locator('main tbody tr:visible td:nth-child(5)').allInnerTexts()).toEqual(
      Array(await shown(page)).fill('运维服务部'),
    );
  });

  test('shows what is missing only', async () => {
    const page = await site.open('/coverage/');
    await page.locator('input[name="missing"]').check();
    expect(await shown(page)).toBe(0);
    expect(await page.locator('[data-filter] output').innerText()).toBe('0 / 57');
  });
});

test('the evidence of a clause has its keeper and how long it is kept', async () => {
  const page = await site.open('/clauses/iso20000-1-2018/8.6.1/');
  for (const [item, , , keeper, retention] of await rowsOf(page, '#evidence + .table')) {
    expect(keeper, item).toMatch(/\p{Script=Han}/u);
    expect(retention, item).toMatch(/\p{Script=Han}/u);
  }
});

test('the marks of clauses are off until they are switched on, and the choice is kept', async () => {
  const page = await site.fresh({ viewport: { width: 1440, height: 900 } });
  await page.goto('/documents/hc-itsm-a-01/8.6/');
  const mark = page.locator('.clause-mark', { hasText: '8.6.1 事件管理' });
  expect(await mark.isVisible()).toBe(false);
  const toggle = page.getByRole('button', { name: '显示条款标记' });
  await toggle.click();
  expect(await mark.isVisible()).toBe(true);
  const [heading, box] = [await page.locator('[id="8.6.1"]').boundingBox(), await mark.boundingBox()];
  expect(Math.abs(heading!.y - box!.y)).toBeLessThan(24);
  expect(box!.x).toBeGreaterThan((await page.locator('.prose p').first().boundingBox())!.x + 300);
  await page.goto('/documents/hc-itsm-b-21/');
  expect(await page.locator('.clause-mark').first().isVisible()).toBe(true);
  await toggle.click();
  expect(await page.locator('.clause-mark').first().isVisible()).toBe(false);
  await page.context().close();
});

test('the matrix marks row and column under the pointer and in focus, and keeps its heads in sight', async () => {
  const page = await site.open('/matrix/');
  const colour = (selector: string) =>
    page.locator(selector).evaluate((cell) => getComputedStyle(cell).backgroundColor);
  const plain = await colour('.matrix tbody tr:nth-child(3) td:nth-child(6)');
  await page.locator('.matrix tbody tr:nth-child(6) td:nth-child(4)').hover();
  expect(await colour('.matrix tbody tr:nth-child(2) td:nth-child(4)')).not.toBe(plain);
  expect(await colour('.matrix tbody tr:nth-child(6) td:nth-child(8)')).not.toBe(plain);
  expect(await colour('.matrix tbody tr:nth-child(3) td:nth-child(6)')).toBe(plain);
  await page.mouse.move(0, 0);
  await page.locator('.matrix thead th:nth-child(5) a').focus();
  expect(await colour('.matrix tbody tr:nth-child(2) td:nth-child(5)')).not.toBe(plain);
  expect(await colour('.matrix tbody tr:nth-child(2) td:nth-child(4)')).toBe(plain);
});

test('on a telephone the first column of the matrix stays and leaves room for the others', async () => {
  const page = await site.fresh({ viewport: { width: 390, height: 844 } });
  await page.goto('/matrix/');
  await page.locator('.matrix').evaluate((matrix) => (matrix.scrollLeft = 400));
  const box = await page.locator('.matrix tbody th').first().boundingBox();
  expect(box!.x).toBeGreaterThanOrEqual(0);
  expect(box!.width).toBeLessThan(150);
  await page.context().close();
});
