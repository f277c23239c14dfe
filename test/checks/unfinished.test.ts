/** Drafts that were never released: what is found in them keeps nothing but their own release. */
import { expect, test } from 'vitest';
import { fails, inspect } from '../../src/checks/run.ts';
import { map03 } from '../../src/checks/rules/map-03.ts';
import { txt05 } from '../../src/checks/rules/txt-05.ts';
import { softened } from '../../src/checks/unfinished.ts';
import type { Finding } from '../../src/handbook/finding.ts';
import { apply, asOf, freeze, tinyHandbook, within, workingTexts, type Edit } from '../fixtures/tiny-handbook.ts';

const file = 'policies/ST-A-02.mdx';
const draft = 'instructions/ST-C-02.mdx';

/** A second instruction, after everything else was released. */
const written: Edit = {
  file: draft,
  create: `---
number: ST-C-02
title: { zh: 裁切指导书, en: Cutting }
kind: instruction
version: A/0
classification: internal
control: controlled
owner: print-lead
department: YWS
prepared: { by: gu-tong, on: 2026-06-01 }
reviewMonths: 24
procedure: ST-B-02
changes:
  - version: A/0
    date: 2026-06-01
    sections: [全文]
    what: 新建
    why: 裁切尺寸常有出入
    by: gu-tong
    reviewed: jiang-yu
    approved: xu-wen
---

## 1 步骤

按样张裁切，见[返工程序](ST-B-99)。
`,
};
const placeholders: Edit = { file: draft, append: '\n刀具待补充，\n尺寸待定、公差 XX。\n' };

async function found(content: string): Promise<Finding[]> {
  return (await inspect(content, asOf)).findings.map((item) => ({ ...item, file: within(content, item.file) }));
}

function shown({ rule, severity, file, line, blocksRelease }: Finding): string {
  return `${severity} ${rule} ${file}:${line}${blocksRelease ? ' blocks its release' : ''}`;
}

test('while it has placeholders, its faults are infos, and the placeholders one of them', async () => {
  const content = tinyHandbook();
  apply(content, written);
  apply(content, placeholders);
  const findings = await found(content);
  expect(findings.map(shown)).toEqual([
    `info VER-08 ${draft}:5`,
    `info REF-08 ${draft}:26 blocks its release`,
    `info TXT-05 ${draft}:28 blocks its release`,
  ]);
  expect(findings[2]).toMatchObject({
    message: { zh: '草稿还没有写完：有 3 处占位文字，第一处是“待补充”' },
    hint: { zh: '写完才能发布。在第 28、29 行。', en: 'Fill them in before the release: lines 28, 29.' },
  });
  expect(fails(findings, true)).toBe(false);
});

test('without placeholders it is judged like any other document', async () => {
  const content = tinyHandbook();
  apply(content, written);
  expect((await found(content)).map(shown)).toEqual([`info VER-08 ${draft}:5`, `error REF-08 ${draft}:26`]);
});

test('so is what was released, and its next version', async () => {
  const content = tinyHandbook();
  apply(content, { file, append: '\n单价待补充。\n' });
  const [next] = (await found(content)).filter(({ rule }) => rule === 'TXT-05');
  expect(next).toMatchObject({ severity: 'error', message: { zh: '“待补充”是占位文字' }, editions: ['working'] });
  expect(next).not.toHaveProperty('blocksRelease');

  const frozen = tinyHandbook();
  apply(frozen, written);
  apply(frozen, placeholders);
  freeze(frozen, ['ST-C-02']);
  const placed = (await found(frozen)).filter(({ rule }) => rule === 'TXT-05');
  expect(placed.map(({ severity, line }) => [severity, line])).toEqual([
    ['error', 28],
    ['error', 29],
    ['error', 29],
  ]);
});

test('the core holds for a draft, too', () => {
  const finding: Finding = {
    ...{ rule: 'MAP-03', severity: 'error', message: { zh: '删减', en: 'excluded' }, editions: ['working'] },
    ...{ file: draft, line: 1, column: 1 },
  };
  expect(softened(finding, map03, new Set([draft]))).toBe(finding);
  expect(softened({ ...finding, rule: 'TXT-05' }, txt05, new Set([draft]))).toMatchObject({ severity: 'info' });
});

test('a matrix that is being written says nothing against a procedure, nor that a department is missing', async () => {
  const matrix = 'matrix/ST-A-03.mdx';
  const content = workingTexts([
    { file: 'procedures/ST-B-01.mdx', replace: 'department: ZLS\nsupport: [YWS]', with: 'department: GLB' },
    { file: matrix, replace: '{ YWS: lead, ZLS: support }', with: '{}' },
    { file: matrix, append: '\n其余待补充。\n' },
    {
      file: 'organisation/departments.yaml',
      append: '  - { id: SHS, title: { zh: 送货室, en: Delivery }, parent: YWS, head: jiang-yu, duties: [送货] }\n',
    },
  ]);
  expect((await found(content)).filter(({ rule }) => /ROL|MAP/.test(rule)).map(shown)).toEqual([
    // Of each row lead and supporting departments.
    ...[18, 18, 20, 20].map((line) => `info ROL-03 ${matrix}:${line} blocks its release`),
    // Who leads a clause is asked for as long as nobody does.
    `error MAP-03 ${matrix}:21`,
  ]);
});
