/** Findings as JSON, for other programs. The schema of the report is published: public/schemas/check-report.schema.json. */
import { z } from 'zod';
import type { Finding } from '../../handbook/finding.ts';
import type { Reporter } from './reporter.ts';
import { aspects, type CoverageSummary } from '../coverage.ts';
import { fingerprints } from './fingerprint.ts';
import { countFindings, type Language } from './reporter.ts';

/** Names the schema and its major version; a report of another version may mean something else by the same key. */
export const reportSchemaId = 'urn:controlled-handbook:check-report:1';

const count = z.int().min(0);
const place = z.int().min(1);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const finding = z
  .object({
    rule: z.string().describe('Id of the rule; `handbook explain <rule>` explains it.'),
    severity: z.enum(['error', 'warning', 'info']).describe('As set for this handbook.'),
    message: z.string().describe('What is wrong.'),
    hint: z.string().optional().describe('What to do about it.'),
    file: z.string().describe('Path with `/`: relative to the working folder, absolute if it is not below it.'),
    line: place.describe('1-based.'),
    column: place.describe('1-based, in UTF-16 code units.'),
    document: z.string().optional().describe('Number of the document concerned.'),
    clause: z.string().optional().describe('Clause concerned: `iso20000-1:2018/8.6.1`.'),
    editions: z
      .array(z.enum(['working', 'in-force']))
      .min(1)
      .describe('Whether it concerns the working texts, the releases in force, or both.'),
    blocksRelease: z
      .literal(true)
      .optional()
      .describe('An error in a draft that was never released, told as an info: it keeps nothing but its own release.'),
    fingerprint: z.string().describe('The same for the same finding in two reports, also after lines have moved.'),
    waiver: z
      .object({ reason: z.string(), approved: z.string().describe('Id of the person.'), until: day })
      .optional()
      .describe('Why it is accepted for a time; such a finding fails nothing.'),
  })
  .meta({ title: 'Finding' });

const share = z
  .object({
    met: count,
    of: count,
    missing: z.array(z.object({ reference: z.string(), title: z.string() })).describe('What is not there, by name.'),
  })
  .meta({ title: 'Share' });

const coverage = z
  .object({
    standard: z.string().describe('Id of a standard in force: `iso20000-1:2018`.'),
    since: day
      .optional()
      .describe(
        'The day from which on the handbook claims to meet the standard, if it lies ahead: until then gaps are warnings.',
      ),
    excluded: z
      .array(
        z.object({
          reference: z.string(),
          title: z.string(),
          justification: z.string(),
          approved: z.string().describe('Id of the person.'),
          until: day,
        }),
      )
      .describe('Leaf clauses that do not apply, in `handbook.yaml`; they are not counted.'),
    procedure: share.describe('Leaf clauses with a primary procedure.'),
    owner: share.describe('Leaf clauses with an owner role.'),
    department: share.describe('Leaf clauses with a lead department.'),
    information: share.describe('Items of documented information with a document or form that provides them.'),
  })
  .meta({ title: 'Coverage' });

/** A report. Keys may be added within a version; readers ignore those that they do not know. */
export const checkReport = z
  .object({
    $schema: z.literal(reportSchemaId),
    version: z.literal(1),
    tool: z.object({ name: z.literal('controlled-handbook'), version: z.string() }),
    asOf: day.describe('The day for which “in force”, “overdue” … were judged.'),
    language: z.enum(['zh', 'en']).describe('The language of all texts.'),
    summary: z
      .object({ errors: count, warnings: count, infos: count, waived: count })
      .describe('What is waived is counted apart.'),
    findings: z.array(finding).describe('By file, line, column and rule.'),
    coverage: z.array(coverage).describe('Of the working texts, a standard each; empty if nothing could be opened.'),
    coverageInForce: z.array(coverage).describe('Of what is in force, a standard each; empty if nothing is yet.'),
  })
  .meta({ title: 'Report of handbook check' });

export type CheckReport = z.infer<typeof checkReport>;

/** The report as {@link checkReport} describes it. */
export const jsonReport: Reporter = (findings, coverage, { language, asOf, version, lineOf }) => {
  const marks = fingerprints(findings, lineOf);
  const report: CheckReport = {
    $schema: reportSchemaId,
    version: 1,
    tool: { name: 'controlled-handbook', version },
    asOf,
    language,
    summary: countFindings(findings),
    findings: findings.map((item, index) => jsonFinding(item, marks[index]!, language)),
    coverage: coverage.working.map((item) => jsonCoverage(item, language)),
    coverageInForce: coverage.inForce.map((item) => jsonCoverage(item, language)),
  };
  return JSON.stringify(report, null, 2);
};

function jsonFinding(item: Finding, fingerprint: string, language: Language): CheckReport['findings'][number] {
  const { rule, severity, message, hint, file, line, column, document, clause, editions, blocksRelease, waiver } = item;
  return {
    rule,
    severity,
    message: message[language],
    hint: hint?.[language],
    file,
    line,
    column,
    document,
    clause,
    editions,
    blocksRelease,
    fingerprint,
    waiver: waiver && { reason: waiver.reason, approved: waiver.approved, until: waiver.until },
  };
}

function jsonCoverage(item: CoverageSummary, language: Language): CheckReport['coverage'][number] {
  const shares = aspects.map((aspect) => {
    const { met, of, missing } = item[aspect];
    return [
      aspect,
      { met, of, missing: missing.map(({ reference, title }) => ({ reference, title: title[language] })) },
    ];
  });
  const excluded = item.excluded.map((clause) => ({ ...clause, title: clause.title[language] }));
  return { standard: item.standard, since: item.since, excluded, ...Object.fromEntries(shares) };
}
