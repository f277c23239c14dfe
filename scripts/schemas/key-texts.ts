/** What the keys and values of content files mean, for the hovers and completions of an editor. */
import type { Bilingual } from '../../src/schema/primitives.ts';
import { documentKeys } from './document-keys.ts';
import { settingKeys } from './setting-keys.ts';
import { registerKeys } from './register-keys.ts';

/** Chinese, then English. */
export type Text = readonly [zh: string, en: string];

const texts: Readonly<Record<string, Text>> = { ...settingKeys, ...documentKeys, ...registerKeys };

/**
 * What a key means. Texts stand under as much of the path as is needed: `version` for any file, `changes.version` for
 * that below `changes`, `translation.version` for that of a translation; the longest that fits counts.
 * @param path name of the kind of file, then the keys
 */
export function keyText(path: readonly string[]): Bilingual | undefined {
  for (let start = 0; start < path.length; start += 1) {
    const key = path.slice(start).join('.');
    if (Object.hasOwn(texts, key)) return bilingual(texts[key]!);
  }
  return undefined;
}

const values: Readonly<Record<string, Text>> = {
  manual: ['手册', 'manual'],
  policy: ['方针策略', 'policy'],
  matrix: ['职责分配表', 'responsibility matrix'],
  procedure: ['程序文件', 'procedure'],
  instruction: ['作业指导书', 'work instruction'],
  plan: ['计划与协议', 'plan or agreement'],
  form: ['记录表单', 'record form'],
  controlled: ['受控', 'controlled'],
  uncontrolled: ['不受控', 'uncontrolled'],
  prepared: ['编制', 'prepared'],
  reviewed: ['审核', 'reviewed'],
  approved: ['批准', 'approved'],
  'zh-CN': ['中文', 'Chinese'],
  en: ['英文', 'English'],
  'letter-digit': ['A/0、A/1……B/0', 'A/0, A/1 … B/0'],
  decimal: ['1.0、1.1……2.0', '1.0, 1.1 … 2.0'],
  error: ['错误：check 和 build 不通过', 'check and build fail'],
  warning: ['警告：加 --strict 才不通过', 'fails only with --strict'],
  info: ['提示：不影响结果', 'fails nothing'],
  off: ['关闭：不运行', 'is not run'],
  daily: ['每日', 'every day'],
  weekly: ['每周', 'every week'],
  monthly: ['每月', 'every month'],
  quarterly: ['每季度', 'every quarter'],
  'half-yearly': ['每半年', 'every half year'],
  yearly: ['每年', 'every year'],
  'per-event': ['每次', 'each time'],
  text: ['文字', 'text'],
  'long-text': ['大段文字', 'long text'],
  number: ['数字', 'number'],
  date: ['日期', 'date'],
  time: ['时刻', 'time'],
  choice: ['选择（写 choices）', 'choice (give choices)'],
  check: ['勾选', 'check mark'],
  person: ['人员', 'person'],
  table: ['表格（写 columns）', 'table (give columns)'],
  file: ['附件', 'file'],
  electronic: ['电子', 'electronic'],
  paper: ['纸质', 'paper'],
  both: ['电子和纸质', 'electronic and paper'],
  direct: ['★ 领导', '★ directs'],
  lead: ['▲ 主责', '▲ leads'],
  support: ['△ 配合', '△ takes part'],
  none: ['每一条款都适用', 'every clause applies'],
  justified: ['说明理由后可以删减', 'a reasoned exclusion is possible'],
  document: ['保持的文件', 'kept up to date'],
  record: ['保留的记录', 'kept as evidence'],
  major: ['严重不符合', 'major nonconformity'],
  minor: ['一般不符合', 'minor nonconformity'],
  observation: ['观察项', 'observation'],
  system: ['体系的改进', 'the management system'],
  service: ['服务的改进', 'the services'],
  resources: ['资源', 'resources'],
  '>=': ['不低于', 'at least'],
  '<=': ['不高于', 'at most'],
  '=': ['等于', 'exactly'],
  new: ['新建', 'new'],
  revise: ['修订', 'revise'],
  merge: ['合并', 'merge'],
  split: ['拆分', 'split'],
  withdraw: ['作废', 'withdraw'],
  good: ['好', 'good'],
  acceptable: ['可以', 'acceptable'],
  poor: ['差', 'poor'],
  review: ['评审', 'review'],
};

/** What a value of a fixed set means. */
export function valueText(value: string): Bilingual | undefined {
  return Object.hasOwn(values, value) ? bilingual(values[value]!) : undefined;
}

function bilingual([zh, en]: Text): Bilingual {
  return { zh, en };
}
