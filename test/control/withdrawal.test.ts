/** Withdrawals, reviews without change, and the mark 作废保留: what they write, and why they are refused. */
import { describe, expect, test } from 'vitest';
import { isRefusal, type Plan, type Refusal } from '../../src/control/plan.ts';
import { planRetain } from '../../src/control/retain.ts';
import { planReview, type ReviewPlan } from '../../src/control/review.ts';
import { planWithdrawal, type WithdrawalPlan, type WithdrawalRequest } from '../../src/control/withdrawal.ts';
import { openHandbook, type Library } from '../../src/handbook/open.ts';
import { apply, asOf, freeze, tinyHandbook, type Edit } from '../fixtures/tiny-handbook.ts';

function open(folder: string, day = asOf): Library {
  return openHandbook(folder, day).library!;
}

/** Nothing refers to the form but the step that fills it; here none does. */
const unused: Edit[] = [
  { file: 'procedures/ST-B-02.mdx', replace: 'records: [ST-D-02-02]', with: 'records: [ST-D-02-01]' },
  { file: 'procedures/ST-B-02.mdx', replace: '退回的成品填写《返工单》，', with: '退回的成品填写《订单登记表》，' },
];

const form = { number: 'ST-D-02-02', successors: [] };

function withdraw(folder: string, request: Partial<WithdrawalRequest> = {}, day = asOf): WithdrawalPlan | Refusal {
  return planWithdrawal(open(folder, day), { documents: [form], reason: '没有返工了', register: '', ...request });
}

function refusalOf(plan: Plan | Refusal): string {
  if (!isRefusal(plan)) throw new Error('It was not refused');
  expect(plan.refused.en + (plan.hint?.en ?? '')).not.toMatch(/undefined/);
  return `${plan.refused.zh}\n${plan.hint?.zh ?? ''}`;
}

