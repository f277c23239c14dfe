import type { Handbook } from '../../handbook/graph.ts';
import { codeOf, invisibleIn, nameOf } from '../../handbook/invisible.ts';
import { linePositions } from '../../handbook/line-positions.ts';
import type { SourceFile } from '../../handbook/source.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import type { Report, Rule } from '../rule.ts';

/**
 * No file holds characters that nobody sees, or that show on some computers only. Wide blanks, the joiners of emoji and
 * the selectors of variants are characters like others, and are left alone.
 */
export const txt11: Rule = {
  id: 'TXT-11',
  severity: 'error',
  title: { zh: '没有看不见的字符和私用区字符', en: 'No invisible characters, and none for private use' },
  reason: {
    zh: '从 Word 或网页粘贴来的零宽空格、软连字符等谁也看不见，却使名称对不上、搜索不到；Word 的符号在别的电脑上是方框。',
    en: 'Zero width spaces and soft hyphens come along from Word and web pages. Nobody sees them, but names no longer agree and a search finds nothing; symbols of Word are boxes on other computers.',
  },
  remedy: {
    zh: '删除这些字符；项目符号写成列表“- ”。生僻字只能用私用区字符的，登记豁免。',
    en: 'Delete them; write bullets as a list, “- ”. Where a rare character of a name has no other code, register a waiver.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: '见《事件<U+200B>管理程序》。',
    right: '见《事件管理程序》。',
  },
  *check(handbook) {
    for (const [source, document] of files(handbook)) {
      for (const report of judge(source)) {
        // What was released stays as it is until its next version.
        yield { ...report, document, ...(handbook.edition === 'in-force' && { atMost: 'warning' as const }) };
      }
    }
  },
};

/** All files as they stand, those that cannot be read too; of the graph in force the documents. */
function files({ edition, documents, sources }: Handbook): Iterable<readonly [SourceFile, string | undefined]> {
  const texts = new Map<SourceFile, string>();
  for (const { number, parts } of documents.values()) for (const { source } of parts) texts.set(source, number);
  return edition === 'in-force' ? texts : sources.map((source) => [source, texts.get(source)]);
}

/** Beyond these the lines are not listed. */
const listed = 8;

/** One report for each character of a file: it comes in dozens. */
function judge(source: SourceFile): Report[] {
  const { file, text, yaml, yamlLine } = source;
  const found = invisibleIn(text);
  if (!found.length) return [];
  const yamlEnd = yamlLine + yaml.split('\n').length;
  const placeAt = linePositions(text);
  // YAML cannot be read with them, which is reported as such (SRC-02).
  const isRefused = (character: string, line: number) =>
    line < yamlEnd && /[\0-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/.test(character);
  const placed = found
    .map(({ character, index }) => ({ character, place: { file, ...placeAt(index) } }))
    .filter(({ character, place }) => !isRefused(character, place.line));
  return [...Map.groupBy(placed, ({ character }) => character)].map(([character, own]) => ({
    place: own[0]!.place,
    message: message(character, own.length),
    hint: hint(character, [...new Set(own.map(({ place }) => place.line))]),
  }));
}

function message(character: string, count: number): Bilingual {
  const { zh, en } = nameOf(character);
  const what = isBullet(character)
    ? { zh: ` Word 的项目符号 ${codeOf(character)}`, en: `a bullet of Word, ${codeOf(character)}` }
    : /[\p{Co}\ufffd]/u.test(character)
      ? { zh: `字符 ${zh}`, en: `the character ${en}` }
      : { zh: `看不见的字符 ${zh}`, en: `the invisible character ${en}` };
  return {
    zh: `这里有${what.zh}${count > 1 ? `，本文件共 ${count} 处` : ''}`,
    en: `Here stands ${what.en}${count > 1 ? `, one of ${count} in this file` : ''}`,
  };
}

const isBullet = (character: string): boolean => /[\uf0b7\uf0a7\uf06c\uf0d8\uf0fc]/.test(character);

function hint(character: string, lines: number[]): Bilingual {
  const more = lines.length > listed;
  const where =
    lines.length > 1
      ? {
          zh: `在第 ${lines.slice(0, listed).join('、')} 行${more ? '等处' : ''}。`,
          en: ` Lines ${lines.slice(0, listed).join(', ')}${more ? ' …' : ''}.`,
        }
      : { zh: '', en: '' };
  const { zh, en } = todo(character);
  return { zh: `${zh}${where.zh}`, en: `${en}${where.en}` };
}

function todo(character: string): Bilingual {
  if (isBullet(character)) return { zh: '写成列表：“- ”。', en: 'Write a list: “- ”.' };
  if (character === '\ufffd') return { zh: '写上原来的字。', en: 'Write what stood there.' };
  if (/[\x0b\u2028\u2029]/.test(character)) return { zh: '改成换行。', en: 'Write a line break.' };
  if (/\p{Co}/u.test(character)) {
    return {
      zh: '多数电脑显示为方框：换成通用的字符，或删除。',
      en: 'Most computers show a box: write a common character, or delete it.',
    };
  }
  const code = character.codePointAt(0)!.toString(16).padStart(4, '0');
  return {
    zh: `删除它；看不见时，在编辑器中用正则表达式 \\u${code} 查找。`,
    en: `Delete it. To find what cannot be seen, search your editor for the regular expression \\u${code}.`,
  };
}
