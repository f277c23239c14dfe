import { placeInBlock } from '../../handbook/body.ts';
import type { Document } from '../../handbook/graph.ts';
import type { Place } from '../../handbook/finding.ts';
import { lettersOf, likeness, sentencesOf, withoutFigures } from '../sentences.ts';
import { placeIn, type Report, type Rule } from '../rule.ts';

/**
 * No duty stands twice: in the duties of a role, a department or an appointment, and no sentence twice in a procedure
 * (brief, defect of seed 004: duties 2 and 9 of one list are the same).
 */
export const txt02: Rule = {
  id: 'TXT-02',
  severity: 'warning',
  title: { zh: '职责和做法不写两遍', en: 'Duties and instructions are not said twice' },
  reason: {
    zh: '同一条职责写两遍，改了一处忘了另一处，就成了两种规定。',
    en: 'What is said twice becomes two different rules as soon as one of them is changed.',
  },
  remedy: {
    zh: '删除其中一条；两条确有不同的，写出不同之处。',
    en: 'Delete one of the two, or say in which way they differ.',
  },
  example: {
    file: 'roles/slm-mgr.mdx',
    wrong: 'duties:\n  - 审阅服务报告并提出改进意见\n  - 与客户商定服务级别协议\n  - 审阅服务报告，并提出改进意见',
    right: 'duties:\n  - 审阅服务报告并提出改进意见\n  - 与客户商定服务级别协议',
  },
  *check(handbook) {
    for (const { data, source } of handbook.roles.values()) {
      yield* twice(
        data.duties.map((text, index) => ({ text, place: () => source.place(['duties', index]) })),
        { zh: `角色“${data.title.zh}”的职责`, en: `The duties of the role “${data.title.en}”` },
      );
    }
    for (const { data, place } of handbook.departments.values()) {
      yield* twice(
        data.duties.map((text, index) => ({ text, place: () => place('duties', index) })),
        { zh: `${data.title.zh}的职责`, en: `The duties of ${data.title.en}` },
      );
    }
    for (const document of handbook.documents.values()) {
      for (const part of document.parts) {
        const duties = part.data?.appointment?.duties ?? [];
        yield* twice(
          duties.map((text, index) => ({ text, place: () => part.source.place(['appointment', 'duties', index]) })),
          { zh: '任命书的职责', en: 'The duties of the appointment' },
          document.number,
        );
      }
      if (document.kind === 'procedure') yield* inProcedure(document);
    }
  },
};

interface Item {
  text: string;
  place: () => Place;
}

/** The items of one list that say the same, but for punctuation or a letter. Different figures are different duties. */
function* twice(items: readonly Item[], list: { zh: string; en: string }, document?: string): Generator<Report> {
  const seen: { letters: string; plain: string; index: number; text: string }[] = [];
  for (const [index, { text, place }] of items.entries()) {
    for (const sentence of sentencesOf(text)) {
      const letters = lettersOf(sentence);
      if (letters.length < 4) continue;
      const same = seen.find((other) => isSame(other, letters, sentence));
      seen.push({ letters, plain: withoutFigures(sentence), index, text: sentence });
      if (!same) continue;
      yield {
        place: place(),
        document,
        message: {
          zh: `${list.zh}第 ${index + 1} 条“${sentence}”与第 ${same.index + 1} 条${letters === same.letters ? '' : `“${same.text}”`}重复`,
          en: `${list.en}: number ${index + 1}, “${sentence}”, repeats number ${same.index + 1}`,
        },
      };
    }
  }
}

function isSame(other: { letters: string; plain: string }, letters: string, sentence: string): boolean {
  if (other.letters === letters) return true;
  const isLong = Math.min(other.letters.length, letters.length) >= 10;
  return isLong && other.plain !== withoutFigures(sentence) && likeness(other.letters, letters) >= 0.9;
}

/** A sentence shorter than this may well be needed twice: 由事件经理批准。 */
const longSentence = 15;

function* inProcedure(document: Document): Generator<Report> {
  if (document.data.kind !== 'procedure') return;
  const said = new Map<string, { where: string; whereEn: string }>();
  const points = document.data.process.controlPoints.map(({ name, what }, index) => ({
    text: what,
    place: () => placeIn(document, 'process', 'controlPoints', index, 'what'),
    where: `控制点“${name}”`,
    whereEn: `the control point “${name}”`,
  }));
  const blocks = document.parts.flatMap(({ body, source }) =>
    body.blocks
      .filter(({ kind }) => kind === 'paragraph')
      .map((block) => ({
        text: block.text,
        place: (sentence: string) => placeInBlock(source, block, sentence.slice(0, 8)),
        where: block.section === undefined ? '开头' : ` ${block.section} `,
        whereEn: block.section === undefined ? 'the beginning' : `section ${block.section}`,
      })),
  );
  for (const { text, place, where, whereEn } of [...points, ...blocks]) {
    for (const sentence of sentencesOf(text)) {
      const letters = lettersOf(sentence);
      if (letters.length < longSentence) continue;
      const first = said.get(letters);
      if (!first) {
        said.set(letters, { where, whereEn });
        continue;
      }
      yield {
        place: place(sentence),
        document: document.number,
        message: {
          zh: `“${shortened(sentence)}”在${first.where}中已经写过`,
          en: `“${shortened(sentence)}” stands already in ${first.whereEn}`,
        },
        hint: {
          zh: `留下一处，另一处删除，或写明见${first.where.trimEnd()}。`,
          en: 'Keep one of the two and refer to it from the other, or delete it.',
        },
      };
    }
  }
}

function shortened(sentence: string): string {
  return sentence.length > 30 ? `${sentence.slice(0, 28)}……` : sentence;
}
