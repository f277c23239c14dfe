import type { Document, Release } from '../../handbook/graph.ts';
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
  },
};

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
        zh: `${key} 在文本中是 ${text}，在台账中是 ${ledger}`,
        en: `${key} is ${text} in the text and ${ledger} in the ledger`,
      },
    };
  }
}

function show(signature: { by: string; on: string } | undefined): string {
  return signature ? `${signature.by} ${signature.on}` : '';
}
