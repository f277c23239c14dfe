import { basename } from 'node:path';
import { placeInDiagram, type Diagram } from '../../handbook/body.ts';
import type { Place } from '../../handbook/finding.ts';
import type { SourceFile } from '../../handbook/source.ts';
import type { Report, Rule } from '../rule.ts';
import { texts } from '../texts.ts';

/**
 * Each diagram has a name that tells it from the others, for readers who do not see it. A diagram without `accTitle` is
 * named after its section (markdown/transform.ts), which is enough where it is the only one there. Pictures cannot stand
 * in a text at all (SRC-05).
 */
export const txt10: Rule = {
  id: 'TXT-10',
  severity: 'warning',
  title: { zh: '每张图有自己的名称', en: 'Every diagram has a name of its own' },
  reason: {
    zh: '看不到图的读者靠名称知道图说的是什么；两张图同名，就分不出来。',
    en: 'Readers who do not see a diagram know by its name what it is about; two of one name cannot be told apart.',
  },
  remedy: {
    zh: '在图的第二行写 accTitle: 名称，说明图的内容。',
    en: 'Write accTitle: name on the second line of the diagram, saying what it shows.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: '```mermaid\nflowchart TD\n  accTitle: 流程图\n  A["5.1 受理与记录"] --> B["5.2 分类"]\n```',
    right: '```mermaid\nflowchart TD\n  accTitle: 事件管理流程\n  A["5.1 受理与记录"] --> B["5.2 分类"]\n```',
  },
  *check(handbook) {
    const taken = new Map<string | undefined, Map<string, Place>>();
    for (const { body, document, source, isTranslation } of texts(handbook)) {
      // The parts of a document share their names; a translation and a text about a role have their own.
      const key = isTranslation ? source.file : (document ?? source.file);
      const names = taken.get(key) ?? new Map<string, Place>();
      taken.set(key, names);
      const unnamed = new Set<string | undefined>();
      for (const diagram of body.diagrams) {
        const found = judge(source, diagram, names, unnamed);
        if (found) yield { ...found, document };
      }
    }
  },
};

/** Names that say only that there is a diagram. */
const meaningless = /^(?:流程|时序|状态|结构|示意)?图\s*\d*$|^(?:flow ?chart|diagram|figure|graph)\s*\d*$/i;

function judge(
  source: SourceFile,
  diagram: Diagram,
  names: Map<string, Place>,
  unnamed: Set<string | undefined>,
): Report | undefined {
  const lines = diagram.code.split('\n');
  const line = lines.findIndex((text) => /^\s*accTitle\b/.test(text));
  if (line < 0) {
    const isFirst = !unnamed.has(diagram.section);
    unnamed.add(diagram.section);
    if (isFirst) return undefined;
    return {
      place: diagram.place,
      message: {
        zh: '同一节中有几张图，这一张没有名称',
        en: 'There are several diagrams in this section, and this one has no name',
      },
    };
  }
  const name = /^\s*accTitle\s*:?\s*(.*?)\s*$/.exec(lines[line]!)?.[1] ?? '';
  const place = placeInDiagram(source, diagram, line + 1, lines[line]!.search(/\S/) + 1);
  if (!name || meaningless.test(name)) {
    return {
      place,
      message: name
        ? { zh: `图的名称“${name}”没有说明内容`, en: `The name “${name}” does not say what the diagram shows` }
        : { zh: 'accTitle 后面没有名称', en: 'There is no name behind accTitle' },
      hint: { zh: '写明图的内容，如 accTitle: 事件管理流程', en: 'Say what it shows: accTitle: Incident management' },
    };
  }
  const other = names.get(name);
  if (!other) {
    names.set(name, place);
    return undefined;
  }
  const isSameFile = other.file === place.file;
  return {
    place,
    message: {
      zh: `${isSameFile ? '' : `${basename(other.file)} `}第 ${other.line} 行的图也名为“${name}”`,
      en: `The diagram on line ${other.line}${isSameFile ? '' : ` of ${basename(other.file)}`} is named “${name}”, too`,
    },
    hint: {
      zh: '给这张图另取名称（改 accTitle），写出两张图的区别；多余的图删去。',
      en: 'Give this one another name in accTitle that says how the two differ, or delete it if it is one too many.',
    },
  };
}
