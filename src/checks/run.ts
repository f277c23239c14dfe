/** Runs the rules over both graphs and makes one sorted list of findings. */
import { byPlace, type Edition, type Finding, type Severity } from '../handbook/finding.ts';
import { openHandbook, type Library } from '../handbook/open.ts';
import { catalogue } from './catalogue.ts';
import { loaderRules } from './loader-rules.ts';
import { notedLedgerRule } from './noted-ledger.ts';
import { outputRule } from './output.ts';
import { profileRule } from './output-profile.ts';
import { rules as allRules } from './registry.ts';
import type { Report, Rule } from './rule.ts';
import { milder, severityFindings, severityOf } from './severities.ts';
import { softened, unfinishedFiles } from './unfinished.ts';
import { visible } from './visible.ts';
import { applyWaivers } from './waivers.ts';

/** All findings of the rules; what both graphs show at one place is one finding. */
export async function runRules(library: Library, rules: readonly Rule[] = allRules): Promise<Finding[]> {
  const findings = severityFindings(library.working, catalogue);
  const unfinished = unfinishedFiles(library.working);
  for (const rule of rules) {
    const severity = severityOf(library.working, rule);
    if (severity === 'off' || !canConclude(library, rule)) continue;
    for (const edition of editionsOf(rule, library)) {
      const handbook = edition === 'working' ? library.working : library.inForce;
      for (const report of await rule.check(handbook, library)) {
        findings.push(softened(toFinding(rule, report, edition, severity), rule, unfinished));
      }
    }
  }
  return merged(applyWaivers(library, merged(findings), catalogue));
}

/** False while a file that a rule concludes from cannot be read. */
function canConclude({ working }: Library, { needs = [] }: Rule): boolean {
  return !needs.some((path) => working.unread.has(path));
}

export interface Inspection {
  library: Library | undefined;
  findings: Finding[];
}

/** Opens a content folder ({@link openHandbook}) and judges it: the faults of its files and what the rules find. */
export async function inspect(folder: string, asOf: string, now?: string): Promise<Inspection> {
  const { library, findings } = openHandbook(folder, asOf, now);
  return { library, findings: visible(merged(library ? [...findings, ...(await runRules(library))] : findings)) };
}

/** What only a built site, or a hash from elsewhere, can tell. */
const elsewhere: ReadonlySet<string> = new Set([outputRule.id, profileRule.id, notedLedgerRule.id]);

/**
 * The ids of the rules that an inspection runs, so that none that did not run counts as passed: not those that are off,
 * those of other commands and those that need a file that cannot be read, and only those of the loader where the
 * handbook cannot be opened.
 */
export function rulesRun(library: Library | undefined): Set<string> {
  const ids = new Set(loaderRules.map(({ id }) => id));
  if (!library) return ids;
  const undecided = new Set(allRules.filter((rule) => !canConclude(library, rule)).map(({ id }) => id));
  for (const rule of catalogue.values()) {
    if (elsewhere.has(rule.id) || undecided.has(rule.id) || severityOf(library.working, rule) === 'off') continue;
    ids.add(rule.id);
  }
  return ids;
}

/** True if the findings keep the handbook from being built; what is waived does not. */
export function fails(findings: readonly Finding[], strict: boolean): boolean {
  return findings.some(
    ({ severity, waiver }) => !waiver && (severity === 'error' || (strict && severity === 'warning')),
  );
}

/**
 * Before the first release is effective nothing is in force, and rules about it would only report that; those that judge
 * nothing but releases run as soon as there is one.
 */
function editionsOf({ editions }: Rule, { releases, asOf }: Library): readonly Edition[] {
  const isInForce = releases.some(({ entry }) => entry.effective <= asOf);
  if (isInForce || (releases.length && editions)) return editions ?? ['working', 'in-force'];
  return (editions ?? ['working']).filter((edition) => edition === 'working');
}

function toFinding(rule: Rule, report: Report, edition: Edition, severity: Severity): Finding {
  const { place, atMost = severity, ...rest } = report;
  const hint = report.hint ?? rule.remedy;
  return { rule: rule.id, severity: milder(severity, atMost), ...rest, hint, ...place, editions: [edition] };
}

/** The same message of one rule at one place is one finding, whichever graph shows it. Sorted. */
export function merged(findings: readonly Finding[]): Finding[] {
  const byKey = new Map<string, Finding>();
  for (const finding of findings) {
    const key = [finding.rule, finding.file, finding.line, finding.column, finding.message.en].join('\n');
    const first = byKey.get(key) ?? finding;
    byKey.set(key, { ...first, editions: [...new Set([...first.editions, ...finding.editions])] });
  }
  return [...byKey.values()].sort(byPlace);
}
