/** Plans the end of documents (作废): the entry in the register, and their working texts deleted. */
import type { Document, Reference, Release } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import { releasesInForce } from '../handbook/releases.ts';
import type { Bilingual } from '../schema/primitives.ts';
import type { Withdrawal } from '../schema/registers/withdrawals.ts';
import { callOf } from './call.ts';
import { contentPath, unknownDocument, unknownPerson, type Plan, type Refusal } from './plan.ts';
import { registerPath, withEntries } from './registers.ts';
import type { ReleasesPlan } from './release.ts';
import { unauthorised, type Unauthorised } from './signatories.ts';
import { signersOn } from './signers.ts';
import { newestRelease, releasesOf, workingState } from './state.ts';

export interface WithdrawalRequest {
  /** Each with what takes its place. */
  documents: readonly { number: string; successors: readonly string[] }[];
  reason: string;
  /** Who approved it, by id; whoever approved the last version if not given. */
  approved?: string;
  /** ISO day, the first one on which they are no longer in force; that of the library if not given. */
  on?: string;
  /** The register as it stands. */
  register: string;
  /** What is released in the same step: what takes their place, and what referred to them. */
  released?: ReleasesPlan;
}

export interface WithdrawalPlan extends Plan {
  on: string;
  entries: Omit<Withdrawal, 'retained'>[];
  releases: ReleasesPlan['releases'];
}

/**
 * What withdrawing documents would write, or why it is refused. The working texts go at once, also where the day is
 * still to come: what is in force stays so until that day, and the working graph shows the handbook without it, so that
 * two documents do not claim one clause there and nothing is left to be remembered on the day.
 */
export function planWithdrawal(library: Library, request: WithdrawalRequest): WithdrawalPlan | Refusal {
  const { documents, reason, released } = request;
  const on = request.on ?? library.asOf;
  const numbers = documents.map(({ number }) => number);
  const entries: WithdrawalPlan['entries'] = [];
  const deleted = new Map<string, null>();
  for (const { number, successors } of documents) {
    const newest = newestRelease(library.working, number);
    const refusal = notWithdrawable(library, number, newest, on);
    if (refusal || !newest) return refusal ?? neverReleased(library, number);
    const approved = request.approved ?? newest.entry.approved.by;
    const unfit =
      unfitApprover(library, number, approved, on) ??
      successors.map((successor) => unfitSuccessor(library, successor, request, on)).find(Boolean);
    if (unfit) return unfit;
    entries.push({ document: number, on, approved, reason, successors: [...successors] });
    for (const file of filesOf(library, number, on)) deleted.set(contentPath(library.working, file), null);
  }
  const refusal = stillReferenced(library, numbers, released?.releases ?? [], on);
  if (refusal) return refusal;
  const register = withEntries(request.register, entries.map(writtenEntry));
  const changes = new Map([...(released?.changes ?? []), [registerPath('withdrawals'), register], ...deleted]);
  return { on, entries, releases: released?.releases ?? [], changes };
}

/** A list that is empty is not written. */
function writtenEntry({ successors, ...entry }: WithdrawalPlan['entries'][number]): object {
  return successors.length ? { ...entry, successors } : entry;
}

function neverReleased({ working }: Library, number: string): Refusal {
  const document = working.documents.get(number);
  if (!document)
    return unknownDocument(number, [...working.documents.keys(), ...working.releases.map((item) => item.number)]);
  const files = document.parts.map(({ source }) => source.file).join('、');
  return {
    refused: { zh: `${number} 从未发布过，不用作废`, en: `${number} was never released; there is nothing to withdraw` },
    hint: { zh: `不要的草稿直接删除：${files}`, en: `Simply delete a draft that is not wanted: ${files}` },
  };
}

function notWithdrawable(
  library: Library,
  number: string,
  newest: Release | undefined,
  on: string,
): Refusal | undefined {
  if (!newest) return neverReleased(library, number);
  const registered = library.working.registers.withdrawals.find(({ document }) => document === number);
  if (registered) {
    return {
      refused: {
        zh: `${number} 已登记于 ${registered.on} 作废`,
        en: `The withdrawal of ${number} on ${registered.on} is registered already`,
      },
      hint: {
        zh: '要更正的，修改 registers/withdrawals.yaml。',
        en: 'To correct it, edit registers/withdrawals.yaml.',
      },
    };
  }
  if (newest.entry.effective >= on) {
    return {
      refused: {
        zh: `${number} ${newest.version} 自 ${newest.entry.effective} 起实施，不能在 ${on} 作废`,
        en: `${number} ${newest.version} is effective from ${newest.entry.effective} and cannot be withdrawn on ${on}`,
      },
      hint: { zh: '用 --on 给出更晚的日期。', en: 'Give a later day with --on.' },
    };
  }
  const working = library.working.documents.get(number);
  const isGone = library.working.vanished.has(number);
  if (library.working.unreadable.has(number) || (working?.release && !isGone)) {
    return {
      refused: { zh: `${number} 的编辑稿无法读取`, en: `The working text of ${number} cannot be read` },
      hint: {
        zh: `运行 ${callOf('check', library.folder)}，改正后再作废。`,
        en: `Run ${callOf('check', library.folder)} and mend it first.`,
      },
    };
  }
  if (working && workingState(library, working) === 'unreleased') {
    return {
      refused: {
        zh: `${number} 的编辑稿有未发布的修改，作废会把它们一起删除`,
        en: `The working text of ${number} has unreleased changes, which would be deleted with it`,
      },
      hint: {
        zh: `看修改：${callOf(`diff ${number}`, library.folder)}；不要的用 git 退回后再作废。`,
        en: `See them with ${callOf(`diff ${number}`, library.folder)}; take them back with git first if they are not wanted.`,
      },
    };
  }
  return undefined;
}

