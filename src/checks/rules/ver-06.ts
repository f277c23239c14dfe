import { isDeepStrictEqual } from 'node:util';
import type { Document, Handbook } from '../../handbook/graph.ts';
import type { Library } from '../../handbook/open.ts';
import type { ChangeEntry } from '../../schema/document.ts';
import { onlySaysChanged, onlySaysNeeded, saysNothing } from '../empty-words.ts';
import { releasedRecord, saysNothingIn, setBack, type EntryKey } from '../released-record.ts';
import { placeIn, type Report, type Rule } from '../rule.ts';

/**
 * Each line of the change record has section, content, reason, by, date, reviewer and approver (brief 002-04, 004-01).
 * That they are there the schema sees to; here: that they say something, that the last line names those who signed the
 * version, and, where handbook.yaml wants it, the change request. Of a text in force only its own line is judged:
 * those before it belong to older releases.
 */
export const ver06: Rule = {
  id: 'VER-06',
  severity: 'error',
  title: {
    zh: '修改记录写清改了什么、为什么、谁负责',
    en: 'The change record says what changed, why, and who answers for it',
  },
  reason: {
    zh: '“修改”“工作需要”这样的记录等于没有记录：使用者不知道学什么，审核员无法追溯是谁批准的。',
    en: 'An entry such as “revised as required” records nothing: nobody knows what to learn, and no approval can be traced.',
  },
  remedy: {
    zh: '在 what 写明具体修改，在 why 写明依据（不符合、评审决定、客户要求……），签署人与文件一致。',
    en: 'Say in what exactly what changed and in why what called for it (a finding, a decision, a customer), with those who signed.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: '  - version: A/1\n    what: 修改内容\n    why: 工作需要',
    right:
      '  - version: A/1\n    what: P1 响应时限由 30 分钟改为 15 分钟\n    why: 青禾银行 2024 年续签的服务级别协议要求 P1 在 15 分钟内响应\n    request: DCR-2024-015',
  },
  *check(handbook, library) {
    for (const document of handbook.documents.values()) {
      const { changes } = document.data;
      for (const [index, change] of changes.entries()) {
        const isLast = index === changes.length - 1;
        if (handbook.edition === 'in-force' && !isLast) continue;
        const reports = [...contents(document, change, index)];
        if (index > 0) reports.push(...request(handbook, document, change, index));
        for (const report of reports) yield restored(library, document, change, report);
      }
      for (const report of signatures(handbook, document))
        yield restored(library, document, document.data.changes.at(-1)!, report);
    }
  },
};

/** A report with the key of the entry that it is about. */
type Judged = Report & { key: EntryKey };

/** Where the entry was released with better words, these are what to write. */
function restored(library: Library, document: Document, change: ChangeEntry, { key, ...report }: Judged): Report {
  const before = releasedRecord(library, document)?.entries.get(change.version);
  const isRewritten = before?.[key] !== undefined && !isDeepStrictEqual(before[key], change[key]);
  if (!isRewritten || saysNothingIn(before, key)) return report;
  const { zh, en } = setBack(before, key);
  return {
    ...report,
    hint: {
      zh: `${zh}：已发布的修改记录不能改动。`,
      en: `${en}: a released entry stays as it is.`,
    },
  };
}

