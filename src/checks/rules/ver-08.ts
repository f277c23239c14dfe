import { newestRelease, workingState } from '../../control/state.ts';
import { placeIn, type Rule } from '../rule.ts';

/** Tells what is written but not released (design.md §4.5): readers do not see it yet. */
export const ver08: Rule = {
  id: 'VER-08',
  severity: 'info',
  title: { zh: '编辑稿有未发布的修改', en: 'The working text is ahead of its release' },
  reason: {
    zh: '读者看到的是发布版。未发布的修改要么尽快发布，要么退回，不能忘记。',
    en: 'Readers see the release. Unreleased changes should be released or taken back, not forgotten.',
  },
  remedy: {
    zh: '审批后运行 npm run handbook -- release <编号>；不要修改就用 git 恢复。',
    en: 'After approval run npm run handbook -- release <number>; to drop the change restore the file from git.',
  },
  example: {
    file: 'instructions/HC-ITSM-C-12.mdx',
    wrong: 'version: A/1   # 台账中最新的还是 A/0',
    right: 'version: A/1   # 已用 handbook release 发布，台账中有 A/1',
  },
  editions: ['working'],
  *check(handbook, library) {
    for (const document of handbook.documents.values()) {
      if (document.release) continue;
      const state = workingState(library, document);
      if (state === 'released') continue;
      const release = newestRelease(handbook, document.number);
      yield {
        place: placeIn(document, 'version'),
        document: document.number,
        message: release
          ? {
              zh: `${document.number} 有未发布的修改：读者看到的仍是 ${release.version}`,
              en: `${document.number} has unreleased changes: readers still see ${release.version}`,
            }
          : { zh: `${document.number} 还没有发布`, en: `${document.number} has not been released` },
        hint: {
          zh: `发布：npm run handbook -- release ${document.number}`,
          en: `Release it: npm run handbook -- release ${document.number}`,
        },
      };
    }
  },
};
