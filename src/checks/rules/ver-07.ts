import { isSuccessor } from '../../control/version.ts';
import type { Handbook, Release } from '../../handbook/graph.ts';
import { ledgerPath } from '../../handbook/releases.ts';
import { nearest } from '../../handbook/suggest.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import { placeIn, type Report, type Rule } from '../rule.ts';
import { meantNumber } from '../titled.ts';

/** One version of a document is in force at a time, and obsolete ones lead to what replaced them (brief 000-10). */
export const ver07: Rule = {
  id: 'VER-07',
  severity: 'error',
  title: { zh: '同一文件任何时候只有一个版本现行有效', en: 'One version of a document is in force at a time' },
  reason: {
    zh: '两个版本同时有效，使用者就不知道该按哪一个做。',
    en: 'With two versions in force, nobody knows which one to follow.',
  },
  remedy: {
    zh: '台账中同一文件的版本依次递增，实施日期不早于前一版本；作废的文件删除编辑稿并写明替代文件。',
    en: 'Releases of a document follow each other, none effective before the one before it; withdrawn documents name their successors.',
  },
  example: {
    file: 'registers/withdrawals.yaml',
    wrong: 'entries:\n  - document: HC-ITSM-B-32\n    on: 2025-06-16\n    successors: [HC-ITSM-B-42]   # 没有这个文件',
    right: 'entries:\n  - document: HC-ITSM-B-32\n    on: 2025-06-16\n    successors: [HC-ITSM-B-24, HC-ITSM-B-25]',
  },
  *check(handbook) {
    yield* withdrawals(handbook);
    if (handbook.edition === 'working') {
      yield* vanished(handbook);
      return;
    }
    // Beside a line that cannot be read, versions seem to be skipped.
    if (handbook.unread.has(ledgerPath)) return;
    const last = new Map<string, Release>();
    for (const release of handbook.releases) {
      const before = last.get(release.number);
      last.set(release.number, release);
      if (!before) continue;
      if (!isSuccessor(before.version, release.version, handbook.settings.versions)) {
        yield {
          place: release.place(),
          document: release.number,
          message: {
            zh: `${release.number} ${before.version} 之后发布了 ${release.version}`,
            en: `${release.number} ${release.version} was released after ${before.version}`,
          },
          hint: { zh: '版本不得跳号、重号或倒退。', en: 'Versions never skip, repeat or go back.' },
        };
      }
      if (release.entry.effective < before.entry.effective) {
        yield {
          place: release.place(),
          document: release.number,
          message: {
            zh: `${release.number} ${release.version} 的实施日期 ${release.entry.effective} 早于 ${before.version} 的 ${before.entry.effective}`,
            en: `${release.number} ${release.version} is effective on ${release.entry.effective}, before ${before.version} (${before.entry.effective})`,
          },
          hint: { zh: '新版本的实施日期不得早于旧版本。', en: 'A later version cannot become effective earlier.' },
        };
      }
    }
  },
};

/** A withdrawn document has no working text, and its successors are there. */
function* withdrawals(handbook: Handbook): Generator<Report> {
  const released = new Set(handbook.releases.map((release) => release.number));
  for (const withdrawal of handbook.withdrawals.values()) {
    const { document: number, successors, place } = withdrawal;
    const still = handbook.edition === 'working' ? handbook.documents.get(number) : undefined;
    if (still) {
      yield {
        place: placeIn(still, 'number'),
        document: number,
        message: {
          zh: `${number} 已于 ${withdrawal.on} 作废，编辑稿却还在`,
          en: `${number} was withdrawn on ${withdrawal.on}, but its working text is still there`,
        },
        hint: {
          zh: '删除编辑稿（历史版本保留），或从 registers/withdrawals.yaml 中删除这一条。',
          en: 'Delete the working text (its history stays), or take the entry out of registers/withdrawals.yaml.',
        },
      };
    }
    if (!released.has(number)) {
      const near = nearest(number, released);
      yield {
        place: place(),
        document: number,
        message: { zh: `作废的 ${number} 从未发布过`, en: `${number} is withdrawn but was never released` },
        hint: near ? { zh: `是否想写 ${near}？`, en: `Did you mean ${near}?` } : undefined,
      };
    }
    for (const successor of successors) {
      if (handbook.documents.has(successor) || handbook.unreadable.has(successor)) continue;
      yield {
        place: place(),
        document: number,
        message: {
          zh: `${number} 的替代文件 ${successor} 不是有效文件`,
          en: `${successor}, which replaces ${number}, is no valid document`,
        },
        hint: meantNumber(handbook, successor),
      };
    }
  }
}

/**
 * A document that was released stays in the handbook until it is withdrawn. Its working text may go before the day on
 * which it ends: until then the release in force is what counts.
 */
function* vanished(handbook: Handbook): Generator<Report> {
  const twice = withdrawnTwice(handbook);
  const newest = new Map(handbook.releases.map((release) => [release.number, release]));
  for (const number of handbook.vanished) {
    const release = newest.get(number)!;
    yield {
      place: release.place(),
      document: number,
      message: {
        zh: `${number} 的编辑稿不见了，却没有作废`,
        en: `The working text of ${number} is gone, but the document was not withdrawn`,
      },
      hint: vanishedHint(number, nearest(number, twice)),
    };
  }
}

/** The numbers that stand in the register of withdrawals more than once (NUM-04). */
function withdrawnTwice({ registers }: Handbook): Set<string> {
  const numbers = registers.withdrawals.map(({ document }) => document);
  return new Set(numbers.filter((number, index) => numbers.indexOf(number) !== index));
}

/** @param twice a near number that is withdrawn twice: one of the entries may have been meant for this document */
function vanishedHint(number: string, twice: string | undefined): Bilingual {
  return twice === undefined
    ? {
        zh: `误删的用 git 恢复；要作废的，运行 npm run handbook -- withdraw ${number} --reason 原因。`,
        en: `Restore the file from git if it was deleted by mistake; to withdraw it, run npm run handbook -- withdraw ${number} --reason why.`,
      }
    : {
        zh: `registers/withdrawals.yaml 中 ${twice} 登记了两次，其中一条是不是它的？是的，改正那一条的 document；不是的，用 git 恢复文件。`,
        en: `${twice} stands twice in registers/withdrawals.yaml: correct document of one of them if it was meant for this one; else restore the file from git.`,
      };
}
