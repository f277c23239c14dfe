/** The rules by what they are about, which the letters of their ids tell. */
import type { Bilingual } from '../schema/primitives.ts';
import { catalogue } from './catalogue.ts';
import type { RuleDescription } from './rule.ts';

/** Letters of an id → what these rules are about, in the order in which lists of rules show them. */
export const families: Readonly<Record<string, Bilingual>> = {
  MAP: { zh: '条款落实', en: 'Clauses' },
  ROL: { zh: '角色与人员', en: 'Roles and people' },
  RAC: { zh: '职责分工', en: 'Who does what' },
  ORG: { zh: '组织', en: 'Organisation' },
  NUM: { zh: '编号与名称', en: 'Numbers and titles' },
  VER: { zh: '版本与更改', en: 'Versions and changes' },
  APP: { zh: '审核与批准', en: 'Approval' },
  DAT: { zh: '日期与周期', en: 'Dates and intervals' },
  REV: { zh: '评审与修订', en: 'Reviews and revisions' },
  LED: { zh: '发布台账', en: 'The ledger' },
  SIG: { zh: '签名', en: 'Signatures' },
  STR: { zh: '结构', en: 'Structure' },
  REF: { zh: '引用', en: 'References' },
  TXT: { zh: '文字', en: 'Texts' },
  TRL: { zh: '译文', en: 'Translations' },
  CLS: { zh: '密级', en: 'Classification' },
  OBJ: { zh: '目标与指标', en: 'Objectives' },
  REC: { zh: '记录', en: 'Records' },
  SRV: { zh: '服务', en: 'Services' },
  DIS: { zh: '分发与回收', en: 'Distribution' },
  SRC: { zh: '源文件', en: 'Source files' },
  CHK: { zh: '检查的设置', en: 'Settings of the checks' },
  WAV: { zh: '豁免', en: 'Waivers' },
};

export interface Family {
  /** `MAP` */
  id: string;
  title: Bilingual;
  /** In the order of their ids. */
  rules: RuleDescription[];
}

/** The letters of the id of a rule: `MAP` of `MAP-01`. */
export function familyOf(id: string): string {
  return id.split('-')[0] as string;
}

/** The whole catalogue by family; families without a rule are left out. */
export function rulesByFamily(): Family[] {
  const groups = Map.groupBy(catalogue.values(), ({ id }) => familyOf(id));
  return Object.entries(families).flatMap(([id, title]) => {
    const rules = groups.get(id);
    return rules ? [{ id, title, rules }] : [];
  });
}
