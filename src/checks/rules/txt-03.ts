import { placeInBlock, type NumberedList, type Section } from '../../handbook/body.ts';
import type { Place } from '../../handbook/finding.ts';
import type { Handbook } from '../../handbook/graph.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import { anchorsOf, generatedSections } from '../../handbook/link.ts';
import { texts, type Text } from '../texts.ts';
import type { Report, Rule } from '../rule.ts';

/**
 * Numbers of headings, lists and enumerations in a text run on without gaps (brief, defects of seeds 002 to 004).
 * The outline of a procedure and its sections 5.n are for STR-01.
 */
export const txt03: Rule = {
  id: 'TXT-03',
  severity: 'info',
  title: { zh: '标题、列表和列举的编号连续', en: 'Headings, lists and enumerations are numbered without gaps' },
  reason: {
    zh: '编号跳了，别人会以为少了一条；列表在网页上重新编号，正文里的“见第 4 项”就指错了。',
    en: 'A gap reads as if something were missing; and lists are numbered anew on the page, so that “see item 4” is wrong.',
  },
  remedy: { zh: '按顺序重新编号，并改正引用它的地方。', en: 'Number in order, and correct what refers to it.' },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: '1. 登记事件；\n2. 判定优先级；\n4. 派单。',
    right: '1. 登记事件；\n2. 判定优先级；\n3. 派单。',
  },
  *check(handbook) {
    for (const text of texts(handbook)) {
      const reports = [...headings(handbook, text), ...lists(text.body.lists), ...enumerations(text)];
      for (const report of reports) yield { ...report, document: text.document };
    }
  },
};

/** Part of a heading, such as `5.3` of “5.3 升级”. Not 2026 of “2026 年目标” and 7 of “7×24 小时”. */
const headingNumber = /^\d{1,2}(?:\.\d{1,2})*(?=[\s、.．])/;

function* headings(handbook: Handbook, text: Text): Generator<Report> {
  const { body, isTranslation } = text;
  const document = text.document === undefined ? undefined : handbook.documents.get(text.document);
  const isProcedure = document?.kind === 'procedure';
  // A translation has the numbers of its document; which of them it lacks is for TRL-02.
  const original = isTranslation && document ? anchorsOf(document) : undefined;
  const last = new Map<string, number>();
  const path: { depth: number; number: string }[] = [];
  const gaps = new Set<string>();
  for (const section of body.sections) {
    const number = headingNumber.exec(section.title)?.[0];
    while (path.length && path.at(-1)!.depth >= section.depth) path.pop();
    const parent = path.at(-1)?.number;
    if (number === undefined) continue;
    path.push({ depth: section.depth, number });
    const steps = number.split('.');
    const own = Number(steps.pop());
    const prefix = steps.join('.');
    // A chapter may number its sections from 1 again.
    if (parent !== undefined && parent !== prefix && steps.length < parent.split('.').length) continue;
    if (parent !== undefined && parent !== prefix) {
      const above = aboveOf(number, parent);
      // Where a heading is left out, all that stood below it is in the wrong place for that reason alone.
      if (above !== undefined && (gaps.has(above) || original?.has(above))) continue;
      if (above !== undefined) gaps.add(above);
      yield misplaced(section, number, parent, above && headingOf(handbook, above, section.depth - 1));
      continue;
    }
    const before = last.get(prefix) ?? (parent === undefined ? undefined : 0);
    last.set(prefix, own);
    if (before === undefined || own === before + 1) continue;
    // STR-01 knows what sections a procedure has.
    if (isProcedure && (prefix === '' || prefix === '5')) continue;
    const missing = range(before + 1, own).map((step) => (prefix ? `${prefix}.${step}` : String(step)));
    if (isProcedure && missing.every((step) => (generatedSections as readonly string[]).includes(step))) continue;
    if (own > before && original && missing.every((step) => original.has(step))) continue;
    const previous = prefix ? `${prefix}.${before}` : String(before);
    yield {
      place: section.place,
      message:
        own > before
          ? {
              zh: `标题编号不连续：“${section.title}”之前没有 ${missing.join('、')}`,
              en: `The numbers of headings have a gap: there is no ${missing.join(', ')} before “${section.title}”`,
            }
          : own === before
            ? { zh: `标题编号 ${number} 重复`, en: `The number ${number} is given to two headings` }
            : {
                zh: `标题编号次序颠倒：${number} 排在 ${previous} 之后`,
                en: `The headings are out of order: ${number} follows ${previous}`,
              },
    };
  }
}

