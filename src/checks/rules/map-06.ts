import type { Place } from '../../handbook/finding.ts';
import type { Document, Handbook } from '../../handbook/graph.ts';
import { placeIn, type Report, type Rule } from '../rule.ts';
import { stepTexts } from '../step-texts.ts';

/**
 * Procedures do not overlap (brief 001-18): two of them share no more than `limits.sharedRecords` record forms, nor
 * more duties, which are activities of the same name with the same input, and sentences of the steps to the letter.
 * The same clause as primary in both is for MAP-02.
 */
export const map06: Rule = {
  id: 'MAP-06',
  severity: 'warning',
  title: { zh: '程序之间不重复', en: 'Procedures do not overlap' },
  reason: {
    zh: '两个程序写同一件事，改了一处忘了另一处，员工就不知道按哪个做。',
    en: 'Two procedures about one thing drift apart with the next change, and nobody knows which one to follow.',
  },
  remedy: {
    zh: '把共同的内容留在一个程序中，另一个程序引用它；本是一个过程的合并成一个程序。',
    en: 'Keep what they share in one of them and let the other refer to it, or merge them into one procedure.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-24.mdx',
    wrong:
      'activities:\n  - name: 监视可用性\n    # 这 4 个表单已由 HC-ITSM-B-21 形成\n    records: [HC-ITSM-D-21-01, HC-ITSM-D-21-02, HC-ITSM-D-21-03, HC-ITSM-D-21-05]',
    right: 'activities:\n  - name: 监视可用性\n    records: [HC-ITSM-D-24-02]',
  },
  *check(handbook) {
    const limit = handbook.settings.checks.limits.sharedRecords;
    yield* overlaps(sharedRecords(handbook), limit, { zh: '个相同的记录表单', en: 'record forms' });
    yield* overlaps(sharedDuties(handbook), limit, { zh: '处相同的活动或规定', en: 'activities or sentences' });
  },
};

/** What more procedures than these have in common says nothing about any two of them: everybody fills a change request. */
const commonTo = 8;

interface Shared {
  label: string;
  place: () => Place;
}

/** What one procedure has, by what makes it the same as that of another. */
type Inventory = Map<string, Map<Document, Shared>>;

function note(inventory: Inventory, key: string, document: Document, shared: Shared): void {
  const known = inventory.get(key);
  if (!known) inventory.set(key, new Map([[document, shared]]));
  else if (!known.has(document)) known.set(document, shared);
}

function sharedRecords(handbook: Handbook): Inventory {
  const inventory: Inventory = new Map();
  for (const { document, step, data } of handbook.activities) {
    for (const [index, number] of data.records.entries()) {
      const place = () => placeIn(document, 'activities', step - 1, 'records', index);
      note(inventory, number, document, { label: number, place });
    }
  }
  return inventory;
}

/** Shorter sentences (“结果记入工单。”) are alike without meaning the same. */
const leastLength = 12;

function sharedDuties(handbook: Handbook): Inventory {
  const inventory: Inventory = new Map();
  for (const { document, step, data } of handbook.activities) {
    const place = () => placeIn(document, 'activities', step - 1, 'name');
    note(inventory, `${data.name}\n${data.input}`, document, { label: `“${data.name}”`, place });
  }
  for (const { activity, lines } of stepTexts(handbook)) {
    for (const { text, at } of lines) {
      // A row of a table is no sentence.
      if (text.trimStart().startsWith('|')) continue;
      for (const { 0: sentence, index } of text.matchAll(/[^。；！？]+/g)) {
        const plain = sentence.replace(/^\s*(?:[-*+>]|\d+[.)、]|[（(]\d+[)）])?\s*/, '').replace(/[\s*_]+/g, '');
        if (plain.length < leastLength) continue;
        const label = `“${plain.length > 20 ? `${plain.slice(0, 20)}…` : plain}”`;
        note(inventory, plain, activity.document, { label, place: () => at(index) });
      }
    }
  }
  return inventory;
}

/** A report for each two procedures that share more than the limit, at the first of it in the later one. */
function* overlaps(inventory: Inventory, limit: number, what: { zh: string; en: string }): Generator<Report> {
  const pairs = new Map<Document, Map<Document, Shared[]>>();
  for (const holders of inventory.values()) {
    if (holders.size < 2 || holders.size > commonTo) continue;
    const documents = [...holders.keys()];
    for (const [index, later] of documents.entries()) {
      for (const earlier of documents.slice(0, index)) {
        const others = pairs.get(later) ?? new Map<Document, Shared[]>();
        pairs.set(later, others);
        others.set(earlier, [...(others.get(earlier) ?? []), holders.get(later)!]);
      }
    }
  }
  for (const [later, others] of pairs) {
    for (const [earlier, shared] of others) {
      if (shared.length <= limit) continue;
      const labels = shared.map(({ label }) => label);
      yield {
        place: shared[0]!.place(),
        document: later.number,
        message: {
          zh: `${later.number} 与 ${earlier.number} 有 ${shared.length} ${what.zh}，多于 ${limit}：${shown(labels, '、')}`,
          en: `${later.number} and ${earlier.number} share ${shared.length} ${what.en}, more than ${limit}: ${shown(labels, ', ')}`,
        },
        hint: {
          zh: `由其中一个程序规定，另一个写“按《${earlier.data.title.zh}》执行”；确属不同过程的，在 handbook.yaml 的 checks.limits.sharedRecords 中放宽。`,
          en: `Let one of them rule and the other refer to it; if they are different processes, raise checks.limits.sharedRecords in handbook.yaml.`,
        },
      };
    }
  }
}

function shown(labels: readonly string[], separator: string): string {
  return labels.slice(0, 5).join(separator) + (labels.length > 5 ? `${separator}…` : '');
}
