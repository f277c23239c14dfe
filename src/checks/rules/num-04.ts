import { releasesOf } from '../../control/state.ts';
import { isSuccessor } from '../../control/version.ts';
import type { Handbook, Release } from '../../handbook/graph.ts';
import { nearest } from '../../handbook/suggest.ts';
import type { Kind } from '../../schema/documents.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import { kindNames } from '../kind-names.ts';
import { placeIn, type Report, type Rule } from '../rule.ts';

/**
 * A number stands for one document for ever (brief 000-18): the ledger never gives it to another kind, nothing is
 * released under it after its withdrawal, and no list has it twice. A working text of a withdrawn number, and releases
 * whose versions do not follow each other, are for VER-07; two files of one number are for NUM-01.
 */
export const num04: Rule = {
  id: 'NUM-04',
  severity: 'error',
  title: { zh: '编号不再次使用', en: 'A number is never used again' },
  reason: {
    zh: '旧记录和外单位手中的副本仍引用原来的编号；编号改指别的文件，这些引用就都错了。',
    en: 'Old records and copies elsewhere still refer to the number; given to another document, it falsifies all of them.',
  },
  remedy: {
    zh: '给新文件取下一个没有用过的编号；作废的编号保留在作废登记表中。',
    en: 'Give the new document the next number that was never used; withdrawn numbers stay in the register.',
  },
  example: {
    file: 'registers/withdrawals.yaml',
    wrong:
      '# 台账：HC-ITSM-B-33 A/1，2025-09-01 实施\nentries:\n  - document: HC-ITSM-B-33\n    on: 2025-05-22\n    reason: 并入需求与容量管理程序',
    right:
      '# 新程序取没有用过的编号：HC-ITSM-B-35 A/0，2025-09-01 实施\nentries:\n  - document: HC-ITSM-B-33\n    on: 2025-05-22\n    reason: 并入需求与容量管理程序',
  },
  *check(handbook) {
    yield* otherKinds(handbook);
    yield* afterWithdrawal(handbook);
    yield* listedTwice(handbook);
  },
};

/** Numbers that stood for one kind of document and now stand for another. */
function* otherKinds(handbook: Handbook): Generator<Report> {
  const before = new Map<string, Release>();
  for (const release of handbook.releases) {
    const earlier = before.get(release.number);
    before.set(release.number, release);
    if (earlier && earlier.entry.kind !== release.entry.kind) {
      yield { ...changed(earlier, release.entry.kind), place: release.place() };
    }
  }
  for (const document of handbook.documents.values()) {
    const earlier = before.get(document.number);
    if (!document.release && earlier && earlier.entry.kind !== document.kind) {
      yield { ...changed(earlier, document.kind), place: placeIn(document, 'kind') };
    }
  }
}

function changed({ number, version, entry }: Release, kind: Kind): Omit<Report, 'place'> {
  return {
    document: number,
    message: {
      zh: `编号 ${number} 曾用于${kindNames[entry.kind].zh}（${version}，${entry.released} 发布），现在用于${kindNames[kind].zh}`,
      en: `The number ${number} stood for ${kindNames[entry.kind].en} (${version}, released on ${entry.released}), and now for ${kindNames[kind].en}`,
    },
  };
}

function* afterWithdrawal(handbook: Handbook): Generator<Report> {
  for (const { document: number, on } of handbook.registers.withdrawals) {
    const releases = releasesOf(handbook, number);
    for (const [index, release] of releases.entries()) {
      const { effective } = release.entry;
      if (effective < on) continue;
      const earlier = releases[index - 1];
      // A version that does not follow the one before it VER-07 reports at this line.
      if (earlier && !isSuccessor(earlier.version, release.version, handbook.settings.versions)) continue;
      yield {
        place: release.place(),
        document: number,
        message: {
          zh: `${number} 已于 ${on} 作废，又有 ${release.version} 从 ${effective} 起实施`,
          en: `${number} was withdrawn on ${on}, and yet ${release.version} takes effect on ${effective}`,
        },
        hint: {
          zh: '作废有误的，从 registers/withdrawals.yaml 中删除；否则把新内容作为新文件，用新编号发布。',
          en: 'If it was withdrawn by mistake, take it out of registers/withdrawals.yaml; else release the new text as a new document under a new number.',
        },
      };
    }
  }
}

/** Withdrawn twice, two external documents of one number, or an external one with the number of our own. */
function* listedTwice(handbook: Handbook): Generator<Report> {
  const withdrawn = new Map<string, string>();
  for (const { document: number, on, place } of handbook.registers.withdrawals) {
    const first = withdrawn.get(number);
    withdrawn.set(number, first ?? on);
    if (first === undefined) continue;
    yield {
      place: place('document'),
      document: number,
      message: {
        zh: `${number} 已于 ${first} 作废，又登记 ${on} 作废`,
        en: `${number} was withdrawn on ${first}, and is withdrawn again on ${on}`,
      },
      hint: twiceHint(nearest(number, handbook.vanished)),
    };
  }
  const externals = new Map<string, string>();
  for (const { number, title, place } of handbook.registers['external-documents']) {
    const other = externals.get(number) ?? handbook.documents.get(number)?.data.title.zh;
    externals.set(number, title.zh);
    if (other === undefined) continue;
    yield {
      place: place('number'),
      document: number,
      message: {
        zh: `外来文件《${title.zh}》的编号 ${number} 已用于《${other}》`,
        en: `The number ${number} of the external document “${title.en}” already stands for “${other}”`,
      },
    };
  }
}

/** @param gone a document of a near number whose text is gone and that no entry withdraws: one of the two may be its own */
function twiceHint(gone: string | undefined): Bilingual {
  return gone === undefined
    ? {
        zh: '重复登记的删去一条；第二份文件本应另取编号，改正其编号。',
        en: 'Delete one of them if it is the same document; else the second one needs a number of its own.',
      }
    : {
        zh: `其中一条是不是 ${gone} 的？它的编辑稿不见了，又没有作废登记：是的，把那一条的 document 改为 ${gone}；确是重复的，删去一条。`,
        en: `Is one of them that of ${gone}, whose working text is gone without withdrawal? Then correct its document to ${gone}; if it is the same document, delete one.`,
      };
}
