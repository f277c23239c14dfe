/** The state of the handbook as its check sees it, for those who maintain and audit it. */
import { findRule } from '../checks/catalogue.ts';
import { aspects, coverageSummary, type Aspect } from '../checks/coverage.ts';
import { withoutSignature } from '../control/signature.ts';
import { addMonths, nextReview } from '../control/state.ts';
import type { Finding, Severity } from '../handbook/finding.ts';
import { claimNotice } from './claim.ts';
import { rulesApplied } from './check-page.ts';
import {
  findingItem,
  ruleLink,
  severities,
  severityCounts,
  shownFindings,
  type FindingItem,
  type SeverityCount,
} from './findings.ts';
import type { Site } from './site.ts';
import { clauseLink, named, numberedLink, personName, roleLink, type Link, type View } from './view.ts';

/** The findings of one rule. */
export interface RuleFindings {
  /** Anchor: the id of the rule; none if its findings have two severities and this is the second. */
  id: string | undefined;
  rule: Link;
  title: string;
  /** What to do, if it is the same for all of them. */
  hint: string;
  items: FindingItem[];
}

export interface SeverityGroup {
  severity: Severity;
  title: string;
  rules: RuleFindings[];
}

/** A finding that was accepted for a time. */
export interface AcceptedFinding {
  item: FindingItem;
  reason: string;
  approved: string;
  /** ISO day, the last one on which it is accepted. */
  until: string;
}

export interface QualityPage {
  /** What was judged, by how many rules. */
  intro: string;
  counts: SeverityCount[];
  groups: SeverityGroup[];
  /** Rules that this handbook does not apply. */
  off: Link[];
  accepted: AcceptedFinding[];
  /** `claim` says that a standard is not claimed yet, if so. */
  coverage: {
    standard: string;
    claim: string;
    shares: { label: string; met: number; of: number; missing: Link[] }[];
  }[];
  /** Since when which signatures are required, and how many versions bear none. */
  signatures: string[];
  /** Documents whose review is overdue, or due within three months. */
  reviews: { document: Link; owner: Link; due: string }[];
}

export function qualityPage(view: View, site: Site): QualityPage {
  const { words, handbook } = view;
  const findings = shownFindings(site);
  const open = findings.filter(({ waiver }) => !waiver);
  const { run, off } = rulesApplied(site);
  const anchors = new Set<string>();
  return {
    intro: site.preview ? words.qualityPreview(run) : words.qualityPublished(handbook.asOf, run),
    counts: severityCounts(view, open),
    groups: severities.flatMap((severity): SeverityGroup[] => {
      const own = open.filter((finding) => finding.severity === severity);
      if (!own.length) return [];
      return [{ severity, title: words.severityCount[severity](own.length), rules: byRule(view, site, own, anchors) }];
    }),
    off,
    accepted: findings.flatMap((finding): AcceptedFinding[] =>
      finding.waiver
        ? [
            {
              item: findingItem(view, site, finding),
              reason: finding.waiver.reason,
              approved: personName(view, finding.waiver.approved),
              until: finding.waiver.until,
            },
          ]
        : [],
    ),
    coverage: coverageSummary(handbook).map((summary) => ({
      standard: handbook.standards.get(summary.standard)!.data.reference,
      claim: claimNotice(view, handbook.standards.get(summary.standard)!),
      shares: aspects.map((aspect) => {
        const { met, of, missing } = summary[aspect];
        return {
          label: words.coverageOf[aspect],
          met,
          of,
          missing: missing.map(({ reference, title }) => missingLink(view, reference, named(view, title), aspect)),
        };
      }),
    })),
    signatures: signatures(view),
    reviews: dueReviews(view),
  };
}

function byRule(view: View, site: Site, findings: readonly Finding[], anchors: Set<string>): RuleFindings[] {
  return [...Map.groupBy(findings, ({ rule }) => rule)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, own]) => {
      const items = own.map((finding) => findingItem(view, site, finding));
      const [first] = items;
      const isShared = items.length > 1 && items.every(({ hint }) => hint === first?.hint);
      const title = findRule(rule)?.title;
      const id = anchors.has(rule) ? undefined : rule;
      anchors.add(rule);
      return {
        id,
        rule: ruleLink(rule),
        title: title ? named(view, title) : '',
        hint: isShared ? (first?.hint ?? '') : '',
        items: isShared ? items.map((item) => ({ ...item, hint: '' })) : items,
      };
    });
}

/** A clause, or an item of documented information with the clause that asks for it. */
function missingLink(view: View, reference: string, title: string, aspect: Aspect): Link {
  if (aspect !== 'information') return clauseLink(view, reference, { title: true });
  const clause = clauseLink(view, reference.slice(0, reference.lastIndexOf('/')));
  return { ...clause, text: `${clause.text} ${title}` };
}

function signatures({ handbook, words }: View): string[] {
  const { signatures: required } = handbook.settings;
  const { unsigned, free } = withoutSignature(handbook);
  const steps = words.list(required?.required.map((step) => words[step]) ?? []);
  const asked = required ? words.signaturesRequired(steps, required.since) : words.signaturesNotRequired;
  return [asked, words.signaturesMissing(handbook.releases.length, unsigned, free)];
}

function dueReviews(view: View): QualityPage['reviews'] {
  const { handbook } = view;
  const limit = addMonths(handbook.asOf, 3);
  return [...handbook.documents.values()]
    .map((document) => ({ document, due: nextReview(handbook, document) ?? '' }))
    .filter(({ due }) => due !== '' && due <= limit)
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .map(({ document, due }) => ({
      document: numberedLink(view, document.number),
      owner: roleLink(view, document.data.owner),
      due,
    }));
}
