/** Who prepares the next version, once whoever prepared the last one has left. */
import { expect, test } from 'vitest';
import { isRefusal, type Refusal } from '../../src/control/plan.ts';
import { planRelease } from '../../src/control/release.ts';
import { openHandbook } from '../../src/handbook/open.ts';
import { apply, asOf, tinyHandbook, type Edit } from '../fixtures/tiny-handbook.ts';

const clerk = 'position: { zh: 文员, en: Clerk }\n';

/** @param roles of the clerk who prepares everything, as YAML */
function withRoles(roles: string): Edit {
  return { file: 'organisation/people.yaml', replace: clerk, with: `${clerk}    roles: [${roles}]\n` };
}

function preparer(given: { by?: string }, ...edits: Edit[]): string | Refusal {
  const content = tinyHandbook();
  apply(content, { file: 'procedures/ST-B-02.mdx', append: '\n改了一句。\n' });
  for (const edit of edits) apply(content, edit);
  const plan = planRelease(openHandbook(content, asOf).library!, {
    number: 'ST-B-02',
    edition: false,
    changed: ['5.3'],
    what: '改了一句',
    why: '看不懂',
    ...given,
  });
  return isRefusal(plan) ? plan : plan.entry.prepared.by;
}

const left = withRoles('{ role: print-lead, from: 2020-01-01, until: 2026-05-31 }');

test('is the same person, who may never have held a role, or holds one until that very day', () => {
  expect(preparer({})).toBe('gu-tong');
  expect(preparer({}, withRoles('{ role: print-lead, from: 2020-01-01, until: 2026-06-01 }'))).toBe('gu-tong');
});

test('is who holds the owner role alone, if that person has left', () => {
  expect(preparer({}, left)).toBe('xu-wen');
  expect(preparer({ by: 'tao-ran' }, left)).toBe('tao-ran');
});

test('is asked for, where several or none hold the owner role', () => {
  const two: Edit = {
    file: 'organisation/people.yaml',
    replace: '{ role: print-lead, from: 2021-09-01 }',
    with: '{ role: order-lead, from: 2021-09-01 }',
  };
  expect(preparer({}, left, two)).toMatchObject({
    refused: { zh: 'ST-B-02 上一版本的编制人顾桐（gu-tong）2026-05-31 以后不再担任任何角色' },
    hint: {
      zh: '用 release --by 指出编制人，接单负责人现有 xu-wen、jiang-yu；与作废一步发布的，先单独发布 ST-B-02。',
    },
  });
});
