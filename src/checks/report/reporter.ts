/** What every report is made from: one list of findings, the coverage, and how they are to be shown. */
import type { Finding, Severity } from '../../handbook/finding.ts';
import type { ReportCoverage } from '../coverage.ts';

export type Language = 'zh' | 'en';

export interface ReportOptions {
  /** The language of all texts. */
  language: Language;
  /** ISO day for which the handbook was judged. */
  asOf: string;
  /** The version of this program. */
  version: string;
  /** The ids of the rules that were run; without a finding they are passed. */
  ran: ReadonlySet<string>;
  /** The line of a file (1-based), or undefined. */
  lineOf: (file: string, line: number) => string | undefined;
  /** Colours for a terminal. */
  colour: boolean;
  /** Lists in the text what is waived; other formats always hold it, marked. */
  showWaived: boolean;
}

/** Findings in their order → a report, without a line break at its end. */
export type Reporter = (findings: readonly Finding[], coverage: ReportCoverage, options: ReportOptions) => string;

export const severityWords: Record<Severity, { zh: string; en: string }> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
};

export interface Counts {
  errors: number;
  warnings: number;
  infos: number;
  waived: number;
}

/** How many findings there are of each severity; what is waived is counted apart. */
export function countFindings(findings: readonly Finding[]): Counts {
  const count = (severity: Severity) =>
    findings.filter((finding) => !finding.waiver && finding.severity === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    waived: findings.filter(({ waiver }) => waiver).length,
  };
}

/** Why a finding is accepted, by whom, and until when. */
export function waiverText({ waiver }: Finding, language: Language): string {
  if (!waiver) return '';
  const { reason, approved, until } = waiver;
  return language === 'zh'
    ? `已豁免至 ${until}（${approved} 批准）：${reason}`
    : `Waived until ${until} (approved by ${approved}): ${reason}`;
}
