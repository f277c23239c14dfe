/** Findings as the JUnit XML that CI servers show as test results. */
import type { Finding } from '../../handbook/finding.ts';
import { catalogue } from '../catalogue.ts';
import type { RuleDescription } from '../rule.ts';
import { severityWords, waiverText, type Reporter, type ReportOptions } from './reporter.ts';

/**
 * A suite for each rule, and in it a case for each finding: failed for errors and warnings, skipped for what is waived
 * or only information. A rule without findings is one passed case, so that a clean handbook shows what was checked and
 * a mended finding does not shrink the list to nothing. Names hold no line, so that a case keeps its history.
 */
export const junitReport: Reporter = (findings, _coverage, options) => {
  const byRule = Map.groupBy(findings, ({ rule }) => rule);
  const suites = [...catalogue.values()].map((rule) => suite(rule, byRule.get(rule.id) ?? [], options));
  const sum = (key: 'tests' | 'failures') => suites.reduce((total, item) => total + item[key], 0);
  const counts = attributes({ name: 'handbook check', tests: sum('tests'), failures: sum('failures'), errors: 0 });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    ...suites.map(({ xml }) => xml),
    '</testsuites>',
  ].join('\n');
};

interface Suite {
  tests: number;
  failures: number;
  xml: string;
}

function suite(rule: RuleDescription, findings: readonly Finding[], options: ReportOptions): Suite {
  const { language } = options;
  const names = new Map<string, number>();
  const cases = findings.map((finding) => {
    const name = `${finding.file}: ${finding.message[language]}`;
    const number = (names.get(name) ?? 0) + 1;
    names.set(name, number);
    return testCase(rule.id, number > 1 ? `${name} (${number})` : name, outcome(finding, options));
  });
  if (findings.length === 0) cases.push(testCase(rule.id, rule.title[language], passed(rule, options)));
  const failures = findings.filter(isFailure).length;
  const skipped = cases.filter((xml) => xml.includes('<skipped')).length;
  const name = `${rule.id} ${rule.title[language]}`;
  const counts = attributes({ name, tests: cases.length, failures, errors: 0, skipped, time: 0 });
  return {
    tests: cases.length,
    failures,
    xml: [`  <testsuite ${counts}>`, ...cases, '  </testsuite>'].join('\n'),
  };
}

function isFailure({ severity, waiver }: Finding): boolean {
  return !waiver && severity !== 'info';
}

function testCase(rule: string, name: string, inside: string): string {
  const head = `    <testcase ${attributes({ name, classname: rule, time: 0 })}`;
  return inside ? `${head}>\n      ${inside}\n    </testcase>` : `${head}/>`;
}

function outcome(finding: Finding, { language }: ReportOptions): string {
  const { severity, file, line, column, message, hint } = finding;
  const text = [
    `${file}:${line}:${column} ${severityWords[severity][language]}`,
    message[language],
    ...(hint ? [`→ ${hint[language]}`] : []),
  ].join('\n');
  if (isFailure(finding)) {
    return `<failure ${attributes({ message: message[language], type: severity })}>${escaped(text)}</failure>`;
  }
  const why = finding.waiver
    ? waiverText(finding, language)
    : `${severityWords.info[language]}${language === 'zh' ? '：' : ': '}${message[language]}`;
  return `<skipped ${attributes({ message: why })}>${escaped(text)}</skipped>`;
}

function passed({ id }: RuleDescription, { ran, language }: ReportOptions): string {
  if (ran.has(id)) return '';
  return `<skipped ${attributes({ message: language === 'zh' ? '没有运行' : 'not run' })}/>`;
}

function attributes(values: Record<string, string | number>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(String(value)).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')}"`)
    .join(' ');
}

/** Text for XML, less the characters that XML 1.0 has no way to write. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
