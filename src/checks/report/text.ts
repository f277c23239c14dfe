/** Findings for the terminal: the place, the line of the file with a mark under the word, what to do, and a summary. */
import { styleText } from 'node:util';
import type { Finding, Severity } from '../../handbook/finding.ts';
import { ledgerPath } from '../../handbook/releases.ts';
import { unreadRules } from '../loader-rules.ts';
import type { ReportCoverage } from '../coverage.ts';
import { coverageLines } from './coverage-text.ts';
import { countFindings, severityWords, waiverText, type Reporter, type ReportOptions } from './reporter.ts';

export type TextOptions = Pick<ReportOptions, 'language' | 'colour' | 'lineOf'>;

type Format = Parameters<typeof styleText>[0];

/** The colour of a severity in a terminal. */
export const severityColours: Record<Severity, Format> = { error: 'red', warning: 'yellow', info: 'cyan' };

/** All findings as text, ended by the summary. What is waived comes last, if at all. */
export const textReport: Reporter = (findings, coverage, options) => {
  const shown = findings.filter(({ waiver }) => !waiver);
  if (options.showWaived) shown.push(...findings.filter(({ waiver }) => waiver));
  const blocks = shown.map((finding) => findingText(finding, options));
  return [...blocks, summaryText(findings, coverage, options)].join('\n\n');
};

/** One finding: headline, source line, hint, and the waiver if there is one. */
export function findingText(finding: Finding, { language, colour, lineOf }: TextOptions): string {
  const paint = painter(colour);
  const tone = severityColours[finding.severity];
  const place = `${finding.file}:${finding.line}:${finding.column}`;
  const lines = [
    `${paint('bold', place)} ${paint(tone, severityWords[finding.severity][language])} ${paint('dim', finding.rule)}`,
    `  ${finding.message[language]}`,
  ];
  const source = lineOf(finding.file, finding.line);
  if (source?.trim() && !isBinary(source)) {
    const gutter = `${finding.line} │ `;
    const { text, before } = excerpt(source, finding.column - 1);
    lines.push(paint('dim', `  ${gutter}${text}`));
    lines.push(`  ${' '.repeat(gutter.length)}${blank(before)}${paint(tone, '▔')}`);
  }
  if (finding.hint) lines.push(`  ${paint('green', '→')} ${finding.hint[language]}`);
  if (finding.blocksRelease) {
    lines.push(
      paint('dim', language === 'zh' ? '  （草稿；发布前要改正）' : '  (a draft; to be mended before its release)'),
    );
  }
  if (finding.editions.length === 1 && finding.editions[0] === 'in-force' && !finding.file.endsWith(ledgerPath)) {
    lines.push(
      paint(
        'dim',
        language === 'zh'
          ? '  （针对读者现在看到的版本，不是编辑稿）'
          : '  (about the version that readers see now, not the working text)',
      ),
    );
  }
  if (finding.waiver) lines.push(`  ${waiverText(finding, language)}`);
  return lines.join('\n');
}

/** A file of another program, a Word file say, has nothing that could be read. */
function isBinary(line: string): boolean {
  return /\0|^PK[\x03-\x08]/.test(line);
}

/** As much of a line as helps: a page of HTML, or a paragraph of Chinese, may be one line of many thousand characters. */
const shownLength = 240;
const shownBefore = 60;

/** The line, or the piece of a long one around a place, and what of it stands before the place. */
function excerpt(line: string, at: number): { text: string; before: string } {
  if (line.length <= shownLength) return { text: line, before: line.slice(0, at) };
  const start = Math.max(0, at - shownBefore);
  const end = start + shownLength;
  const head = start > 0 ? '…' : '';
  return {
    text: `${head}${line.slice(start, end)}${end < line.length ? '…' : ''}`,
    before: head + line.slice(start, at),
  };
}

/** Writes a text in a colour, or leaves it as it is. */
export function painter(colour: boolean): (format: Format, text: string) => string {
  return (format, text) => (colour ? styleText(format, text, { validateStream: false }) : text);
}

/** Blanks as wide as a text in a terminal, where Chinese characters take two columns. */
function blank(text: string): string {
  return ' '.repeat(terminalWidth(text));
}

/** The columns that a text takes in a terminal. */
export function terminalWidth(text: string): number {
  const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
  return [...text].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);
}

/** The coverage of each standard with what is missing by name, and the sum of the findings by severity and rule. */
export function summaryText(
  findings: readonly Finding[],
  coverage: ReportCoverage,
  { language }: Pick<ReportOptions, 'language'>,
): string {
  const lines = coverageLines(coverage, language);
  if (lines.length && findings.some(({ rule }) => unreadRules.has(rule))) {
    lines.push(
      language === 'zh'
        ? '  （有文件读不出：已发布过的按发布版计入，其余没有计入）'
        : '  (some files cannot be read: what was released counts as it was released, the rest does not)',
    );
  }
  const { errors, warnings, infos, waived } = countFindings(findings);
  const byRule = new Map<string, number>();
  for (const { rule, waiver } of findings) if (!waiver) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  const rules = [...byRule]
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .map(([rule, count]) => `${rule} × ${count}`);
  lines.push(
    language === 'zh'
      ? `${errors} 个错误，${warnings} 个警告，${infos} 个提示${rules.length ? `（${rules.join('，')}）` : ''}${waived ? `；另有 ${waived} 个已豁免` : ''}`
      : `${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${plural(infos, 'info')}${rules.length ? ` (${rules.join(', ')})` : ''}${waived ? `; ${waived} more waived` : ''}`,
  );
  return lines.join('\n');
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
