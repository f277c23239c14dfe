import type { Rule } from '../rule.ts';

/** ISO/IEC 20000-1 permits no exclusion in clauses 4–10 (design.md §4.8). */
export const map08: Rule = {
  id: 'MAP-08',
  severity: 'error',
  core: true,
  title: { zh: '不允许删减的标准没有删减', en: 'Nothing is excluded where the standard permits no exclusion' },
  reason: {
    zh: 'ISO/IEC 20000-1:2018 第 4 至 10 章的要求全部适用，删减后不能声明符合。',
    en: 'All requirements of ISO/IEC 20000-1:2018, clauses 4 to 10, apply; with an exclusion conformity cannot be claimed.',
  },
  remedy: { zh: '删除 handbook.yaml 中的这条删减。', en: 'Delete the exclusion from handbook.yaml.' },
  example: {
    file: 'handbook.yaml',
    wrong:
      'standards:\n  - id: iso20000-1:2018\n    exclusions:\n      - { clause: iso20000-1:2018/8.3.4.2, justification: 没有内部供应商, approved: gu-zhiyuan, until: 2026-12-31 }',
    right: 'standards:\n  - id: iso20000-1:2018',
  },
  *check(handbook) {
    for (const [index, { id, exclusions }] of handbook.settings.standards.entries()) {
      const standard = handbook.standards.get(id);
      if (!standard) {
        yield {
          place: handbook.settingsSource.place(['standards', index, 'id']),
          message: { zh: `没有标准“${id}”的条款目录`, en: `There is no catalogue of the standard “${id}”` },
          hint: {
            zh: `standards 文件夹中有：${[...handbook.standards.keys()].join('、')}。`,
            en: `The folder standards has: ${[...handbook.standards.keys()].join(', ')}.`,
          },
        };
        continue;
      }
      if (standard.data.exclusions === 'justified') continue;
      for (const [row, exclusion] of exclusions.entries()) {
        yield {
          place: handbook.settingsSource.place(['standards', index, 'exclusions', row]),
          clause: exclusion.clause,
          message: {
            zh: `${standard.data.reference} 不允许删减条款，现删减了 ${exclusion.clause}`,
            en: `${standard.data.reference} permits no exclusion, but ${exclusion.clause} is excluded`,
          },
          hint: {
            zh: '删除这条删减；由其他方承担的要求也要落实，在程序中写明如何控制。',
            en: 'Delete the exclusion; what another party does must be controlled: say how in a procedure.',
          },
        };
      }
    }
  },
};
