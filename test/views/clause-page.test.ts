/** The way of an auditor: clause → section of a document → owner → record. */
import { beforeAll, describe, expect, test } from 'vitest';
import { clausePage, clauseTree } from '../../src/views/clause-page.ts';
import { coveragePage } from '../../src/views/coverage-page.ts';
import { homePage } from '../../src/views/home-page.ts';
import { matrixPage } from '../../src/views/matrix-page.ts';
import type { View } from '../../src/views/view.ts';
import { tinyHandbook, workingTexts } from '../fixtures/tiny-handbook.ts';
import { linksOf, open, textOf, textRows, type Opened } from './tiny-view.ts';

let opened: Opened;

beforeAll(() => {
  opened = open(tinyHandbook());
});

function pageOf(view: View, number: string) {
  return clausePage(view, view.handbook.standards.get('mini:2020')!.byNumber.get(number)!);
}

describe('a clause that does not apply', () => {
  const permitted = [
    { file: 'standards/mini-2020.yaml', replace: 'exclusions: none', with: 'exclusions: justified' },
    {
      file: 'handbook.yaml',
      replace: '  - id: mini:2020\n',
      with: '  - id: mini:2020\n    exclusions:\n      - { clause: mini:2020/4.2, justification: 由总店管理, approved: han-mei, until: 2026-06-30 }\n',
    },
  ];

  test('says so, with the reason, who approved it and until when', () => {
    const { view } = open(tinyHandbook(permitted));
    expect(pageOf(view, '4.2').excluded).toEqual({
      text: '手册将本条款标为不适用（韩梅批准，有效至 2026-06-30）',
      reason: '由总店管理',
    });
    expect(pageOf(view, '4.1').excluded).toBeUndefined();
    const coverage = coveragePage(view);
    expect(textRows(coverage.excluded)).toEqual([
      [expect.stringMatching(/^4\.2 /), '由总店管理', '韩梅', '2026-06-30'],
    ]);
    expect(coverage.summary[0]!.text).toMatch(
      /^标准共有 3 个末级条款，其中 1 个标为不适用；要求落实的 2 个中，2 个已落实/,
    );
  });

  test('is nowhere if there is none', () => {
    expect(coveragePage(opened.view).excluded).toBeUndefined();
  });
});

describe('a leaf clause', () => {
  test('names the clauses of other editions whose catalogues are here, and no others', () => {
    const content = tinyHandbook([
      {
        file: 'standards/mini-2020.yaml',
        replace: 'title: { zh: 目标, en: Objectives }\n',
        with: "title: { zh: 目标, en: Objectives }\n    corresponds: { 'mini:2010': ['3', '9'], 'mini:2000': ['1'] }\n",
      },
      {
        file: 'standards/mini-2010.yaml',
        create:
          "id: mini:2010\ntitle: { zh: 旧要求, en: Old requirements }\nreference: MINI 2010\nexclusions: none\nclauses:\n  - number: '3'\n    title: { zh: 目标, en: Objectives }\n",
      },
    ]);
    expect(pageOf(open(content).view, '4.1').corresponds).toEqual([
      { standard: 'MINI 2010', links: [{ text: '3 目标', href: '/clauses/mini-2010/3/' }] },
    ]);
  });

  test('names who answers for it: owner role, lead and supporting departments, who directs it', () => {
    const intake = pageOf(opened.view, '5.1');
    expect(intake.owner).toEqual({ text: '接单负责人', href: '/roles/order-lead/' });
    expect(intake.lead).toEqual({ text: '业务室', href: '/departments/yws/' });
    expect(intake.support.map(textOf)).toEqual(['质量室']);
    expect(pageOf(opened.view, '4.1').direct).toEqual([{ text: '店主', href: '/roles/director/' }]);
  });

  test('leads to the very section of the procedure that meets it', () => {
    const { meets } = pageOf(opened.view, '5.1');
    expect(textRows(meets)).toEqual([['ST-B-02', '订单受理程序', '程序文件', '主要', '5 过程描述', '接单负责人']]);
    expect(linksOf(meets)['5 过程描述']).toBe('/documents/st-b-02/#5');
  });

  test('puts documents that meet it as primary before those that support it', () => {
    expect(textRows(pageOf(opened.view, '4.1').meets).map(([number, , , as]) => [number, as])).toEqual([
      ['ST-B-01', '主要'],
      ['ST-A-02', '支持'],
    ]);
  });

  test('names the work instructions and plans of its primary procedure', () => {
    expect(pageOf(opened.view, '5.1').instructions).toEqual([
      { text: 'ST-C-01 报价核对指导书', href: '/documents/st-c-01/' },
    ]);
  });

  test('leads to the section of the manual that explains it', () => {
    expect(pageOf(opened.view, '5.1').manual).toEqual([
      { text: 'ST-A-01 5.1 订单受理', href: '/documents/st-a-01/5/#5.1' },
    ]);
  });

  test('lists the steps with who does them and the record that each leaves', () => {
    const { steps } = pageOf(opened.view, '5.1');
    expect(textRows(steps)).toEqual([
      ['5.1 登记订单', '接单负责人', '接单负责人', '订单登记表'],
      ['5.2 确认样张', '接单负责人、印刷负责人', '接单负责人', '订单登记表'],
      ['5.3 返工', '印刷负责人', '印刷负责人', '返工单'],
    ]);
    expect(linksOf(steps)).toMatchObject({
      '5.3 返工': '/documents/st-b-02/#5.3',
      返工单: '/documents/st-d-02-02/',
      印刷负责人: '/roles/print-lead/',
    });
  });

  test('names the documented information that the standard asks for, what provides it, who keeps it and how long', () => {
    const { evidence } = pageOf(opened.view, '5.1');
    const { data } = opened.view.handbook.documents.get('ST-D-02-01')!;
    const retention = data.kind === 'form' ? data.retention : '';
    expect(retention).not.toBe('');
    expect(textRows(evidence)).toEqual([['订单记录', '记录', 'ST-D-02-01 订单登记表', '业务室', retention]]);
    expect(linksOf(evidence)).toEqual({
      'ST-D-02-01 订单登记表': '/documents/st-d-02-01/',
      业务室: '/departments/yws/',
    });
    expect(pageOf(opened.view, '4.2').evidence).toBeUndefined();
  });

  test('shows titles in the language of the interface', () => {
    const { english } = opened;
    expect(pageOf(english, '5.1')).toMatchObject({ title: '5.1 Order intake', subtitle: '订单受理' });
    expect(textRows(pageOf(english, '5.1').meets)).toEqual([
      ['ST-B-02', 'Order intake', 'Procedure', 'primary', '5 过程描述', 'Order lead'],
    ]);
  });

  test('names sections and steps as the translation does, as long as that is one of the version in force', () => {
    const names = (version: string) => {
      const { english } = open(tinyHandbook([{ file: 'translations/en/ST-B-02.mdx', create: translated(version) }]));
      const { meets, steps } = pageOf(english, '5.1');
      return [textRows(meets)[0]?.[4], ...textRows(steps).map(([step]) => step)];
    };
    expect(names('A/1')).toEqual(['5 Steps', '5.1 Record the order', '5.2 Have the proof confirmed', '5.3 返工']);
    expect(names('A/0')).toEqual(['5 过程描述', '5.1 登记订单', '5.2 确认样张', '5.3 返工']);
  });
});

