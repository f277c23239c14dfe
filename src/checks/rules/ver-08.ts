import { callOf } from '../../control/call.ts';
import { newestRelease, workingState } from '../../control/state.ts';
import type { Document, Release } from '../../handbook/graph.ts';
import type { Library } from '../../handbook/open.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import { placeIn, type Rule } from '../rule.ts';
import { firstDifference, type Difference } from '../working-difference.ts';

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
    zh: '审批后运行 npm run handbook -- release <编号>，由它升版并写修改记录；改错的用 git 恢复。',
    en: 'After approval run npm run handbook -- release <number>, which raises the version and writes the change record; restore mistakes from git.',
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
      // With what was released nothing can be compared while that is not what it was (VER-05).
      if (release && release.actualHash !== release.entry.hash) continue;
      yield {
        place: placeIn(document, 'version'),
        document: document.number,
        message: release
          ? changed(library, document, release)
          : { zh: `${document.number} 还没有发布`, en: `${document.number} has not been released` },
        hint:
          release?.version === document.data.version
            ? notYetStated(library, document)
            : stated(library, document, release),
      };
    }
  },
};

/** Where the version was not raised, perhaps nobody meant to change anything: then the place says what it is. */
function changed(library: Library, document: Document, release: Release): Bilingual {
  const { number } = document;
  const { version } = release;
  const difference = version === document.data.version ? firstDifference(library, document, release) : undefined;
  const { zh, en } = difference ? told(difference) : { zh: '', en: '' };
  return {
    zh: `${number} 有未发布的修改：读者看到的仍是 ${version}${zh}`,
    en: `${number} has unreleased changes: readers still see ${version}${en}`,
  };
}

function told({ place, was, is }: Difference): Bilingual {
  const zh = [was && `原为“${was}”`, is && `现为“${is}”`].filter(Boolean).join('，');
  const en = [was && `it was “${was}”`, is && `it is “${is}”`].filter(Boolean).join(', ');
  return {
    zh: `，${place.zh}起与它不同${zh && `：${zh}`}`,
    en: `, which differs from ${place.en} on${en && `: ${en}`}`,
  };
}

/** The next version and its entry are what release writes; whoever edited one word need not know how. */
function notYetStated({ working, folder }: Library, { number }: Document): Bilingual {
  const call = (summary: string, reason: string, request: string) => {
    const asked = working.settings.versions.changeRequests ? ` --change-request ${request}` : '';
    return callOf(`release ${number} --summary "${summary}" --reason "${reason}"${asked}`, folder);
  };
  return {
    zh: `改错的用 git 恢复；要发布的，审批后运行 ${call('修改内容', '修改原因', '申请单号')}，由它升版并写修改记录。`,
    en: `Restore mistakes from git; once approved, run ${call('what changed', 'why', 'NO')}, which raises the version and writes the change record.`,
  };
}

function stated({ folder }: Library, { number }: Document, release: Release | undefined): Bilingual {
  const call = callOf(`release ${number}`, folder);
  return {
    zh: `审批后发布：${call}${release ? '；改错的用 git 恢复。' : ''}`,
    en: `Once approved, release it: ${call}${release ? '; restore mistakes from git.' : ''}`,
  };
}
