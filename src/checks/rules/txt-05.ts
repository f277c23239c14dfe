import type { SourceFile } from '../../handbook/source.ts';
import type { Rule } from '../rule.ts';

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
  *check(handbook) {
    for (const document of handbook.documents.values()) {
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

interface Found {
  text: string;
  line: number;
  column: number;
}

/** What stands in each file, which both graphs share. */
const known = new WeakMap<SourceFile, readonly Found[]>();

function placeholders(source: SourceFile): readonly Found[] {
  const before = known.get(source);
  if (before) return before;
  const lines = hint.test(source.text) ? source.text.split('\n') : [];
  const found = lines.flatMap((line, index) =>
    [...withoutCode(line).matchAll(placeholder)].map((match) => ({
      text: match[0],
      line: index + 1,
      column: match.index + 1,
    })),
  );
  known.set(source, found);
  return found;
}

/** What every placeholder has in it: one quick search of the whole file, which mostly ends the matter. */
const hint = /[Xx×]{2}|20\d[Xx×]|张三|李四|某某|TBD|TODO|FIXME|待定|待补充|待完善/;

/** Not 等待定级, 待定期检查 or 有待完善, which are words of their own. */
const placeholder = new RegExp(
  [
    '(?<![A-Za-z0-9])(?:(?:20)?[Xx×]{2,}|20\\d[Xx×])(?:年|部|公司|人|-[Xx×]+)*(?![A-Za-z0-9])',
    '张三|李四|某某',
    '(?<![A-Za-z])(?:TBD|TODO|FIXME)(?![A-Za-z])',
    '(?<!等)待定(?![级期位稿价岗性点])',
    '(?<![有尚亟等])待(?:补充|完善)',
  ].join('|'),
  'g',
);

/** A line with blanks in place of inline code, which quotes and does not state. */
function withoutCode(line: string): string {
  return line.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length));
}
