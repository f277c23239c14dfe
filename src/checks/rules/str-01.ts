import type { Document } from '../../handbook/graph.ts';
import { keyIn, type Report, type Rule } from '../rule.ts';

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
    zh: '正文写“1 目的”“4 流程”“5 过程描述”，每个活动一节“5.n 活动名称”；2、3、6、7 由 front matter 生成，补齐 process、terms、related 和 records。',
    en: 'Write 1 目的, 4 流程 and 5 过程描述 with a section 5.n for each activity; 2, 3, 6 and 7 come from process, terms, related and records.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: '## 1 目的\n\n## 2 处理步骤\n\n发现故障后尽快恢复服务。',
    right: '## 1 目的\n\n发现故障后尽快恢复服务。\n\n## 4 流程\n\n…\n\n## 5 过程描述\n\n### 5.1 受理与记录\n\n…',
  },
  *check(handbook) {
    for (const document of handbook.documents.values()) {
      if (document.kind === 'procedure') {
        yield* written(document);
        yield* perActivity(document);
        yield* generated(document);
      }
    }
  },
};

const outline = [
  { number: '1', title: '目的' },
  { number: '4', title: '流程' },
  { number: '5', title: '过程描述' },
] as const;

function* written(document: Document): Generator<Report> {
  const part = document.parts[0]!;
  const top = part.body.sections.filter((section) => section.depth === 2);
  const expected = outline.map(({ number, title }) => `${number} ${title}`);
  for (const heading of expected) {
    const section = top.find(({ title }) => title === heading);
    if (!section) {
      const at = top.find(({ number }) => number === heading[0]) ?? top.at(-1);
      yield {
        ...report(document, at?.place ?? part.source.bodyPlace(1, 1), {
          zh: `缺少章节“${heading}”`,
          en: `The section “${heading}” is missing`,
        }),
        hint: { zh: `写成二级标题：## ${heading}`, en: `Write it as a heading of level two: ## ${heading}` },
      };
    } else if (section.empty) {
      yield report(document, section.place, {
        zh: `章节“${heading}”是空的`,
        en: `The section “${heading}” is empty`,
      });
    }
  }
  for (const section of top) {
    if (!expected.includes(section.title) && !expected.some(([number]) => number === section.number)) {
      yield report(document, section.place, {
        zh: `程序没有章节“${section.title}”`,
        en: `A procedure has no section “${section.title}”`,
      });
    }
  }
  const known = top.filter(({ title }) => expected.includes(title));
  const order = known.map(({ title }) => expected.indexOf(title));
  const wrong = order.findIndex((place, index) => index > 0 && place < (order[index - 1] as number));
  if (wrong > 0) {
    yield report(document, known[wrong]!.place, {
      zh: `章节顺序应为：${expected.join('、')}`,
      en: `The order of sections is ${expected.join(', ')}`,
    });
  }
}

function* perActivity(document: Document): Generator<Report> {
  if (document.data.kind !== 'procedure') return;
  const { sections } = document.parts[0]!.body;
  for (const [index, activity] of document.data.activities.entries()) {
    const heading = `5.${index + 1} ${activity.name}`;
    const section = sections.find(({ number }) => number === `5.${index + 1}`);
    if (!section) {
      yield report(document, keyIn(document, 'activities', index), {
        zh: `活动“${activity.name}”没有章节“${heading}”`,
        en: `The activity “${activity.name}” has no section “${heading}”`,
      });
    } else if (section.title !== heading) {
      yield report(document, section.place, {
        zh: `标题“${section.title}”与活动名称不一致，应为“${heading}”`,
        en: `The heading “${section.title}” should be “${heading}”, as the activity is named`,
      });
    } else if (section.empty) {
      yield report(document, section.place, { zh: `章节“${heading}”是空的`, en: `The section “${heading}” is empty` });
    }
  }
  const beyond = sections.filter(
    ({ number, depth }) =>
      depth === 3 &&
      number?.startsWith('5.') &&
      Number(number.slice(2)) > (document.data as { activities: unknown[] }).activities.length,
  );
  for (const section of beyond) {
    yield report(document, section.place, {
      zh: `章节“${section.title}”没有对应的活动`,
      en: `There is no activity for the section “${section.title}”`,
    });
  }
}

function* generated(document: Document): Generator<Report> {
  if (document.data.kind !== 'procedure') return;
  const { process, related, activities } = document.data;
  const empty: [boolean, string, string[]][] = [
    [process.terms.length === 0, '3 术语', ['process', 'terms']],
    [related.length === 0, '6 相关文件', ['related']],
    [activities.every((activity) => activity.records.length === 0), '7 相关记录', ['activities']],
  ];
  for (const [isEmpty, heading, path] of empty) {
    if (!isEmpty) continue;
    yield report(document, keyIn(document, ...path), {
      zh: `章节“${heading}”没有内容：${path.join('.')} 为空`,
      en: `The section “${heading}” would be empty: ${path.join('.')} has nothing`,
    });
  }
}

function report(document: Document, place: Report['place'], message: Report['message']): Report {
  return { place, document: document.number, message };
}
