import { nearest } from '../../handbook/suggest.ts';
import type { Rule } from '../rule.ts';

/** A translation is that of the version in force. */
export const trl01: Rule = {
  id: 'TRL-01',
  severity: 'warning',
  title: { zh: '译文与现行有效版本一致', en: 'A translation is that of the version in force' },
  reason: {
    zh: '译文落后于原文，读译文的人就会按旧规定做。',
    en: 'Readers of a translation that is behind work to the old text.',
  },
  remedy: {
    zh: '按现行版本修改译文，把 version 改为译自的版本；不再需要的译文删除。',
    en: 'Bring the translation up to date and set version to what it translates, or delete it.',
  },
  example: {
    file: 'translations/en/HC-ITSM-B-21.mdx',
    wrong: 'translates: HC-ITSM-B-21   # 现行有效的是 A/2\nversion: A/1',
    right: 'translates: HC-ITSM-B-21\nversion: A/2   # 译文已按 A/2 修改',
  },
  editions: ['in-force'],
  *check(handbook) {
    for (const [number, translations] of handbook.translations) {
      const document = handbook.documents.get(number);
      for (const { data, source } of translations) {
        const near = document ? undefined : nearest(number, handbook.documents.keys());
        if (!document) {
          yield {
            place: source.place(['translates']),
            document: number,
            message: {
              zh: `译文的原文 ${number} 不是现行有效的文件`,
              en: `${number}, which this translates, is not in force`,
            },
            hint: near ? { zh: `是否想写 ${near}？`, en: `Did you mean ${near}?` } : undefined,
          };
        } else if (data.version !== document.data.version) {
          yield {
            place: source.place(['version']),
            document: number,
            message: {
              zh: `译文译自 ${data.version}，现行有效的是 ${document.data.version}`,
              en: `This translates ${data.version}; ${document.data.version} is in force`,
            },
          };
        }
      }
    }
  },
};