function* contents(document: Document, change: ChangeEntry, index: number): Generator<Judged> {
  const at = (...path: (string | number)[]) => placeIn(document, 'changes', index, ...path);
  const base = { document: document.number };
  const { version, what, why } = change;
  // 新建 says all about the first version, and nothing about a later one.
  if (index === 0 ? saysNothing(what) : onlySaysChanged(what) || what === '新建') {
    yield {
      ...base,
      key: 'what',
      place: at('what'),
      message: {
        zh: `${version} 的修改内容“${what}”没有说明改了什么`,
        en: `“${what}” does not say what changed in ${version}`,
      },
      hint: {
        zh: '写出具体的修改，例如“P1 响应时限由 30 分钟改为 15 分钟”。',
        en: 'Name the change itself, such as “response to P1 within 15 minutes instead of 30”.',
      },
    };
  }
  if (onlySaysNeeded(why)) {
    yield {
      ...base,
      key: 'why',
      place: at('why'),
      message: { zh: `${version} 的修改原因“${why}”没有说明为什么`, en: `“${why}” gives no reason for ${version}` },
      hint: {
        zh: '写出依据：哪次审核或评审的决定、哪个事件、客户或法规的哪项要求。',
        en: 'Say what called for it: which audit or review, which incident, which demand of a customer or the law.',
      },
    };
  } else if (why.trim() === what.trim()) {
    yield {
      ...base,
      key: 'why',
      place: at('why'),
      message: {
        zh: `${version} 的修改原因与修改内容一字不差`,
        en: `The reason for ${version} repeats what changed, word for word`,
      },
      hint: {
        zh: '内容写改了什么，原因写为什么要改。',
        en: 'Say what changed in what, and what called for it in why.',
      },
    };
  }
  for (const [row, section] of change.sections.entries()) {
    if (!saysNothing(section)) continue;
    yield {
      ...base,
      key: 'sections',
      place: at('sections', row),
      message: { zh: `${version} 的修改章节“${section}”不是章节`, en: `“${section}” names no section (${version})` },
      hint: {
        zh: '写章节号，如 5.3；整篇改写的写“全文”。',
        en: 'Write the number of a section, such as 5.3, or 全文 for all.',
      },
    };
  }
}

function* request({ settings }: Handbook, document: Document, change: ChangeEntry, index: number): Generator<Judged> {
  if (!settings.versions.changeRequests || change.request !== undefined) return;
  yield {
    key: 'request',
    place: placeIn(document, 'changes', index, 'version'),
    document: document.number,
    message: {
      zh: `${change.version} 的修改记录没有文件更改申请单号`,
      en: `The entry for ${change.version} has no number of a change request`,
    },
    hint: {
      zh: '在这一条中补上 request，写批准的文件更改申请单号；发布时用 --change-request。',
      en: 'Add request to the entry: the number of the change request that was approved; for a release, --change-request.',
    },
  };
}

const steps = [
  { key: 'by', signature: 'prepared', zh: '修改人', signed: { zh: '编制', en: 'prepared' } },
  { key: 'reviewed', signature: 'reviewed', zh: '审核人', signed: { zh: '审核', en: 'reviewed' } },
  { key: 'approved', signature: 'approved', zh: '批准人', signed: { zh: '批准', en: 'approved' } },
] as const;

/** The entry of the version itself and the signatures of the document are about the same act. */
function* signatures(handbook: Handbook, document: Document): Generator<Judged> {
  const { data } = document;
  const index = data.changes.length - 1;
  const change = data.changes[index]!;
  // That the last entry is the version's own is for VER-03.
  if (change.version !== data.version) return;
  for (const { key, signature, zh, signed } of steps) {
    const signer = data[signature]?.by;
    if (signer === undefined || signer === change[key]) continue;
    const [recorded, actual] = [change[key], signer].map((id) => handbook.people.get(id)?.data.name);
    // Somebody who does not exist is for ROL-01.
    if (!recorded || !actual) continue;
    yield {
      key,
      place: placeIn(document, 'changes', index, key),
      document: document.number,
      message: {
        zh: `修改记录中 ${change.version} 的${zh}是${recorded.zh}，${signed.zh}签署的却是${actual.zh}`,
        en: `The change record says ${recorded.en} (${key}), but ${actual.en} ${signed.en} ${change.version}`,
      },
      hint: {
        zh: `两处写同一个人：改正这里，或改正 ${signature}.by。`,
        en: `Name the same person in both: correct this one, or ${signature}.by.`,
      },
    };
  }
}