/** @param missing the heading that may be missing before it */
function misplaced(section: Section, number: string, parent: string, missing: string | undefined): Report {
  return {
    place: section.place,
    message: {
      zh: `标题“${section.title}”在 ${parent} 之下，编号却是 ${number}`,
      en: `The heading “${section.title}” stands below ${parent}, but bears the number ${number}`,
    },
    hint: missing
      ? {
          zh: `前面缺少标题“${missing}”的，补上；没有缺的，编号应以 ${parent}. 开头。`,
          en: `If the heading “${missing}” is missing before it, add that; else its number should begin with ${parent}.`,
        }
      : { zh: `编号应以 ${parent}. 开头。`, en: `Its number should begin with ${parent}.` },
  };
}

/** 8.3.4 for 8.3.4.1 below 8.3.3: its own heading may be what is missing. */
function aboveOf(number: string, parent: string): string | undefined {
  const above = number.slice(0, number.lastIndexOf('.'));
  return above.split('.').length === parent.split('.').length ? above : undefined;
}

/** A heading as it is written, with the title of the clause where the manual mirrors the standard. */
function headingOf({ standards, settings }: Handbook, number: string, depth: number): string {
  const standard = standards.get(settings.checks.manualMirrors ?? '');
  const title = standard?.byNumber.get(number)?.data.title[settings.language === 'en' ? 'en' : 'zh'];
  return [`${'#'.repeat(depth)} ${number}`, title].filter(Boolean).join(' ');
}

function range(from: number, until: number): number[] {
  return Array.from({ length: Math.max(until - from, 0) }, (_, index) => from + index);
}

/** A list that goes on after a table or a paragraph begins with the next number. */
function* lists(all: readonly NumberedList[]): Generator<Report> {
  let end = 0;
  for (const { items, level } of all) {
    const start = items[0]?.number ?? 1;
    const isOutermost = level === 0;
    // A year at the beginning of a line is a list for the parser.
    if (isOutermost && start > 1 && start < 100 && start !== end + 1) {
      yield {
        place: items[0]!.place,
        message: end
          ? {
              zh: `列表从 ${start} 开始，前面的列表到 ${end} 为止`,
              en: `The list begins with ${start}, the one before ends with ${end}`,
            }
          : { zh: `列表从 ${start} 开始`, en: `The list begins with ${start}` },
      };
    }
    // Written 1. 1. 1. the numbers are left to the page.
    const isCounted = items.some(({ number }) => number !== start);
    const wrong = isCounted ? items.findIndex(({ number }, index) => number < 100 && number !== start + index) : -1;
    if (wrong > 0) yield jump(items[wrong - 1]!.number, items[wrong]!, start + wrong);
    if (isOutermost) end = start + items.length - 1;
  }
}

function jump(before: number, { number, place }: { number: number; place: Place }, shown: number): Report {
  return {
    place,
    message: {
      zh: `列表编号 ${before} 之后是 ${number}，网页上显示为 ${shown}`,
      en: `In the list ${number} follows ${before}; the page shows ${shown}`,
    },
  };
}

/** `（1）` and `①` where an item begins: a number within a sentence (按（3）办理) refers to one. */
const item = /(?<=^|[：:；;。\s])(?:[（(](\d{1,2})[)）]|([①-⑳]))/g;

function* enumerations({ source, body }: Text): Generator<Report> {
  const last = new Map<string, number>();
  let section: string | undefined;
  for (const block of body.blocks) {
    if (block.kind !== 'paragraph') continue;
    if (block.section !== section) last.clear();
    section = block.section;
    for (const [found, figure, sign] of block.text.matchAll(item)) {
      const kind = figure === undefined ? '①' : '（1）';
      const number = figure === undefined ? sign!.charCodeAt(0) - '①'.charCodeAt(0) + 1 : Number(figure);
      const before = last.get(kind);
      if (number === 1 || before === undefined) {
        if (number === 1) last.set(kind, 1);
        continue;
      }
      if (number <= before) continue;
      last.set(kind, number);
      if (number === before + 1) continue;
      yield { place: placeInBlock(source, block, found), message: skipped(kind, before, found) };
    }
  }
}

function skipped(kind: string, before: number, found: string): Bilingual {
  const previous = kind === '①' ? String.fromCharCode('①'.charCodeAt(0) + before - 1) : `（${before}）`;
  return { zh: `列举的编号 ${previous} 之后是 ${found}`, en: `In the enumeration ${found} follows ${previous}` };
}
