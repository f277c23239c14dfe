/** What `handbook diff` prints: front matter, text, and whether the change record tells of it. */
import { recordAgreement } from '../checks/record-agreement.ts';
import { painter } from '../checks/report/text.ts';
import type { VersionStep } from '../checks/version-step.ts';
import { unchangedCollapsed, type Word } from '../control/redline.ts';
import type { Bilingual } from '../schema/primitives.ts';
import type { DocumentComparison, PartComparison } from './comparison.ts';
import { redlineLines, wordText, type RedlineStyle } from './redline-text.ts';

export interface ComparedTexts {
  /** `HC-ITSM-B-21 事件管理程序` */
  name: Bilingual;
  /** What the two texts are: `A/2（2026-03-09 起实施）`, `编辑稿`; nothing before a document that is new. */
  before: Bilingual | undefined;
  after: Bilingual;
  /** What the change record has to say about it; `follows` if release will write its entry. */
  record: VersionStep | 'follows' | undefined;
  comparison: DocumentComparison;
}

/** The comparison of two texts as text. */
export function comparisonText(texts: ComparedTexts, style: RedlineStyle): string {
  const { name, before, after, comparison } = texts;
  const { language } = style;
  const paint = painter(style.colour);
  const said = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const head = before
    ? `${name[language]}${said('：', ': ')}${before[language]} → ${after[language]}`
    : `${name[language]}${said('：', ': ')}${after[language]}${said('（新文件，全文都是新的）', ' (a new document: all of it is new)')}`;
  const blocks = [paint('bold', head)];
  if (comparison.metadata.length) {
    const rows = comparison.metadata.map(({ label, words }) => {
      const value = valueText(words[language], style);
      return `  ${label[language]}${said('：', ': ')}${value}`;
    });
    blocks.push([paint('bold', said('文件信息', 'Document information')), ...rows].join('\n'));
  }
  for (const part of comparison.parts) if (part.change !== 'same') blocks.push(partText(part, style));
  const { sections, metadata, parts } = comparison;
  const isSame = parts.every(({ change }) => change === 'same');
  if (isSame && !metadata.length)
    blocks.push(said('读者看到的没有差别。', 'There is no difference that a reader sees.'));
  else {
    const list = sections.join(said('、', ', ')) || said('无', 'none');
    blocks.push([`${said('有改动的章节：', 'Changed sections: ')}${list}`, ...recordLines(texts, style)].join('\n'));
  }
  return blocks.join('\n\n');
}

/** `old → new`, or what came and went in a list. */
function valueText(words: readonly Word[], style: RedlineStyle): string {
  if (words.some(({ change }) => change === 'same')) return words.map((word) => wordText(word, style)).join('');
  const of = (change: Word['change']) => words.find((word) => word.change === change)?.text ?? '—';
  const paint = painter(style.colour);
  return `${paint('red', of('removed'))} → ${paint('green', of('added'))}`;
}

function partText({ change, part, redline }: PartComparison, style: RedlineStyle): string {
  const { language } = style;
  const notes = {
    added: { zh: '新增的部分', en: 'added' },
    removed: { zh: '删去的部分', en: 'removed' },
    changed: undefined,
    same: undefined,
  };
  const note = notes[change]?.[language];
  const title = part.data && `── ${part.title[language]}${note ? ` (${note})` : ''}`;
  const lines = redlineLines(unchangedCollapsed(redline).blocks, style);
  return [...(title ? [painter(style.colour)('bold', title)] : []), ...lines].join('\n');
}

/** What the change record names but did not change, and what changed without being named, as VER-09 judges it. */
function recordLines({ record, before }: ComparedTexts, { language }: RedlineStyle): string[] {
  const said = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const separator = said('、', ', ');
  if (!before) return [];
  if (record === 'follows') {
    return [said('修改记录：发布时写入以上章节。', 'Change record: release writes these sections into it.')];
  }
  if (!record) return [said('修改记录没有这一步的条目。', 'The change record has no entry for this step.')];
  const { entries, unnamed, unchanged } = recordAgreement(record);
  const lines = entries.map(
    ({ version, sections, what }) =>
      `${said('修改记录', 'Change record')} ${version}${said('：', ': ')}${sections.join(separator)}${said('。', '. ')}${what}`,
  );
  const list = (items: readonly string[]) => items.join(separator);
  if (unnamed.length) {
    lines.push(said(`  修改了但没有写明：${list(unnamed)}`, `  changed, but not named: ${list(unnamed)}`));
  }
  if (unchanged.length) {
    lines.push(said(`  写明了但没有修改：${list(unchanged)}`, `  named, but unchanged: ${list(unchanged)}`));
  }
  return lines;
}
