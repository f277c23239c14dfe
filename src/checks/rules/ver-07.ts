import { isSuccessor } from '../../control/version.ts';
import type { Release } from '../../handbook/graph.ts';
import type { Rule } from '../rule.ts';

/** One version of a document is in force at a time (brief 000-10). */
export const ver07: Rule = {
  id: 'VER-07',
  severity: 'error',
  title: { zh: '同一文件任何时候只有一个版本现行有效', en: 'One version of a document is in force at a time' },
  reason: {
    zh: '两个版本同时有效，使用者就不知道该按哪一个做。',
    en: 'With two versions in force, nobody knows which one to follow.',
  },
  remedy: {
    zh: '台账中同一文件的版本依次递增，实施日期不早于前一版本；用 git 恢复台账，重新发布。',
    en: 'Releases of a document follow each other, none effective before the one before it; restore the ledger and release again.',
  },
  editions: ['in-force'],
  *check(handbook) {
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
