import { newestRelease } from '../../control/state.ts';
import { isSuccessor, nextVersions, parseVersion } from '../../control/version.ts';
import type { Document, Handbook } from '../../handbook/graph.ts';
import { placeIn, type Report, type Rule } from '../rule.ts';

/** Versions follow each other without gaps or repeats (brief 002-11). */
export const ver02: Rule = {
  id: 'VER-02',
  severity: 'error',
  title: { zh: '版本依次递增，日期不倒退', en: 'Versions follow each other and dates do not go back' },
  reason: {
    zh: '跳号或重号的修改记录，说明有版本没有经过批准或没有留存。',
    en: 'A gap or a repeat in the change record means that a version was not approved or not kept.',
  },
  remedy: {
    zh: '修改后版本为 A/n→A/(n+1)，换版为 B/0；按时间顺序补齐修改记录。',
    en: 'A revision goes from A/n to A/(n+1), a new edition to B/0; complete the change record in order of time.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: 'changes:\n  - version: A/0\n    date: 2023-04-24\n    …\n  - version: A/2\n    date: 2024-06-03',
    right: 'changes:\n  - version: A/0\n    date: 2023-04-24\n    …\n  - version: A/1\n    date: 2024-06-03',
  },
  *check(handbook) {
    for (const document of handbook.documents.values()) {
      yield* changeRecord(handbook, document);
      if (handbook.edition === 'working') yield* againstRelease(handbook, document);
    }
  },
};

function* changeRecord(handbook: Handbook, document: Document): Generator<Report> {
  const rules = handbook.settings.versions;
  const { changes } = document.data;
  for (const [index, change] of changes.entries()) {
    const before = changes[index - 1];
    if (!before) continue;
    const base = { document: document.number };
    const isWritten = parseVersion(before.version, rules) && parseVersion(change.version, rules);
    if (isWritten && !isSuccessor(before.version, change.version, rules)) {
      const next = nextVersions(before.version, rules);
      yield {
        ...base,
        place: placeIn(document, 'changes', index, 'version'),
        message: {
          zh: `${before.version} 之后不能是 ${change.version}`,
          en: `${change.version} cannot follow ${before.version}`,
        },
        hint: {
          zh: `${before.version} 之后应为 ${[next.revision, next.edition].filter(Boolean).join(' 或 ')}。`,
          en: `After ${before.version} comes ${[next.revision, next.edition].filter(Boolean).join(' or ')}.`,
        },
      };
    }
    if (change.date < before.date) {
      yield {
        ...base,
        place: placeIn(document, 'changes', index, 'date'),
        message: {
          zh: `${change.version} 的日期 ${change.date} 早于 ${before.version} 的 ${before.date}`,
          en: `${change.version} is dated ${change.date}, before ${before.version} (${before.date})`,
        },
        hint: { zh: '改正其中一个日期。', en: 'Correct one of the dates.' },
      };
    }
  }
}

function* againstRelease(handbook: Handbook, document: Document): Generator<Report> {
  const newest = newestRelease(handbook, document.number);
  const rules = handbook.settings.versions;
  const { version } = document.data;
  if (!newest || newest.version === version || isSuccessor(newest.version, version, rules)) return;
  // Labels that do not keep to the scheme are for VER-01.
  if (!parseVersion(newest.version, rules) || !parseVersion(version, rules)) return;
  const next = nextVersions(newest.version, rules);
  yield {
    place: placeIn(document, 'version'),
    document: document.number,
    message: {
      zh: `编辑稿的版本 ${version} 与最新发布版 ${newest.version} 接不上`,
      en: `The working text says ${version}, which does not follow the newest release ${newest.version}`,
    },
    hint: {
      zh: `写 ${newest.version}（发布时自动升版），或 ${[next.revision, next.edition].filter(Boolean).join('、')}。`,
      en: `Write ${newest.version} (release raises it), or ${[next.revision, next.edition].filter(Boolean).join(', ')}.`,
    },
  };
}
