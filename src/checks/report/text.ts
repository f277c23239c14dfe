/** Findings for the terminal: the place, the line of the file with a mark under the word, what to do, and a summary. */
import { styleText } from 'node:util';
import type { Finding, Severity } from '../../handbook/finding.ts';
import type { CoverageSummary } from '../coverage.ts';

export type Language = 'zh' | 'en';

export interface TextOptions {
  language: Language;
  colour: boolean;
  /** The line of a file (1-based), or undefined. */
  lineOf: (file: string, line: number) => string | undefined;
}

const severityWords: Record<Severity, { zh: string; en: string; colour: 'red' | 'yellow' | 'cyan' }> = {
  error: { zh: '错误', en: 'error', colour: 'red' },
  warning: { zh: '警告', en: 'warning', colour: 'yellow' },
  info: { zh: '提示', en: 'info', colour: 'cyan' },
};

/** All findings as text, ended by the summary. */
export function textReport(
  findings: readonly Finding[],
  coverage: readonly CoverageSummary[],
  options: TextOptions,
): string {
  const blocks = findings.map((finding) => findingText(finding, options));
  return [...blocks, summary(findings, coverage, options)].join('\n\n');
}

/** One finding: headline, source line, hint. */
export function findingText(finding: Finding, { language, colour, lineOf }: TextOptions): string {
  const word = severityWords[finding.severity];
  const paint = (format: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  const place = `${finding.file}:${finding.line}:${finding.column}`;
  const lines = [
    `${paint('bold', place)} ${paint(word.colour, word[language])} ${paint('dim', finding.rule)}`,
    `  ${finding.message[language]}`,
  ];
  const source = lineOf(finding.file, finding.line);
  if (source?.trim()) {
    const gutter = `${finding.line} │ `;
    lines.push(paint('dim', `  ${gutter}${source}`));
    lines.push(`  ${' '.repeat(gutter.length)}${blank(source.slice(0, finding.column - 1))}${paint(word.colour, '▔')}`);
  }
  if (finding.hint) lines.push(`  ${paint('green', '→')} ${finding.hint[language]}`);
  if (finding.editions.length === 1 && finding.editions[0] === 'in-force') {
    lines.push(paint('dim', language === 'zh' ? '  （涉及已发布的版本）' : '  (concerns the released version)'));
  }
  return lines.join('\n');
}

/** Blanks as wide as a text in a terminal, where Chinese characters take two columns. */
function blank(text: string): string {
  return [...text]
    .map((character) =>
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(character)
        ? '  '
        : ' ',
    )
    .join('');
}

function summary(
  findings: readonly Finding[],
  coverage: readonly CoverageSummary[],
  { language }: TextOptions,
): string {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, infos] = [count('error'), count('warning'), count('info')];
  const byRule = new Map<string, number>();
  for (const { rule } of findings) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  const rules = [...byRule].map(([rule, number]) => `${rule} × ${number}`).join('，');
  const lines = coverage.map((item) =>
    language === 'zh'
      ? `${item.standard}：${item.leaves} 个末级条款中，有程序 ${item.withProcedure}、有负责角色 ${item.withOwner}、有主责部门 ${item.withDepartment}；成文信息 ${item.informationProvided}/${item.information}`
      : `${item.standard}: of ${item.leaves} leaf clauses ${item.withProcedure} have a procedure, ${item.withOwner} an owner role, ${item.withDepartment} a lead department; documented information ${item.informationProvided}/${item.information}`,
  );
  lines.push(
    language === 'zh'
      ? `${errors} 个错误，${warnings} 个警告，${infos} 个提示${rules ? `（${rules}）` : ''}`
      : `${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${plural(infos, 'info')}${rules ? ` (${rules.replaceAll('，', ', ')})` : ''}`,
  );
  return lines.join('\n');
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
