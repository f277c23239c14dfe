/** `handbook explain`: what is said of a rule, by its severity in a handbook, and the list of all rules. */
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { catalogue, findRule } from '../../src/checks/catalogue.ts';
import { explanation, ruleList, type ExplainOptions } from '../../src/checks/explain.ts';
import { markdownText, ruleHelp } from '../../src/checks/report/rule-help.ts';
import type { RuleDescription } from '../../src/checks/rule.ts';
import { isWaivable } from '../../src/checks/waivers.ts';
import { handbookFile } from '../../src/schema/handbook.ts';
import { registerFile } from '../../src/schema/registers/index.ts';

const options: ExplainOptions = {
  language: 'zh',
  colour: false,
  asOf: '2026-06-01',
  severityOf: ({ severity }) => severity,
};

/** Texts of real rules are reworded now and then. */
const rule: RuleDescription = {
  id: 'ABC-01',
  severity: 'warning',
  title: { zh: '编制人与批准人不是同一人', en: 'Preparer and approver differ' },
  reason: { zh: '自己编、自己批，等于没有第二双眼睛。', en: 'Nobody checks the text if the author approves it.' },
  remedy: { zh: '由另一位有权人员批准。', en: 'Let another authorised person approve.' },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: 'prepared: { by: gu-zhiyuan, on: 2026-02-09 }\napproved: { by: gu-zhiyuan, on: 2026-02-13 }',
    right: 'prepared: { by: wen-ya, on: 2026-02-09 }\napproved: { by: gu-zhiyuan, on: 2026-02-13 }',
  },
};

const explain = (id: string, more: Partial<ExplainOptions> = {}) => explanation(findRule(id)!, { ...options, ...more });

test('a rule that can be changed and waived', () => {
  expect(explanation(rule, options)).toMatchInlineSnapshot(`
    "ABC-01  编制人与批准人不是同一人

    级别
      警告：加 --strict 才不通过（默认，handbook.yaml 没有更改）

    为什么
      自己编、自己批，等于没有第二双眼睛。

    怎样改
      由另一位有权人员批准。

    例子 procedures/HC-ITSM-B-21.mdx
      ✗ 不对
        │ prepared: { by: gu-zhiyuan, on: 2026-02-09 }
        │ approved: { by: gu-zhiyuan, on: 2026-02-13 }
      ✓ 对
        │ prepared: { by: wen-ya, on: 2026-02-09 }
        │ approved: { by: gu-zhiyuan, on: 2026-02-13 }

    更改级别
      在 handbook.yaml 中写（error、warning、info，或 off 关闭）：
        checks:
          severities:
            ABC-01: error

    豁免
      在 registers/waivers.yaml 中写。document、clause、file 至少一项，写了的都要符合；过了 until 重新计入：
        entries:
          - rule: ABC-01
            document: HC-ITSM-B-21
            reason: 为什么可以接受
            approved: gu-zhiyuan  # 批准人的标识
            until: 2026-12-31"
  `);
});

test('the same in English', () => {
  expect(explanation(rule, { ...options, language: 'en' })).toMatchInlineSnapshot(`
    "ABC-01  Preparer and approver differ

    Severity
      warning: fails only with --strict (the default; handbook.yaml does not change it)

    Why
      Nobody checks the text if the author approves it.

    What to do
      Let another authorised person approve.

    Example procedures/HC-ITSM-B-21.mdx
      ✗ Wrong
        │ prepared: { by: gu-zhiyuan, on: 2026-02-09 }
        │ approved: { by: gu-zhiyuan, on: 2026-02-13 }
      ✓ Right
        │ prepared: { by: wen-ya, on: 2026-02-09 }
        │ approved: { by: gu-zhiyuan, on: 2026-02-13 }

    To change the severity
      In handbook.yaml (error, warning, info, or off):
        checks:
          severities:
            ABC-01: error

    To accept a finding for a time
      In registers/waivers.yaml. At least one of document, clause and file, and all that are given must agree; after the day in until the finding counts again:
        entries:
          - rule: ABC-01
            document: HC-ITSM-B-21
            reason: why it can be accepted
            approved: gu-zhiyuan  # id of a person
            until: 2026-12-31"
  `);
});

test('a rule of the core offers neither another severity nor a waiver', () => {
  const text = explain('MAP-01');
  expect(text).toContain('错误：check 和 build 不通过（核心规则，级别不能更改）');
  expect(text).toContain('问题不能豁免');
  expect(text).not.toContain('severities');
  expect(text).not.toContain('waivers.yaml');
});

test('findings about waivers cannot be waived', () => {
  expect(explain('WAV-02')).toContain('更改级别');
  expect(explain('WAV-02')).not.toContain('until 重新计入');
});

test.each([
  ['error', '错误：check 和 build 不通过（handbook.yaml 的设置，默认是警告）'],
  ['off', '关闭：不运行（handbook.yaml 的设置，默认是警告）'],
] as const)('says that handbook.yaml sets it to %s', (severity, text) => {
  expect(explain('APP-02', { severityOf: () => severity })).toContain(text);
});

/** The YAML that an explanation gives, less its indentation, from its first line on. */
function yamlIn(text: string, first: string): unknown {
  const lines = text.slice(text.indexOf(`    ${first}`)).split('\n');
  const end = lines.findIndex((line) => !line.startsWith('    '));
  return load(
    lines
      .slice(0, end < 0 ? undefined : end)
      .map((line) => line.slice(4))
      .join('\n'),
  );
}

test.each([...catalogue.values()].filter(({ core }) => !core))('$id: the YAML can be copied as it stands', (rule) => {
  const text = explain(rule.id);
  const { checks } = yamlIn(text, 'checks:') as { checks: unknown };
  expect(handbookFile.shape.checks.parse(checks).severities).toHaveProperty(rule.id);
  if (isWaivable(rule)) {
    expect(registerFile('waivers').parse(yamlIn(text, 'entries:')).entries[0]?.rule).toBe(rule.id);
  }
});

describe('the list', () => {
  test('has every rule once, below what it is about', () => {
    const text = ruleList(options);
    const ids = [...text.matchAll(/^ {2}([A-Z]+-\d+) {2}/gm)].map(([, id]) => id);
    expect([...ids].sort()).toEqual([...catalogue.keys()]);
    expect(text).toMatch(/^条款落实 MAP\n {2}MAP-01 {2}错误 {2}每个末级条款/m);
    expect(text.split('\n').at(-1)).toContain(`共 ${catalogue.size} 条`);
  });

  test('shows the severities of the handbook', () => {
    const text = ruleList({ ...options, language: 'en', severityOf: ({ core }) => (core ? 'error' : 'off') });
    expect(text).toMatch(/^ {2}APP-02 {2}off {6}Preparer/m);
    expect(text).not.toMatch(/^ {2}[A-Z]+-\d+ {2}warning/m);
  });
});

describe('as Markdown', () => {
  test('signs mean nothing, code stays code', () => {
    expect(markdownText('写 <4 小时、*、[a](b)、&lt; 或 `<b>*</b>`')).toBe(
      '写 \\<4 小时、\\*、\\[a\\](b)、&amp;lt; 或 `<b>*</b>`',
    );
  });

  test('an example with backticks is fenced by more of them', () => {
    const example = { file: 'procedures/A.mdx', wrong: '```mermaid\nx\n```', right: 'x' };
    const { markdown, text } = ruleHelp({ ...findRule('SRC-07')!, example }, 'zh');
    expect(markdown).toContain('````mdx\n```mermaid\nx\n```\n````');
    expect(text).toContain('不对 (procedures/A.mdx)\n```mermaid');
  });
});
