/** Outlines of new documents: what is wrong with them is only what their author has to write. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/checks/run.ts';
import { planNew, type NewPlan } from '../../src/control/new-document.ts';
import type { NewRequest } from '../../src/control/new-request.ts';
import { isRefusal, type Refusal } from '../../src/control/plan.ts';
import { openHandbook } from '../../src/handbook/open.ts';
import type { Kind } from '../../src/schema/documents.ts';
import { asOf, emptyFolder, tinyHandbook, workingTexts, type Edit } from '../fixtures/tiny-handbook.ts';

/** What a shop has before it writes its manual and its matrix. */
const unwritten: Edit[] = [
  ...['0', '4', '5', 'index', 'attachment-1'].map((part) => ({
    file: `manual/ST-A-01/${part}.mdx`,
    delete: true as const,
  })),
  { file: 'matrix/ST-A-03.mdx', delete: true },
  { file: 'policies/ST-A-02.mdx', delete: true },
];

const english: Edit = { file: 'handbook.yaml', replace: 'standards:\n', with: 'language: en\nstandards:\n' };

const requests: Record<Kind, NewRequest> = {
  manual: { kind: 'manual', by: 'gu-tong' },
  policy: { kind: 'policy', by: 'gu-tong' },
  matrix: { kind: 'matrix', by: 'gu-tong' },
  procedure: { kind: 'procedure', owner: 'order-lead', by: 'gu-tong' },
  instruction: { kind: 'instruction', procedure: 'ST-B-02', by: 'gu-tong' },
  plan: { kind: 'plan', owner: 'quality-lead', by: 'gu-tong' },
  form: { kind: 'form', procedure: 'ST-B-02', by: 'gu-tong' },
};

function plan(content: string, request: NewRequest): NewPlan | Refusal {
  return planNew(openHandbook(content, asOf).library!, request);
}

function write(content: string, { changes }: NewPlan): void {
  for (const [path, bytes] of changes) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), bytes!);
  }
}

describe.each(['zh-CN', 'en'])('the outline in a handbook in %s', (language) => {
  test.each(Object.values(requests))('of a new $kind lacks only what its author knows', async (request) => {
    const content = workingTexts(language === 'en' ? [...unwritten, english] : unwritten);
    const before = (await inspect(content, asOf)).findings.map(({ rule, message }) => rule + message.en);
    const planned = plan(content, request) as NewPlan;
    expect(planned).toMatchObject({ kind: request.kind });
    write(content, planned);
    const { findings } = await inspect(content, asOf);
    const caused = findings.filter(
      ({ document, rule, message }) => document === planned.number || !before.includes(rule + message.en),
    );
    // Nobody reads it yet: what it lacks is told, and keeps nothing but its own release.
    expect(caused.filter(({ severity }) => severity !== 'info')).toEqual([]);
    const own = caused.filter(({ blocksRelease }) => blocksRelease);
    const expected = { procedure: ['STR-01', 'TXT-05'], form: ['REF-04', 'TXT-05'] };
    expect([...new Set(own.map(({ rule }) => rule))].sort()).toEqual(
      expected[request.kind as keyof typeof expected] ?? ['TXT-05'],
    );
    // Of the seven sections of a procedure those without entries are missing, none of those that stand in the text.
    const headings = own.filter(({ rule, message }) => rule === 'STR-01' && !message.en.includes('would be empty'));
    expect(headings).toEqual([]);
    const text = readFileSync(join(content, planned.path), 'utf8');
    expect(text).toContain(language === 'en' ? 'TODO' : '待补充');
    expect(text).not.toContain('undefined');
  });
});

describe('a new document', () => {
  test('takes number, owner, department, signers, classification and period from what is there', () => {
    const planned = plan(tinyHandbook(), {
      kind: 'form',
      procedure: 'ST-B-02',
      by: 'gu-tong',
      title: '样张单',
    }) as NewPlan;
    expect(planned.path).toBe('forms/ST-D-02-03.yaml');
    expect(planned.changes.get(planned.path)!.toString()).toMatch(
      /^number: ST-D-02-03\ntitle: \{ zh: 样张单, en: .*TODO.* \}\nkind: form\nversion: A\/0\nclassification: internal\ncontrol: controlled\nowner: order-lead\ndepartment: YWS\nprepared: \{ by: gu-tong, on: 2026-06-01 \}\nreviewMonths: 24\n/,
    );
    expect(planned.changes.get(planned.path)!.toString()).toMatch(
      /by: gu-tong\n {4}reviewed: xu-wen\n {4}approved: han-mei\n$/,
    );
  });

  test('never takes a number that was used, not even that of a withdrawn document', () => {
    const content = tinyHandbook([
      {
        file: 'registers/withdrawals.yaml',
        create: 'entries:\n  - { document: ST-B-07, on: 2025-01-01, approved: han-mei, reason: 不再需要 }\n',
      },
    ]);
    expect(plan(content, requests.procedure)).toMatchObject({ number: 'ST-B-08' });
    expect(plan(content, { ...requests.procedure, number: 'ST-B-07' })).toMatchObject({
      refused: { zh: '编号 ST-B-07 已经用过' },
    });
  });

  test('has titles with signs that YAML would take for its own', () => {
    const content = workingTexts();
    const planned = plan(content, {
      ...requests.procedure,
      title: '“甲: 乙”#1',
      titleEn: 'Orders, etc: {all}',
    }) as NewPlan;
    write(content, planned);
    const { library } = openHandbook(content, asOf);
    expect(library!.working.documents.get(planned.number)?.data.title).toEqual({
      zh: '“甲: 乙”#1',
      en: 'Orders, etc: {all}',
    });
  });
});

