import type { Document } from '../../handbook/graph.ts';
import type { Kind } from '../../schema/documents.ts';
import type { InformationData } from '../../schema/standard.ts';
import { gap } from '../claims.ts';
import { coverage } from '../coverage.ts';
import { kindNames } from '../kind-names.ts';
import { placeIn, type Report, type Rule } from '../rule.ts';

/**
 * Required documented information is of the fitting kind (brief 003-12): a policy is a policy, a plan a plan, a record
 * is made with a form. One fitting document is enough. Information that nothing provides is for MAP-09.
 */
export const map11: Rule = {
  id: 'MAP-11',
  severity: 'error',
  title: {
    zh: '标准要求的成文信息由合适种类的文件提供',
    en: 'Required documented information is a document of the fitting kind',
  },
  reason: {
    zh: '方针要有经批准的文件，记录要有表单；拿表单顶替方针，审核时拿不出要看的东西。',
    en: 'A policy needs an approved document, a record a form; an empty form cannot be shown when the policy is asked for.',
  },
  remedy: {
    zh: '在合适种类的文件的 provides 中写上该项，从不合适的文件中删去。',
    en: 'Name the item in provides of a document of the fitting kind, and delete it where it does not fit.',
  },
  example: {
    file: 'forms/HC-ITSM-D-03-01.yaml',
    wrong: 'kind: form\nprovides:\n  - iso20000-1:2018/5.2.1/service-management-policy',
    right: '# policies/HC-ITSM-A-02.mdx\nkind: policy\nprovides:\n  - iso20000-1:2018/5.2.1/service-management-policy',
  },
  *check(handbook, library) {
    for (const { clause, information } of coverage(handbook)) {
      for (const { information: item, reference, providers } of information) {
        const fitting = fittingKinds(item);
        const [first] = providers;
        if (!first || !fitting || providers.some(({ kind }) => fitting.includes(kind))) continue;
        const report: Report = {
          place: placeIn(first, 'provides', first.data.provides.indexOf(reference)),
          document: first.number,
          clause: clause.reference,
          message: {
            zh: `条款 ${clause.number} 要求的“${item.title.zh}”应是${named(fitting, 'zh')}，${called(first)}是${kindNames[first.kind].zh}`,
            en: `“${item.title.en}”, which clause ${clause.number} asks for, should be ${named(fitting, 'en')}; ${first.number} is ${kindNames[first.kind].en}`,
          },
          hint: {
            zh: `把 ${reference} 写到${named(fitting, 'zh')}的 provides 中，从这里删去。`,
            en: `Name ${reference} in provides of ${named(fitting, 'en')} and delete it here.`,
          },
        };
        // What fits is written and not released yet: then the graph in force only lacks it.
        const coming = library.working.providers.get(reference)?.find(({ kind }) => fitting.includes(kind));
        yield coming ? gap(handbook, map11, clause, report, coming) : report;
      }
    }
  },
};

/** The kinds that can be an item; undefined where any can. */
function fittingKinds({ kind, kinds }: InformationData): readonly Kind[] | undefined {
  if (kinds.length) return kinds;
  return kind === 'record' ? ['form'] : undefined;
}

function named(kinds: readonly Kind[], language: 'zh' | 'en'): string {
  return kinds.map((kind) => kindNames[kind][language]).join(language === 'zh' ? '或' : ' or ');
}

function called({ number, data }: Document): string {
  return `${number}《${data.title.zh}》`;
}
