/** The rules of the check: all of them, and what one wants, why, and how to mend it. */
import { catalogue } from '../checks/catalogue.ts';
import { familyOf, families, rulesByFamily } from '../checks/families.ts';
import type { Example, RuleDescription } from '../checks/rule.ts';
import { rulesRun } from '../checks/run.ts';
import { severityOf } from '../checks/severities.ts';
import { isWaivable } from '../checks/waivers.ts';
import { addMonths } from '../control/state.ts';
import { checkPath, checksPath, qualityPath } from '../handbook/address.ts';
import type { Severity } from '../handbook/finding.ts';
import { shownFindings } from './findings.ts';
import type { Navigation } from './navigation.ts';
import type { Site } from './site.ts';
import { named, type Link, type View } from './view.ts';

/** How grave a rule is in this handbook. */
export interface ShownSeverity {
  id: Severity | 'off';
  text: string;
}

export interface RuleRow {
  link: Link;
  title: string;
  severity: ShownSeverity;
  core: boolean;
  /** How many findings there are, of those that this site shows; those that are accepted do not count. */
  count: number;
}

export interface RuleGroup {
  /** The letters of the ids, as anchor. */
  id: string;
  title: string;
  rules: RuleRow[];
}

/** A line of an example, and whether the other piece has it, too. */
export interface ExampleLine {
  text: string;
  differs: boolean;
}

export interface RulePage {
  id: string;
  family: string;
  title: string;
  subtitle: string;
  severity: ShownSeverity;
  /** The severity that the rule has by itself, if this handbook changed it. */
  ownSeverity: ShownSeverity | undefined;
  core: boolean;
  findings: Link | undefined;
  reason: string;
  remedy: string;
  example: { file: string; wrong: ExampleLine[]; right: ExampleLine[] };
  /** Pieces of YAML with which a handbook changes how the rule is applied; none for the core. */
  settings: { severity: string; waiver: string | undefined } | undefined;
}

/** All rules by what they are about. */
export function ruleGroups(view: View, site: Site): RuleGroup[] {
  const counts = countsByRule(site);
  return rulesByFamily().map(({ id, title, rules }) => ({
    id,
    title: named(view, title),
    rules: rules.map((rule) => ({
      link: { text: rule.id, href: checkPath(rule.id) },
      title: named(view, rule.title),
      severity: shownSeverity(view, severityOf(view.handbook, rule)),
      core: rule.core ?? false,
      count: counts.get(rule.id) ?? 0,
    })),
  }));
}

/** The rules that have a page. */
export function ruleIds(): string[] {
  return [...catalogue.keys()];
}

/** @throws {Error} if there is no rule of this id */
export function rulePage(view: View, site: Site, id: string): RulePage {
  const { handbook, language, words } = view;
  const rule = ruleOf(id);
  const severity = severityOf(handbook, rule);
  const count = countsByRule(site).get(rule.id);
  const family = families[familyOf(rule.id)];
  return {
    id: rule.id,
    family: family ? named(view, family) : '',
    title: named(view, rule.title),
    subtitle: language === 'en' ? rule.title.zh : rule.title.en,
    severity: shownSeverity(view, severity),
    ownSeverity: severity === rule.severity ? undefined : shownSeverity(view, rule.severity),
    core: rule.core ?? false,
    findings: count ? { text: words.findingCount(count), href: `${qualityPath}#${rule.id}` } : undefined,
    reason: named(view, rule.reason),
    remedy: named(view, rule.remedy),
    example: comparedExample(rule.example),
    settings: rule.core
      ? undefined
      : { severity: severityYaml(rule, severity), waiver: isWaivable(rule) ? waiverYaml(view, rule) : undefined },
  };
}

/** How many rules have judged what a site shows, and which ones the handbook has switched off. */
export function rulesApplied(site: Pick<Site, 'library' | 'preview' | 'stale'>): { run: number; off: Link[] } {
  const run = rulesRun(site.stale ? undefined : site.library).size;
  const off = [...catalogue.values()].filter((rule) => severityOf(site.library.working, rule) === 'off');
  return {
    // What is published has also passed the rule about its links; the pages of a preview are made one by one.
    run: site.preview ? run : run + 1,
    off: off.map(({ id }) => ({ text: id, href: checkPath(id) })),
  };
}

/** For the page of a rule: the rules about the same, and those before and after it. */
export function ruleNavigation(view: View, id: string): Navigation {
  const rule = ruleOf(id);
  const link = (other: RuleDescription | undefined): Link | undefined =>
    other && { text: `${other.id} ${named(view, other.title)}`, href: checkPath(other.id) };
  const groups = rulesByFamily();
  const inOrder = groups.flatMap(({ rules }) => rules);
  const index = inOrder.indexOf(rule);
  const own = groups.find((group) => group.id === familyOf(id));
  return {
    breadcrumbs: [
      { text: view.words.home, href: '/' },
      { text: view.words.checks, href: checksPath },
      { text: rule.id },
    ],
    chapter: own
      ? [
          {
            title: named(view, own.title),
            links: own.rules.map((other) => ({ ...link(other)!, current: other === rule })),
          },
        ]
      : [],
    previous: link(inOrder[index - 1]),
    next: link(inOrder[index + 1]),
  };
}

export function shownSeverity({ words }: View, id: Severity | 'off'): ShownSeverity {
  return { id, text: words.severities[id] };
}

function ruleOf(id: string): RuleDescription {
  const rule = catalogue.get(id);
  if (!rule) throw new Error(`There is no rule ${id}`);
  return rule;
}

function countsByRule(site: Site): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, waiver } of shownFindings(site)) {
    if (!waiver) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts;
}

/** Both pieces by lines; a line that the other piece does not have is what the example is about. */
function comparedExample({ file, wrong, right }: Example): RulePage['example'] {
  const lines = (text: string) => text.replace(/\n$/, '').split('\n');
  const compared = (own: string, other: string) => {
    const known = new Set(lines(other));
    return lines(own).map((text) => ({ text, differs: text.trim() !== '' && !known.has(text) }));
  };
  return { file, wrong: compared(wrong, right), right: compared(right, wrong) };
}

function severityYaml(rule: RuleDescription, severity: Severity | 'off'): string {
  const other = severity === 'warning' ? 'error' : 'warning';
  return `# handbook.yaml\nchecks:\n  severities:\n    ${rule.id}: ${other}   # error, warning, info, off`;
}

/** An entry of the register as it would look here; half a year is what one would grant. */
function waiverYaml({ handbook, words }: View, { id, example }: RuleDescription): string {
  const numbers = [...handbook.documents.keys()];
  const number = numbers.find((known) => example.file.includes(known)) ?? numbers[0] ?? '';
  const [person = ''] = handbook.people.keys();
  return [
    '# registers/waivers.yaml',
    'entries:',
    `  - rule: ${id}`,
    `    document: ${number}   # document, clause, file`,
    `    reason: ${words.waiverReason}`,
    `    approved: ${person}`,
    `    until: ${addMonths(handbook.asOf, 6)}`,
  ].join('\n');
}