/** An English text of ST-B-02 that lacks a step. */
function translated(version: string): string {
  return `---
translates: ST-B-02
version: ${version}
language: en
title: Order intake
translated: { by: gu-tong, on: 2026-02-10 }
checked: { by: tao-ran, on: 2026-02-12 }
---

## 5 Steps

### 5.1 Record the order

### 5.2 Have the proof confirmed
`;
}

test('a clause with titled children gathers what its leaves have, each row with its leaf', () => {
  const planning = pageOf(opened.view, '4');
  expect(planning).toMatchObject({ leaf: false, owner: undefined, lead: undefined, steps: undefined });
  expect(planning.children.map(({ link }) => link)).toEqual([
    { text: '4.1 目标', href: '/clauses/mini-2020/4.1/' },
    { text: '4.2 文件', href: '/clauses/mini-2020/4.2/' },
  ]);
  expect(textRows(planning.meets).map(([clause, number]) => [clause, number])).toEqual([
    ['4.1', 'ST-B-01'],
    ['4.2', 'ST-B-01'],
    ['4.1', 'ST-A-02'],
  ]);
  expect(textRows(planning.evidence)).toEqual([
    ['4.1', '年度目标', '文件', 'ST-C-51 年度目标计划', '质量室', '现行有效期间'],
  ]);
});

test('the tree has every clause in order, leaves with their procedure', () => {
  const rows = clauseTree(opened.view, opened.view.handbook.standards.get('mini:2020')!.clauses);
  expect(rows.map(({ depth, link, procedures }) => [depth, link.text, procedures.map(textOf).join()])).toEqual([
    [1, '4 策划', ''],
    [2, '4.1 目标', 'ST-B-01 文件与目标管理程序'],
    [2, '4.2 文件', 'ST-B-01 文件与目标管理程序'],
    [1, '5 运行', ''],
    [2, '5.1 订单受理', 'ST-B-02 订单受理程序'],
  ]);
});

test('a clause that nothing meets says so, and that nobody answers for it', () => {
  const { view } = open(workingTexts());
  const page = pageOf(view, '4.1');
  expect([page.owner, page.lead, page.meets.rows]).toEqual(['无', '无', []]);
  expect(pageOf(view, '4')).toMatchObject({ owner: undefined, lead: undefined });
});