describe('a withdrawal', () => {
  test('is registered, and the working text deleted', () => {
    const plan = withdraw(tinyHandbook(unused)) as WithdrawalPlan;
    expect([...plan.changes.keys()]).toEqual(['registers/withdrawals.yaml', 'forms/ST-D-02-02.yaml']);
    expect(plan.changes.get('forms/ST-D-02-02.yaml')).toBeNull();
    expect(plan.changes.get('registers/withdrawals.yaml')!.toString()).toBe(
      'entries:\n  - document: ST-D-02-02\n    on: 2026-06-01\n    approved: xu-wen\n    reason: 没有返工了\n',
    );
  });

  test('of a document whose working text is gone already deletes nothing, least of all frozen texts', () => {
    const folder = tinyHandbook(unused);
    apply(folder, { file: 'forms/ST-D-02-02.yaml', delete: true });
    const plan = withdraw(folder) as WithdrawalPlan;
    expect([...plan.changes.keys()]).toEqual(['registers/withdrawals.yaml']);
  });

  test('of several parts deletes each of them', () => {
    const plan = withdraw(tinyHandbook(), { documents: [{ number: 'ST-A-01', successors: ['ST-A-02'] }] });
    expect([...(plan as WithdrawalPlan).changes.keys()].filter((path) => path.startsWith('manual/'))).toHaveLength(5);
    expect((plan as WithdrawalPlan).changes.get('registers/withdrawals.yaml')!.toString()).toContain(
      'successors: [ST-A-02]',
    );
  });

  test('adds to the register and leaves the rest of it as it is', () => {
    const register = '# 作废\nentries:\n- { document: ST-B-09, on: 2025-01-01, approved: han-mei, reason: x } # 旧\n';
    const plan = withdraw(tinyHandbook(unused), { register }) as WithdrawalPlan;
    expect(plan.changes.get('registers/withdrawals.yaml')!.toString().startsWith(register)).toBe(true);
  });

  test('deletes translations on its day, and leaves them until then', () => {
    const translation = [
      '---\ntranslates: ST-C-01\nversion: A/0\nlanguage: en\ntitle: Checking a quotation',
      'translated: { by: gu-tong, on: 2026-02-03 }\nchecked: { by: jiang-yu, on: 2026-02-04 }\n---\n\n## 1 Steps\n\nx\n',
    ].join('\n');
    const folder = tinyHandbook([
      { file: 'translations/en/ST-C-01.mdx', create: translation },
      { file: 'procedures/ST-B-02.mdx', replace: 'related: [ST-B-01, ST-C-01, ST-E-001]', with: 'related: [ST-B-01]' },
      { file: 'procedures/ST-B-02.mdx', replace: '价格按《报价核对指导书》算，', with: '' },
    ]);
    const paths = (on: string) => [
      ...(
        withdraw(folder, { documents: [{ number: 'ST-C-01', successors: [] }], on }) as WithdrawalPlan
      ).changes.keys(),
    ];
    expect(paths('2026-06-01')).toContain('translations/en/ST-C-01.mdx');
    expect(paths('2026-06-02')).not.toContain('translations/en/ST-C-01.mdx');
  });

  const refusals: {
    name: string;
    edits?: Edit[];
    after?: Edit[];
    request: Partial<WithdrawalRequest>;
    wrong: RegExp;
  }[] = [
    {
      name: 'of what other documents refer to, which are named with their places',
      request: {},
      wrong: /还有 1 份文件引用 ST-D-02-02：ST-B-02\n先修改并发布它们[^]*ST-B-02\.mdx:\d+/,
    },
    {
      name: 'of nothing',
      request: { documents: [{ number: 'ST-D-02-03', successors: [] }] },
      wrong: /没有文件 ST-D-02-03\n是否想写/,
    },
    {
      name: 'while its working text holds changes',
      edits: unused,
      after: [{ file: 'forms/ST-D-02-02.yaml', replace: '三年', with: '四年' }],
      request: {},
      wrong: /未发布的修改[^]*diff ST-D-02-02/,
    },
    {
      name: 'before it was in force',
      edits: unused,
      request: { on: '2026-02-02' },
      wrong: /A\/0 自 2026-02-02 起实施/,
    },
    {
      name: 'by whom nobody knows',
      edits: unused,
      request: { approved: 'xu-wan' },
      wrong: /没有人员“xu-wan”\n是否想写 xu-wen？/,
    },
    {
      name: 'without authority',
      edits: unused,
      request: { approved: 'gu-tong' },
      wrong: /顾桐在 2026-06-01 无权批准[^]*业务室负责人或店主批准（--approved han-mei, xu-wen）/,
    },
    {
      name: 'in favour of what is not in force',
      edits: unused,
      request: { documents: [{ ...form, successors: ['ST-D-02-07'] }] },
      wrong: /没有文件 ST-D-02-07/,
    },
    {
      name: 'in favour of itself',
      edits: unused,
      request: { documents: [{ ...form, successors: ['ST-D-02-02'] }] },
      wrong: /ST-D-02-02 自己也要作废/,
    },
  ];
  test.each(refusals)('is refused: $name', ({ edits = [], after = [], request, wrong }) => {
    const folder = tinyHandbook(edits);
    for (const edit of after) apply(folder, edit);
    expect(refusalOf(withdraw(folder, request))).toMatch(wrong);
  });

  test('is refused a second time', () => {
    const folder = tinyHandbook(unused);
    apply(folder, {
      file: 'registers/withdrawals.yaml',
      create: 'entries:\n  - { document: ST-D-02-02, on: 2027-01-01, approved: xu-wen, reason: x }\n',
    });
    expect(refusalOf(withdraw(folder))).toMatch(/ST-D-02-02 已登记于 2027-01-01 作废/);
  });

  test('of a draft says that it is simply deleted', () => {
    const folder = tinyHandbook();
    apply(folder, { file: 'forms/ST-D-02-03.yaml', create: draftForm });
    const request = { documents: [{ number: 'ST-D-02-03', successors: [] }] };
    expect(refusalOf(withdraw(folder, request))).toMatch(/从未发布过，不用作废\n[^]*直接删除：.*ST-D-02-03\.yaml/);
  });

  test('waits for the version that no longer refers to it', () => {
    const folder = tinyHandbook();
    for (const edit of unused) apply(folder, edit);
    apply(folder, { file: 'procedures/ST-B-02.mdx', replace: 'version: A/1\nclass', with: 'version: A/2\nclass' });
    apply(folder, { file: 'procedures/ST-B-02.mdx', replace: 'effective: 2026-02-02', with: 'effective: 2026-07-01' });
    freeze(folder, ['ST-B-02']);
    expect(refusalOf(withdraw(folder, { on: '2026-06-30' }))).toMatch(/ST-B-02/);
    expect(withdraw(folder, { on: '2026-07-01' })).toMatchObject({ on: '2026-07-01' });
  });
});

const draftForm = `number: ST-D-02-03
title: { zh: 样张单, en: Proof record }
kind: form
version: A/0
classification: internal
control: controlled
owner: print-lead
department: YWS
prepared: { by: gu-tong, on: 2026-05-05 }
reviewMonths: 24
purpose: 记下样张。
fields:
  - { name: 日期, type: date, by: print-lead }
keeper: YWS
medium: paper
retention: 三年
disposal: 到期后由质量室粉碎。
changes:
  - { version: A/0, date: 2026-05-05, sections: [全文], what: 新建, why: 统一格式, by: gu-tong, reviewed: jiang-yu, approved: xu-wen }
`;

