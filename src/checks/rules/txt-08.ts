import type { Section } from '../../handbook/body.ts';
import { nearHeadings, type NearHeading } from '../near-headings.ts';
import type { Report, Rule } from '../rule.ts';
import { texts } from '../texts.ts';
import { missedHeadings } from './str-01.ts';

/** Headings are headings, begin at level two, because the title of the document is level one, and skip no level. */
export const txt08: Rule = {
  id: 'TXT-08',
  severity: 'warning',
  title: { zh: '标题起作用，从二级开始，不跳级', en: 'Headings work, begin at level two and skip no level' },
  reason: {
    zh: '网页的目录和读屏软件按标题级别理解结构；跳级就像少了一层章节。',
    en: 'The table of contents and screen readers take the outline from the levels; a skipped level is a missing chapter.',
  },
  remedy: {
    zh: '章用 ##，节用 ###，条用 ####；文件名称不写在正文里。',
    en: 'Use ## for chapters, ### for sections, #### below; the title of the document does not stand in its text.',
  },
  example: {
    file: 'instructions/HC-ITSM-C-12.mdx',
    wrong: '# 事件分级与升级作业指导书\n\n## 1 目的\n\n#### 1.1 适用范围',
    right: '## 1 目的\n\n### 1.1 适用范围',
  },
  *check(handbook) {
    for (const { source, body, document } of texts(handbook)) {
      const misses = nearHeadings(source).filter(({ isText }) => isText);
      const own = misses.length && document !== undefined ? handbook.documents.get(document) : undefined;
      const told = own ? missedHeadings(handbook, txt08, own) : [];
      for (const miss of misses) {
        const isTold = told.some(({ place }) => place.file === source.file && place.line === miss.place.line);
        if (!isTold) yield { ...missed(miss), document };
      }
      let before = 1;
      for (const section of body.sections) {
        const found = judge(section, before, section === body.sections[0]);
        if (found) yield { ...found, document };
        before = section.depth;
      }
    }
  },
};

function missed({ right, place }: NearHeading): Report {
  return {
    place,
    message: { zh: `这一行没有成为标题“${right}”`, en: `This line does not become the heading “${right}”` },
    hint: {
      zh: `写成 ${right}：“#”用半角，后面空一格。`,
      en: `Write ${right}: half-width “#” with a blank after it.`,
    },
  };
}

const marks = (depth: number): string => '#'.repeat(depth);

function judge({ depth, title, place }: Section, before: number, isFirst: boolean): Report | undefined {
  if (depth === 1) {
    return {
      place,
      message: {
        zh: `“${title}”是一级标题；一级标题只有文件名称，由网页显示`,
        en: `“${title}” is a heading of level one, which is only the title of the document`,
      },
      hint: {
        zh: `改成 ## ${title}；重复文件名称的，删除这一行。`,
        en: `Write ## ${title}, or delete the line if it repeats the title.`,
      },
    };
  }
  if (depth <= before + 1) return undefined;
  return {
    place,
    message: isFirst
      ? {
          zh: `第一个标题“${title}”是 ${depth} 级，应从二级开始`,
          en: `The first heading, “${title}”, is of level ${depth} and not of level two`,
        }
      : {
          zh: `标题“${title}”从 ${before} 级跳到 ${depth} 级`,
          en: `The heading “${title}” goes from level ${before} to level ${depth}`,
        },
    hint: { zh: `写成 ${marks(before + 1)} ${title}`, en: `Write ${marks(before + 1)} ${title}` },
  };
}
