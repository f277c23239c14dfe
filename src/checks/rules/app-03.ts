import { stepNames } from '../../control/signatories.ts';
import type { Document, Handbook, Release } from '../../handbook/graph.ts';
import { nearest } from '../../handbook/suggest.ts';
import { steps } from '../../schema/ledger.ts';
import { keyIn, placeIn, type Report, type Rule } from '../rule.ts';

/** What is in force has a complete approval, the one that the ledger holds (brief 000-09). */
export const app03: Rule = {
  id: 'APP-03',
  severity: 'error',
  title: {
    zh: '现行有效的文件审批齐全，并与台账一致',
    en: 'A document in force is fully approved, as the ledger says',
  },
  reason: {
    zh: '缺少审核、批准或日期的文件不能作为依据。',
    en: 'A document without review, approval or dates cannot be relied on.',
  },
  remedy: {
    zh: '补齐 prepared、reviewed、approved、released、effective，再发布；已发布的用 git 恢复。',
    en: 'Complete prepared, reviewed, approved, released and effective before the release; restore what was released.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong:
      'prepared: { by: wen-ya, on: 2026-02-09 }\napproved: { by: gu-zhiyuan, on: 2026-02-13 }\neffective: 2026-03-09',
    right:
      'prepared: { by: wen-ya, on: 2026-02-09 }\nreviewed: { by: luo-zhiqiang, on: 2026-02-11 }\napproved: { by: gu-zhiyuan, on: 2026-02-13 }\nreleased: 2026-02-24\neffective: 2026-03-09',
  },
  editions: ['in-force'],
  *check(handbook, library) {
    for (const document of handbook.documents.values()) {
      if (!document.release) continue;
      yield* missing(document);
      yield* disagreement(document, document.release);
    }
    // The chain of the ledger vouches for all lines but the last.
    const last = library.releases.at(-1);
    const text = last && handbook.documents.get(last.number)?.release !== last ? library.read(last) : undefined;
    if (text) yield* disagreement(text, last!);
    yield* strangers(handbook);
  },
};

/** Whoever signed a version that is no longer in force, or not yet; for those in force ROL-01 says it. */
function* strangers(handbook: Handbook): Generator<Report> {
  // Without any people the file is missing or cannot be read, which ROL-01 says once.
  if (handbook.people.size === 0) return;
  const said = new Set<string>();
  for (const release of handbook.releases) {
    if (handbook.documents.get(release.number)?.release === release) continue;
    for (const step of steps) {
      const { by, on } = release.entry[step];
      if (handbook.people.has(by) || said.has(by)) continue;
      said.add(by);
      const near = nearest(by, handbook.people.keys());
      yield {
        place: release.place(),
        document: release.number,
        message: {
          zh: `${release.number} ${release.version} 的${stepNames[step].zh}人“${by}”（${on}）不在 organisation/people.yaml 中`,
          en: `“${by}”, who signed the ${stepNames[step].en} of ${release.number} ${release.version} on ${on}, is not in organisation/people.yaml`,
        },
        hint: {
          zh: `离开的人也留在 people.yaml 中，任职写上 until；用 git 恢复这一条。${near ? `标识改过的（${near}？）改回来。` : ''}`,
          en: `People stay in people.yaml after they left, their roles with an until: restore the entry from git.${near ? ` If the id was changed (${near}?), change it back.` : ''}`,
        },
      };
    }
  }
}

const words = {
  reviewed: { zh: '审核', en: 'review' },
  approved: { zh: '批准', en: 'approval' },
  released: { zh: '发布日期', en: 'release date' },
  effective: { zh: '实施日期', en: 'effective date' },
} as const;

function* missing(document: Document): Generator<Report> {
  for (const key of Object.keys(words) as (keyof typeof words)[]) {
    if (document.data[key] !== undefined) continue;
    yield {
      place: keyIn(document, key),
      document: document.number,
      message: {
        zh: `${document.number} 现行有效，但没有${words[key].zh}`,
        en: `${document.number} is in force without ${words[key].en}`,
      },
    };
  }
}

function* disagreement(document: Document, { entry, version }: Release): Generator<Report> {
  const { data } = document;
  const pairs: [key: string, text: string, ledger: string][] = [
    ['number', data.number, entry.number],
    ['version', data.version, version],
    ['prepared', show(data.prepared), show(entry.prepared)],
    ['reviewed', show(data.reviewed), show(entry.reviewed)],
    ['approved', show(data.approved), show(entry.approved)],
    ['released', data.released ?? '', entry.released],
    ['effective', data.effective ?? '', entry.effective],
  ];
  for (const [key, text, ledger] of pairs) {
    if (text === ledger || text === '') continue;
    yield {
      place: placeIn(document, key),
      document: document.number,
      message: {
        zh: `${entry.number} ${version} 的 ${key} 在冻结文本中是 ${text}，在台账中是 ${ledger}`,
        en: `${key} of ${entry.number} ${version} is ${text} in the frozen text and ${ledger} in the ledger`,
      },
      hint: {
        zh: '两者在发布时相同，其中之一被改动过：用 git 恢复 history 文件夹。',
        en: 'They were the same at the release; one of them was touched: restore the folder history from git.',
      },
    };
  }
}

function show(signature: { by: string; on: string } | undefined): string {
  return signature ? `${signature.by} ${signature.on}` : '';
}