describe('the coverage table', () => {
  test('has a row for each leaf: procedure, owner, department, what provides its information', () => {
    const { rows, summary } = coveragePage(opened.view);
    expect(rows.map(({ cells }) => cells.map(textOf))).toEqual([
      ['4.1', '目标', 'ST-B-01 文件与目标管理程序', '质量负责人', '质量室', 'ST-C-51 年度目标计划'],
      ['4.2', '文件', 'ST-B-01 文件与目标管理程序', '质量负责人', '质量室', ''],
      ['5.1', '订单受理', 'ST-B-02 订单受理程序', '接单负责人', '业务室', 'ST-D-02-01 订单登记表'],
    ]);
    expect(summary).toEqual([expect.objectContaining({ standard: 'MINI 2020', leaves: 3, met: 3 })]);
  });

  test('counts a clause as met only with a procedure, an owner and a department', () => {
    const noLead = {
      file: 'matrix/ST-A-03.mdx',
      replace: '{ ZLS: lead, YWS: support }\n  - clause: mini:2020/5',
      with: '{ ZLS: support }\n  - clause: mini:2020/5',
    };
    const { view } = open(tinyHandbook([noLead]));
    const { rows, summary } = coveragePage(view);
    expect(rows[1]?.cells.map(textOf).slice(3, 5)).toEqual(['质量负责人', '无']);
    expect(summary[0]).toMatchObject({ leaves: 3, met: 2 });
  });

  test('covers all 57 leaf clauses of ISO/IEC 20000-1 in the sample', () => {
    const { view } = open('content', '2026-11-20');
    const { rows, summary } = coveragePage(view);
    expect(summary).toEqual([expect.objectContaining({ leaves: 57, met: 57 })]);
    expect(new Set(rows.map(({ cells }) => textOf(cells[0]))).size).toBe(57);
    expect(rows.flatMap(({ cells }) => cells).filter((cell) => cell === view.words.none)).toEqual([]);
    expect(rows.filter(({ missing }) => missing)).toEqual([]);
  });

  test('can be filtered by chapter, by department, and for what is missing; its figures lead to the rows', () => {
    const { rows, chapters, departments, counts, missing } = coveragePage(opened.view);
    expect(rows.map(({ chapter, department }) => [chapter, department])).toEqual([
      ['mini:2020/4', 'ZLS'],
      ['mini:2020/4', 'ZLS'],
      ['mini:2020/5', 'YWS'],
    ]);
    expect(chapters.map(({ value, text }) => [value, text])).toEqual([
      ['mini:2020/4', '4 策划'],
      ['mini:2020/5', '5 运行'],
    ]);
    expect(departments.map(({ text }) => text)).toEqual(['质量室', '业务室']);
    expect(counts).toEqual([
      { text: '4 策划', href: '/coverage/?chapter=mini%3A2020%2F4', met: 2, of: 2 },
      { text: '5 运行', href: '/coverage/?chapter=mini%3A2020%2F5', met: 1, of: 1 },
    ]);
    expect(missing).toEqual({ text: '缺少：0' });
  });

  test('names a document once that provides several items', () => {
    const file = 'standards/mini-2020.yaml';
    const item = '{ id: order-records, kind: record,';
    const twice = {
      file,
      replace: item,
      with: `{ id: more, kind: record, title: { zh: 单, en: More } }\n      - ${item}`,
    };
    const form = { file: 'forms/ST-D-02-01.yaml', replace: 'provides:', with: 'provides:\n  - mini:2020/5.1/more' };
    const { rows } = coveragePage(open(tinyHandbook([twice, form])).view);
    expect(textOf(rows[2]?.cells[5])).toBe('ST-D-02-01 订单登记表');
  });

  test('names documented information that nothing provides, and counts its clause as missing', () => {
    const { view } = open(
      tinyHandbook([
        {
          file: 'standards/mini-2020.yaml',
          replace: '{ id: order-records, kind: record,',
          with: '{ id: other-records, kind: record,',
        },
      ]),
    );
    const { rows, counts, missing, summary } = coveragePage(view);
    // The lead sentence, the chapters, the figure of what is missing and the home page count the same.
    expect(summary[0]).toMatchObject({ leaves: 3, met: 2, text: expect.stringContaining('2 个已落实') as string });
    expect(homePage(view).coverage[0]).toMatchObject({ leaves: 3, met: 2 });
    expect(rows.map((row) => row.missing)).toEqual([false, false, true]);
    expect(textOf(rows[2]?.cells[5])).toBe('缺少：订单记录');
    expect(counts[1]).toMatchObject({ met: 0, of: 1 });
    expect(missing).toEqual({ text: '缺少：1', href: '/coverage/?missing=1' });
  });
});

test('the matrix has a row for each clause, roles before departments, one part a cell', () => {
  const matrix = matrixPage(opened.view)!;
  expect(matrix.source).toEqual({ text: 'ST-A-03 职责分配表', href: '/documents/st-a-03/' });
  expect(matrix.columns.map(textOf)).toEqual(['店主', '质量室', '业务室']);
  expect(matrix.rows.map(({ clause, title, parts }) => [clause.text, title, ...parts])).toEqual([
    ['4.1', '目标', 'direct', 'lead', 'support'],
    ['4.2', '文件', undefined, 'lead', 'support'],
    ['5.1', '订单受理', undefined, 'support', 'lead'],
  ]);
});