test('a new manual has nothing left to mend once its placeholders are written', async () => {
  const content = workingTexts(unwritten);
  const { changes, number } = plan(content, requests.manual) as NewPlan;
  const filled = [...changes].map(([path, bytes]): [string, Buffer] => [
    path,
    Buffer.from(bytes!.toString().replaceAll(/待补充|TODO/g, '已写')),
  ]);
  write(content, { changes: new Map(filled) } as unknown as NewPlan);
  const { findings } = await inspect(content, asOf);
  expect(findings.filter(({ document, severity }) => document === number && severity === 'error')).toEqual([]);
});

describe('a new matrix', () => {
  test('gives a clause the departments of its procedure, and leaves open who leads one that has none', () => {
    const content = workingTexts([
      ...unwritten,
      { file: 'procedures/ST-B-02.mdx', delete: true },
      { file: 'instructions/ST-C-01.mdx', delete: true },
    ]);
    const planned = plan(content, requests.matrix) as NewPlan;
    expect(planned.changes.get(planned.path)!.toString()).toContain(`rows:
  - clause: mini:2020/4.1
    parts: { ZLS: lead, YWS: support }
  - clause: mini:2020/4.2
    parts: { ZLS: lead, YWS: support }
  - clause: mini:2020/5.1
    parts: {}
`);
  });
});

describe('a new document is refused', () => {
  const cases: { name: string; request: NewRequest; wrong: string; advice?: string }[] = [
    {
      name: 'that there can be only one of',
      request: requests.manual,
      wrong: '已有 ST-A-01 管理手册',
      advice: '修改 ST-A-01',
    },
    { name: 'for want of numbers', request: requests.policy, wrong: '得不出下一个编号', advice: '--number' },
    { name: 'without an owner', request: { kind: 'procedure' }, wrong: '负责角色', advice: '--owner' },
    {
      name: 'for an owner that is nearly right',
      request: { kind: 'plan', owner: 'qualty-lead' },
      wrong: '没有角色“qualty-lead”',
      advice: '是否想写 quality-lead？',
    },
    {
      name: 'for an owner that is named instead of its id',
      request: { kind: 'plan', owner: 'Quality lead' },
      wrong: '没有角色“Quality lead”',
      advice: '是否想写 quality-lead？',
    },
    {
      name: 'that details no procedure',
      request: { kind: 'instruction' },
      wrong: '细化哪个程序',
      advice: '--procedure',
    },
    {
      name: 'that details what is no procedure',
      request: { kind: 'instruction', procedure: 'ST-C-51' },
      wrong: 'ST-C-51 不是程序文件',
    },
    {
      name: 'whose number takes a procedure',
      request: { kind: 'form', owner: 'print-lead' },
      wrong: '程序号',
      advice: '--procedure',
    },
    {
      name: 'with a number against the grammar',
      request: { ...requests.procedure, number: 'ST-B-123' },
      wrong: 'numbering.procedure',
    },
    {
      name: 'prepared by nobody known',
      request: { ...requests.procedure, by: 'gu-ton' },
      wrong: '没有人员“gu-ton”',
      advice: '是否想写 gu-tong？',
    },
    {
      name: 'that would be approved without authority',
      request: { ...requests.procedure, approved: 'gu-tong' },
      wrong: 'gu-tong 在 2026-06-01 无权批准此类文件',
      advice: 'approval',
    },
    {
      name: 'whose owner would have to judge the own text',
      request: { kind: 'form', procedure: 'ST-B-02' },
      wrong: '没有指出编制人',
      advice: '--by',
    },
    {
      name: 'of a classification that there is not',
      request: { ...requests.procedure, classification: 'secret' },
      wrong: '没有密级“secret”',
      advice: 'public、internal',
    },
  ];
  test.each(cases)('$name', ({ request, wrong, advice = '' }) => {
    const refusal = plan(tinyHandbook(), request);
    expect(isRefusal(refusal)).toBe(true);
    const { refused, hint } = refusal as Refusal;
    expect(refused.zh).toContain(wrong);
    expect(hint?.zh ?? '').toContain(advice);
    expect(refused.en).not.toMatch(/undefined|\p{Script=Han}{2}(?<!管理手册)/u);
  });

  test('in a folder without people who may sign', () => {
    const content = workingTexts([
      {
        file: 'organisation/people.yaml',
        replace: '      - { role: director, from: 2019-03-01 }',
        with: '      - { role: director, from: 2026-07-01 }',
      },
    ]);
    expect(plan(content, requests.procedure)).toMatchObject({ refused: { zh: '2026-06-01 没有人有权批准此类文件' } });
  });

  test('where there is nothing at all', () => {
    expect(openHandbook(emptyFolder(), asOf).library).toBeUndefined();
  });
});
