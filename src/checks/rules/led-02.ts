import { brokenLinks } from '../../control/ledger.ts';
import type { Handbook } from '../../handbook/graph.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import type { Rule } from '../rule.ts';

/** The ledger is only ever appended to. */
export const led02: Rule = {
  id: 'LED-02',
  severity: 'error',
  core: true,
  title: { zh: '发布台账只增不改', en: 'The ledger is only appended to' },
  reason: {
    zh: '每一行都记着它之前全部内容的哈希值：删改、调换任何一行都会在后面显出来。',
    en: 'Each line holds the hash of everything before it: a line changed, moved or removed shows in the next.',
  },
  remedy: { zh: '用 git 恢复 history/ledger.yaml。', en: 'Restore history/ledger.yaml from git.' },
  example: {
    file: 'history/ledger.yaml',
    wrong: '- {"number":"HC-ITSM-B-21","version":"A/2","effective":"2026-03-01",…}   # 事后把实施日期改早',
    right: '- {"number":"HC-ITSM-B-21","version":"A/2","effective":"2026-03-09",…}',
  },
  editions: ['in-force'],
  *check(handbook, library) {
    if (!library.ledger) return;
    // Every line after a change is broken, too; the first one tells where to look.
    const [line] = brokenLinks(library.ledger.text);
    if (line !== undefined) {
      const about = releaseOn(handbook, line - 1);
      yield {
        place: { file: library.ledger.file, line, column: 1 },
        document: handbook.releases.find((release) => release.place().line === line)?.number,
        message: {
          zh: `台账第 ${line} 行与前面的内容接不上：第 ${line - 1} 行${about.zh}或这一行被改动过，或两行之间有删去的行`,
          en: `Line ${line} of the ledger does not follow what stands before it: line ${line - 1}${about.en} or this one was changed, or a line between them taken out`,
        },
      };
    }
  },
};

/** The release on a line. Every line vouches for all those before it, so the change is not further up. */
function releaseOn({ releases }: Handbook, line: number): Bilingual {
  const release = releases.find((item) => item.place().line === line);
  if (!release) return { zh: '', en: '' };
  const name = `${release.number} ${release.version}`;
  return { zh: `（${name}）`, en: ` (${name})` };
}
