import { releasesOf } from '../../control/state.ts';
import type { Handbook } from '../../handbook/graph.ts';
import type { Library } from '../../handbook/open.ts';
import { isYetToCome, notYet } from '../claims.ts';
import type { Report, Rule } from '../rule.ts';
import { titled } from '../titled.ts';

/** References do not lead to documents that are no longer, or not yet, in force (brief 000-10). */
export const ref05: Rule = {
  id: 'REF-05',
  severity: 'error',
  title: { zh: '不引用已作废或尚未实施的文件', en: 'References lead to documents in force' },
  reason: {
    zh: '按作废文件办事是常见的不符合。',
    en: 'Working to obsolete documents is a frequent nonconformity.',
  },
  remedy: {
    zh: '改为引用替代它的文件，或删除引用。',
    en: 'Refer to the document that replaced it, or drop the reference.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-16.mdx',
    wrong: 'related:\n  - HC-ITSM-B-33   # 已作废，由 HC-ITSM-B-17 替代',
    right: 'related:\n  - HC-ITSM-B-17',
  },
  *check(handbook, library) {
    const released = new Set(handbook.releases.map((release) => release.number));
    for (const reference of handbook.references) {
      const { to, from, place } = reference;
      const isThere = handbook.documents.has(to) || handbook.unreadable.has(to) || handbook.vanished.has(to);
      if (isThere || !released.has(to)) continue;
      const report: Report = { place: place(), document: from.number, ...explained(handbook, library, to) };
      yield isYetToCome(library, to) ? notYet(handbook, ref05, report) : report;
    }
  },
};

function explained(handbook: Handbook, { working, inForce }: Library, to: string): Pick<Report, 'message' | 'hint'> {
  const name = titled(working.documents.has(to) || working.withdrawn.has(to) ? working : inForce, to);
  const withdrawal = handbook.registers.withdrawals.find(({ document }) => document === to);
  if (withdrawal) {
    const { on, successors } = withdrawal;
    const names = successors.map((successor) => titled(handbook, successor));
    const isOver = on <= handbook.asOf;
    return {
      message: isOver
        ? { zh: `${name.zh}已于 ${on} 作废`, en: `${name.en} was withdrawn on ${on}` }
        : { zh: `${name.zh}将于 ${on} 作废`, en: `${name.en} will be withdrawn on ${on}` },
      hint: names.length
        ? {
            zh: `改为引用替代它的 ${names.map(({ zh }) => zh).join('、')}，或删除引用。`,
            en: `Refer to what replaced it, ${names.map(({ en }) => en).join(', ')}, or drop the reference.`,
          }
        : undefined,
    };
  }
  const effective = releasesOf(handbook, to).at(-1)!.entry.effective;
  return {
    message: {
      zh: `${name.zh}在 ${handbook.asOf} 不是现行有效的文件`,
      en: `${name.en} is not in force on ${handbook.asOf}`,
    },
    hint:
      effective > handbook.asOf
        ? {
            zh: `它从 ${effective} 起实施：本文件不早于那天实施，或删除引用。`,
            en: `It takes effect on ${effective}: let this document take effect no earlier, or drop the reference.`,
          }
        : undefined,
  };
}
