/** Prints docs/rules.md, made from the rules themselves: `npx node scripts/rules-table.ts > docs/rules.md`. */
import { format, resolveConfig } from 'prettier';
import { rules } from '../src/checks/registry.ts';
import type { Edition, Severity } from '../src/handbook/finding.ts';
import type { Bilingual } from '../src/schema/primitives.ts';

/** What is reported before or after the rules run, so that no rule stands behind it. */
const others: { id: string; by: Bilingual; title: Bilingual; when: Bilingual }[] = [
  {
    id: 'SRC-01',
    by: { zh: '载入', en: 'loader' },
    title: { zh: '文件能读', en: 'Files can be read' },
    when: {
      zh: '内容文件夹不存在或是空的；缺少 `handbook.yaml`；文件不是 UTF-8 编码。',
      en: 'The content folder is missing or empty; `handbook.yaml` is missing; a file is not UTF-8.',
    },
  },
  {
    id: 'SRC-02',
    by: { zh: '载入', en: 'loader' },
    title: { zh: 'YAML 没有语法错误', en: 'The YAML has no syntax errors' },
    when: {
      zh: 'YAML 文件或 front matter 无法解析，例如缩进用了制表符、引号不成对。',
      en: 'A YAML file or a front matter cannot be parsed: tabs as indentation, unpaired quotes …',
    },
  },
  {
    id: 'SRC-03',
    by: { zh: '载入', en: 'loader' },
    title: { zh: '数据符合规定的结构', en: 'Data keep to their schema' },
    when: {
      zh: '未知的键（提示最接近的键）、缺少的键、类型不对、取值不在允许之列、日期不存在、编号写法不对。',
      en: 'An unknown key (with the nearest known one), a missing key, a wrong type or value, a day that does not exist, a malformed number.',
    },
  },
  {
    id: 'SRC-04',
    by: { zh: '载入', en: 'loader' },
    title: { zh: '正文是允许的 MDX', en: 'The text is MDX that is allowed' },
    when: {
      zh: '`<4 小时`、`{P1}`、`<br>`、`<!-- -->`、`<变量>`、`<https://…>`、`import`、`export`、没有结束的组件。',
      en: '`<4 h`, `{P1}`, `<br>`, `<!-- -->`, `<变量>`, `<https://…>`, `import`, `export`, a component that is not closed.',
    },
  },
  {
    id: 'SRC-05',
    by: { zh: '载入', en: 'loader' },
    title: { zh: '组件和属性都存在', en: 'Components and their props exist' },
    when: {
      zh: '未知的组件或 HTML 标签；缺少的、未知的或取值不对的属性。',
      en: 'An unknown component or an HTML tag; a prop that is missing, unknown or has a wrong value.',
    },
  },
  {
    id: 'SRC-06',
    by: { zh: '载入', en: 'loader' },
    title: { zh: '文件放在该放的地方，标识不重复', en: 'Files stand where they belong, and no id stands twice' },
    when: {
      zh: '文件不在任何已知的文件夹中；扩展名是 `.md`、`.yml`；文件夹没有 `index.mdx`；`parts` 中的一项没有文件，或文件没有列入 `parts`；标准、条款、角色、部门、人员的标识重复；条款目录的 `parent` 不存在或成环。',
      en: 'A file in no known folder, or ending in `.md` or `.yml`; a folder without `index.mdx`; an entry of `parts` without a file, or a file that is not in `parts`; an id of a standard, clause, role, department or person given twice; a `parent` in a clause catalogue that is missing or leads back.',
    },
  },
  {
    id: 'LED-01',
    by: { zh: '载入', en: 'loader' },
    title: { zh: '发布台账能读，并与历史文件夹对应', en: 'The ledger can be read and lists what is in the history' },
    when: {
      zh: '台账的一行不是规定的 JSON；`history/` 中的文件夹不在台账中。',
      en: 'A line of the ledger is not the JSON it should be; a folder of `history/` is not in the ledger.',
    },
  },
  {
    id: 'REF-09',
    by: { zh: '生成后', en: 'after the build' },
    title: { zh: '生成的网页没有断链', en: 'The built pages have no broken links' },
    when: {
      zh: '`build` 生成的网页中，站内链接没有网页或锚点，链接指向网站以外的路径，或地址的协议不允许。此时不替换原来的网站。',
      en: 'In the output of `build`, an internal link has no page or anchor, leads out of the site, or has a scheme that is not allowed. The old site then stays.',
    },
  },
];

const severities: Record<Severity, Bilingual> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
};

const editions: Record<Edition, Bilingual> = {
  working: { zh: '编辑稿', en: 'working' },
  'in-force': { zh: '现行有效', en: 'in force' },
};

/** Chinese, then English. */
function both({ zh, en }: Bilingual): string {
  return `${zh} / ${en}`;
}

function row(...cells: string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function editionNames(names: readonly Edition[] = ['working', 'in-force']): string {
  return both({
    zh: names.map((name) => editions[name].zh).join('、'),
    en: names.map((name) => editions[name].en).join(', '),
  });
}

const markdown = `
# 检查规则 / Rules

<!-- 由 scripts/rules-table.ts 生成，请勿手工修改。 Made by scripts/rules-table.ts; do not edit. -->

\`npm run handbook -- check\` 运行全部规则；\`npm run handbook -- explain <规则>\` 说明一条规则。错误使 \`check\` 和 \`build\` 不通过；警告只在 \`--strict\` 时使其不通过；提示从不影响结果。“范围”是规则检查的内容：编辑稿（文件夹中的文本）、现行有效（已发布并已实施的文本），或两者；LED-02、VER-05 和 VER-07 检查全部历史版本。

\`npm run handbook -- check\` runs all rules; \`npm run handbook -- explain <RULE>\` explains one. Errors make \`check\` and \`build\` fail; warnings only with \`--strict\`; infos never. The scope says what a rule looks at: the working texts, the releases in force, or both; LED-02, VER-05 and VER-07 look at every release there is.

## 规则 / Rules

${row('规则 / Rule', '级别 / Severity', '要求', 'What must be true')}
| --- | --- | --- | --- |
${rules
  .map(({ id, severity, title }) =>
    row(`[${id}](#${id.toLowerCase()})`, both(severities[severity]), title.zh, title.en),
  )
  .join('\n')}

## 载入和输出的检查 / Faults of the loader and of the output

这些问题由载入程序或输出检查直接报告，级别都是错误。它们不在 \`explain\` 的清单中；载入的问题在结果中写明怎样改。

These are reported by the loader or by the check of the output, always as errors. \`explain\` does not list them; the findings of the loader say what to do.

${row('编号 / Id', '来源 / Reported by', '要求 / What must be true', '何时报告', 'When')}
| --- | --- | --- | --- | --- |
${others.map(({ id, by, title, when }) => row(id, both(by), both(title), when.zh, when.en)).join('\n')}

编号重复（同一编号有两个文件）也由载入程序报告，编号是 NUM-01。

A number that two files share is reported by the loader, too, as NUM-01.

## 逐条说明 / One by one

${rules
  .map(
    ({ id, severity, title, reason, remedy, editions: scope }) => `### ${id}

**${title.zh}** / **${title.en}**

- 级别 / Severity：${both(severities[severity])}；范围 / Scope：${editionNames(scope)}
- 为什么：${reason.zh}
- 怎样改：${remedy.zh}
- Why: ${reason.en}
- Remedy: ${remedy.en}`,
  )
  .join('\n\n')}
`;

const file = 'docs/rules.md';
process.stdout.write(await format(markdown, { ...(await resolveConfig(file)), filepath: file }));
