/** What the loader reports before any rule runs; the code that finds it stands in src/handbook. */
import type { RuleDescription } from './rule.ts';

export const loaderRules: readonly RuleDescription[] = [
  {
    id: 'LED-01',
    severity: 'error',
    core: true,
    title: {
      zh: '发布台账能读，并与历史文件夹对应',
      en: 'The ledger can be read and lists what is in the history',
    },
    reason: {
      zh: '台账说明每个版本由谁、何时批准。台账的一行读不出、不是命令写入的样子，或历史中有台账和哈希值都不管的文件，就什么也证明不了。',
      en: 'The ledger says who approved each version, and when. A line that cannot be read or is not as a command writes it, or a file that neither ledger nor hash covers, proves nothing.',
    },
    remedy: {
      zh: '台账和 history 只由 handbook release 和 approve 写入：用 git 恢复，多出来的文件删除。',
      en: 'Only handbook release and approve write the ledger and the history: restore them from git, delete what does not belong there.',
    },
    example: {
      file: 'history/ledger.yaml',
      wrong: '- {"number":"HC-ITSM-B-21","version":"A/2", （手工改过，不再是 JSON）',
      right: '- {"number":"HC-ITSM-B-21","version":"A/2","kind":"procedure","prepared":…,"previous":"0b9c…"}',
    },
  },
  {
    id: 'SRC-01',
    severity: 'error',
    core: true,
    title: { zh: '文件能读', en: 'Files can be read' },
    reason: {
      zh: '内容文件夹不存在或是空的、缺少 handbook.yaml、文件不是 UTF-8 编码时，无从检查。',
      en: 'Nothing can be judged when the content folder is missing or empty, handbook.yaml is missing, or a file is not UTF-8.',
    },
    remedy: {
      zh: '用 --content 指出内容文件夹；从示例复制 handbook.yaml；在编辑器中以 UTF-8 编码另存（旧文件多为 GBK）。',
      en: 'Name the folder with --content; copy handbook.yaml from the sample; save the file as UTF-8 (older ones are often GBK).',
    },
    example: {
      file: 'handbook.yaml',
      wrong: '（content/ 中没有 handbook.yaml）',
      right: 'organisation:\n  name: { zh: 衡川信息技术有限公司, en: Hengchuan Information Technology }\n…',
    },
  },
  {
    id: 'SRC-02',
    severity: 'error',
    core: true,
    title: { zh: 'YAML 没有语法错误', en: 'The YAML has no syntax errors' },
    reason: {
      zh: '一处缩进或引号写错，整个文件的数据都读不出来。',
      en: 'One wrong indentation or quote, and nothing of the file can be read.',
    },
    remedy: {
      zh: '改正所指的一行：用空格缩进，不用制表符；引号成对；含“: ”或“#”的文字加引号。',
      en: 'Mend the line named: indent with blanks, not tabs; close quotes; put text with “: ” or “#” in quotes.',
    },
    example: {
      file: 'forms/HC-ITSM-D-21-01.yaml',
      wrong: 'title: { zh: 事件记录单, en: Incident record',
      right: 'title: { zh: 事件记录单, en: Incident record }',
    },
  },
  {
    id: 'SRC-03',
    severity: 'error',
    core: true,
    title: { zh: '数据符合规定的结构', en: 'Data keep to their schema' },
    reason: {
      zh: '写错的键不会自己报错：没有这项检查，缺少的批准日期就会悄悄消失。',
      en: 'A misspelt key does not complain by itself: without this check an approval date would silently be lost.',
    },
    remedy: {
      zh: '按提示改正键名、补上缺少的键或改正取值；日期写作 2026-03-01。',
      en: 'Follow the hint: correct the key, add what is missing, or correct the value; days are written 2026-03-01.',
    },
    example: {
      file: 'procedures/HC-ITSM-B-21.mdx',
      wrong: 'reviewMonth: 12\neffective: 2026-02-30',
      right: 'reviewMonths: 12\neffective: 2026-02-28',
    },
  },
  {
    id: 'SRC-04',
    severity: 'error',
    core: true,
    title: { zh: '正文是允许的 MDX', en: 'The text is MDX that is allowed' },
    reason: {
      zh: '“<”和“{”在 MDX 中有特殊含义；手册是数据，不允许 import、export 和表达式，这样文件就不能在生成时运行代码。',
      en: '“<” and “{” are special in MDX. A handbook is data: import, export and expressions are refused, so that no document can run code.',
    },
    remedy: {
      zh: '把 <4 小时 写成“少于 4 小时”或 &lt;4 小时，{P1} 写成 P1；删除 HTML 标签、注释和代码。',
      en: 'Write “less than 4 h” or &lt;4 h for <4 h, and P1 for {P1}; delete HTML tags, comments and code.',
    },
    example: {
      file: 'procedures/HC-ITSM-B-21.mdx',
      wrong: '{P1} 级事件的解决时间 <4 小时。<br>',
      right: 'P1 级事件的解决时间少于 4 小时。',
    },
  },
  {
    id: 'SRC-05',
    severity: 'error',
    core: true,
    title: { zh: '组件和属性都存在', en: 'Components and their props exist' },
    reason: {
      zh: '只有编写指南列出的组件可用，属性逐一核对；写错的组件在读者面前什么也不显示。',
      en: 'Only the documented components exist, each prop is checked; a misspelt one would show nothing to readers.',
    },
    remedy: {
      zh: '按提示改正组件名或属性；组件单独成段，前后各空一行。',
      en: 'Correct the component or prop as the hint says; a component stands between empty lines.',
    },
    example: {
      file: 'manual/HC-ITSM-A-01/8.6.mdx',
      wrong: '<DocumentLst kind="form" />',
      right: '<DocumentList kind="form" />',
    },
  },
  {
    id: 'SRC-06',
    severity: 'error',
    core: true,
    title: { zh: '文件放在该放的地方，标识不重复', en: 'Files stand where they belong, and no id stands twice' },
    reason: {
      zh: '放错文件夹、扩展名写成 .md、.yml 或 .MDX 的文件不会被读到，Word 文件和图片不会发布；重复的标识使引用不知道指的是谁。',
      en: 'A file in the wrong folder, or ending in .md, .yml or .MDX, would be passed over, and Word files and pictures are not published; with an id given twice no reference is certain.',
    },
    remedy: {
      zh: '移到对应的文件夹，扩展名用 .mdx 或 .yaml；手册的部分列入 parts；重复的标识改名。',
      en: 'Move it to its folder and end it in .mdx or .yaml; list parts of the manual in parts; rename one of the ids.',
    },
    example: {
      file: 'manual/HC-ITSM-A-01/index.mdx',
      wrong: 'parts: ["0.1", "0.2", "1"]   # 文件夹中有 0.3.mdx',
      right: 'parts: ["0.1", "0.2", "0.3", "1"]',
    },
  },
];

/** What the loader reports of files that it then leaves out. */
export const unreadRules: ReadonlySet<string> = new Set(
  loaderRules.map(({ id }) => id).filter((id) => id.startsWith('SRC-')),
);
