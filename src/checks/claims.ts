/** From which day on a handbook claims to meet a standard: while it is being built up, gaps are no errors yet. */
import type { Clause, Document, Handbook } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import type { Bilingual } from '../schema/primitives.ts';
import type { Report, RuleDescription } from './rule.ts';
import { severityOf } from './severities.ts';

/** The day from which on the handbook claims to meet a standard (`since` in handbook.yaml), while it lies ahead. */
export function claimAhead(
  { settings, asOf }: Pick<Handbook, 'settings' | 'asOf'>,
  standard: string,
): string | undefined {
  const since = settings.standards.find(({ id }) => id === standard)?.since;
  return since !== undefined && since > asOf ? since : undefined;
}

/**
 * The report that something is still missing for a clause. Before the handbook claims to meet the standard it is at most
 * a warning, which says when it becomes an error. What is there and wrong is never a gap.
 * @param written the working text that fills the gap; what is missing in the graph in force then is its release
 */
export function gap(
  handbook: Handbook,
  rule: RuleDescription,
  { standard }: Pick<Clause, 'standard'>,
  report: Report,
  written?: Document,
): Report {
  const hint = written && handbook.edition === 'in-force' ? releaseHint(written) : (report.hint ?? rule.remedy);
  const since = claimAhead(handbook, standard.id);
  if (since === undefined || severityOf(handbook, rule) !== 'error') return { ...report, hint, isGap: true };
  return {
    ...report,
    hint: {
      zh: `${hint.zh}本手册自 ${since} 起声明符合 ${standard.id}：到那天还缺，就是错误。`,
      en: `${hint.en} The handbook claims to meet ${standard.id} from ${since}: if it is still missing then, it is an error.`,
    },
    isGap: true,
    atMost: 'warning',
  };
}

function releaseHint({ number }: Document): Bilingual {
  return {
    zh: `${number} 的编辑稿中已经有了：发布 ${number}。`,
    en: `The working text of ${number} has it: release ${number}.`,
  };
}

/**
 * The report that a document is referred to that is written, or released for a later day, and was never in force. While
 * a handbook is being built up it is at most a warning: the name has no link yet, and will have one. A handbook that
 * claims to meet one standard is in operation, also while it is being extended by another one.
 */
export function notYet(handbook: Handbook, rule: RuleDescription, report: Report): Report {
  const days = handbook.settings.standards.map(({ id }) => claimAhead(handbook, id) ?? '');
  const [since] = days.sort();
  if (!since || severityOf(handbook, rule) !== 'error') return report;
  const { zh, en } = report.hint ?? rule.remedy;
  return {
    ...report,
    hint: {
      zh: `${zh}手册在建设中，到 ${since} 还是这样，就是错误。`,
      en: `${en} The handbook is being built up: if it is still so on ${since}, it is an error.`,
    },
    atMost: 'warning',
  };
}

/** True for a document of the working texts of which no version was ever in force. */
export function isYetToCome({ working, asOf }: Pick<Library, 'working' | 'asOf'>, number: string): boolean {
  if (!working.documents.has(number) || working.withdrawals.has(number)) return false;
  return !working.releases.some((release) => release.number === number && release.entry.effective <= asOf);
}
