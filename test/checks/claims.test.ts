/** A handbook that is being built up: from which day on it claims to meet a standard (`since` in handbook.yaml). */
import { describe, expect, test } from 'vitest';
import { reportCoverage } from '../../src/checks/coverage.ts';
import { gapsOfFirstRelease } from '../../src/checks/first-release.ts';
import { jsonReport } from '../../src/checks/report/json.ts';
import { summaryText } from '../../src/checks/report/text.ts';
import { inspect } from '../../src/checks/run.ts';
import type { Finding } from '../../src/handbook/finding.ts';
import {
  apply,
  asOf,
  copyOf,
  freeze,
  otherStandard,
  tinyHandbook,
  within,
  workingTexts,
  type Edit,
} from '../fixtures/tiny-handbook.ts';

const dayBefore = '2026-05-31';

function claimed(since: string): Edit {
  return { file: 'handbook.yaml', replace: '- id: mini:2020', with: `- { id: mini:2020, since: ${since} }` };
}

/** The texts of which only some are released yet. */
function halfReleased(since?: string): string {
  const folder = workingTexts(since === undefined ? [] : [claimed(since)]);
  freeze(folder, ['ST-A-01', 'ST-A-02', 'ST-C-51', 'ST-B-01', 'ST-D-01-01']);
  return folder;
}

const gapsOf = (findings: readonly Finding[]) => findings.filter(({ isGap }) => isGap);

describe('while only some documents are released', () => {
  test('what is missing is a warning before the day, and an error from it on', async () => {
    const folder = halfReleased(asOf);
    const before = gapsOf((await inspect(folder, dayBefore)).findings);
    const after = gapsOf((await inspect(folder, asOf)).findings);
    expect([...new Set(before.map(({ rule }) => rule))].sort()).toEqual(['MAP-01', 'MAP-03', 'MAP-09']);
    expect(new Set(before.map(({ severity }) => severity))).toEqual(new Set(['warning']));
    expect(after.map(({ rule, message }) => [rule, message])).toEqual(
      before.map(({ rule, message }) => [rule, message]),
    );
    expect(new Set(after.map(({ severity }) => severity))).toEqual(new Set(['error']));
  });

  test('a gap that a working text fills says that its release is missing', async () => {
    const { findings } = await inspect(halfReleased(asOf), asOf);
    const hint = (id: string) => gapsOf(findings).find(({ rule }) => rule === id)?.hint?.zh;
    expect(hint('MAP-01')).toBe('ST-B-02 的编辑稿中已经有了：发布 ST-B-02。');
    expect(hint('MAP-03')).toBe('ST-A-03 的编辑稿中已经有了：发布 ST-A-03。');
    expect(hint('MAP-09')).toBe('ST-D-02-01 的编辑稿中已经有了：发布 ST-D-02-01。');
  });

  test('a document that provides something but does not fit is a gap only while a fitting one waits for its release', async () => {
    const folder = workingTexts([
      claimed('2026-12-01'),
      {
        file: 'forms/ST-D-01-01.yaml',
        replace: 'kind: form\n',
        with: 'kind: form\nprovides:\n  - mini:2020/4.1/objectives\n',
      },
      {
        file: 'standards/mini-2020.yaml',
        replace: 'id: objectives, kind: document',
        with: 'id: objectives, kind: document, kinds: [plan]',
      },
    ]);
    const wrong = copyOf(folder);
    apply(wrong, { file: 'plans/ST-C-51.mdx', replace: 'provides:\n  - mini:2020/4.1/objectives\n', with: '' });
    const severities = async (content: string) => {
      freeze(content, ['ST-B-01', 'ST-D-01-01']);
      const { findings } = await inspect(content, asOf);
      return findings.filter(({ rule }) => rule === 'MAP-11').map(({ severity }) => severity);
    };
    expect(await severities(folder)).toEqual(['warning']);
    expect(await severities(wrong)).toEqual(['error']);
  });
});

test('until the first release is effective nothing is in force that could have gaps', async () => {
  const folder = tinyHandbook();
  const errors = async (day: string) =>
    (await inspect(folder, day)).findings.filter(({ severity }) => severity === 'error');
  expect(await errors('2026-02-01')).toEqual([]);
  expect(await errors('2026-02-02')).toEqual([]);
});