describe('the mark 作废保留', () => {
  const register =
    'entries:\n  - document: ST-D-02-02 # 返工\n    on: 2026-05-01\n    approved: xu-wen\n    reason: 没有返工了\n';
  const withdrawn = (text: string) => tinyHandbook([...unused, { file: 'registers/withdrawals.yaml', create: text }]);

  test('is set and taken away', () => {
    const set = planRetain(open(withdrawn(register)), { number: 'ST-D-02-02', retained: true, register }) as Plan;
    const text = set.changes.get('registers/withdrawals.yaml')!.toString();
    expect(text).toBe(`${register}    retained: true\n`);
    const undone = planRetain(open(withdrawn(text)), { number: 'ST-D-02-02', retained: false, register: text }) as Plan;
    expect(undone.changes.get('registers/withdrawals.yaml')!.toString()).toBe(`${register}    retained: false\n`);
  });

  test.each([
    { number: 'ST-B-01', retained: true, wrong: 'ST-B-01 没有作废\n先作废' },
    { number: 'ST-D-02-02', retained: false, wrong: 'ST-D-02-02 没有标为作废保留' },
    { number: 'ST-D-02-03', retained: true, wrong: '没有文件 ST-D-02-03' },
  ])('is refused for $number, $retained', ({ number, retained, wrong }) => {
    expect(refusalOf(planRetain(open(withdrawn(register)), { number, retained, register }))).toContain(wrong);
  });
});

describe('a review without change', () => {
  const conclusion = '抽查十份订单，做法与文件一致。';
  const review = (folder: string, request: object = {}, day = asOf) =>
    planReview(open(folder, day), { number: 'ST-B-02', conclusion, register: 'entries: []\n', ...request });

  test('is recorded for the version in force, by who holds the owner role, and moves the next review', () => {
    const plan = review(tinyHandbook()) as ReviewPlan;
    expect(plan).toMatchObject({ before: '2027-01-12', after: '2027-06-01' });
    expect(plan.changes.get('registers/reviews.yaml')!.toString()).toBe(
      `entries:\n  - document: ST-B-02\n    version: A/1\n    on: 2026-06-01\n    by: xu-wen\n    conclusion: ${conclusion}\n`,
    );
  });

  const refusals: { name: string; after?: Edit[]; request?: object; day?: string; wrong: RegExp }[] = [
    {
      name: 'while the working text holds changes',
      after: [{ file: 'procedures/ST-B-02.mdx', replace: '重新排期。', with: '当天排期。' }],
      wrong: /未发布的修改[^]*handbook release/,
    },
    { name: 'before anything is in force', day: '2026-02-01', wrong: /没有现行有效的版本\nA\/1 自 2026-02-02 起实施/ },
    {
      name: 'before the first release',
      day: '2020-01-01',
      wrong: /^ST-B-02 在 2020-01-01 没有现行有效的版本\n首次发布在 2026-01-15，自 2026-02-02 起实施/,
    },
    { name: 'of what there is not', request: { number: 'ST-B-03' }, wrong: /没有文件 ST-B-03\n是否想写/ },
    { name: 'on a day to come', request: { on: '2026-06-02' }, wrong: /2026-06-02 不可能评审过它/ },
    { name: 'on a day before the version', request: { on: '2026-02-01' }, wrong: /自 2026-02-02 起实施/ },
    {
      name: 'that was recorded already',
      request: { number: 'ST-B-01', on: '2026-05-06' },
      wrong: /已于 2026-05-06 评审过/,
    },
    { name: 'by whom nobody knows', request: { by: 'xu-wan' }, wrong: /没有人员“xu-wan”/ },
    {
      name: 'by one of several, who is not named',
      after: [
        {
          file: 'organisation/people.yaml',
          replace: '- { role: print-lead, from: 2021-09-01 }',
          with: '- { role: print-lead, from: 2021-09-01 }\n      - { role: order-lead, from: 2022-01-01 }',
        },
      ],
      wrong: /不止一人[^]*--by xu-wen, jiang-yu/,
    },
  ];
  test.each(refusals)('is refused: $name', ({ after = [], request, day, wrong }) => {
    const folder = tinyHandbook();
    for (const edit of after) apply(folder, edit);
    expect(refusalOf(review(folder, request, day))).toMatch(wrong);
  });
});
