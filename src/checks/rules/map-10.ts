import type { Place } from '../../handbook/finding.ts';
import type { Clause, Document, Handbook } from '../../handbook/graph.ts';
import { findClause } from '../../handbook/resolve.ts';
import type { Report, Rule } from '../rule.ts';

/**
 * With several standards, each clause is met or marked as not applicable, and not both (brief 001-07).
 *
 * That a clause without such a mark is met is for MAP-01, and marks where the standard permits none are for MAP-08. What
 * remains are the marks of the other standards: they must take effect, which they do for leaf clauses of their own
 * standard only, and must not contradict the documents. A section of the manual may explain why a clause does not apply.
 */
export const map10: Rule = {
  id: 'MAP-10',
  severity: 'warning',
  title: {
    zh: '条款要么落实，要么标为不适用，不能两者都是',
    en: 'A clause is met or marked as not applicable, not both',
  },
  reason: {
    zh: '既说不适用又有文件落实，审核员无法判断哪个是真的；标错的不适用不起作用，条款仍会被当作缺口。',
    en: 'A clause that is “not applicable” and yet met leaves the auditor guessing; a mark in the wrong place has no effect.',
  },
  remedy: {
    zh: '在 handbook.yaml 的 exclusions 中逐条写末级条款；已经落实的从 exclusions 中删除。',
    en: 'Name leaf clauses one by one in exclusions of handbook.yaml; take out what is met.',
  },
  example: {
    file: 'handbook.yaml',
    wrong:
      'standards:\n  - id: iso20000-1:2018\n  - id: iso9001:2015\n    exclusions:\n      # 8.3 有下级条款，写在这里不起作用\n      - { clause: iso9001:2015/8.3, justification: 不做产品设计, approved: gu-zhiyuan, until: 2027-12-31 }',
    right:
      'standards:\n  - id: iso20000-1:2018\n  - id: iso9001:2015\n    exclusions:\n      - { clause: iso9001:2015/8.3.1, justification: 不做产品设计, approved: gu-zhiyuan, until: 2027-12-31 }\n      - { clause: iso9001:2015/8.3.2, justification: 不做产品设计, approved: gu-zhiyuan, until: 2027-12-31 }',
  },
  *check(handbook) {
    for (const [index, { id, exclusions }] of handbook.settings.standards.entries()) {
      if (handbook.standards.get(id)?.data.exclusions !== 'justified') continue;
      const seen = new Set<Clause>();
      for (const [row, exclusion] of exclusions.entries()) {
        const clause = findClause(handbook.standards, exclusion.clause);
        // Unknown clauses are for MAP-05.
        if (!clause) continue;
        const at = (key: string) => handbook.settingsSource.place(['standards', index, 'exclusions', row, key]);
        const report =
          withoutEffect(id, clause, exclusion.clause, at) ??
          (seen.has(clause) ? doubled(clause, at) : contradicted(handbook, clause, exclusion.until, at));
        if (report) yield { ...report, clause: clause.reference };
        seen.add(clause);
      }
    }
  },
};

type At = (key: string) => Place;

/** A mark that excludes nothing, because it does not name a leaf clause of the standard that it stands under. */
function withoutEffect(standard: string, clause: Clause, written: string, at: At): Report | undefined {
  const { zh, en } = clause.data.title;
  if (clause.standard.id !== standard) {
    return {
      place: at('clause'),
      message: {
        zh: `${clause.reference} 不是 ${standard} 的条款，写在这里不起作用`,
        en: `${clause.reference} is no clause of ${standard}; here it has no effect`,
      },
      hint: { zh: `移到 ${clause.standard.id} 的 exclusions。`, en: `Move it to exclusions of ${clause.standard.id}.` },
    };
  }
  if (!clause.leaf) {
    const children = clause.children.map(({ number }) => number);
    return {
      place: at('clause'),
      message: {
        zh: `条款 ${clause.number} ${zh}有下级条款，标为不适用不起作用`,
        en: `Clause ${clause.number} ${en} has clauses below it; marking it as not applicable has no effect`,
      },
      hint: {
        zh: `逐条写末级条款：${children.join('、')}。`,
        en: `Name the leaf clauses one by one: ${children.join(', ')}.`,
      },
    };
  }
  if (written === clause.reference) return undefined;
  return {
    place: at('clause'),
    message: {
      zh: `${written} 是条款 ${clause.number} 中的一段，单独标为不适用不起作用`,
      en: `${written} is a paragraph of clause ${clause.number}; marked by itself it has no effect`,
    },
    hint: { zh: `写 ${clause.reference}。`, en: `Write ${clause.reference}.` },
  };
}

function doubled(clause: Clause, at: At): Report {
  return {
    place: at('clause'),
    message: {
      zh: `条款 ${clause.number} 两次标为不适用`,
      en: `Clause ${clause.number} is marked as not applicable twice`,
    },
    hint: { zh: '只留一条。', en: 'Keep one of them.' },
  };
}

/** Not applicable, and yet something meets it. After the last day of the mark only a clause that is met is left here. */
function contradicted(handbook: Handbook, clause: Clause, until: string, at: At): Report | undefined {
  const [meeting] = documentsMeeting(handbook, clause);
  if (!meeting) return undefined;
  const { zh, en } = clause.data.title;
  if (until < handbook.asOf) {
    return {
      place: at('until'),
      message: {
        zh: `条款 ${clause.number} ${zh}的不适用已于 ${until} 到期，现由 ${meeting.number} 落实`,
        en: `Clause ${clause.number} ${en} was not applicable until ${until}, and is now met by ${meeting.number}`,
      },
      hint: { zh: '删除这一条。', en: 'Delete the entry.' },
    };
  }
  return {
    place: at('clause'),
    message: {
      zh: `条款 ${clause.number} ${zh}标为不适用，却由 ${meeting.number} 落实`,
      en: `Clause ${clause.number} ${en} is marked as not applicable, but ${meeting.number} meets it`,
    },
    hint: {
      zh: `适用就删除这一条；不适用就从 ${meeting.number} 的 clauses 中去掉它。`,
      en: `Delete the entry if the clause applies; take it out of clauses of ${meeting.number} if it does not.`,
    },
  };
}

function documentsMeeting(handbook: Handbook, clause: Clause): Document[] {
  const mappings = handbook.mappings.get(clause.reference) ?? [];
  return mappings.map(({ document }) => document).filter(({ kind }) => kind !== 'manual');
}
