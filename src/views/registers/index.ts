/** The registers of records that rules judge, each with its page: what audits and maintenance of the system leave. */
import { recordPath } from '../../handbook/address.ts';
import type { Clause, Handbook } from '../../handbook/graph.ts';
import type { Words } from '../../i18n/index.ts';
import type { Link, View } from '../view.ts';
import { auditsPage } from './audits.ts';
import { distributionPage } from './distribution.ts';
import { managementReviewsPage } from './management-reviews.ts';
import { objectivesPage } from './objectives.ts';
import type { RecordPage } from './page.ts';
import { revisionPlanPage } from './revision-plan.ts';

/** Name of the register, and of its page → what the page shows. */
const pages = {
  audits: auditsPage,
  'management-reviews': managementReviewsPage,
  objectives: objectivesPage,
  'revision-plan': revisionPlanPage,
  distribution: distributionPage,
} satisfies Record<string, (view: View) => RecordPage>;

export type RecordRegister = keyof typeof pages;

/**
 * Those that a site shows, in the order of the routes: what people write in them may be about any document, so that there
 * is none of them where a profile leaves documents out, or is for readers outside.
 */
export function recordRegisters({ profile }: Pick<Handbook, 'profile'>): RecordRegister[] {
  return profile?.external || profile?.leftOut.size ? [] : (Object.keys(pages) as RecordRegister[]);
}

/** What they are called. */
const titles: Record<RecordRegister, keyof Words> = {
  audits: 'audits',
  'management-reviews': 'managementReviews',
  objectives: 'objectives',
  'revision-plan': 'revisionPlan',
  distribution: 'distribution',
};

/** The page of a register. */
export function recordPage(view: View, register: RecordRegister): RecordPage {
  return pages[register](view);
}

/** The ways to the pages of some registers, as far as the site shows them. */
export function recordLinks({ handbook, words }: View, wanted: readonly RecordRegister[]): Link[] {
  const shown = recordRegisters(handbook);
  return wanted
    .filter((register) => shown.includes(register))
    .map((register) => ({ text: words[titles[register]] as string, href: recordPath(register) }));
}

/** The clause whose evidence a register is; the number is the same in all management-system standards of ISO. */
const evidence: readonly [clause: string, register: RecordRegister][] = [
  ['6.2', 'objectives'],
  ['7.5', 'distribution'],
  ['7.5', 'revision-plan'],
  ['9.2', 'audits'],
  ['9.3', 'management-reviews'],
];

/** The registers with the records that a clause in force asks for: those of the clause itself and of what it is part of. */
export function clauseRecords(view: View, { number, standard }: Clause): Link[] {
  const { handbook } = view;
  if (!handbook.standardsInForce.includes(standard)) return [];
  const own = evidence.filter(([clause]) => number === clause || number.startsWith(`${clause}.`));
  return recordLinks(
    view,
    own.map(([, register]) => register),
  );
}
