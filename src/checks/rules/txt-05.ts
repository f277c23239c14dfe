import type { Document } from '../../handbook/graph.ts';
import type { Report, Rule } from '../rule.ts';
import { isUnfinished, placeholders } from '../unfinished.ts';

/** No placeholders are left in the text (brief, seeds). */
export const txt05: Rule = {
  id: 'TXT-05',
  severity: 'error',
  title: { zh: '文件中没有占位文字', en: 'No placeholders are left' },
  reason: {
    zh: '“XX部”“20XX年”“待定”这样的文字说明文件没有写完就发布了。',
    en: '“XX”, “20XX” or “TBD” show that a document was released before it was finished.',
  },
  remedy: {
    zh: '写上真实的内容；要提到占位文字本身，写成 `XX`。',
    en: 'Write what is true; to speak of a placeholder write it as code, `XX`.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: '重大事件由 XX 部张三报告总经理，时限待定。',
    right: '重大事件经理在宣布后 30 分钟内向总经理报告。',
  },
  *check(handbook, library) {
    for (const document of handbook.documents.values()) {
      if (isUnfinished(library.working, document)) {
        yield summary(document);
        continue;
      }
      for (const { source } of document.parts) {
        for (const { text, line, column } of placeholders(source)) {
          yield {
            place: { file: source.file, line, column },
            document: document.number,
            message: { zh: `“${text}”是占位文字`, en: `“${text}” is a placeholder` },
          };
        }
      }
    }
  },
};

/** More lines than these nobody reads in a hint. */
const listed = 12;

/** A draft is full of them: one report with the number of those that are left says more than one for each. */
function summary(document: Document): Report {
  const files = document.parts.map(({ source }) => ({ file: source.file, found: placeholders(source) }));
  const left = files.filter(({ found }) => found.length);
  const count = left.reduce((sum, { found }) => sum + found.length, 0);
  const [{ file, found }] = left as [(typeof left)[0]];
  const all = [...new Set(found.map(({ line }) => line))];
  const lines = all.slice(0, listed);
  const [more, others] = [all.length > listed, left.length - 1];
  return {
    place: { file, line: found[0]!.line, column: found[0]!.column },
    document: document.number,
    message: {
      zh: `草稿还没有写完：有 ${count} 处占位文字，第一处是“${found[0]!.text}”`,
      en: `The draft is unfinished: ${count} placeholders are left, the first is “${found[0]!.text}”`,
    },
    hint: {
      zh: `写完才能发布。在第 ${lines.join('、')} 行${more ? '等处' : ''}${others ? `，另有 ${others} 个文件` : ''}。`,
      en: `Fill them in before the release: lines ${lines.join(', ')}${more ? ' …' : ''}${others ? `, and in ${others} more files` : ''}.`,
    },
  };
}
