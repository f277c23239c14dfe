import { isDeepStrictEqual } from 'node:util';
import type { Document, Handbook } from '../../handbook/graph.ts';
import type { ChangeEntry } from '../../schema/document.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import { releasedRecord, saysNothingIn, setBack, type EntryKey } from '../released-record.ts';
import { keyIn, placeIn, type Report, type Rule } from '../rule.ts';

/**
 * What the change record says of a version was approved with that version. An entry that says nothing may be mended,
 * because VER-06 asks for it; one that was mended into saying nothing, and one that now names somebody else than the
 * signatures, are for VER-06.
 */
export const ver11: Rule = {
  id: 'VER-11',
  severity: 'warning',
  title: { zh: '已发布的修改记录保持原样', en: 'Released entries of the change record stay as they were' },
  reason: {
    zh: '修改记录随版本一同批准；事后改写，读者和审核员看到的理由就不是当时批准的理由。',
    en: 'The change record is approved with its version; rewritten later, it no longer gives the reasons that were approved.',
  },
  remedy: {
    zh: '改回已发布的写法；要补充的，写进下一版本的修改记录。',
    en: 'Set it back to what was released; what is to be added goes into the entry of the next version.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-22.mdx',
    wrong: '  - version: A/0   # 已发布\n    what: 新建\n    why: 为提升客户满意度，单列服务请求',
    right:
      '  - version: A/0   # 已发布\n    what: 新建\n    why: 请求与故障原先共用一类工单，时限与审批混在一起，故把服务请求单列成程序。',
  },
  editions: ['working'],
  *check(handbook, library) {
    for (const document of handbook.documents.values()) {
      const record = releasedRecord(library, document);
      if (!record) continue;
      const { changes } = document.data;
      for (const [index, entry] of changes.entries()) {
        const before = record.entries.get(entry.version);
        if (!before) continue;
        for (const key of Object.keys(words) as EntryKey[]) {
          if (isDeepStrictEqual(before[key], entry[key])) continue;
          if (isMended(handbook, before, key) || isForOthers(handbook, document, before, entry, key)) continue;
          yield rewritten(document, index, key, before);
        }
      }
    }
  },
};

const words: Record<EntryKey, Bilingual> = {
  date: { zh: '日期', en: 'another date' },
  sections: { zh: '修改章节', en: 'other sections' },
  what: { zh: '修改内容', en: 'another account of what changed' },
  why: { zh: '修改原因', en: 'another reason' },
  by: { zh: '修改人', en: 'another author' },
  reviewed: { zh: '审核人', en: 'another reviewer' },
  approved: { zh: '批准人', en: 'another approver' },
  request: { zh: '更改申请单号', en: 'another change request' },
};

/** Who stands for each person of an entry in the signatures of the document. */
const signatures = { by: 'prepared', reviewed: 'reviewed', approved: 'approved' } as const;

function isPerson(key: EntryKey): key is keyof typeof signatures {
  return key in signatures;
}

/** True for what other rules had asked to be written otherwise. */
function isMended({ people }: Handbook, before: ChangeEntry, key: EntryKey): boolean {
  if (isPerson(key)) return !people.has(before[key]);
  if (key === 'request') return before.request === undefined;
  return saysNothingIn(before, key);
}

/** True for what VER-06 and ROL-01 report. */
function isForOthers(
  { people, settings }: Handbook,
  { data }: Document,
  before: ChangeEntry,
  entry: ChangeEntry,
  key: EntryKey,
): boolean {
  if (key === 'request') return entry.request === undefined && settings.versions.changeRequests === true;
  if (!isPerson(key)) return saysNothingIn(entry, key);
  const isOwn = entry.version === data.version && entry === data.changes.at(-1);
  return !people.has(entry[key]) || (isOwn && data[signatures[key]]?.by === before[key]);
}

function rewritten(document: Document, index: number, key: EntryKey, before: ChangeEntry): Report {
  const isGone = document.data.changes[index]![key] === undefined;
  const { zh, en } = setBack(before, key);
  return {
    place: isGone ? keyIn(document, 'changes', index) : placeIn(document, 'changes', index, key),
    document: document.number,
    message: {
      zh: `${before.version} 的${words[key].zh}与已发布的不同`,
      en: `${before.version} was released with ${words[key].en}`,
    },
    hint: {
      zh: `${zh}：已发布的修改记录不能改动；要补充的，写进下一版本的记录。`,
      en: `${en}: a released entry stays as it is; what is to be added goes into the next one.`,
    },
  };
}
