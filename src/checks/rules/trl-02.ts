import { anchorsOf } from '../../handbook/link.ts';
import type { Document, Translation } from '../../handbook/graph.ts';
import type { Rule } from '../rule.ts';

/** A translation has the sections of its document, the generated ones too: it is shown instead of them. */
export const trl02: Rule = {
  id: 'TRL-02',
  severity: 'warning',
  title: { zh: '译文有原文的全部章节', en: 'A translation has all sections of its document' },
  reason: {
    zh: '译文在另一种语言的界面上代替原文显示，缺少的章节读者看不到，也不知道缺少。',
    en: 'A translation is shown in the place of the document: what it lacks its readers neither see nor miss.',
  },
  remedy: {
    zh: '把缺少的章节译出，标题的编号与原文相同；程序中由文件开头的数据生成的章节（2、3、6、7）也要译出。',
    en: 'Translate what is missing under headings with the numbers of the document; also the sections 2, 3, 6 and 7 of a procedure, which are generated there.',
  },
  example: {
    file: 'translations/en/HC-ITSM-A-02.mdx',
    wrong: '## 1 Purpose\n\n…\n\n## 3 Policy\n\n…',
    right: '## 1 Purpose\n\n…\n\n## 2 Scope\n\n…\n\n## 3 Policy\n\n…',
  },
  editions: ['in-force'],
  *check(handbook) {
    for (const [number, translations] of handbook.translations) {
      const document = handbook.documents.get(number);
      if (!document) continue;
      for (const translation of translations) {
        // One that is behind lacks what is new for that reason; TRL-01 says so.
        if (translation.data.version !== document.data.version) continue;
        const missing = missingSections(document, translation);
        if (!missing.length) continue;
        const some = missing.slice(0, listed);
        const isCut = missing.length > listed;
        yield {
          place: translation.source.place(['translates']),
          document: number,
          message: {
            zh: `译文缺少原文的章节 ${some.join('、')}${isCut ? ` 等 ${missing.length} 个` : ''}`,
            en: `The translation lacks ${missing.length > 1 ? 'sections' : 'section'} ${some.join(', ')}${isCut ? ` … (${missing.length})` : ''} of the document`,
          },
        };
      }
    }
  },
};

/** Beyond these they are only counted. */
const listed = 8;

/** The numbers of the sections that are missing, without those below a missing one. */
function missingSections(document: Document, { body }: Translation): string[] {
  const [main] = document.parts;
  // A manual has only its main file translated.
  const wanted = [...anchorsOf({ ...document, parts: [main!] }).keys()].filter((id) => /^\d+(?:\.\d+)*$/.test(id));
  const present = new Set(body.sections.map(({ number }) => number));
  const missing = wanted.filter((number) => !present.has(number));
  return missing
    .filter((number) => !missing.some((above) => number.startsWith(`${above}.`)))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}
