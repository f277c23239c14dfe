/** The registers that follow from the documents and their releases. */
import { addDays } from './days.ts';
import { reviewMonths } from './front-matter.ts';
import type { GeneratedRelease } from './history.ts';
import { manager, representative, staffOf } from './organisation.ts';
import { departments } from './organisation-words.ts';
import type { Planned } from './outline.ts';
import type { Random } from './random.ts';
import { addMonths } from '../../src/control/state.ts';
import { kinds } from '../../src/schema/documents.ts';

/** A document with its releases, oldest first. */
export interface Issued {
  document: Planned;
  releases: readonly GeneratedRelease[];
}

type Entry = Record<string, unknown>;

/** Name of a register → its entries. */
export function documentRegisters(
  random: Random,
  issued: readonly Issued[],
  withdrawn: readonly Issued[],
  asOf: string,
): Map<string, Entry[]> {
  const reviewed = issued.flatMap((item) => reviewOf(random, item, asOf));
  return new Map([
    ['reviews', reviewed.map(({ entry }) => entry).sort(byDay('on'))],
    ['revision-plan', revisionPlan(issued, new Map(reviewed.map(({ number, on }) => [number, on])), asOf)],
    ['distribution', issued.flatMap((item) => copies(item, asOf))],
    ['withdrawals', withdrawn.map((item) => withdrawal(item, issued)).sort(byDay('on'))],
    ['review-board', boardMeetings(issued, withdrawn)],
  ]);
}

function byDay(key: string): (a: Entry, b: Entry) => number {
  return (a, b) => (String(a[key]) < String(b[key]) ? -1 : 1);
}

/** The review of a document that was due before today and found nothing to change. */
function reviewOf(
  random: Random,
  { document, releases }: Issued,
  asOf: string,
): { number: string; on: string; entry: Entry }[] {
  const newest = releases.at(-1)!;
  const on = addDays(newest.approved.on, Math.round(reviewMonths[document.kind] * 27.5) - random.whole(0, 20));
  if (on > asOf) return [];
  const { number } = document;
  const conclusion = random.pick(['抽查三份记录，做法与规定一致，无须修改。', '对照当期审核结果，继续适用。']);
  return [{ number, on, entry: { document: number, version: newest.version, on, by: newest.reviewed.by, conclusion } }];
}

/** What was revised and reviewed this year, and what falls due in it yet. */
function revisionPlan(issued: readonly Issued[], reviewedOn: ReadonlyMap<string, string>, asOf: string): Entry[] {
  const year = asOf.slice(0, 4);
  return issued.flatMap(({ document: { number, kind, owner }, releases }): Entry[] => {
    if (kinds[kind].level > 3) return [];
    const { version, approved } = releases.at(-1)!;
    const reviewed = reviewedOn.get(number);
    const due = addMonths(reviewed ?? approved.on, reviewMonths[kind]);
    const base = { year: Number(year), document: number };
    if (reviewed?.startsWith(year)) {
      const plan = { action: 'review', reason: '评审周期届满', owner, due: addDays(reviewed, 20) };
      return [{ ...base, ...plan, done: reviewed, result: `无需修改，${version} 继续有效` }];
    }
    if (approved.on.startsWith(year) && releases.length > 1) {
      const plan = { action: 'revise', reason: '上年度内部审核的观察项', owner, due: addDays(approved.on, 20) };
      return [{ ...base, ...plan, done: approved.on, result: `${version} 已发布` }];
    }
    return due.startsWith(year) ? [{ ...base, action: 'review', reason: '评审周期届满', owner, due }] : [];
  });
}

/** A copy of each version of the manual and the policies in every department; what was replaced came back. */
function copies({ document: { number, kind }, releases }: Issued, asOf: string): Entry[] {
  if (kind !== 'manual' && kind !== 'policy') return [];
  const series = number.slice('BN-'.length).replaceAll('-', '');
  const controlled = releases.flatMap(({ version, effective }, release) =>
    departments.map(({ id }, place) => {
      const next = releases[release + 1]?.effective;
      const count = String(release * departments.length + place + 1).padStart(2, '0');
      const signed = staffOf.get(id)!.head;
      const recalled = next && addDays(next, 3) <= asOf ? addDays(next, 3) : undefined;
      return { document: number, version, copy: `${series}-${count}`, issued: effective, holder: id, signed, recalled };
    }),
  );
  const { version, effective } = releases.at(-1)!;
  const outside = { uncontrolled: true, recipient: '客户的采购部门', purpose: '合同谈判', approved: representative.id };
  return [...controlled, { document: number, version, copy: `${series}-F1`, issued: effective, ...outside }];
}

/** The instruction was joined to another one of the same procedure, if there is one. */
function withdrawal({ document, releases }: Issued, issued: readonly Issued[]): Entry {
  const on = withdrawnOn(releases);
  const successor = successorOf(document, issued, on);
  return {
    document: document.number,
    on,
    approved: releases.at(-1)!.approved.by,
    reason: '内容并入其他文件，不再单独使用，制度评审会决定作废。',
    successors: successor ? [successor.number] : [],
  };
}

function withdrawnOn(releases: readonly GeneratedRelease[]): string {
  return addDays(releases.at(-1)!.effective, 200);
}

function successorOf({ procedure }: Planned, issued: readonly Issued[], on: string): Planned | undefined {
  const others = issued.filter(({ releases }) => releases[0]!.effective <= on).map((item) => item.document);
  return others.find((other) => other.procedure === procedure);
}

/** The board decided on what was withdrawn, and on some of the new documents; five decisions a meeting. */
function boardMeetings(issued: readonly Issued[], withdrawn: readonly Issued[]): Entry[] {
  const decisions = [
    ...withdrawn.map(({ document, releases }) => ({
      document: document.number,
      decision: 'withdraw',
      on: addDays(withdrawnOn(releases), -30),
      reason: '与同一程序的其他作业指导书重复，近一年没有单独使用过。',
    })),
    ...issued
      .filter((_, index) => index % 40 === 3)
      .map(({ document, releases }) => ({
        document: document.number,
        decision: 'new',
        on: addDays(releases[0]!.prepared.on, -10),
        reason: '现场已有做法而没有成文，新人只能靠口头交接。',
      })),
  ].sort(byDay('on'));
  const ratings = { compliance: 'good', reasonableness: 'good', rigour: 'acceptable', operability: 'good' };
  const groups = Map.groupBy(decisions, (_) => decisions.indexOf(_) - (decisions.indexOf(_) % 5));
  return [...groups.values()].map((group, index) => {
    const on = group.at(-1)!.on;
    return {
      id: `RB-${on.slice(0, 4)}-${String(index + 1).padStart(2, '0')}`,
      on,
      chair: manager.id,
      participants: [manager.id, representative.id, ...departments.slice(1, 4).map(({ id }) => staffOf.get(id)!.head)],
      decisions: group.map(({ document, decision, reason }) => ({ document, decision, ratings, reason })),
    };
  });
}
