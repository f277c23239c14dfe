/** Drafts that are being written: what is found in them is told, and keeps nothing but their own release. */
import { releasesOf } from '../control/state.ts';
import type { Finding } from '../handbook/finding.ts';
import type { Document, Handbook } from '../handbook/graph.ts';
import type { SourceFile } from '../handbook/source.ts';
import type { RuleDescription } from './rule.ts';

/**
 * True for a document that was never released and still has placeholders: nobody reads it, so it must not keep the
 * rest of the handbook from being published. Once it has no placeholders it is judged like any other.
 */
export function isUnfinished(working: Handbook, document: Document): boolean {
  if (document.release || releasesOf(working, document.number).length) return false;
  return document.parts.some(({ source }) => placeholders(source).length > 0);
}

/** The files of all unfinished documents. */
export function unfinishedFiles(working: Handbook): ReadonlySet<string> {
  const documents = [...working.documents.values()].filter((document) => isUnfinished(working, document));
  return new Set(documents.flatMap(({ parts }) => parts.map(({ source }) => source.file)));
}

/**
 * A finding in an unfinished document is an info, whatever its rule; not one of the core, which nothing softens.
 * @param files from {@link unfinishedFiles}
 */
export function softened(finding: Finding, rule: RuleDescription, files: ReadonlySet<string>): Finding {
  if (rule.core || finding.severity === 'info' || !files.has(finding.file)) return finding;
  return { ...finding, severity: 'info', ...(finding.severity === 'error' ? { blocksRelease: true as const } : {}) };
}

/** A placeholder, 1-based. */
export interface Placeholder {
  text: string;
  line: number;
  column: number;
}

/** What stands in each file, which both graphs share. */
const known = new WeakMap<SourceFile, readonly Placeholder[]>();

/** The placeholders in a file, in their order. */
export function placeholders(source: SourceFile): readonly Placeholder[] {
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
