import { basename } from 'node:path';
import type { Release } from '../../handbook/graph.ts';
import { namesFile, versionFolder } from '../../handbook/releases.ts';
import type { Rule } from '../rule.ts';

/** A published text is the text that was approved (brief 000-10, design.md §4.6). */
export const ver05: Rule = {
  id: 'VER-05',
  severity: 'error',
  core: true,
  title: { zh: '已发布的文本与批准时一字不差', en: 'A released text is the text that was approved' },
  reason: {
    zh: '发布后被改动的文本没有经过批准；台账中的哈希值可以证明改没改过。',
    en: 'A text changed after its release was never approved; the hash in the ledger proves it.',
  },
  remedy: {
    zh: '用 git 恢复 history 中的文件；要修改就改编辑稿，再用 handbook release 发布新版本。',
    en: 'Restore the file in history from git; edit the working text and release a new version instead.',
  },
  example: {
    file: 'history/HC-ITSM-B-21/A-2/HC-ITSM-B-21.mdx',
    wrong: '重大事件解决后10个工作日内，由重大事件经理召开评审……',
    right: '重大事件解决后5个工作日内，由重大事件经理召开评审……',
  },
  editions: ['in-force'],
  *check(handbook) {
    for (const release of handbook.releases) {
      if (release.actualHash === release.entry.hash) continue;
      const file = release.files.find((path) => basename(path) !== namesFile);
      const folder = frozenFolder(release);
      yield {
        place: file === undefined ? release.place() : { file, line: 1, column: 1 },
        document: release.number,
        message:
          file === undefined
            ? {
                zh: `${release.number} ${release.version} 的冻结文本不见了`,
                en: `The frozen text of ${release.number} ${release.version} is gone`,
              }
            : {
                zh: `${release.number} ${release.version} 的冻结文本与发布台账的哈希值不符（台账 ${short(release.entry.hash)}，现为 ${short(release.actualHash)}）`,
                en: `The frozen text of ${release.number} ${release.version} differs from the ledger (${short(release.entry.hash)} in the ledger, ${short(release.actualHash)} now)`,
              },
        hint: {
          zh: `发布后被改动过：用 git 恢复（git checkout -- ${folder}）；要修改的，改编辑稿，再发布新版本。`,
          en: `It was touched after its release: restore it (git checkout -- ${folder}); to change it, edit the working text and release that.`,
        },
      };
    }
  },
};

/** The folder of a frozen text as it is shown to people, also where it is gone: it stands beside the ledger. */
function frozenFolder({ number, version, place }: Release): string {
  const { file } = place();
  return `${file.slice(0, file.lastIndexOf('/'))}/${number}/${versionFolder(version)}`;
}

function short(hash: string): string {
  return `${hash.slice(0, 12)}…`;
}
