/** The pages of documents, as their readers see them, against the front matter from which they were made. */
import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { asOf, documentOf, handbook, linksIn, nameOf, reviewDue, roleOf, rowsOf, useSite } from './site.ts';

const site = useSite();
const incidents = '/documents/hc-itsm-b-21/';

/** The facts at the head of a page: label → value. */
async function facts(page: Page): Promise<Record<string, string>> {
  const rows = await page.locator('dl.control > div').evaluateAll((items) =>
    items.map((item) => [
      item.querySelector('dt')?.textContent?.trim() ?? '',
      // What a reader sees: the mark of an overdue review is hidden until it is.
      (item.querySelector('dd') as HTMLElement).innerText.replace(/\s+/g, ' ').trim(),
    ]),
  );
  return Object.fromEntries(rows) as Record<string, string>;
}

/** The table under a heading. */
function tableUnder(page: Page, id: string) {
  return page.locator(`[id="${id}"] + .table, [id="${id}"] + p + .table`);
}

describe('the head of a document', () => {
  test.each(['HC-ITSM-B-21', 'HC-ITSM-B-18', 'HC-ITSM-C-51', 'HC-ITSM-D-21-01', 'HC-ITSM-A-02'])(
    '%s shows the control block of its front matter',
    async (number) => {
      const { data } = documentOf(number);
      const page = await site.open(`/documents/${number.toLowerCase()}/`);
      const department = handbook.departments.get(data.department)!.data.title.zh;
      const review = handbook.registers.reviews
        .filter(({ document, version }) => document === number && version === data.version)
        .at(-1);
      expect(await facts(page)).toEqual({
        负责角色: roleOf(data.owner).data.title.zh,
        主责部门: department,
        受控状态: '受控',
        编制: `${nameOf(data.prepared.by)} ${data.prepared.on}`,
        审核: `${nameOf(data.reviewed?.by)} ${data.reviewed?.on}`,
        批准: `${nameOf(data.approved?.by)} ${data.approved?.on}`,
        发布日期: data.released,
        实施日期: data.effective,
        ...(review && { 上次评审: `${nameOf(review.by)} ${review.on}` }),
        下次评审: reviewDue(number),
      });
      const head = await page.locator('.document-header').innerText();
      const classification = handbook.settings.classifications.find(({ id }) => id === data.classification)!;
      const words = [number, data.title.zh, data.title.en, `版本 ${data.version}`, `${data.effective} 起实施`];
      for (const word of [...words, '现行有效', classification.title.zh]) expect(head).toContain(word);
      expect(await page.title()).toContain(`${number} ${data.title.zh}`);
    },
  );

  test('leads to the owner, the department and the clauses that it meets', async () => {
    const { data } = documentOf('HC-ITSM-B-21');
    const page = await site.open(incidents);
    expect(Object.values(await linksIn(page, 'dl.control'))).toEqual([
      `/roles/${data.owner}/`,
      `/departments/${data.department.toLowerCase()}/`,
    ]);
    const clauses = data.clauses.primary.map((reference) => reference.split('/')[1]!.split('#')[0]);
    expect(Object.values(await linksIn(page, 'dl.mapped'))).toEqual(
      clauses.map((number) => `/clauses/iso20000-1-2018/${number}/`),
    );
  });
});

