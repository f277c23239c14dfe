/** Findings as SARIF 2.1.0, which code hosts and editors show beside the text. */
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding, Severity } from '../../handbook/finding.ts';
import { catalogue } from '../catalogue.ts';
import { familyOf } from '../families.ts';
import type { RuleDescription } from '../rule.ts';
import { fingerprints } from './fingerprint.ts';
import type { Language, Reporter } from './reporter.ts';
import { ruleHelp } from './rule-help.ts';

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

/** What relative paths are relative to: the folder in which the command ran, mostly the root of the repository. */
const root = '%SRCROOT%';

/** One run with all rules and all findings; what is waived is suppressed, with the reason. */
export const sarifReport: Reporter = (findings, _coverage, { language, version, lineOf }) => {
  const ids = [...catalogue.keys()];
  const marks = fingerprints(findings, lineOf);
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Controlled Handbook',
            version,
            semanticVersion: version,
            language: language === 'zh' ? 'zh-CN' : 'en-US',
            rules: [...catalogue.values()].map((rule) => descriptor(rule, language)),
          },
        },
        language: language === 'zh' ? 'zh-CN' : 'en-US',
        automationDetails: { id: 'handbook-check/' },
        // The numbers of columns are those of JavaScript strings.
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          [root]: { description: { text: language === 'zh' ? '运行命令的文件夹' : 'The folder of the command' } },
        },
        results: findings.map((finding, index) => ({
          ...result(finding, language),
          ruleIndex: ids.indexOf(finding.rule),
          partialFingerprints: { 'handbookFinding/v1': marks[index] },
        })),
      },
    ],
  };
  return JSON.stringify(log, null, 2);
};

function descriptor(rule: RuleDescription, language: Language): object {
  return {
    id: rule.id,
    shortDescription: { text: rule.title[language] },
    fullDescription: { text: rule.reason[language] },
    help: ruleHelp(rule, language),
    defaultConfiguration: { level: levels[rule.severity] },
    properties: { tags: [familyOf(rule.id), ...(rule.core ? ['core'] : [])] },
  };
}

function result(finding: Finding, language: Language): object {
  const { rule, severity, message, hint, file, line, column, document, clause, editions, waiver } = finding;
  return {
    ruleId: rule,
    level: levels[severity],
    message: { text: [message[language], ...(hint ? [`→ ${hint[language]}`] : [])].join('\n') },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifactLocation(file),
          region: { startLine: line, startColumn: column },
        },
        ...(document && { logicalLocations: [{ fullyQualifiedName: document, kind: 'document' }] }),
      },
    ],
    ...(waiver && {
      suppressions: [
        {
          kind: 'external',
          status: 'accepted',
          justification: waiver.reason,
          properties: { approved: waiver.approved, until: waiver.until },
        },
      ],
    }),
    properties: { editions, ...(clause && { clause }) },
  };
}

/** A file as a URI reference: below the working folder relative to it, else absolute. */
function artifactLocation(file: string): object {
  if (isAbsolute(file)) return { uri: pathToFileURL(file).href };
  return { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: root };
}
