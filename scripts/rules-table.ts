/**
 * Writes what the documentation says about the rules, from the rules themselves: docs/rules.md, and the tables between
 * the marks in README.md and README.en.md. `npm run docs:rules` after a change of rules; a test finds it forgotten.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { catalogue } from '../src/checks/catalogue.ts';
import { rulesByFamily } from '../src/checks/families.ts';
import { loaderRules } from '../src/checks/loader-rules.ts';
import { notedLedgerRule } from '../src/checks/noted-ledger.ts';
import { outputRule } from '../src/checks/output.ts';
import { profileRule } from '../src/checks/output-profile.ts';
import { rules } from '../src/checks/registry.ts';
import { severityWords, type Language } from '../src/checks/report/reporter.ts';
import { exampleMarkdown, markdownText } from '../src/checks/report/rule-help.ts';
import type { RuleDescription } from '../src/checks/rule.ts';
import type { Edition } from '../src/handbook/finding.ts';
import type { Bilingual } from '../src/schema/primitives.ts';

const root = join(import.meta.dirname, '..');
const generator = 'npm run docs:rules';
const begin = `<!-- rules:begin (${generator}) -->`;
const end = '<!-- rules:end -->';

const editions: Record<Edition, Bilingual> = {
  working: { zh: '编辑稿', en: 'working texts' },
  'in-force': { zh: '现行有效', en: 'releases in force' },
};

/** docs/rules.md, as it must be. */
export async function rulesPage(): Promise<string> {
  const families = rulesByFamily();
  const markdown = `
# 检查规则 / Rules

<!-- 由 ${generator} 生成，请勿手工修改。 Made by ${generator}; do not edit. -->

\`npm run handbook -- check\` 运行全部规则；\`npm run handbook -- explain <规则>\` 说明一条规则。错误使 \`check\` 和 \`build\` 不通过；警告只在 \`--strict\` 时使其不通过；提示从不影响结果。级别可以在 \`handbook.yaml\` 的 \`checks.severities\` 中更改，单个问题可以在 \`registers/waivers.yaml\` 中限期豁免；**核心**规则两者都不可以。“范围”是规则检查的内容：编辑稿（文件夹中的文本）、现行有效（已发布并已实施的文本），或两者；LED-02、VER-05 和 VER-07 检查全部历史版本。

\`npm run handbook -- check\` runs all rules; \`npm run handbook -- explain <RULE>\` explains one. Errors make \`check\` and \`build\` fail; warnings only with \`--strict\`; infos never. Severities can be changed in \`checks.severities\` of \`handbook.yaml\`, single findings waived for a time in \`registers/waivers.yaml\`; neither for rules of the **core**. The scope says what a rule looks at: the working texts, the releases in force, or both; LED-02, VER-05 and VER-07 look at every release there is.

## 一览 / Overview

${row('规则 / Rule', '级别 / Severity', '要求', 'What must be true')}
| --- | --- | --- | --- |
${families
  .flatMap((family) => family.rules)
  .map((rule) =>
    row(
      `[${rule.id}](#${rule.id.toLowerCase()})`,
      severity(rule),
      markdownText(rule.title.zh),
      markdownText(rule.title.en),
    ),
  )
  .join('\n')}

${families.map(({ id, title, rules: members }) => `## ${both(title)} (${id})\n\n${members.map(ruleSection).join('\n\n')}`).join('\n\n')}
`;
  return pretty(markdown, 'docs/rules.md');
}

/** A README with its table of rules as it must be. @throws {Error} if it has no marks to put it between */
export async function withRules(readme: string, file: string, language: Language): Promise<string> {
  const [start, stop] = [readme.indexOf(begin), readme.indexOf(end)];
  if (start < 0 || stop < start) throw new Error(`${file} lacks the lines ${begin} and ${end}`);
  const head: Record<Language, string> = {
    zh: row('规则', '级别', '要求'),
    en: row('Rule', 'Severity', 'What must be true'),
  };
  const summary: Record<Language, string> = { zh: `全部 ${catalogue.size} 条规则`, en: `All ${catalogue.size} rules` };
  const rows = rulesByFamily()
    .flatMap((family) => family.rules)
    .map(({ id, severity: level, title }) =>
      row(`[${id}](docs/rules.md#${id.toLowerCase()})`, severityWords[level][language], markdownText(title[language])),
    );
  const table = [head[language], '| --- | --- | --- |', ...rows].join('\n');
  const block = `${begin}\n\n<details>\n<summary>${summary[language]}</summary>\n\n${table}\n\n</details>\n\n`;
  return pretty(`${readme.slice(0, start)}${block}${readme.slice(stop)}`, file);
}

/** Path of each document made from the rules → what must stand in it. */
export async function ruleDocuments(): Promise<Map<string, string>> {
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  return new Map([
    ['docs/rules.md', await rulesPage()],
    ['README.md', await withRules(read('README.md'), 'README.md', 'zh')],
    ['README.en.md', await withRules(read('README.en.md'), 'README.en.md', 'en')],
  ]);
}

function ruleSection(rule: RuleDescription): string {
  const { id, title, reason, remedy, example } = rule;
  return `### ${id}

**${markdownText(title.zh)}** / **${markdownText(title.en)}**

- 级别 / Severity：${severity(rule)}；范围 / Scope：${both(scope(rule))}
- 为什么：${markdownText(reason.zh)}
- 怎样改：${markdownText(remedy.zh)}
- Why: ${markdownText(reason.en)}
- What to do: ${markdownText(remedy.en)}

${exampleMarkdown(example, `不对 / Wrong（\`${example.file}\`）：`, '对 / Right：')}`;
}

function severity({ severity: level, core }: RuleDescription): string {
  const words = severityWords[level];
  return both(core ? { zh: `${words.zh}，核心`, en: `${words.en}, core` } : words);
}

function scope(description: RuleDescription): Bilingual {
  const rule = rules.find(({ id }) => id === description.id);
  if (rule) {
    const names = rule.editions ?? ['working', 'in-force'];
    return {
      zh: names.map((name) => editions[name].zh).join('、'),
      en: names.map((name) => editions[name].en).join(', '),
    };
  }
  if (description === outputRule || description === profileRule) return { zh: '生成的网页', en: 'the built pages' };
  if (description === notedLedgerRule) return { zh: 'verify --expect', en: 'verify --expect' };
  return loaderRules.includes(description)
    ? { zh: '载入的文件', en: 'files as they are loaded' }
    : { zh: '检查的设置和豁免', en: 'settings of the checks and waivers' };
}

/** Chinese, then English. */
function both({ zh, en }: Bilingual): string {
  return `${zh} / ${en}`;
}

function row(...cells: string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

async function pretty(markdown: string, file: string): Promise<string> {
  const path = join(root, file);
  return format(markdown, { ...(await resolveConfig(path)), filepath: path });
}

if (import.meta.main) {
  for (const [file, text] of await ruleDocuments()) writeFileSync(join(root, file), text);
}
