/** Who may sign what with which key, and the reason where not. The command itself is in test/commands/approve.test.ts. */
import { describe, expect, test } from 'vitest';
import { planApproval, type ApprovalRequest } from '../../src/control/approve.ts';
import { isRefusal } from '../../src/control/plan.ts';
import { sign } from '../../src/control/ssh.ts';
import { openHandbook } from '../../src/handbook/open.ts';
import { newKey, withKey, type Key } from '../fixtures/signing.ts';
import { asOf, tinyHandbook, type Edit } from '../fixtures/tiny-handbook.ts';

const key = newKey();
const other = newKey();
const known = withKey('han-mei', key);

function plan(edits: readonly Edit[], signer: Key, asked: Partial<ApprovalRequest>) {
  const { library } = openHandbook(tinyHandbook(edits), asOf);
  return planApproval(library!, {
    targets: [{ number: 'ST-A-02', version: 'A/0' }],
    person: 'han-mei',
    signer: { key: signer.public, sign: (text) => sign(text, signer.file) },
    ...asked,
  });
}

describe('is refused with a reason and a way out', () => {
  const distinct: Edit = {
    file: 'handbook.yaml',
    replace: 'policy: { reviewed: [quality-lead], approved: [director] }',
    with: 'policy: { reviewed: [quality-lead], approved: [director], distinct: true }',
  };
  const cases: {
    name: string;
    edits?: Edit[];
    signer?: Key;
    asked: Partial<ApprovalRequest>;
    wrong: string;
    advice: string;
  }[] = [
    {
      name: 'an unknown number',
      asked: { targets: [{ number: 'ST-A-03X' }] },
      wrong: '没有文件 ST-A-03X',
      advice: 'ST-A-03',
    },
    {
      name: 'an unknown version',
      asked: { targets: [{ number: 'ST-A-02', version: 'B/0' }] },
      wrong: '没有发布过 B/0',
      advice: 'A/0',
    },
    { name: 'an unknown person', asked: { person: 'han-may' }, wrong: 'han-may', advice: 'han-mei' },
    { name: 'a name instead of an id', asked: { person: '韩梅' }, wrong: '韩梅', advice: 'han-mei' },
    {
      name: 'a person whom the release does not name',
      asked: { person: 'jiang-yu' },
      wrong: 'ST-A-02 A/0 没有要江屿签的',
      advice: '编制 gu-tong，审核 tao-ran，批准 han-mei',
    },
    {
      name: 'a step that is somebody else’s',
      asked: { step: 'reviewed' },
      wrong: '审核人不是韩梅',
      advice: '审核 tao-ran',
    },
    {
      name: 'a key that people.yaml does not know',
      signer: other,
      asked: {},
      wrong: '这个密钥没有登记为韩梅的密钥',
      advice: `- { key: ${other.public}, from: 2026-01-12 }`,
    },
    {
      name: 'a key that is registered for somebody else',
      edits: [withKey('tao-ran', other)],
      signer: other,
      asked: {},
      wrong: '这个密钥登记在陶然（tao-ran）名下，不能用来签韩梅的签名',
      advice: '由韩梅本人用自己的密钥签',
    },
    {
      name: 'a key that is registered for somebody else as well',
      edits: [known, withKey('tao-ran', key)],
      asked: {},
      wrong: '登记在陶然（tao-ran）名下',
      advice: '--key',
    },
    {
      name: 'a key that was not in force on the day',
      edits: [withKey('han-mei', key, { until: '2026-01-11' })],
      asked: {},
      wrong: '在 2026-01-12 不在有效期内（2019-03-01 起，到 2026-01-11 止）',
      advice: '--key',
    },
    {
      name: 'a role that was not held on the day',
      edits: [
        known,
        {
          file: 'organisation/people.yaml',
          replace: 'role: director, from: 2019-03-01',
          with: 'role: director, from: 2026-01-13',
        },
      ],
      asked: {},
      wrong: '韩梅在 2026-01-12 无权签 ST-A-02 A/0 的批准',
      advice: '应由店主签',
    },
    {
      name: 'the same person in two steps that the chain keeps apart',
      edits: [
        known,
        distinct,
        { file: 'policies/ST-A-02.mdx', replace: 'prepared: { by: gu-tong', with: 'prepared: { by: han-mei' },
      ],
      asked: {},
      wrong: '韩梅既编制又批准',
      advice: '换一位',
    },
  ];

  test.each(cases)('$name', async ({ edits = [known], signer = key, asked, wrong, advice }) => {
    const refusal = await plan(edits, signer, asked);
    expect(isRefusal(refusal)).toBe(true);
    const { refused, hint } = refusal as Extract<typeof refusal, { refused: unknown }>;
    expect(refused.zh).toContain(wrong);
    expect(hint?.zh).toContain(advice);
    for (const text of [refused.en, hint!.en]) expect(text.replaceAll('韩梅', '')).not.toMatch(/\p{Script=Han}/u);
  });
});

test('one person in two steps where the chain allows it', async () => {
  const edits: Edit[] = [
    known,
    { file: 'policies/ST-A-02.mdx', replace: 'prepared: { by: gu-tong', with: 'prepared: { by: han-mei' },
  ];
  expect(await plan(edits, key, {})).toMatchObject({ signed: [{ steps: ['prepared', 'approved'] }] });
  expect(await plan(edits, key, { step: 'prepared' })).toMatchObject({ signed: [{ steps: ['prepared'] }] });
});

test('a role that was held on the day and has ended since', async () => {
  const edits: Edit[] = [
    known,
    {
      file: 'organisation/people.yaml',
      replace: 'role: director, from: 2019-03-01',
      with: 'role: director, from: 2019-03-01, until: 2026-01-12',
    },
  ];
  expect(await plan(edits, key, {})).toMatchObject({ signed: [{ steps: ['approved'] }] });
});
