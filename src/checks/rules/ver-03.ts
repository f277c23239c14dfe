import { newestRelease } from '../../control/state.ts';
import type { Document, Handbook } from '../../handbook/graph.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import { firstVersion, parseVersion } from '../../control/version.ts';
import { placeIn, type Rule } from '../rule.ts';

/** The change record begins with the creation and ends with the current version (brief 002-04). */
export const ver03: Rule = {
  id: 'VER-03',
  severity: 'error',
  title: {
    zh: '修改记录从新建开始，到当前版本为止',
    en: 'The change record runs from creation to the current version',
  },
  reason: {
    zh: '审核员用修改记录核对手上的版本，首尾不全就无法追溯。',
    en: 'Auditors check a copy against the change record; without its ends nothing can be traced.',
  },
  remedy: {
    zh: '首条为新建的版本（A/0），末条的版本与 version 相同。',
    en: 'Let the first entry be the creation (A/0) and the last one carry the version of the document.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: 'version: A/1\n…\nchanges:\n  - version: A/0\n    date: 2023-04-24\n    what: 新建',
    right:
      'version: A/1\n…\nchanges:\n  - version: A/0\n    date: 2023-04-24\n    what: 新建\n    …\n  - version: A/1\n    date: 2024-06-03\n    what: P1 响应时限由 30 分钟改为 15 分钟',
  },
  *check(handbook) {
    const first = firstVersion(handbook.settings.versions);
    for (const document of handbook.documents.values()) {
      const { changes, version } = document.data;
      const last = changes.length - 1;
      if (changes[0]!.version !== first) {
        yield {
          place: placeIn(document, 'changes', 0, 'version'),
          document: document.number,
          message: {
            zh: `修改记录的首条是 ${changes[0]!.version}，不是新建的 ${first}`,
            en: `The change record begins with ${changes[0]!.version}, not with ${first}`,
          },
          hint: { zh: `补上 ${first} 新建的记录。`, en: `Add the entry for ${first}.` },
        };
      }
      // A label that does not keep to the scheme is for VER-01.
      if (changes[last]!.version !== version && parseVersion(version, handbook.settings.versions)) {
        yield {
          place: placeIn(document, 'changes', last, 'version'),
          document: document.number,
          message: {
            zh: `修改记录的末条是 ${changes[last]!.version}，文件版本是 ${version}`,
            en: `The change record ends with ${changes[last]!.version}, the document is ${version}`,
          },
          hint: endHint(handbook, document, changes[last]!.version),
        };
      }
    }
  },
};

/** Which of the two is wrong depends on what was released, and on whether the document is to be revised. */
function endHint(handbook: Handbook, { number, data: { version }, release }: Document, recorded: string): Bilingual {
  if (release) {
    return { zh: `补上 ${version} 的记录，或改正 version。`, en: `Add the entry for ${version}, or correct version.` };
  }
  return newestRelease(handbook, number)?.version === version
    ? {
        zh: `要修订的，把 version 改为 ${recorded}；没有修订的，删去 ${recorded} 的记录（已发布的是 ${version}）。`,
        en: `Set version to ${recorded} if it is being revised, or delete the entry for ${recorded}: ${version} is what was released.`,
      }
    : {
        zh: `要修订的，补上 ${version} 的记录；没有修订的，把 version 改回 ${recorded}。`,
        en: `Add the entry for ${version} if it is being revised, or set version back to ${recorded}.`,
      };
}