describe('the reports say from which day on the standard is claimed', () => {
  const options = {
    language: 'zh',
    asOf,
    version: '1',
    ran: new Set<string>(),
    lineOf: () => undefined,
    colour: false,
    showWaived: false,
  } as const;

  test('while that lies ahead', async () => {
    const { library, findings } = await inspect(tinyHandbook([claimed('2026-12-01')]), asOf);
    const coverage = reportCoverage(library);
    expect(summaryText(findings, coverage, { language: 'zh' })).toContain(
      '\n  自 2026-12-01 起才声明符合：在那天以前，缺少的只算警告\n',
    );
    expect(summaryText(findings, coverage, { language: 'en' })).toContain('claimed only from 2026-12-01');
    expect(JSON.parse(jsonReport(findings, coverage, options))).toMatchObject({ coverage: [{ since: '2026-12-01' }] });
  });

  test('and no longer from that day on', async () => {
    const { library, findings } = await inspect(tinyHandbook([claimed(asOf)]), asOf);
    const coverage = reportCoverage(library);
    expect(summaryText(findings, coverage, { language: 'zh' })).not.toContain('声明');
    expect(coverage.working[0]).not.toHaveProperty('since');
  });
});

describe('what a first release would leave open', () => {
  /** The errors after the first release, as the command judges it. */
  async function refused(since?: string) {
    const before = await inspect(workingTexts(since === undefined ? [] : [claimed(since)]), asOf);
    const { findings } = await inspect(halfReleased(since), asOf);
    return gapsOfFirstRelease(
      before.library!,
      findings.filter(({ severity }) => severity === 'error'),
    );
  }

  test('is told as one, with the way to build up step by step', async () => {
    const gaps = await refused();
    expect(gaps?.others.some(({ isGap }) => isGap)).toBe(true);
    expect(gaps?.message.zh).toBe(
      '这是第一次发布，发布以后 mini:2020 的要求还有 5 处没有落实（MAP-03 × 3，MAP-01 × 1，MAP-09 × 1）',
    );
    expect(gaps?.hint.zh).toContain('在 handbook.yaml 的 standards 中给 mini:2020 加上 since: 年-月-日');
  });

  test('is told by standard, and each of them has to be built up', async () => {
    const gapsAfter = async (since?: string) => {
      const folder = workingTexts([...otherStandard(), ...(since === undefined ? [] : [claimed(since)])]);
      const { library } = await inspect(folder, asOf);
      freeze(folder, ['ST-B-01']);
      const { findings } = await inspect(folder, asOf);
      return gapsOfFirstRelease(
        library!,
        findings.filter(({ severity }) => severity === 'error'),
      )!;
    };
    const { message, hint } = await gapsAfter();
    expect(message.zh).toMatch(
      /^这是第一次发布，发布以后 other:2021 的要求还有 \d+ 处没有落实（.*）；mini:2020 的要求还有 \d+ 处没有落实（.*）$/,
    );
    const all = (await gapsAfter()).message.en.matchAll(/(\d+) of/g);
    expect([...all].map(([, count]) => Number(count))).toEqual([11, 6]);
    expect(hint.zh).toContain('给 mini:2020、other:2021 加上 since');
    expect((await gapsAfter(asOf)).hint.zh).toMatch(/给 other:2021 加上 since.*自 2026-06-01 起声明符合 mini:2020/);
    expect((await gapsAfter('2026-12-01')).message.zh).not.toContain('mini:2020');
  });

  test('names the day if it has come', async () => {
    expect((await refused(asOf))?.hint.zh).toContain('自 2026-06-01 起声明符合');
  });

  test('is nothing while the day lies ahead, or if there were releases before', async () => {
    expect(await refused('2026-12-01')).toBeUndefined();
    const { library, findings } = await inspect(halfReleased(), asOf);
    expect(gapsOf(findings).length).toBeGreaterThan(0);
    expect(gapsOfFirstRelease(library!, findings)).toBeUndefined();
  });

  test('is not listed one by one where it is much', async () => {
    const before = await inspect(workingTexts(), asOf);
    const folder = workingTexts();
    freeze(folder, ['ST-B-01']);
    const { findings } = await inspect(folder, asOf);
    const gaps = gapsOfFirstRelease(before.library!, findings)!;
    expect(gapsOf(findings).length).toBeGreaterThan(5);
    expect(gapsOf(gaps.others)).toEqual([]);
    expect(gaps.others.map(({ file }) => within(folder, file))).toContain('procedures/ST-B-01.mdx');
  });
});
