/** Documents on paper, as Chromium prints them: text and pages are read from the PDF. */
import { extractText, getDocumentProxy } from 'unpdf';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { asOf, documentOf, library, nameOf, useSite } from './site.ts';

const site = useSite();

afterEach(() => {
  expect(site.complaints()).toEqual([]);
});

interface Printed {
  /** The text of every sheet, without spaces: how a PDF cuts lines says nothing. */
  sheets: string[];
  /** Width and height of every sheet in points. */
  sizes: [width: number, height: number][];
}

async function print(path: string): Promise<Printed> {
  const page = await site.open(path);
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  const { text } = await extractText(pdf);
  const sizes: [number, number][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 });
    sizes.push([Math.round(width), Math.round(height)]);
  }
  return { sheets: text.map(folded), sizes };
}

/** Fonts map some characters to radicals of the same shape, and a PDF gives those back. */
const radicals = new Map(
  [...'\u2f3e户\u2ed4门\u2ecb车\u2ed3长\u2ec5见\u2eda页\u2edb风\u2ee2马\u2ee9黄\u2eec齐'.matchAll(/(.)(.)/g)].map(
    ([, radical, character]) => [radical!, character!],
  ),
);

function folded(text: string): string {
  return text
    .replaceAll(/[\u2e80-\u2fd5]/g, (radical) => radicals.get(radical) ?? radical)
    .normalize('NFKC')
    .replaceAll(/[\s\u2060]/g, '');
}

describe('a procedure', () => {
  let printed: Printed;
  const document = documentOf('HC-ITSM-B-21');

  beforeAll(async () => {
    printed = await print('/documents/hc-itsm-b-21/');
  });

  test('bears on every sheet its number, title, version, classification, status, hash and page of pages', () => {
    const { sheets } = printed;
    expect(sheets.length).toBeGreaterThan(4);
    const hash = document.release!.entry.hash.slice(0, 12);
    sheets.forEach((sheet, index) => {
      for (const mark of [
        `HC-ITSM-B-21 事件管理程序 ${document.data.version}`,
        '内部公开',
        '受控文件的非受控打印件',
        `截至 ${asOf}`,
        `SHA-256：${hash}`,
        `${index + 1} / ${sheets.length}`,
        '/documents/hc-itsm-b-21/',
      ])
        expect(sheet, `sheet ${index + 1}`).toContain(folded(mark));
    });
  });

  test('begins with the head of a controlled document: organisation, title, who signed it and when', () => {
    const [first = ''] = printed.sheets;
    const { prepared, reviewed, approved, released, effective } = document.data;
    const expected = [
      '衡川信息技术有限公司',
      '事件管理程序',
      `版本 ${document.data.version}`,
      '密级：内部公开',
      ...[prepared, reviewed, approved].map((step) => `${nameOf(step!.by)}${step!.on}`),
      released!,
      effective!,
    ];
    expect(expected.filter((text) => !first.includes(folded(text)))).toEqual([]);
  });

  test('holds its revision record with every version', () => {
    const text = printed.sheets.join('');
    for (const { version, date, what } of document.data.changes) {
      expect(text).toContain(folded(version + date));
      // A cell may be cut by the end of a sheet.
      expect(text).toContain(folded(what).slice(0, 6));
    }
  });

  test('has its text, and none of what only a screen needs', () => {
    const text = printed.sheets.join('');
    for (const { title } of document.parts[0]!.body.sections) expect(text).toContain(folded(title));
    for (const chrome of ['跳到正文', '本页内容', '上一篇', '放大查看']) expect(text).not.toContain(chrome);
  });

  test('has no sheet that is as good as empty', () => {
    for (const sheet of printed.sheets) expect(sheet.length).toBeGreaterThan(200);
  });
});

