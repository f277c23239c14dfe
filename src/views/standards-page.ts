/** All standards whose clauses are listed, and how far those in force are met. */
import type { Clause } from '../handbook/graph.ts';
import { standardPath } from '../handbook/address.ts';
import { claimNotice } from './claim.ts';
import { coveragePage } from './coverage-page.ts';
import { clauseLink, named, type Link, type View } from './view.ts';

export interface StandardSummary {
  link: Link;
  title: string;
  /** How many clauses there are, and how many are met; of a standard that is not in force, that it is for comparison. */
  figures: string;
  /** Says that the standard is not claimed yet, if so. */
  claim: string;
  /** The chapters; those with required clauses say how many are met. */
  chapters: { link: Link; met: number; of: number; text: string }[];
}

/** The standards in force first, then those that are there for comparison. */
export function standardsPage(view: View): StandardSummary[] {
  const { handbook, words } = view;
  const { rows, summary } = coveragePage(view);
  const inForce = new Set(handbook.standardsInForce);
  const chapter = (clause: Clause) => {
    const own = rows.filter((row) => row.chapter === clause.reference);
    const met = own.filter(({ missing }) => !missing).length;
    const link = clauseLink(view, clause.reference, { title: true });
    return { link, met, of: own.length, text: own.length ? words.coverageCount(met, own.length) : '' };
  };
  return [...inForce.union(new Set(handbook.standards.values()))].map((standard) => ({
    link: { text: standard.data.reference, href: standardPath(standard.id) },
    title: named(view, standard.data.title),
    figures: words.clausesListed(
      standard.clauses.length,
      summary[handbook.standardsInForce.indexOf(standard)]?.text ?? words.standardForComparison,
    ),
    claim: claimNotice(view, standard),
    chapters: standard.clauses.filter(({ parent }) => !parent).map(chapter),
  }));
}
