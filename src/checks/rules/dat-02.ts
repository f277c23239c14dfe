import { releasesOf } from '../../control/state.ts';
import type { Document, Handbook, Part, Release } from '../../handbook/graph.ts';
import { placeIn, type Report, type Rule } from '../rule.ts';

/**
 * The dates that a document states in several places agree (brief, defects of seed 002): the release order orders a
 * version that there is, on a day between its approval and its effect; what the order and the appointment letters say
 * in words is what their front matter says; the last change was not made after the approval. An order may be that of
 * an earlier version: not every revision is ordered anew.
 */
export const dat02: Rule = {
  id: 'DAT-02',
  severity: 'error',
  title: {
    zh: '封面、发布令、任命书和修改记录的日期一致',
    en: 'Cover, release order, appointments and change record agree on dates',
  },
  reason: {
    zh: '封面写九月二十八日实施、发布令写九月二十日，谁也说不清手册从哪天起有效。',
    en: 'If the cover says the 28th and the release order the 20th, nobody can tell since when the manual holds.',
  },
  remedy: {
    zh: '以批准的日期为准改正：发布令的 effective 与所发布版本的实施日期相同。',
    en: 'Correct them after what was approved: effective of the release order is that of the version that it orders.',
  },
  example: {
    file: 'manual/HC-ITSM-A-01/0.2.mdx',
    wrong:
      'releaseOrder: { …, date: 2025-03-03, effective: 2025-03-01 }\n---\n……现予批准发布，自 2025 年 3 月 3 日起实施。',
    right:
      'releaseOrder: { …, date: 2025-03-03, effective: 2025-03-03 }   # 与 index.mdx 的 effective 相同\n---\n……现予批准发布，自 2025 年 3 月 3 日起实施。',
  },
  *check(handbook) {
    for (const document of handbook.documents.values()) {
      yield* lastChange(document);
      for (const part of document.parts) {
        if (part.data?.releaseOrder) yield* releaseOrder(handbook, document, part);
        if (part.data?.appointment)
          yield* inWords(document, part, 'appointment.date', part.data.appointment.date, isSigned);
      }
    }
  },
};

/** What was changed after the approval was not approved. */
function* lastChange(document: Document): Generator<Report> {
  const { changes, version, approved } = document.data;
  const last = changes.at(-1)!;
  if (!approved || last.version !== version || last.date <= approved.on) return;
  yield {
    place: placeIn(document, 'changes', changes.length - 1, 'date'),
    document: document.number,
    message: {
      zh: `修改记录中 ${version} 的日期 ${last.date} 晚于批准日期 ${approved.on}`,
      en: `The change record dates ${version} ${last.date}, after its approval on ${approved.on}`,
    },
    hint: {
      zh: '修改在批准之前完成：改正其中一个日期。',
      en: 'A change precedes its approval: correct one of the dates.',
    },
  };
}

function* releaseOrder(handbook: Handbook, document: Document, part: Part): Generator<Report> {
  const { effective, approved } = document.data;
  const order = part.data!.releaseOrder!;
  const at = (key: string) => part.source.place(['releaseOrder', key]);
  const earlier = earlierReleases(handbook, document);
  const isOwn = order.effective === effective;
  const ordered = isOwn ? undefined : earlier.find(({ entry }) => entry.effective === order.effective);
  // Before the effective day is set nothing can be compared.
  if (!isOwn && !ordered && effective !== undefined) {
    yield {
      place: at('effective'),
      document: document.number,
      message: {
        zh: `发布令自 ${order.effective} 起实施，${document.number} ${document.data.version} 的实施日期却是 ${effective}`,
        en: `The release order takes effect on ${order.effective}, but ${document.number} ${document.data.version} on ${effective}`,
      },
      hint: {
        zh: `两处写同一天：改成 ${effective}，或改正 index.mdx 的 effective。`,
        en: `Give the same day in both: ${effective} here, or correct effective in index.mdx.`,
      },
    };
  }
  if (order.date > order.effective) {
    yield {
      place: at('date'),
      document: document.number,
      message: {
        zh: `发布令签发于 ${order.date}，晚于它规定的实施日期 ${order.effective}`,
        en: `The release order is dated ${order.date}, after the day on which it takes effect, ${order.effective}`,
      },
      hint: { zh: '先签发，后实施：改正其中一个日期。', en: 'An order precedes its effect: correct one of the dates.' },
    };
  }
  const approval = ordered ? ordered.entry.approved.on : approved?.on;
  if (approval !== undefined && order.date < approval) {
    yield {
      place: at('date'),
      document: document.number,
      message: {
        zh: `发布令签发于 ${order.date}，早于所发布版本的批准日期 ${approval}`,
        en: `The release order is dated ${order.date}, before the version that it orders was approved on ${approval}`,
      },
      hint: {
        zh: '批准以后才能发布：改正其中一个日期。',
        en: 'An order follows the approval: correct one of the dates.',
      },
    };
  }
  yield* inWords(document, part, 'releaseOrder.effective', order.effective, takesEffect);
  yield* inWords(document, part, 'releaseOrder.date', order.date, isSigned);
}

/** The releases before the one that the text is, or all for a working text. */
function earlierReleases(handbook: Handbook, document: Document): readonly Release[] {
  const releases = releasesOf(handbook, document.number);
  const index = document.release ? releases.findIndex(({ version }) => version === document.release!.version) : -1;
  return index < 0 ? releases : releases.slice(0, index);
}

const dayInWords = /(\d{4})\s*[年-]\s*(\d{1,2})\s*[月-]\s*(\d{1,2})\s*日?/g;

/** “自 2025 年 3 月 3 日起实施” */
const takesEffect = (_: string, after: string): boolean => /^起(?:正式)?(?:实施|生效|施行|执行|运行)/.test(after);

/** A day that stands alone on its line or ends a short one, as below a signature. */
const isSigned = (before: string, after: string): boolean => after.trim() === '' && before.trim().length < 20;

/**
 * The days that a text states in words.
 * @param key where the front matter gives the day
 * @param counts whether a day is the one in question, by what stands before and after it on the line
 */
function* inWords(
  document: Document,
  part: Part,
  key: string,
  day: string,
  counts: (before: string, after: string) => boolean,
): Generator<Report> {
  for (const [index, line] of part.source.body.split('\n').entries()) {
    for (const match of line.matchAll(dayInWords)) {
      const stated = [match[1]!, match[2]!.padStart(2, '0'), match[3]!.padStart(2, '0')].join('-');
      if (stated === day || !counts(line.slice(0, match.index), line.slice(match.index + match[0].length))) continue;
      yield {
        place: part.source.bodyPlace(index + 1, match.index + 1),
        document: document.number,
        message: {
          zh: `正文写“${match[0].trim()}”，文件开头的 ${key} 写 ${day}`,
          en: `The text says “${match[0].trim()}”, ${key} in the front matter ${day}`,
        },
        hint: { zh: '两处写同一天。', en: 'Give the same day in both.' },
      };
    }
  }
}
