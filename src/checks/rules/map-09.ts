import { gap } from '../claims.ts';
import { coverage, standardPlace } from '../coverage.ts';
import { keyIn, type Report, type Rule } from '../rule.ts';

/** Required documented information exists (brief 003-12, §2.5). */
export const map09: Rule = {
  id: 'MAP-09',
  severity: 'error',
  title: { zh: '标准要求的成文信息都有文件或表单', en: 'Required documented information is provided' },
  reason: {
    zh: '标准点名要求保持的文件和保留的记录，审核时要逐项出示。',
    en: 'Documents and records that the standard names must be shown one by one in an audit.',
  },
  remedy: {
    zh: '在提供它的文件或表单的 provides 中写上该项。',
    en: 'Name the item in provides of the document or form that provides it.',
  },
  example: {
    file: 'plans/HC-ITSM-C-53.mdx',
    wrong: 'title: { zh: 服务目录, en: Service catalogue }\nprovides: []',
    right: 'title: { zh: 服务目录, en: Service catalogue }\nprovides:\n  - iso20000-1:2018/8.2.4/service-catalogue',
  },
  *check(handbook, library) {
    if (handbook.unreadable.size) return;
    for (const { clause, procedure, information } of coverage(handbook)) {
      for (const item of information) {
        if (item.providers.length) continue;
        // Where the release in force still provides it, its working text lost it.
        const former = library.inForce.providers
          .get(item.reference)
          ?.find(({ number }) => handbook.documents.has(number));
        const report: Report = {
          place: procedure ? keyIn(procedure, 'clauses') : standardPlace(clause),
          document: procedure?.number,
          clause: clause.reference,
          message: {
            zh: `条款 ${clause.number} 要求的“${item.information.title.zh}”没有文件或表单提供`,
            en: `Nothing provides “${item.information.title.en}”, which clause ${clause.number} asks for`,
          },
          hint: former
            ? {
                zh: `已发布的 ${former.number}《${former.data.title.zh}》提供过它：在它的 provides 中恢复 ${item.reference}，或改由另一份文件提供。`,
                en: `The release of ${former.number} “${former.data.title.en}” provides it: put ${item.reference} back into provides, or let another document provide it.`,
              }
            : {
                zh: `在相应文件或表单的 provides 中加入 ${item.reference}。`,
                en: `Add ${item.reference} to provides of the document or form.`,
              },
        };
        const [written] = library.working.providers.get(item.reference) ?? [];
        yield gap(handbook, map09, clause, report, written);
      }
    }
  },
};