/**
 * Whether a person may approve that a document is withdrawn: it takes the same authority as approving the document, and
 * is given today, or was on the day of the withdrawal where that has come.
 * @returns undefined if so, or if nobody can say because a name does not exist
 */
export function unauthorisedWithdrawal(
  library: Library,
  { document: number, approved: by, on }: Pick<Withdrawal, 'document' | 'approved' | 'on'>,
): (Unauthorised & { document: Document; day: string }) | undefined {
  const newest = newestRelease(library.working, number);
  const document = library.working.documents.get(number) ?? (newest && library.read(newest));
  const day = on < library.asOf ? on : library.asOf;
  const refused = document && unauthorised(library.working, document, 'approved', { by, on: day });
  return document && refused && { ...refused, document, day };
}

/** True if a version of a document is in force on a day, as far as that is released and registered. */
export function isInForceOn({ working }: Library, number: string, day: string): boolean {
  const ended = working.registers.withdrawals.find((item) => item.document === number && item.on <= day);
  return !ended && releasesInForce(releasesOf(working, number), day).length > 0;
}

function unfitApprover(library: Library, number: string, by: string, on: string): Refusal | undefined {
  if (!library.working.people.has(by)) return unknownPerson(library.working, by);
  const refused = unauthorisedWithdrawal(library, { document: number, approved: by, on });
  if (!refused) return undefined;
  const { document, day } = refused;
  const { name } = library.working.people.get(by)!.data;
  const allowed = { zh: refused.allowed.map(({ zh }) => zh), en: refused.allowed.map(({ en }) => en) };
  const able = signersOn(library.working, document, 'approved', day).join(', ');
  return {
    refused: {
      zh: `${name.zh}在 ${day} 无权批准 ${number} 作废`,
      en: `${name.en} had no authority on ${day} to approve the withdrawal of ${number}`,
    },
    hint: {
      zh: `应由${allowed.zh.join('或')}批准（--approved ${able || '人员'}）。`,
      en: `It takes ${allowed.en.join(' or ')} (--approved ${able || 'PERSON'}).`,
    },
  };
}

/** The files of a working text, if it is still there, and of its translations once the document is not in force. */
function filesOf({ working, asOf }: Library, number: string, on: string): string[] {
  const parts: Document['parts'] = working.vanished.has(number) ? [] : (working.documents.get(number)?.parts ?? []);
  const translations = on <= asOf ? (working.translations.get(number) ?? []) : [];
  return [...parts, ...translations].map(({ source }) => source.file);
}

function unfitSuccessor(
  library: Library,
  number: string,
  { documents, released }: WithdrawalRequest,
  on: string,
): Refusal | undefined {
  const { working } = library;
  if (documents.some((document) => document.number === number)) {
    return {
      refused: {
        zh: `${number} 自己也要作废，不能替代别的文件`,
        en: `${number} is withdrawn itself and replaces nothing`,
      },
    };
  }
  if (released?.releases.some((plan) => plan.number === number && plan.effective <= on)) return undefined;
  if (!working.documents.has(number)) return unknownDocument(number, working.documents.keys());
  if (isInForceOn(library, number, on)) return undefined;
  return {
    refused: {
      zh: `替代文件 ${number} 在 ${on} 没有现行有效的版本`,
      en: `No version of ${number}, which is to take its place, is in force on ${on}`,
    },
    hint: {
      zh: `先发布 ${number}，实施日期不晚于 ${on}；或用 --release ${number} 一并发布。`,
      en: `Release ${number} first, effective ${on} or earlier, or in the same step with --release ${number}.`,
    },
  };
}

/** Working to obsolete documents is what REF-05 keeps from happening: here it is told before, by name. */
function stillReferenced(
  library: Library,
  numbers: readonly string[],
  released: ReleasesPlan['releases'],
  on: string,
): Refusal | undefined {
  const replaced = new Set(released.filter(({ effective }) => effective <= on).map(({ number }) => number));
  const validThen = new Set(releasesInForce(library.releases, on).filter(({ number }) => !replaced.has(number)));
  const remain = ({ from }: Reference) =>
    !numbers.includes(from.number) && (!from.release || validThen.has(from.release));
  const references = [library.working, library.inForce]
    .flatMap(({ referencedBy }) => numbers.flatMap((number) => referencedBy.get(number) ?? []))
    .filter(remain);
  if (!references.length) return undefined;
  const from = [...new Set(references.map((reference) => reference.from.number))];
  const places = references.map((reference) => {
    const { file, line } = reference.place();
    return `${file}:${line}`;
  });
  const where = [...new Set(places)].join('\n  ');
  const targets = [...new Set(references.map(({ to }) => to))];
  const list: Bilingual = { zh: from.join('、'), en: from.join(', ') };
  return {
    refused: {
      zh: `还有 ${from.length} 份文件引用 ${targets.join('、')}：${list.zh}`,
      en: `${from.length} documents still refer to ${targets.join(', ')}: ${list.en}`,
    },
    hint: {
      zh: `先修改并发布它们，实施日期不晚于 ${on}，或用 --release 一并发布；要一起作废的用 --with 指出。引用的位置：\n  ${where}`,
      en: `Revise and release them first, effective ${on} or earlier, or in the same step with --release; name with --with what ends with it. The references:\n  ${where}`,
    },
  };
}