test.each([
  ['the matrix as a document', '/documents/hc-itsm-a-06/', 60],
  ['the matrix as an attachment of the manual', '/documents/hc-itsm-a-01/attachment-2/', 200],
])('%s has no sheet with a heading or a line alone before its wide table', async (_what, path, least) => {
  const { sheets, sizes } = await print(path);
  const across = sizes.findIndex(([width, height]) => width > height);
  expect(across).toBeGreaterThanOrEqual(0);
  // Number, hash and address stand on every sheet.
  for (const sheet of sheets.slice(0, across + 1)) expect(sheet.length).toBeGreaterThan(250);
  expect(sheets.at(-1)!.length).toBeGreaterThan(150 + least);
});

test('a version that is no longer in force says so across every sheet', async () => {
  const [oldest] = library.releases.filter(({ number }) => number === 'HC-ITSM-B-21');
  const path = `/documents/hc-itsm-b-21/versions/${oldest!.version.toLowerCase().replace('/', '-')}/`;
  const { sheets } = await print(path);
  for (const sheet of sheets) expect(sheet).toContain('作废');
  expect((await print('/documents/hc-itsm-b-21/')).sheets[0]).not.toContain('作废');
});

test('the matrix lies across the sheet and loses no column', async () => {
  const page = await site.open('/matrix/');
  const heads = await page.locator('.matrix thead th').allInnerTexts();
  expect(heads.length).toBeGreaterThan(10);
  const { sheets, sizes } = await print('/matrix/');
  for (const [width, height] of sizes) expect(width).toBeGreaterThan(height);
  // Every sheet repeats the head of the table; its cells are set in several lines.
  for (const sheet of sheets)
    for (const character of new Set(folded(heads.join('')))) expect(sheet).toContain(character);
});

test.each([
  ['history', '/documents/hc-itsm-b-18/history/'],
  ['procedure', '/documents/hc-itsm-b-21/'],
  ['form', '/documents/hc-itsm-d-21-01/'],
  ['comparison', '/documents/hc-itsm-b-21/compare/a-1...a-2/'],
  ['register', '/documents/'],
  ['matrix document', '/documents/hc-itsm-a-06/'],
])('no table and no diagram is wider than the sheet: %s', async (_type, path) => {
  const page = await site.fresh({ viewport: { width: 658, height: 930 } });
  await page.goto(path);
  // 174 mm of text on A4, at 96 pixels an inch; wide tables have 261 mm on a sheet that lies across.
  await page.emulateMedia({ media: 'print' });
  const wide = await page.locator('main :is(table, figure, .cells)').evaluateAll((all) =>
    all
      .filter((element) => {
        const across = getComputedStyle(element).getPropertyValue('page') === 'across' || element.closest('.matrix');
        const columns = element.querySelector('tr')?.children.length ?? 0;
        return element.scrollWidth > (across || columns >= 10 ? 986 : 660);
      })
      .map((element) => `${element.scrollWidth}: ${element.outerHTML.slice(0, 80)}`),
  );
  expect(wide).toEqual([]);
  await page.context().close();
});

test('a record form prints as a sheet to fill in, with every field', async () => {
  const { data } = documentOf('HC-ITSM-D-21-01');
  if (data.kind !== 'form') throw new Error('not a form');
  const page = await site.open('/documents/hc-itsm-d-21-01/');
  await page.getByRole('link', { name: '空白表单' }).click();
  const { sheets } = await print('/documents/hc-itsm-d-21-01/blank/');
  const text = sheets.join('');
  for (const field of data.fields) {
    expect(text).toContain(folded(field.name));
    for (const column of field.columns ?? []) expect(text).toContain(folded(column));
    for (const choice of field.choices ?? []) expect(text).toContain(folded(choice));
  }
  // The fields begin below the title, times have their figures marked, and the signature stands at the end.
  expect(sheets[0]).toContain(folded(data.fields[0]!.name));
  expect(text).toMatch(/实际恢复时间.*年月日时分.*填写人签名/s);
  for (const sheet of sheets) {
    expect(sheet).toContain(folded(`HC-ITSM-D-21-01 事件记录单 ${data.version}`));
    expect(sheet).toContain(folded(data.retention));
    // A filled sheet is a record, and no copy of a document.
    expect(sheet).not.toContain('打印件');
  }
});
