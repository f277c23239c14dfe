import type { Clause, Document, Handbook } from '../../handbook/graph.ts';
import type { Library } from '../../handbook/open.ts';
import { gap } from '../claims.ts';
import { proceduresFor, requiredLeaves, standardPlace } from '../coverage.ts';
import { keyIn, type Report, type Rule } from '../rule.ts';

/** Every leaf clause is met by a procedure (brief 001-18). */
export const map01: Rule = {
  id: 'MAP-01',
  severity: 'error',
  core: true,
  title: { zh: '每个末级条款至少由一个程序落实', en: 'Every leaf clause is met by a procedure' },
  reason: {
    zh: '审核从条款出发找程序，没有程序的条款就是体系的缺口。',
    en: 'Auditors go from the clause to the procedure; a clause without one is a gap in the system.',
  },
  remedy: {
    zh: '在负责该条款的程序的 clauses.primary 中列出它；没有这样的程序就编写一个。手册还在建设的，在 handbook.yaml 的 standards 中用 since 写明从哪一天起声明符合标准，在那天以前只是警告。',
    en: 'List the clause in clauses.primary of the procedure in charge, or write that procedure. While a handbook is being built up, say with since in standards of handbook.yaml from which day on it claims to meet the standard: until then it is a warning.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-11.mdx',
    wrong: 'title: { zh: 资产管理程序, en: Asset management }\nclauses:\n  primary: []',
    right: 'title: { zh: 资产管理程序, en: Asset management }\nclauses:\n  primary:\n    - iso20000-1:2018/8.2.5',
  },
  *check(handbook, library) {
    if (isIncomplete(handbook)) return;
    for (const clause of requiredLeaves(handbook)) {
      if (proceduresFor(handbook, clause).length) continue;
      const former = formerProcedure(handbook, library, clause);
      const [written] = proceduresFor(library.working, clause);
      const report: Report = {
        place: former ? keyIn(former, 'clauses') : standardPlace(clause),
        document: former?.number,
        clause: clause.reference,
        message: {
          zh: `条款 ${clause.number} ${clause.data.title.zh}没有程序落实`,
          en: `No procedure meets clause ${clause.number} ${clause.data.title.en}`,
        },
        hint: former
          ? {
              zh: `已发布的 ${former.number} 落实过它：在 clauses.primary 中恢复 ${clause.reference}，或改由另一程序落实。`,
              en: `The release of ${former.number} met it: put ${clause.reference} back into clauses.primary, or let another procedure meet it.`,
            }
          : {
              zh: `在负责的程序的 clauses.primary 中加入 ${clause.reference}。`,
              en: `Add ${clause.reference} to clauses.primary of the procedure in charge.`,
            },
      };
      yield gap(handbook, map01, clause, report, written?.document);
    }
  },
};

/** While a procedure cannot be read, nobody can say which clauses it meets. */
function isIncomplete(handbook: Handbook): boolean {
  return handbook.unreadable.size > 0;
}

/** The working text of the procedure whose release still meets the clause: there the mapping was lost. */
function formerProcedure(handbook: Handbook, library: Library, clause: Clause): Document | undefined {
  const [released] = proceduresFor(library.inForce, clause);
  return released && handbook.documents.get(released.document.number);
}
