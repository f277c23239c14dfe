import { gap } from '../claims.ts';
import { proceduresFor, requiredLeaves } from '../coverage.ts';
import type { Rule } from '../rule.ts';

/** Every leaf clause has one primary procedure (brief 001-18). */
export const map02: Rule = {
  id: 'MAP-02',
  severity: 'error',
  title: { zh: '每个末级条款只有一个主要程序', en: 'Every leaf clause has exactly one primary procedure' },
  reason: {
    zh: '两个主要程序意味着两套做法，一个也没有则无人负责。',
    en: 'Two primary procedures mean two ways of working; none means that nobody answers for the clause.',
  },
  remedy: {
    zh: '在一个程序中列为 clauses.primary，其余程序移到 clauses.supporting。',
    en: 'Keep the clause in clauses.primary of one procedure and move it to clauses.supporting in the others.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: 'clauses:\n  primary:\n    - iso20000-1:2018/8.6.1\n    - iso20000-1:2018/8.7.3.3 # HC-ITSM-B-26 的主要条款',
    right: 'clauses:\n  primary:\n    - iso20000-1:2018/8.6.1\n  supporting:\n    - iso20000-1:2018/8.7.3.3',
  },
  *check(handbook) {
    for (const clause of requiredLeaves(handbook)) {
      const mappings = proceduresFor(handbook, clause);
      const primary = mappings.filter((mapping) => mapping.as === 'primary');
      const [first] = primary;
      if (mappings.length === 0) continue;
      if (!first) {
        // The primary procedure may be the one that cannot be read.
        if (handbook.unreadable.size) continue;
        const [supporting] = mappings;
        yield gap(handbook, map02, clause, {
          place: supporting!.place(),
          document: supporting!.document.number,
          clause: clause.reference,
          message: {
            zh: `条款 ${clause.number} ${clause.data.title.zh}只有支持程序，没有主要程序`,
            en: `Clause ${clause.number} ${clause.data.title.en} has supporting procedures but no primary one`,
          },
          hint: {
            zh: `在负责的程序中把 ${clause.reference} 从 clauses.supporting 移到 clauses.primary。`,
            en: `Move ${clause.reference} from clauses.supporting to clauses.primary in the procedure in charge.`,
          },
        });
        continue;
      }
      // One procedure may name several paragraphs of the clause.
      for (const other of primary.filter(({ document }) => document !== first.document)) {
        yield {
          place: other.place(),
          document: other.document.number,
          clause: clause.reference,
          message: {
            zh: `条款 ${clause.number} ${clause.data.title.zh}的主要程序已是 ${first.document.number}，${other.document.number} 又列为主要`,
            en: `Clause ${clause.number} ${clause.data.title.en} already has the primary procedure ${first.document.number}, and ${other.document.number} claims it, too`,
          },
          hint: {
            zh: `把这里的 ${clause.reference} 移到 clauses.supporting；确由 ${other.document.number} 负责的，在 ${first.document.number} 中移到 clauses.supporting。`,
            en: `Move ${clause.reference} to clauses.supporting here, or in ${first.document.number} if ${other.document.number} is in charge.`,
          },
        };
      }
    }
  },
};
