/** `checks.severities` of handbook.yaml: how strictly each rule is applied, within what the core allows. */
import type { Finding, Severity } from '../handbook/finding.ts';
import type { Handbook } from '../handbook/graph.ts';
import { unknownRuleHint, type RuleDescription } from './rule.ts';

/** What can be wrong with the settings; the runner reports it, because it takes the whole catalogue to know. */
export const severityRule = {
  id: 'CHK-01',
  severity: 'error',
  core: true,
  title: {
    zh: '规则的级别只为存在的、可以调整的规则设置',
    en: 'Severities are set for rules that exist and may be changed',
  },
  reason: {
    zh: '核心规则一旦放宽，“检查通过”就不再说明什么；写错的规则编号则使设置悄悄失效。',
    en: 'With a softened core “passed” means nothing; a misspelt id means that the setting silently does nothing.',
  },
  remedy: {
    zh: '从 handbook.yaml 的 checks.severities 中删除这一项，或改正规则编号。',
    en: 'Delete the entry from checks.severities of handbook.yaml, or correct the id.',
  },
  example: {
    file: 'handbook.yaml',
    wrong: 'checks:\n  severities:\n    MAP-01: warning\n    DAT-3: error',
    right: 'checks:\n  severities:\n    DAT-03: error',
  },
} as const satisfies RuleDescription;

/** The severity of a rule in this handbook; `off` if it is not to run. The core keeps its own. */
export function severityOf(handbook: Pick<Handbook, 'settings'>, rule: RuleDescription): Severity | 'off' {
  return rule.core ? rule.severity : (handbook.settings.checks.severities[rule.id] ?? rule.severity);
}

/** The less grave of two severities. */
export function milder(one: Severity, other: Severity): Severity {
  return gravity[one] < gravity[other] ? one : other;
}

const gravity: Record<Severity, number> = { error: 2, warning: 1, info: 0 };

/**
 * True if a rule reports at least as gravely as another one in this handbook, so that the other one may leave to it what
 * both would report.
 */
export function isAsGrave(
  handbook: Pick<Handbook, 'settings'>,
  rule: RuleDescription,
  other: RuleDescription,
): boolean {
  const [own, others] = [severityOf(handbook, rule), severityOf(handbook, other)];
  return others === 'off' || (own !== 'off' && milder(own, others) === others);
}

/** Findings about settings that do not hold. */
export function severityFindings(
  { settings, settingsSource }: Handbook,
  catalogue: ReadonlyMap<string, RuleDescription>,
): Finding[] {
  return Object.keys(settings.checks.severities).flatMap((id): Finding[] => {
    const rule = catalogue.get(id);
    if (rule && !rule.core) return [];
    return [
      {
        rule: severityRule.id,
        severity: severityRule.severity,
        ...settingsSource.place(['checks', 'severities', id], { key: true }),
        message: rule
          ? { zh: `${id} 是核心规则，级别不能更改`, en: `${id} belongs to the core: its severity cannot be changed` }
          : { zh: `没有规则“${id}”`, en: `There is no rule “${id}”` },
        hint: rule
          ? { zh: '删除这一项，改正问题本身。', en: 'Delete the entry, and mend what the rule finds.' }
          : unknownRuleHint(id, [...catalogue.keys()]),
        editions: ['working', 'in-force'],
      },
    ];
  });
}
