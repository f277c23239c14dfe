/** Everything that can be reported, by id: the rules, and what the loader, the runner and the output check report. */
import { loaderRules } from './loader-rules.ts';
import { notedLedgerRule } from './noted-ledger.ts';
import { outputRule } from './output.ts';
import { profileRule } from './output-profile.ts';
import { rules } from './registry.ts';
import type { RuleDescription } from './rule.ts';
import { severityRule } from './severities.ts';
import { waiverRules } from './waivers.ts';

const all: readonly RuleDescription[] = [
  ...rules,
  ...loaderRules,
  notedLedgerRule,
  outputRule,
  profileRule,
  severityRule,
  ...Object.values(waiverRules),
];

/** Id → description, in the order of the ids. */
export const catalogue: ReadonlyMap<string, RuleDescription> = new Map(
  [...all].sort((a, b) => (a.id < b.id ? -1 : 1)).map((rule) => [rule.id, rule]),
);

/** The description of a rule, its id in any spelling of case. */
export function findRule(id: string): RuleDescription | undefined {
  return catalogue.get(id.toUpperCase());
}