describe('a procedure', () => {
  test('has its process card: inputs with source, outputs with destination, control points, metrics', async () => {
    const { data } = documentOf('HC-ITSM-B-21');
    if (data.kind !== 'procedure') throw new Error('B-21 is no procedure');
    const page = await site.open(incidents);
    const cards = {
      '2.3': data.process.inputs.map(({ name }) => name),
      '2.4': data.process.outputs.map(({ name }) => name),
      '2.6': data.process.controlPoints.map(({ name }) => name),
      '2.7': data.process.metrics.map(({ name }) => name),
    };
    for (const [section, names] of Object.entries(cards)) {
      expect(names.length).toBeGreaterThan(0);
      const rows = await tableUnder(page, section).locator('tbody tr td:first-child').allInnerTexts();
      expect(rows, section).toEqual(names);
    }
    const [metric] = data.process.metrics;
    const [row] = await tableUnder(page, '2.7').locator('tbody tr').allInnerTexts();
    for (const word of [metric!.target, roleOf(metric!.owner).data.title.zh]) expect(row).toContain(word);
  });

  test('has its activities with R, A, C, I and the record that each leaves, and a section for each', async () => {
    const { data } = documentOf('HC-ITSM-B-21');
    if (data.kind !== 'procedure') throw new Error('B-21 is no procedure');
    const page = await site.open(incidents);
    const titles = (roles: readonly string[]) => roles.map((id) => roleOf(id).data.title.zh).join('、');
    const rows = await tableUnder(page, '5')
      .locator('tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
    expect(rows).toEqual(
      data.activities.map((activity, index) => [
        `5.${index + 1}`,
        activity.name,
        titles(activity.responsible),
        titles([activity.accountable]),
        titles(activity.consulted),
        titles(activity.informed),
        activity.input ?? '',
        activity.records.map((number) => documentOf(number).data.title.zh).join('、'),
      ]),
    );
    for (const [index, { name }] of data.activities.entries()) {
      expect(await page.locator(`[id="5.${index + 1}"]`).innerText()).toBe(`5.${index + 1} ${name}`);
    }
  });

  test('names its records with where they are formed, who keeps them and for how long', async () => {
    const page = await site.open(incidents);
    const rows = await tableUnder(page, '7')
      .locator('tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
    for (const number of ['HC-ITSM-D-21-01', 'HC-ITSM-D-21-02', 'HC-ITSM-D-21-03']) {
      const { data } = documentOf(number);
      if (data.kind !== 'form') throw new Error(`${number} is no form`);
      const steps = handbook.formedBy.get(number)!.filter(({ document }) => document.number === 'HC-ITSM-B-21');
      expect(rows).toContainEqual([
        number,
        data.title.zh,
        steps.map(({ step }) => `5.${step}`).join('、'),
        handbook.departments.get(data.keeper)!.data.title.zh,
        data.retention,
      ]);
    }
  });

  test('has its change record, newest first, each released version with a link to its text', async () => {
    const { data } = documentOf('HC-ITSM-B-21');
    const page = await site.open(incidents);
    const rows = await rowsOf(page, '#changes + .table');
    expect(rows.map(([version, date, , what, why]) => ({ version, date, what, why }))).toEqual(
      [...data.changes].reverse().map(({ version, date, what, why }) => ({ version, date, what, why })),
    );
    expect(await linksIn(page, '#changes + .table')).toEqual({
      'A/2': '/documents/hc-itsm-b-21/versions/a-2/',
      'A/1': '/documents/hc-itsm-b-21/versions/a-1/',
      'A/0': '/documents/hc-itsm-b-21/versions/a-0/',
    });
  });

  test('has contents that lead to its sections', async () => {
    const page = await site.open(incidents);
    const contents = await linksIn(page, 'nav.contents');
    const headings = await page.locator('.prose :is(h2, h3)').evaluateAll((all) => all.map(({ id }) => id));
    expect(Object.values(contents)).toEqual(headings.map((id) => `${incidents}#${id}`));
    expect(Object.keys(contents)).toContain('5.5 重大事件处理');
  });

  test('leads to the procedures before and after it, and shows its own forms', async () => {
    const page = await site.open(incidents);
    const neighbour = async (relation: string) => {
      await page.goto(incidents);
      await page.locator(`nav.pages [rel="${relation}"]`).click();
      return page.locator('h1').innerText();
    };
    expect(await neighbour('prev')).toBe(documentOf('HC-ITSM-B-20').data.title.zh);
    expect(await neighbour('next')).toBe(documentOf('HC-ITSM-B-22').data.title.zh);
    await page.goto(incidents);
    const chapter = Object.values(await linksIn(page, 'nav.chapter'));
    expect(chapter).toEqual(expect.arrayContaining([incidents, '/documents/hc-itsm-d-21-01/']));
    expect(chapter).not.toContain('/documents/hc-itsm-d-22-01/');
    expect(chapter.length).toBeLessThan(20);
  });
});

describe('sections keep their address, whatever they are called', () => {
  test.each([
    ['/documents/hc-itsm-b-21/#5.3', '5.3'],
    ['/documents/hc-itsm-a-01/8.6/#8.6.1', '8.6.1'],
    ['/documents/hc-itsm-a-01/8.5/#8.5.1', '8.5.1'],
    ['/en/documents/hc-itsm-a-01/8.6/#8.6.1', '8.6.1'],
  ])('%s', async (path, id) => {
    const page = await site.open('/404.html').then(() => site.open(path));
    const target = page.locator(':target');
    expect(await target.getAttribute('id')).toBe(id);
    expect(await target.innerText()).toMatch(new RegExp(`^${id.replaceAll('.', '\\.')} `));
    expect(await target.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(450);
  });
});

describe('the manual', () => {
  test('has all its parts on its main page, by chapter', async () => {
    const manual = documentOf('HC-ITSM-A-01');
    const page = await site.open('/documents/hc-itsm-a-01/');
    const shown = Object.values(await linksIn(page, '.prose :is(ul, h2)'));
    for (const part of manual.parts.slice(1)) {
      expect(shown).toContain(`/documents/hc-itsm-a-01/${part.name.toLowerCase()}/`);
    }
  });

  test('a section has its text, its clauses, the sections of its chapter and the way on', async () => {
    const page = await site.open('/documents/hc-itsm-a-01/8.6/');
    expect(await page.locator('h1').innerText()).toBe('8.6 解决与履行');
    expect(await page.locator('.prose :is(h2, h3)').allInnerTexts()).toEqual(
      expect.arrayContaining(['8.6.1 事件管理', '8.6.2 服务请求管理', '8.6.3 问题管理']),
    );
    expect(Object.keys(await linksIn(page, 'dl.mapped'))).toEqual([
      '8.6.1 事件管理',
      '8.6.2 服务请求管理',
      '8.6.3 问题管理',
    ]);
    const chapter = await page.locator('nav.chapter ul').first().locator('a').allInnerTexts();
    expect(chapter.map((text) => text.split(' ')[0])).toEqual(['8.1', '8.2', '8.3', '8.4', '8.5', '8.6', '8.7']);
    expect(await page.locator('nav.chapter [aria-current="page"]').first().innerText()).toContain('8.6');
    await page.locator('nav.pages [rel="next"]').click();
    expect(await page.locator('h1').innerText()).toMatch(/^8\.7 /);
  });
});

test('a record form shows its fields, who fills them, and where it is kept', async () => {
  const { data } = documentOf('HC-ITSM-D-21-01');
  if (data.kind !== 'form') throw new Error('D-21-01 is no form');
  const page = await site.open('/documents/hc-itsm-d-21-01/');
  const rows = await tableUnder(page, '2')
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [row.children[1]?.textContent, row.children[3]?.textContent]));
  expect(rows).toEqual(data.fields.map(({ name, by }) => [name, by === undefined ? '' : roleOf(by).data.title.zh]));
  const text = await page.locator('.prose').innerText();
  for (const word of [data.retention, handbook.departments.get(data.keeper)!.data.title.zh])
    expect(text).toContain(word);
  const steps = await rowsOf(page, '#formed-by + .table');
  const forming = handbook.formedBy.get('HC-ITSM-D-21-01') ?? [];
  expect(steps.map(([, step]) => step)).toEqual(
    forming.map(({ step, data: activity }) => `5.${step} ${activity.name}`),
  );
});

describe('diagrams', () => {
  test('stand in the page as pictures with a title, and bring no style of their own', async () => {
    const page = await site.open(incidents);
    const diagrams = await page.locator('.prose svg').evaluateAll((all) =>
      all.map((svg) => ({
        title: svg.querySelector('title')?.textContent ?? '',
        styles: svg.querySelectorAll('style, [style]').length,
        texts: svg.querySelectorAll('text').length,
        width: Math.round(svg.getBoundingClientRect().width),
      })),
    );
    expect(diagrams.length).toBeGreaterThan(0);
    for (const { title, styles, texts, width } of diagrams) {
      expect(title).toMatch(/\S/);
      expect(styles).toBe(0);
      expect(texts).toBeGreaterThan(3);
      expect(width).toBeGreaterThan(100);
    }
  });

  test('carry the steps of the procedure as text', async () => {
    const page = await site.open(incidents);
    const words = (await page.locator('.prose svg').first().innerHTML()).replaceAll(/<[^>]*>|\s/g, '');
    for (const word of ['受理', '升级', '关闭']) expect(words).toContain(word);
  });
});

describe('bold text beside Chinese punctuation', () => {
  test.each(
    [...handbook.documents.values()]
      .filter(({ parts }) => parts.some(({ source }) => source.body.includes('**')))
      .slice(0, 12)
      .map(({ number }) => number),
  )('is bold on the page: %s', async (number) => {
    const document = documentOf(number);
    for (const part of document.parts) {
      const passages = [...part.source.body.matchAll(/\*\*([^*`[\]<]+)\*\*/g)].map(([, text]) => text!.trim());
      if (!passages.length) continue;
      const page = await site.open(
        `/documents/${number.toLowerCase()}/${part.data ? `${part.name.toLowerCase()}/` : ''}`,
      );
      const bold = await page.locator('.prose strong').allTextContents();
      expect(bold).toEqual(expect.arrayContaining(passages));
    }
  });
});

describe('the state of a review', () => {
  const due = reviewDue('HC-ITSM-B-21');
  /** Noon of the day some days later, in Shanghai. */
  const noon = (days: number) => {
    const date = new Date(`${due}T12:00:00+08:00`);
    date.setUTCDate(date.getUTCDate() + days);
    return date;
  };

  test.each([
    { name: 'on the day it is due', days: 0, shown: false },
    { name: 'the day after', days: 1, shown: true },
    { name: 'years later, though the page was built long before', days: 800, shown: true },
  ])('overdue $name: $shown', async ({ days, shown }) => {
    const page = await site.fresh({ timezoneId: 'Asia/Shanghai' });
    await page.clock.setFixedTime(noon(days));
    await page.goto(incidents);
    await page.locator('[data-theme-switch]').waitFor({ state: 'visible' });
    expect(await page.getByText('已逾期').isVisible()).toBe(shown);
    await page.context().close();
  });

  test('is due after the day for which the site was built, so that these tests mean something', () => {
    expect(due > asOf).toBe(true);
  });
});
