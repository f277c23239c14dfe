/** `handbook explain`: rules in words, laid out for a terminal. */
import type { Severity } from '../handbook/finding.ts';
import type { Bilingual } from '../schema/primitives.ts';
import { catalogue } from './catalogue.ts';
import { rulesByFamily } from './families.ts';
import { severityWords, type Language } from './report/reporter.ts';
import { helpWords } from './report/rule-help.ts';
import { painter, severityColours } from './report/text.ts';
import type { RuleDescription } from './rule.ts';
import { isWaivable } from './waivers.ts';

export interface ExplainOptions {
  language: Language;
  colour: boolean;
  /** ISO day, for the example of a waiver. */
  asOf: string;
  /** How strictly this handbook applies a rule. */
  severityOf: (rule: RuleDescription) => Severity | 'off';
}

/** What a severity means for the commands. */
const consequences: Record<Severity | 'off', Bilingual> = {
  error: { zh: '错误：check 和 build 不通过', en: 'error: check and build fail' },
  warning: { zh: '警告：加 --strict 才不通过', en: 'warning: fails only with --strict' },
  info: { zh: '提示：不影响结果', en: 'info: fails nothing' },
  off: { zh: '关闭：不运行', en: 'off: is not run' },
};

/** All that there is to say about one rule. */
export function explanation(rule: RuleDescription, options: ExplainOptions): string {
  const { language, colour } = options;
  const paint = painter(colour);
  const head = (text: Bilingual) => paint('bold', text[language]);
  const { example, reason, remedy, title } = rule;
  return [
    `${paint('bold', rule.id)}  ${paint('bold', title[language])}`,
    section(head({ zh: '级别', en: 'Severity' }), severityText(rule, options)),
    section(head(helpWords.why), reason[language]),
    section(head(helpWords.remedy), remedy[language]),
    section(
      `${head(helpWords.example)} ${paint('dim', example.file)}`,
      [
        marked(example.wrong, paint('red', `✗ ${helpWords.wrong[language]}`)),
        marked(example.right, paint('green', `✓ ${helpWords.right[language]}`)),
      ].join('\n'),
    ),
    ...(rule.core
      ? [section(head({ zh: '豁免', en: 'Waiver' }), coreText[language])]
      : [
          section(head({ zh: '更改级别', en: 'To change the severity' }), severityAdvice(rule, options)),
          ...(isWaivable(rule)
            ? [section(head({ zh: '豁免', en: 'To accept a finding for a time' }), waiverAdvice(rule, options))]
            : []),
        ]),
  ].join('\n\n');
}

/** The whole catalogue, a line each, by family. */
export function ruleList(options: ExplainOptions): string {
  const { language, colour, severityOf } = options;
  const paint = painter(colour);
  const words: Record<Severity | 'off', Bilingual> = { ...severityWords, off: { zh: '关闭', en: 'off' } };
  const groups = rulesByFamily().map(({ id, title, rules }) => {
    const rows = rules.map((rule) => {
      const severity = severityOf(rule);
      const word = words[severity][language].padEnd(language === 'zh' ? 2 : 7);
      const shown = severity === 'off' ? paint('dim', word) : paint(severityColours[severity], word);
      return `  ${rule.id}  ${shown}  ${rule.title[language]}`;
    });
    return [paint('bold', `${title[language]} ${id}`), ...rows].join('\n');
  });
  const end: Bilingual = {
    zh: `共 ${catalogue.size} 条。说明一条：npm run handbook -- explain MAP-01`,
    en: `${catalogue.size} rules. To explain one: npm run handbook -- explain MAP-01`,
  };
  return [...groups, end[language]].join('\n\n');
}

const coreText: Bilingual = {
  zh: '核心规则：级别不能更改，问题不能豁免，只能改正。',
  en: 'A rule of the core: its severity cannot be changed and no finding waived, only mended.',
};

function severityText(rule: RuleDescription, { language, severityOf }: ExplainOptions): string {
  const severity = severityOf(rule);
  const note: Bilingual = rule.core
    ? { zh: '核心规则，级别不能更改', en: 'the core; cannot be changed' }
    : severity === rule.severity
      ? { zh: '默认，handbook.yaml 没有更改', en: 'the default; handbook.yaml does not change it' }
      : {
          zh: `handbook.yaml 的设置，默认是${severityWords[rule.severity].zh}`,
          en: `set by handbook.yaml; ${severityWords[rule.severity].en} by default`,
        };
  return language === 'zh' ? `${consequences[severity].zh}（${note.zh}）` : `${consequences[severity].en} (${note.en})`;
}

function severityAdvice({ id, severity }: RuleDescription, { language }: ExplainOptions): string {
  const other = severity === 'warning' ? 'error' : 'warning';
  return language === 'zh'
    ? `在 handbook.yaml 中写（error、warning、info，或 off 关闭）：\n${indented(`checks:\n  severities:\n    ${id}: ${other}`)}`
    : `In handbook.yaml (error, warning, info, or off):\n${indented(`checks:\n  severities:\n    ${id}: ${other}`)}`;
}

function waiverAdvice({ id, example }: RuleDescription, { language, asOf }: ExplainOptions): string {
  const number = /[A-Z0-9]+(?:-[A-Z0-9]+)+/.exec(example.file)?.[0];
  const yaml = [
    'entries:',
    `  - rule: ${id}`,
    number ? `    document: ${number}` : `    file: ${example.file}`,
    language === 'zh' ? '    reason: 为什么可以接受' : '    reason: why it can be accepted',
    language === 'zh' ? '    approved: gu-zhiyuan  # 批准人的标识' : '    approved: gu-zhiyuan  # id of a person',
    `    until: ${asOf.slice(0, 4)}-12-31`,
  ].join('\n');
  return language === 'zh'
    ? `在 registers/waivers.yaml 中写。document、clause、file 至少一项，写了的都要符合；过了 until 重新计入：\n${indented(yaml)}`
    : `In registers/waivers.yaml. At least one of document, clause and file, and all that are given must agree; after the day in until the finding counts again:\n${indented(yaml)}`;
}

function section(head: string, text: string): string {
  return `${head}\n${indented(text)}`;
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => (line ? `  ${line}` : line))
    .join('\n');
}

/** A piece of code below its mark, with a rule at its left so that its own indentation shows. */
function marked(code: string, mark: string): string {
  return [mark, ...code.split('\n').map((line) => `  │ ${line}`.trimEnd())].join('\n');
}
