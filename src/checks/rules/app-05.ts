import { fitsScope } from '../../control/signatories.ts';
import type { Document, Handbook } from '../../handbook/graph.ts';
import { numberPattern } from '../../handbook/number-pattern.ts';
import type { Library } from '../../handbook/open.ts';
import type { Kind } from '../../schema/documents.ts';
import type { ApprovalScope } from '../../schema/handbook.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import { kindNames } from '../kind-names.ts';
import type { Report, Rule } from '../rule.ts';
import { meantNumber } from '../titled.ts';

/** A scope of an approval chain is for documents that there are: otherwise the chain of the kind holds, unnoticed. */
export const app05: Rule = {
  id: 'APP-05',
  severity: 'warning',
  title: {
    zh: 'scopes 中的每项审批规定都有适用的文件',
    en: 'Every scope of an approval chain applies to some document',
  },
  reason: {
    zh: '写错编号或部门的 scopes 不起作用：本该由别人审批的文件，悄悄按该类型的一般规定审批。',
    en: 'A scope with the wrong numbers or department has no effect: its documents are approved as all others of their kind, and nobody notices.',
  },
  remedy: {
    zh: '改正 handbook.yaml 中这一项的 numbers 或 departments；从来没有用到的，删除它。',
    en: 'Correct numbers or departments of the entry in handbook.yaml; delete it if it was never used.',
  },
  example: {
    file: 'handbook.yaml',
    wrong:
      'approval:\n  instruction:\n    scopes:\n      - { numbers: HC-ITSM-C-1, reviewed: [mr], approved: [gm] }   # 与整个编号相符的一份也没有',
    right:
      'approval:\n  instruction:\n    scopes:\n      - { numbers: HC-ITSM-C-1[23], reviewed: [mr], approved: [gm] }',
  },
  editions: ['working'],
  *check(handbook, library) {
    // What cannot be read may be what the scope is for.
    if (handbook.unreadable.size) return;
    for (const kind of Object.keys(handbook.settings.approval) as Kind[]) {
      const documents = [...handbook.documents.values(), ...handbook.withdrawn.values()].filter(
        (document) => document.kind === kind,
      );
      // A handbook that is begun may say who approves before there is anything to approve.
      if (!documents.length) continue;
      for (const [index, scope] of handbook.settings.approval[kind].scopes.entries()) {
        if (documents.some((document) => fitsScope(scope, document))) continue;
        if (isMisnamed(handbook, scope) || fitsRelease(library, kind, scope)) continue;
        yield report(handbook, documents, { kind, index, scope });
      }
    }
  },
};

/** Departments that do not exist are for ROL-01. */
function isMisnamed(handbook: Handbook, { departments = [] }: ApprovalScope): boolean {
  return departments.some((id) => !handbook.departments.has(id));
}

/** True if a scope is for an earlier version: the document may have had another department. */
function fitsRelease({ releases, read }: Library, kind: Kind, scope: ApprovalScope): boolean {
  return releases.some((release) => {
    const document = release.entry.kind === kind ? read(release) : undefined;
    return document !== undefined && fitsScope(scope, document);
  });
}

interface PlacedScope {
  kind: Kind;
  index: number;
  scope: ApprovalScope;
}

function report(handbook: Handbook, documents: readonly Document[], placed: PlacedScope): Report {
  const { kind, index, scope } = placed;
  const { departments, numbers } = scope;
  const byNumber = numbers === undefined ? [] : documents.filter(({ number }) => numberPattern(numbers).test(number));
  const key = numbers !== undefined && !byNumber.length ? 'numbers' : 'departments';
  const name = { zh: kindNames[kind].zh, en: kindNames[kind].en.replace(/^an? /, '') };
  const one = { zh: departments?.join(' 或 ') ?? '', en: departments?.join(' or ') ?? '' };
  const why: Bilingual =
    key === 'numbers'
      ? {
          zh: `没有编号符合“${numbers}”的${name.zh}`,
          en: `no ${name.en} has a number that matches “${numbers}”`,
        }
      : {
          zh: `${numbers === undefined ? '' : `编号符合“${numbers}”的`}${name.zh}中，没有主责部门是 ${one.zh} 的`,
          en: `no ${name.en}${numbers === undefined ? '' : ` with a number like “${numbers}”`} has the lead department ${one.en}`,
        };
  return {
    place: handbook.settingsSource.place(['approval', kind, 'scopes', index, key]),
    message: {
      zh: `approval.${kind}.scopes 第 ${index + 1} 项不适用于任何文件：${why.zh}`,
      en: `Entry ${index + 1} of approval.${kind}.scopes applies to no document: ${why.en}`,
    },
    hint: key === 'numbers' ? numbersHint(handbook, documents, placed) : departmentsHint(byNumber, documents),
  };
}

/** What the pattern may have meant: more of the number, a number that is near, or documents of another kind. */
function numbersHint(handbook: Handbook, documents: readonly Document[], { kind, scope }: PlacedScope): Bilingual {
  const numbers = scope.numbers!;
  const own = documents.map(({ number }) => number);
  const begun = new RegExp(`^(?:${numbers})`);
  if (own.some((number) => begun.test(number))) {
    const longer = `${numbers.includes('|') ? `(${numbers})` : numbers}.*`;
    return {
      zh: `numbers 要与整个编号相符：是否想写 ${longer}？`,
      en: `numbers must match the whole number: did you mean ${longer}?`,
    };
  }
  const near = meantNumber(handbook, numbers, own);
  if (near) return near;
  const other = [...handbook.documents.values()].find(({ number }) => numberPattern(numbers).test(number));
  if (other && other.kind !== kind) {
    const { zh, en } = kindNames[other.kind];
    return {
      zh: `${other.number} 是${zh}：移到 approval.${other.kind}.scopes，或改正 numbers。`,
      en: `${other.number} is ${en}: move the entry to approval.${other.kind}.scopes, or correct numbers.`,
    };
  }
  return {
    zh: `改正 numbers，或删除这一项；这类文件的编号如 ${own[0]}。`,
    en: `Correct numbers, or delete the entry; documents of this kind have numbers such as ${own[0]}.`,
  };
}

/** The departments that the documents do have. */
function departmentsHint(byNumber: readonly Document[], documents: readonly Document[]): Bilingual {
  const found = byNumber.length ? byNumber : documents;
  const ids = [...new Set(found.map(({ data }) => data.department))].sort();
  return {
    zh: `改正 departments，或删除这一项；这些文件的主责部门是 ${ids.join('、')}。`,
    en: `Correct departments, or delete the entry; these documents belong to ${ids.join(', ')}.`,
  };
}
