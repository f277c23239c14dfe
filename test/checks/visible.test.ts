/** Characters that nobody sees: told once, and never as two texts that look the same. */
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/checks/run.ts';
import { apply, asOf, tinyHandbook, type Edit } from '../fixtures/tiny-handbook.ts';

async function found(...edits: Edit[]) {
  return foundIn(tinyHandbook(), ...edits);
}

async function foundIn(folder: string, ...edits: Edit[]) {
  for (const edit of edits) apply(folder, edit);
  const { findings } = await inspect(folder, asOf);
  return findings.filter(({ rule }) => rule !== 'VER-08');
}

const file = 'procedures/ST-B-02.mdx';

describe('what follows from such a character is not told beside it', () => {
  test.each<[string, Edit]>([
    ['a title in the text', { file, replace: '《报价核对指导书》', with: '《报价\u200b核对指导书》' }],
    ['a heading', { file, replace: '### 5.1 登记订单', with: '### 5.1 登记\u00ad订单' }],
    ['an id', { file, replace: 'owner: order-lead\ndep', with: 'owner: order-\u200blead\ndep' }],
    ['a title elsewhere', { file: 'instructions/ST-C-01.mdx', replace: '报价核对', with: '报价\u200b核对' }],
  ])('%s', async (_name, edit) => {
    expect((await found(edit)).map(({ rule }) => rule)).toEqual(['TXT-11']);
  });

  test('but it is, with its code, where the character is allowed', async () => {
    const all = await found(
      { file: 'handbook.yaml', append: 'checks: { severities: { TXT-11: off } }\n' },
      { file, replace: '《报价核对指导书》', with: '《报价\u200b核对指导书》' },
    );
    expect(all).toContainEqual(
      expect.objectContaining({
        rule: 'REF-01',
        message: expect.objectContaining({ zh: '没有名为《报价⟨U+200B⟩核对指导书》的文件' }),
        hint: expect.objectContaining({ zh: '是否想写《报价核对指导书》？' }),
      }),
    );
  });
});

describe('what follows is told', () => {
  const wrong: Edit = { file, replace: '《报价核对指导书》', with: '《报价\u200b核对指导书》' };
  const mended: Edit = { file, replace: '《报价\u200b核对指导书》', with: '《报价核对指导书》' };
  const unknownTitle = expect.objectContaining({ rule: 'REF-01', editions: ['in-force'], severity: 'error' });
  const inForce = async (...edits: Edit[]) =>
    (await foundIn(tinyHandbook([wrong]), mended, ...edits)).filter(({ editions }) => editions.includes('in-force'));

  test('of a release, where the character is a warning only', async () => {
    expect(await inForce()).toEqual([unknownTitle, expect.objectContaining({ rule: 'TXT-11', severity: 'warning' })]);
  });

  test('of a release, whatever a working text holds', async () => {
    const all = await inForce({ file: 'plans/ST-C-51.mdx', append: '\n甲\u200b乙\n' });
    expect(all).toContainEqual(unknownTitle);
  });

  test('where the character is accepted', async () => {
    const waiver = `{ rule: TXT-11, file: ${file}, reason: 生僻字没有别的编码, approved: tao-ran, until: 2026-07-31 }`;
    const all = await found(wrong, { file: 'registers/waivers.yaml', create: `entries:\n  - ${waiver}\n` });
    expect(all.map(({ rule, waiver: accepted }) => [rule, Boolean(accepted)])).toEqual([
      ['REF-01', false],
      ['TXT-11', true],
    ]);
  });
});

test('a blank that is none is shown by its code', async () => {
  expect(await found({ file, replace: '### 5.1 登记订单', with: '### 5.1\u00a0登记订单' })).toMatchObject([
    {
      rule: 'STR-01',
      message: { zh: '标题“5.1⟨U+00A0⟩登记订单”与活动名称不一致，应为“5.1 登记订单”' },
      hint: { zh: '编号和名称之间写一个普通空格：### 5.1 登记订单' },
    },
  ]);
});

test('a control character in YAML is named where it stands', async () => {
  expect(await found({ file, replace: 'why: 电话订单', with: 'why: 电话\x07订单' })).toMatchObject([
    { rule: 'SRC-02', column: 12, message: { zh: 'YAML 语法错误：有看不见的字符 U+0007（控制字符 BEL）' } },
  ]);
});
