/** Findings as annotations of GitHub Actions: workflow commands on the standard output. */
import type { Finding, Severity } from '../../handbook/finding.ts';
import { findRule } from '../catalogue.ts';
import type { Language, Reporter } from './reporter.ts';
import { summaryText } from './text.ts';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** One annotation a finding, and the summary for the log. What is waived is only counted. */
export const githubReport: Reporter = (findings, coverage, options) => {
  const annotations = findings.filter(({ waiver }) => !waiver).map((finding) => annotation(finding, options.language));
  return [...annotations, summaryText(findings, coverage, options)].join('\n');
};

function annotation(finding: Finding, language: Language): string {
  const { rule, severity, file, line, column, message, hint } = finding;
  const title = [rule, findRule(rule)?.title[language]].filter(Boolean).join(' ');
  const text = [message[language], ...(hint ? [`→ ${hint[language]}`] : [])].join('\n');
  const properties = Object.entries({ file, line, col: column, title }).map(
    ([key, value]) => `${key}=${escaped(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`,
  );
  return `::${commands[severity]} ${properties.join(',')}::${escaped(text)}`;
}

/** As the runner reads it back: it decodes these three in a message, and `:` and `,` too in a property. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
