/** What still stands between a working text and its release. */
import { signersOn } from '../control/signers.ts';
import { stepNames, unauthorised } from '../control/signatories.ts';
import { newestRelease, workingState } from '../control/state.ts';
import { isSuccessor, nextVersions } from '../control/version.ts';
import type { Finding } from '../handbook/finding.ts';
import type { Document } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import type { Bilingual } from '../schema/primitives.ts';

export interface Readiness {
  /** The versions that the working text may be released as; one if it states it. */
  next: string[];
  /** What has to be done first, or said to `handbook release`. Empty if there is nothing to release. */
  missing: Bilingual[];
}

/** @param findings those of the document */
export function readiness(library: Library, document: Document, findings: readonly Finding[]): Readiness {
  const handbook = library.working;
  const { data, number } = document;
  const { versions } = handbook.settings;
  const newest = newestRelease(handbook, number);
  const isStated = !newest || isSuccessor(newest.version, data.version, versions);
  const follow = newest ? nextVersions(newest.version, versions) : {};
  const isReleased = workingState(library, document) === 'released';
  const possible = isStated && !isReleased ? [data.version] : [follow.revision, follow.edition];
  const labels = possible.filter((label) => label !== undefined);
  if (isReleased) return { next: labels, missing: [] };
  const missing: Bilingual[] = [];
  const own = findings.filter(({ waiver }) => !waiver);
  const errors = own.filter(({ severity }) => severity === 'error').length;
  if (errors) missing.push({ zh: `改正 ${errors} 个错误（见下）`, en: `correct the errors (${errors}, see below)` });
  const drafty = own.filter(({ blocksRelease }) => blocksRelease).length;
  if (drafty) {
    missing.push({
      zh: `改正 ${drafty} 个注明“发布前要改正”的提示（见下）`,
      en: `mend what is marked “to be mended before its release” (${drafty}, see below)`,
    });
  }
  if (!isStated) missing.push(...forChangeRecord(library, follow));
  missing.push(...forSignatures(library, document, isStated));
  return { next: labels, missing };
}

function forChangeRecord(library: Library, next: { revision?: string; edition?: string }): Bilingual[] {
  const { changeRequests, lastRevision } = library.working.settings.versions;
  const missing: Bilingual[] = [
    { zh: '说明修改内容和原因（--summary、--reason）', en: 'say what changed and why (--summary, --reason)' },
  ];
  if (changeRequests) {
    missing.push({
      zh: '文件更改申请单号（--change-request）',
      en: 'the number of the change request (--change-request)',
    });
  }
  if (!next.revision && next.edition) {
    missing.push({
      zh: `修改状态已到上限 ${lastRevision}，须换版（--edition）`,
      en: `the limit of ${lastRevision} revisions is reached: a new edition (--edition)`,
    });
  }
  return missing;
}

/** Signatures that are not stated yet: who would sign, and whether that person may today. */
function forSignatures(library: Library, document: Document, isStated: boolean): Bilingual[] {
  const { working: handbook, asOf } = library;
  const { data } = document;
  const entry = data.changes.at(-1)!;
  return (['reviewed', 'approved'] as const).flatMap((step): Bilingual[] => {
    if (isStated && data[step]) return [];
    const by = (isStated ? entry[step] : data[step]?.by) ?? entry[step];
    const name = handbook.people.get(by)?.data.name ?? { zh: by, en: by };
    const refused = unauthorised(handbook, document, step, { by, on: asOf });
    const word = stepNames[step];
    if (!refused) {
      return [{ zh: `${word.zh}：${name.zh}（${by}）`, en: `${word.en} by ${name.en} (${by})` }];
    }
    const others = signersOn(handbook, document, step, asOf).join(', ');
    const names = {
      zh: refused.allowed.map(({ zh }) => zh).join('或'),
      en: refused.allowed.map(({ en }) => en).join(' or '),
    };
    return [
      {
        zh: `${word.zh}：${name.zh}现在无权${word.zh}，应由${names.zh}（--${step} ${others || '人员'}）`,
        en: `${word.en}: ${name.en} has no authority now, it takes ${names.en} (--${step} ${others || 'PERSON'})`,
      },
    ];
  });
}
