/** What `diff` prints: words, rows, diagrams, front matter, and whether the change record tells of it. */
import { describe, expect, test } from 'vitest';
import { stepFrom } from '../../src/checks/version-step.ts';
import { newestRelease } from '../../src/control/state.ts';
import { openHandbook } from '../../src/handbook/open.ts';
import { comparisonText } from '../../src/terminal/comparison-text.ts';
import { changedSections, compareDocuments } from '../../src/terminal/comparison.ts';
import { apply, asOf, tinyHandbook, type Edit } from '../fixtures/tiny-handbook.ts';

const intake = 'procedures/ST-B-02.mdx';

/** The comparison of the newest release with the working text after some edits. */
function compare(edits: readonly Edit[], { number = 'ST-B-02', colour = false, language = 'zh' as 'zh' | 'en' } = {}) {
  const folder = tinyHandbook();
  for (const edit of edits) apply(folder, edit);
  const library = openHandbook(folder, asOf).library!;
  const after = library.working.documents.get(number)!;
  const release = newestRelease(library.working, number)!;
  const before = library.read(release)!;
  const isStated = after.data.version !== release.version;
  const comparison = compareDocuments(library.working, before, after);
  const text = comparisonText(
    {
      name: { zh: `${number} ${after.data.title.zh}`, en: `${number} ${after.data.title.en}` },
      before: { zh: release.version, en: release.version },
      after: { zh: '编辑稿', en: 'working text' },
      record: isStated ? stepFrom(library, after, release, false) : 'follows',
      comparison,
    },
    { language, colour },
  );
  return { text, comparison, changed: changedSections(library, number) };
}

describe('the comparison of two texts', () => {
  test('shows words inside a changed paragraph, with its heading and what surrounds it', () => {
    const { text, changed } = compare([{ file: intake, replace: '重新排期。', with: '当天排期。' }]);
    expect(text).toContain('### 5.3 返工\n~ 退回的成品填写《返工单》，回到登记[-重新-]{+当天+}排期。');
    expect(text).toMatch(/… \d+ 段未改动/);
    expect(text).toMatch(/有改动的章节：5\.3\n修改记录：发布时写入以上章节。$/);
    expect(changed).toEqual(['5.3']);
  });

  test('marks what came and went by colour on a terminal', () => {
    const { text } = compare([{ file: intake, replace: '重新排期。', with: '当天排期。' }], { colour: true });
    expect(text).toMatch(/\u001b\[31m\u001b\[9m重新\u001b/);
    expect(text).toMatch(/\u001b\[32m\u001b\[4m当天\u001b/);
    expect(text).not.toContain('[-');
  });

  test('shows the rows of a generated table and the lines of a diagram', () => {
    const { text, changed } = compare([
      { file: intake, replace: 'informed: [quality-lead]', with: 'informed: [director]' },
      { file: intake, replace: 'C{"顾客满意？"}', with: 'C{"顾客签字？"}' },
    ]);
    expect(text).toMatch(/~ │ 5\.2 │ 确认样张 │ .*│ .*\[-质量负责人.*\{\+店主.*│ 已登记的订单 │/);
    expect(text).toContain('~ [图]\n    flowchart TD');
    expect(text).toContain('-     B --> C{"顾客满意？"}\n+     B --> C{"顾客签字？"}');
    expect(changed).toEqual(expect.arrayContaining(['4', '5']));
  });

  test('lists what changed in the front matter by readable names', () => {
    const { text, changed } = compare([
      { file: intake, replace: 'owner: order-lead\ndep', with: 'owner: print-lead\ndep' },
      { file: intake, replace: 'keywords: [下单, 报价]', with: 'keywords: [下单, 询价]' },
      { file: intake, replace: 'reviewMonths: 12', with: 'reviewMonths: 6' },
      {
        file: intake,
        replace: '    - mini:2020/5.1#5\n',
        with: '    - mini:2020/5.1#5\n  supporting:\n    - mini:2020/4.2\n',
      },
    ]);
    expect(text).toContain('  负责角色：接单负责人 → 印刷负责人');
    expect(text).toContain('  关键词：下单、[-报价-]{+询价+}');
    expect(text).toContain('  评审周期（月）：12 → 6');
    expect(text).toContain('  支持的条款：— → mini:2020/4.2 文件');
    expect(changed).toEqual(['2.2']);
  });

  test('of front matter alone names no section, and the change record says where it is', () => {
    const { text, changed } = compare([{ file: intake, replace: 'reviewMonths: 12', with: 'reviewMonths: 6' }]);
    expect(text).toContain('有改动的章节：无');
    expect(changed).toEqual(['文件信息']);
  });

  test('says that nothing differs for a reader', () => {
    const { text, changed } = compare([{ file: intake, replace: '重新排期。', with: '重新排期。\n' }]);
    expect(text).toContain('读者看到的没有差别');
    expect(changed).toEqual([]);
  });

  test('shows parts that came and went', () => {
    const { text, comparison } = compare(
      [
        { file: 'manual/ST-A-01/index.mdx', replace: "'5', attachment-1", with: "'5', '6'" },
        { file: 'manual/ST-A-01/attachment-1.mdx', delete: true },
        {
          file: 'manual/ST-A-01/6.mdx',
          create: "---\nsection: '6'\ntitle: { zh: 附则, en: Final }\n---\n\n## 6 附则\n\n由店主解释。\n",
        },
      ],
      { number: 'ST-A-01' },
    );
    expect(comparison.parts.map(({ change }) => change)).toEqual(['same', 'same', 'same', 'same', 'added', 'removed']);
    expect(text).toContain('── 附则 (新增的部分)\n+ ## 6 附则\n+ 由店主解释。');
    expect(text).toMatch(/── .* \(删去的部分\)\n- ## /);
    expect(comparison.sections).toContain('6');
  });

  test('holds the change record against what changed', () => {
    const entry = [
      '  - version: A/2',
      '    date: 2026-05-20',
      "    sections: ['5.1']",
      '    what: 当天排期',
      '    why: 返工拖延',
      '    by: gu-tong',
      '    reviewed: xu-wen',
      '    approved: han-mei',
      '---\n\n## 1 目的',
    ].join('\n');
    const { text } = compare([
      { file: intake, replace: 'version: A/1\nclass', with: 'version: A/2\nclass' },
      { file: intake, replace: '---\n\n## 1 目的', with: entry },
      { file: intake, replace: '重新排期。', with: '当天排期。' },
    ]);
    expect(text).toContain('修改记录 A/2：5.1。当天排期');
    expect(text).toContain('  修改了但没有写明：5.3');
    expect(text).toContain('  写明了但没有修改：5.1');
    expect(text).toContain('  版本：A/1 → A/2');
  });

  test('speaks English', () => {
    const { text } = compare([{ file: intake, replace: 'reviewMonths: 12', with: 'reviewMonths: 6' }], {
      language: 'en',
    });
    expect(text).toContain('ST-B-02 Order intake: A/1 → working text');
    expect(text).toContain('Months between reviews: 12 → 6');
    expect(text).toContain('Changed sections: none');
  });
});
