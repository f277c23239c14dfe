import type { Section } from '../../handbook/body.ts';
import type { Document, Handbook } from '../../handbook/graph.ts';
import { outlineWords, type OutlineWords } from '../../markdown/words.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import { missedSections, writtenSections, type MissedSection } from '../missed-sections.ts';
import type { NearHeading } from '../near-headings.ts';
import { keyIn, type Report, type Rule, type RuleDescription } from '../rule.ts';
import { isAsGrave } from '../severities.ts';

/** A procedure has the seven sections in order, none empty (brief 004-02). */
export const str01: Rule = {
  id: 'STR-01',
  severity: 'error',
  title: { zh: '程序的七个章节齐全、有序、非空', en: 'A procedure has its seven sections, in order and filled' },
  reason: {
    zh: '结构一致，员工和审核员才能在任何程序的同一处找到同样的内容。',
    en: 'With one outline everybody finds the same thing in the same place of any procedure.',
  },
  remedy: {
    zh: '正文写“1 目的”“4 流程”“5 过程描述”（英文手册写 1 Purpose、4 Flow、5 Process description），每个活动一节“5.n 活动名称”；2、3、6、7 由文件开头的数据生成，补齐 process、terms、related 和 records。',
    en: 'Write 1 Purpose, 4 Flow and 5 Process description (in a Chinese handbook 1 目的, 4 流程, 5 过程描述) with a section 5.n for each activity; 2, 3, 6 and 7 come from process, terms, related and records.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: '## 1 目的\n\n## 2 处理步骤\n\n发现故障后尽快恢复服务。',
    right: '## 1 目的\n\n发现故障后尽快恢复服务。\n\n## 4 流程\n\n…\n\n## 5 过程描述\n\n### 5.1 受理与记录\n\n…',
  },
  *check(handbook) {
    for (const document of handbook.documents.values()) {
      if (document.kind === 'procedure') {
        const words = outlineWords(handbook.settings.language);
        const missed = missedSections(handbook, document);
        yield* missed.map((section) => notHeading(document, section));
        yield* written(document, words, missed);
        yield* perActivity(document, missed);
        yield* generated(document, words);
      }
    }
  },
};

/**
 * The lines that this rule reports because they were to be headings of a procedure: what refers to such a section is
 * right. None where another rule would report them more gravely than this one.
 */
export function missedHeadings(handbook: Handbook, other: RuleDescription, document: Document): NearHeading[] {
  return isAsGrave(handbook, str01, other) ? missedSections(handbook, document).map(({ line }) => line) : [];
}

function* written(document: Document, words: OutlineWords, missed: readonly MissedSection[]): Generator<Report> {
  const part = document.parts[0]!;
  const isMiss = ({ place }: Section) => missed.some(({ line }) => line.place.line === place.line);
  const top = part.body.sections.filter((section) => section.depth === 2 && !isMiss(section));
  const expected = writtenSections(words);
  for (const heading of expected) {
    const section = top.find(({ title }) => title === heading);
    if (missed.some(({ line }) => line.number === heading[0])) continue;
    if (!section) {
      const near = top.find(({ number }) => number === heading[0]);
      yield report(
        document,
        (near ?? top.at(-1))?.place ?? part.source.bodyPlace(1, 1),
        near
          ? { zh: `标题“${near.title}”应为“${heading}”`, en: `The heading “${near.title}” should be “${heading}”` }
          : { zh: `缺少章节“${heading}”`, en: `The section “${heading}” is missing` },
        { zh: `写成二级标题：## ${heading}`, en: `Write it as a heading of level two: ## ${heading}` },
      );
    } else if (section.empty) yield empty(document, section.place, heading);
  }
  for (const section of top) {
    if (!expected.includes(section.title) && !expected.some(([number]) => number === section.number)) {
      yield report(
        document,
        section.place,
        { zh: `程序没有章节“${section.title}”`, en: `A procedure has no section “${section.title}”` },
        {
          zh: `正文只写“${expected.join('”“')}”三章，2、3、6、7 由文件开头的数据生成：把内容写进文件开头，或并入其中一章。`,
          en: `The text has ${expected.join(', ')} only; 2, 3, 6 and 7 come from the front matter: move this there, or below one of these.`,
        },
      );
    }
  }
  const known = top.filter(({ title }) => expected.includes(title));
  const order = known.map(({ title }) => expected.indexOf(title));
  const wrong = order.findIndex((place, index) => index > 0 && place < (order[index - 1] as number));
  if (wrong > 0) {
    const { title, place } = known[wrong]!;
    yield report(
      document,
      place,
      { zh: `章节顺序应为：${expected.join('、')}`, en: `The order of sections is ${expected.join(', ')}` },
      { zh: `把“${title}”一章移到前面。`, en: `Move the section “${title}” further up.` },
    );
  }
}

