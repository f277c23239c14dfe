/** References to documents that are written and not in force yet, while a handbook is being built up. */
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/checks/run.ts';
import { apply, asOf, freeze, otherStandard, workingTexts, type Edit } from '../fixtures/tiny-handbook.ts';

const rules = ['REF-01', 'REF-05', 'REF-07', 'REF-08'];

/** ST-B-01 released alone: its form, the policy and others that it names are not. */
function alone(since?: string, edits: readonly Edit[] = []): string {
  const claim: Edit[] = since
    ? [{ file: 'handbook.yaml', replace: '- id: mini:2020', with: `- { id: mini:2020, since: ${since} }` }]
    : [];
  const folder = workingTexts([...claim, ...edits]);
  freeze(folder, ['ST-B-01']);
  return folder;
}

async function found(folder: string, day = asOf) {
  const { findings } = await inspect(folder, day);
  return findings.filter(({ rule, severity }) => rules.includes(rule) && severity !== 'info');
}

async function severities(folder: string, day?: string) {
  return [...new Set((await found(folder, day)).map(({ rule, severity }) => `${rule} ${severity}`))].sort();
}

describe('a reference to a document that was never in force', () => {
  test('is a warning until the standard is claimed', async () => {
    const folder = alone('2026-12-01');
    expect(await severities(folder)).toEqual(['REF-01 warning', 'REF-07 warning', 'REF-08 warning']);
    const link = (await found(folder)).find(({ rule }) => rule === 'REF-08');
    expect(link?.message.zh).toBe('链接所指的 ST-A-02 在 2026-06-01 还没有实施');
    expect(link?.hint?.zh).toContain('到 2026-12-01 还是这样，就是错误');
    expect(await severities(folder, '2026-12-01')).toEqual(['REF-01 error', 'REF-07 error', 'REF-08 error']);
  });

  test('is an error from the day on which the first of two standards is claimed', async () => {
    const two = (since?: string) => alone(since, otherStandard('2026-12-01'));
    expect(await severities(two())).toEqual(['REF-01 error', 'REF-07 error', 'REF-08 error']);
    const folder = two('2026-09-01');
    expect(await severities(folder)).toEqual(['REF-01 warning', 'REF-07 warning', 'REF-08 warning']);
    expect((await found(folder))[0]?.hint?.zh).toContain('到 2026-09-01 还是这样，就是错误');
    expect(await severities(folder, '2026-09-01')).toEqual(['REF-01 error', 'REF-07 error', 'REF-08 error']);
  });

  test('is an error where nothing is built up', async () => {
    expect(await severities(alone())).toEqual(['REF-01 error', 'REF-07 error', 'REF-08 error']);
  });

  test('is a warning also once it is released for a later day', async () => {
    const later: Edit = { file: 'plans/ST-C-51.mdx', replace: 'effective: 2026-02-02', with: 'effective: 2026-07-01' };
    const folder = alone('2026-12-01', [later]);
    freeze(folder, ['ST-C-51']);
    expect(await severities(folder)).toContain('REF-05 warning');
  });
});

test('a reference to a document that was withdrawn before any version was in force is an error', async () => {
  const folder = alone('2026-12-01');
  const entry = '{ document: ST-C-51, on: 2026-05-04, approved: han-mei, reason: 目标并入方针, successors: [] }';
  apply(folder, { file: 'registers/withdrawals.yaml', create: `entries:\n  - ${entry}\n` });
  const about = (await found(folder)).filter(({ message }) => message.zh.includes('年度目标计划'));
  expect(about.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['REF-01 error']);
});

test('a reference that is wrong stays an error', async () => {
  const folder = alone('2026-12-01');
  const file = 'procedures/ST-B-01.mdx';
  apply(folder, { file, replace: 'related: [ST-A-02,', with: 'related: [ST-A-09,' });
  apply(folder, { file, replace: '](ST-A-02#1)', with: '](ST-A-02#9)' });
  apply(folder, { file, replace: '《年度目标计划》', with: '《年度目标方案》' });
  const wrong = (await found(folder)).filter(({ editions }) => editions.includes('working'));
  expect(wrong.map(({ rule, severity }) => `${rule} ${severity}`).sort()).toEqual([
    'REF-01 error',
    'REF-07 error',
    'REF-08 error',
  ]);
});

test('a translation is judged in force only once its document is', async () => {
  const folder = workingTexts();
  apply(folder, {
    file: 'translations/en/ST-A-02.mdx',
    create: `---\ntranslates: ST-A-02\nversion: A/0\nlanguage: en\ntitle: Policy\ntranslated: { by: gu-tong, on: 2026-02-01 }\nchecked: { by: tao-ran, on: 2026-02-02 }\n---\n\n## 1 Promise\n\nSee [orders](ST-B-02).\n`,
  });
  freeze(folder, ['ST-B-01']);
  const { library, findings } = await inspect(folder, asOf);
  expect(library!.inForce.translations.get('ST-A-02')).toHaveLength(1);
  expect(findings.filter(({ file, rule }) => file.includes('translations') && rule === 'REF-08')).toEqual([]);
});
