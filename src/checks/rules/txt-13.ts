import { contentPath } from '../../control/plan.ts';
import type { Handbook } from '../../handbook/graph.ts';
import type { SourceFile, YamlPath } from '../../handbook/source.ts';
import { kinds } from '../../schema/documents.ts';
import type { Report, Rule } from '../rule.ts';

/** Word turns quotes into curly ones, which are letters of the value to YAML. */
export const txt13: Rule = {
  id: 'TXT-13',
  severity: 'warning',
  title: { zh: '数据的引号是半角的', en: 'Values are quoted with straight quotes' },
  reason: {
    zh: '“”‘’不是 YAML 的引号，会成为内容的一部分：名称多出一对引号，《》中的引用就对不上。从 Word 粘贴时最常见。',
    en: '“” and ‘’ are no quotes to YAML but part of the value: a title with a pair of them is found by no reference in 《》. They mostly come from Word.',
  },
  remedy: {
    zh: '改成半角引号，或不写引号；引号本身要显示的，外面再加一对半角引号。',
    en: 'Write straight quotes, or none; where the quotes are to be shown, put straight ones around them.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: 'title: { zh: “事件管理程序”, en: ‘Incident management’ }',
    right: "title: { zh: '事件管理程序', en: 'Incident management' }",
  },
  // A released text stays as it is; its working text tells.
  editions: ['working'],
  *check(handbook) {
    const numbers = numbersOf(handbook);
    for (const source of handbook.sources) {
      // Of what cannot be read for its quotes that is said already (SRC-02).
      if (!numbers.has(source) && !isReadOtherwise(handbook, source)) continue;
      for (const report of judge(source)) yield { ...report, document: numbers.get(source) };
    }
  },
};

function numbersOf({ documents }: Handbook): Map<SourceFile, string> {
  return new Map([...documents.values()].flatMap(({ number, parts }) => parts.map(({ source }) => [source, number])));
}

/** True for a file that is no document and could be read. */
function isReadOtherwise(handbook: Handbook, { file }: SourceFile): boolean {
  const path = contentPath(handbook, file);
  return !handbook.unread.has(path) && !Object.values(kinds).some(({ folder }) => path.startsWith(`${folder}/`));
}

/** Wherever a value may begin: most files are done with this. */
const hint = /[:,[{-]\s*[“‘]/;
const quoted = /^[“‘]([^“”‘’]*)[”’]$/;

/** One report for each line. */
function judge(source: SourceFile): Report[] {
  if (!hint.test(source.yaml)) return [];
  const { value } = source.data();
  const lines = source.text.split('\n');
  const columns = new Map<number, { column: number; text: string }[]>();
  for (const { path, text } of strings(value, [])) {
    if (!quoted.test(text)) continue;
    const { line, column } = source.place(path);
    // Within straight quotes they are meant to be shown.
    if (!lines[line - 1]?.startsWith(text, column - 1)) continue;
    columns.set(line, [...(columns.get(line) ?? []), { column, text }]);
  }
  return [...columns].map(([line, values]) => {
    const right = values.reduce((all, { text }) => all.replace(text, straight(text)), lines[line - 1]!).trim();
    return {
      place: { file: source.file, line, column: values[0]!.column },
      message: {
        zh: `${values[0]!.text} 的引号是全角的，会成为内容的一部分`,
        en: `The quotes of ${values[0]!.text} are curly and become part of the value`,
      },
      hint: {
        zh: `改成半角引号：${right}；引号要显示的，外面再加一对半角引号。`,
        en: `Write straight quotes: ${right}. If they are to be shown, put straight ones around them.`,
      },
    };
  });
}

function straight(text: string): string {
  const inner = text.slice(1, -1);
  return inner.includes("'") ? `"${inner}"` : `'${inner}'`;
}

function* strings(value: unknown, path: YamlPath): Generator<{ path: YamlPath; text: string }> {
  if (typeof value === 'string') yield { path, text: value };
  if (!value || typeof value !== 'object') return;
  for (const [key, item] of Object.entries(value)) {
    yield* strings(item, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}