function notHeading(document: Document, { line, heading }: MissedSection): Report {
  return report(
    document,
    line.place,
    { zh: `这一行没有成为标题“${heading}”`, en: `This line does not become the heading “${heading}”` },
    {
      zh: `写成 ${heading}：“#”、数字和点用半角，“#”后面空一格。`,
      en: `Write ${heading}: half-width “#”, figures and dots, and a blank after the “#”.`,
    },
  );
}

function* perActivity(document: Document, missed: readonly MissedSection[]): Generator<Report> {
  if (document.data.kind !== 'procedure') return;
  const { sections } = document.parts[0]!.body;
  const { activities } = document.data;
  for (const [index, activity] of activities.entries()) {
    const heading = `5.${index + 1} ${activity.name}`;
    const section = sections.find(({ number }) => number === `5.${index + 1}`);
    if (missed.some(({ line }) => line.number === `5.${index + 1}`)) continue;
    if (!section) {
      yield report(
        document,
        keyIn(document, 'activities', index),
        {
          zh: `活动“${activity.name}”没有章节“${heading}”`,
          en: `The activity “${activity.name}” has no section “${heading}”`,
        },
        {
          zh: `在正文中写上 ### ${heading} 和做法，或删除这个活动。`,
          en: `Write ### ${heading} with what is done into the text, or delete the activity.`,
        },
      );
    } else if (section.title !== heading) {
      const own = section.title.slice(section.number!.length).trim();
      yield report(
        document,
        section.place,
        {
          zh: `标题“${section.title}”与活动名称不一致，应为“${heading}”`,
          en: `The heading “${section.title}” should be “${heading}”, as the activity is named`,
        },
        own === activity.name
          ? {
              zh: `编号和名称之间写一个普通空格：### ${heading}`,
              en: `Write a common blank between number and name: ### ${heading}`,
            }
          : own
            ? {
                zh: `标题写成 ### ${heading}；名称改了的，把第 ${index + 1} 个活动的 name 改为 ${own}。`,
                en: `Write ### ${heading}, or set name of activity ${index + 1} to ${own} if that is its name now.`,
              }
            : { zh: `标题写成 ### ${heading}`, en: `Write ### ${heading}` },
      );
    } else if (section.empty) yield empty(document, section.place, heading);
  }
  const beyond = sections.filter(
    ({ number, depth }) => depth === 3 && number?.startsWith('5.') && Number(number.slice(2)) > activities.length,
  );
  for (const section of beyond) {
    yield report(
      document,
      section.place,
      {
        zh: `章节“${section.title}”没有对应的活动`,
        en: `There is no activity for the section “${section.title}”`,
      },
      {
        zh: '在文件开头的 activities 中加上这个活动，或把内容并入前面的章节。',
        en: 'Add the activity to activities in the front matter, or move the text into a section above.',
      },
    );
  }
}

function* generated(document: Document, words: OutlineWords): Generator<Report> {
  if (document.data.kind !== 'procedure') return;
  const { process, related, activities } = document.data;
  const empty: [isEmpty: boolean, heading: string, path: string[], why: Bilingual, todo: Bilingual][] = [
    [
      process.terms.length === 0,
      `3 ${words.terms}`,
      ['process', 'terms'],
      { zh: 'process.terms 为空', en: 'process.terms has nothing' },
      { zh: '写至少一个术语', en: 'Give at least one term' },
    ],
    [
      related.length === 0,
      `6 ${words.related}`,
      ['related'],
      { zh: 'related 为空', en: 'related has nothing' },
      { zh: '写相关文件的编号', en: 'Name the related documents' },
    ],
    [
      activities.every((activity) => activity.records.length === 0),
      `7 ${words.records}`,
      ['activities'],
      { zh: '没有一个活动写了 records', en: 'none of the activities has records' },
      { zh: '在形成记录的活动的 records 中写表单编号', en: 'Name the forms in records of the steps that fill them' },
    ],
  ];
  for (const [isEmpty, heading, path, why, todo] of empty) {
    if (!isEmpty) continue;
    yield report(
      document,
      keyIn(document, ...path),
      {
        zh: `章节“${heading}”没有内容：${why.zh}`,
        en: `The section “${heading}” would be empty: ${why.en}`,
      },
      { zh: `${todo.zh}。`, en: `${todo.en}.` },
    );
  }
}

function empty(document: Document, place: Report['place'], heading: string): Report {
  return report(
    document,
    place,
    { zh: `章节“${heading}”是空的`, en: `The section “${heading}” is empty` },
    { zh: '在标题下面写上内容。', en: 'Write what belongs there below the heading.' },
  );
}

function report(document: Document, place: Report['place'], message: Bilingual, hint: Bilingual): Report {
  return { place, document: document.number, message, hint };
}
