/** What each rule costs by itself, once the handbook is open. */
import { rules } from '../../src/checks/registry.ts';
import { runRules } from '../../src/checks/run.ts';
import { openHandbook } from '../../src/handbook/open.ts';

export interface RuleTime {
  rule: string;
  /** Time of the processor in this thread, garbage collection included. */
  milliseconds: number;
  findings: number;
}

/**
 * Runs the rules one by one over both graphs, the dearest first in the answer. What several rules share (the steps from
 * version to version, hashes) is counted with the first of them.
 */
export async function ruleTimes(content: string, asOf: string): Promise<RuleTime[]> {
  const { library } = openHandbook(content, asOf);
  if (!library) return [];
  const times: RuleTime[] = [];
  for (const rule of rules) {
    const start = process.threadCpuUsage();
    const findings = await runRules(library, [rule]);
    const { user, system } = process.threadCpuUsage(start);
    // Waivers for other rules seem to be needed no more.
    const own = findings.filter((finding) => finding.rule === rule.id);
    times.push({ rule: rule.id, milliseconds: (user + system) / 1000, findings: own.length });
  }
  return times.sort((a, b) => b.milliseconds - a.milliseconds);
}
