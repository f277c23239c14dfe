/** Runs the rules over both graphs and makes one sorted list of findings. */
import { byPlace, type Edition, type Finding } from '../handbook/finding.ts';
import { openHandbook, type Library } from '../handbook/open.ts';
import { rules as allRules } from './registry.ts';
import type { Report, Rule } from './rule.ts';

/** All findings of the rules; what both graphs show at one place is one finding. */
export async function runRules(library: Library, rules: readonly Rule[] = allRules): Promise<Finding[]> {
  const findings = new Map<string, Finding>();
  for (const rule of rules) {
    for (const edition of editionsOf(rule, library)) {
      const handbook = edition === 'working' ? library.working : library.inForce;
      for (const report of await rule.check(handbook, library)) merge(findings, toFinding(rule, report, edition));
    }
  }
  return [...findings.values()].sort(byPlace);
}

export interface Inspection {
  library: Library | undefined;
  findings: Finding[];
}

/** Opens a content folder and judges it: the faults of its files and what the rules find. */
export async function inspect(folder: string, asOf: string): Promise<Inspection> {
  const { library, findings } = openHandbook(folder, asOf);
  if (!library) return { library, findings };
  return { library, findings: [...findings, ...(await runRules(library))].sort(byPlace) };
}

/** Before the first release nothing is in force, and rules about it would only report that. */
function editionsOf(rule: Rule, library: Library): readonly Edition[] {
  const editions = rule.editions ?? ['working', 'in-force'];
  return library.releases.length ? editions : editions.filter((edition) => edition === 'working');
}

function toFinding(rule: Rule, report: Report, edition: Edition): Finding {
  const { place, ...rest } = report;
  return { rule: rule.id, severity: rule.severity, ...rest, ...place, editions: [edition] };
}

function merge(findings: Map<string, Finding>, finding: Finding): void {
  const key = [finding.rule, finding.file, finding.line, finding.column, finding.message.en].join('\n');
  const known = findings.get(key);
  if (known) known.editions = [...new Set([...known.editions, ...finding.editions])];
  else findings.set(key, finding);
}
