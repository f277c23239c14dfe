import type { Clause, Document, Handbook, Mapping, Part } from '../../handbook/graph.ts';
import type { Place } from '../../handbook/finding.ts';
import { nearest } from '../../handbook/suggest.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import { gap } from '../claims.ts';
import { requiredLeaves } from '../coverage.ts';
import { keyIn, type Report, type Rule } from '../rule.ts';

/**
 * The manual speaks of every clause (brief, defect of seed 002-A): a leaf clause, or a titled clause above it, is mapped
 * by one of its parts. In a manual that mirrors a standard (`checks.manualMirrors`) the sections bear the numbers of the
 * clauses: each titled clause below the chapters has its own, and the mapping of each leaf leads there.
 */
export const map07: Rule = {
  id: 'MAP-07',
  severity: 'warning',
  title: { zh: '手册讲到每个条款', en: 'The manual has a section for every clause' },
  reason: {
    zh: '审核员先看手册：手册没有讲到的条款，会被认为体系没有覆盖；章节号与条款号错位，则处处引用都要猜。',
    en: 'Auditors read the manual first: a clause that it passes over looks like a gap, and numbers that differ from those of the standard make every reference a riddle.',
  },
  remedy: {
    zh: '在手册中写这一节，并在该部分的 clauses 中写上条款和章节；照标准章节编写的手册，章节号与条款号相同。',
    en: 'Write the section and name clause and section in clauses of that part; in a manual that mirrors the standard both numbers are the same.',
  },
  example: {
    file: 'manual/HC-ITSM-A-01/5.2.mdx',
    wrong: 'clauses:\n  - iso20000-1:2018/5.2.1#5.1.1\n---\n\n## 5.2 方针\n\n### 5.1.1 制定服务管理方针',
    right: 'clauses:\n  - iso20000-1:2018/5.2.1#5.2.1\n---\n\n## 5.2 方针\n\n### 5.2.1 制定服务管理方针',
  },
  *check(handbook) {
    const { manualMirrors } = handbook.settings.checks;
    yield* unknownStandard(handbook, manualMirrors);
    const manual = [...handbook.documents.values()].find(({ kind }) => kind === 'manual');
    if (!manual) return;
    const mapped = mappingsOf(handbook, manual);
    const sections = sectionsOf(manual);
    const leaves = requiredLeaves(handbook);
    for (const clause of leaves) {
      const mappings = mapped.get(clause.reference);
      const isMirrored = clause.standard.id === manualMirrors;
      if (mappings && isMirrored) yield* misplaced(manual, clause, mappings, sections);
      else if (!mappings && (isMirrored || !isCoveredAbove(clause, mapped))) {
        yield gap(handbook, map07, clause, missing(manual, clause, sections, isMirrored));
      }
    }
    const mirrored = leaves.filter((clause) => clause.standard.id === manualMirrors);
    yield* missingHeadings(handbook, manual, mirrored, sections);
  },
};

/** Number → part, and level and place of the heading in it. */
type Sections = ReadonlyMap<string, { part: Part; depth: number; place: () => Place }>;

function sectionsOf({ parts }: Document): Sections {
  const sections = new Map<string, { part: Part; depth: number; place: () => Place }>();
  for (const part of parts) {
    for (const { number, depth, place } of part.body.sections) {
      if (number && !sections.has(number)) sections.set(number, { part, depth, place: () => place });
    }
    const own = part.data?.section;
    if (own && !sections.has(own)) sections.set(own, { part, depth: 1, place: () => part.source.place(['section']) });
  }
  return sections;
}

function mappingsOf(handbook: Handbook, manual: Document): Map<string, Mapping[]> {
  const all = [...handbook.mappings.values()].flat().filter(({ document }) => document === manual);
  return Map.groupBy(all, ({ clause }) => clause);
}

function isCoveredAbove({ parent }: Clause, mapped: ReadonlyMap<string, Mapping[]>): boolean {
  return parent !== undefined && (mapped.has(parent.reference) || isCoveredAbove(parent, mapped));
}

function named({ number, data }: Clause): { zh: string; en: string } {
  return { zh: `${number} ${data.title.zh}`, en: `${number} ${data.title.en}` };
}

/** A leaf clause that no part names: its section may be there without the mapping. */
function missing(manual: Document, clause: Clause, sections: Sections, isMirrored: boolean): Report {
  const section = sections.get(clause.number);
  const base = { document: manual.number, clause: clause.reference };
  const { zh, en } = named(clause);
  if (isMirrored && section) {
    return {
      ...base,
      place: section.place(),
      message: {
        zh: `手册有 ${clause.number} 节，却没有写明它对应条款 ${zh}`,
        en: `The manual has a section ${clause.number}, but does not name clause ${en} for it`,
      },
      hint: {
        zh: `在这个部分的 clauses 中加入 ${clause.reference}#${clause.number}。`,
        en: `Add ${clause.reference}#${clause.number} to clauses of this part.`,
      },
    };
  }
  return {
    ...base,
    place: near(manual, clause, sections),
    message: { zh: `手册没有讲到条款 ${zh}`, en: `The manual does not speak of clause ${en}` },
    hint: isMirrored
      ? {
          zh: `加一节“${zh}”，并在该部分的 clauses 中写 ${clause.reference}#${clause.number}。`,
          en: `Add a section “${en}” and write ${clause.reference}#${clause.number} in clauses of that part.`,
        }
      : {
          zh: `在讲到它的部分的 clauses 中写 ${clause.reference}#章节号；还没有写的，补一节。`,
          en: `Write ${clause.reference}#section in clauses of the part that deals with it, or add that section.`,
        },
  };
}

/** Mappings to a section of another number, unless one of them is right or the section is missing altogether. */
function* misplaced(
  manual: Document,
  clause: Clause,
  mappings: readonly Mapping[],
  sections: Sections,
): Generator<Report> {
  if (mappings.some(({ section, part }) => (section ?? part.data?.section) === clause.number)) return;
  const [mapping] = mappings;
  const section = mapping!.section ?? mapping!.part.data?.section;
  // Without a section named, the part as a whole is meant; one that does not exist is for MAP-05.
  if (section === undefined || !sections.has(section)) return;
  const { zh, en } = named(clause);
  const isThere = sections.has(clause.number);
  yield {
    place: mapping!.place(),
    document: manual.number,
    clause: clause.reference,
    message: {
      zh: `条款 ${zh}写在手册的 ${section} 节，章节号应与条款号相同`,
      en: `Clause ${en} is section ${section} of the manual; the numbers should be the same`,
    },
    hint: isThere
      ? { zh: `改为 ${clause.reference}#${clause.number}。`, en: `Write ${clause.reference}#${clause.number}.` }
      : {
          zh: `把标题编号改为 ${clause.number}，这里改为 ${clause.reference}#${clause.number}。`,
          en: `Number the heading ${clause.number} and write ${clause.reference}#${clause.number} here.`,
        },
  };
}

/** Titled clauses between chapter and leaf (8.5.1) that have no heading. Chapters are the parts of the manual itself. */
function* missingHeadings(
  handbook: Handbook,
  manual: Document,
  mirrored: readonly Clause[],
  sections: Sections,
): Generator<Report> {
  const above = new Set<Clause>();
  for (const leaf of mirrored) {
    for (let clause = leaf.parent; clause?.parent; clause = clause.parent) above.add(clause);
  }
  for (const clause of above) {
    if (sections.has(clause.number)) continue;
    const { zh, en } = named(clause);
    const below = clause.children.find((child) => sections.has(child.number));
    yield gap(handbook, map07, clause, {
      document: manual.number,
      clause: clause.reference,
      message: { zh: `手册没有标题“${zh}”`, en: `The manual has no heading “${en}”` },
      ...(below ? before(clause, below, sections) : { place: near(manual, clause, sections), hint: headingHint }),
    });
  }
}

const headingHint: Bilingual = {
  zh: '在它的下级条款前加上这个标题，一两句话说明下面各节的关系即可。',
  en: 'Put this heading before the clauses below it; a sentence or two on what follows will do.',
};

/** The place at which a heading is missing: that of the first clause below it. */
function before(clause: Clause, below: Clause, sections: Sections): Pick<Report, 'place' | 'hint'> {
  const { depth, place } = sections.get(below.number)!;
  const { zh, en } = named(clause);
  const marks = '#'.repeat(Math.max(depth - 1, 1));
  return {
    place: place(),
    hint: {
      zh: `在这一行（${below.number}）之前加上“${marks} ${zh}”，一两句话说明下面各节的关系即可。`,
      en: `Put “${marks} ${en}” before this line (${below.number}); a sentence or two on what follows will do.`,
    },
  };
}

/** Where the section of a clause would stand: at that of the clause above it, else at the list of parts. */
function near(manual: Document, clause: Clause, sections: Sections): Place {
  for (let above = clause.parent; above; above = above.parent) {
    const section = sections.get(above.number);
    if (section) return section.place();
  }
  return keyIn(manual, 'parts');
}

function* unknownStandard(handbook: Handbook, id: string | undefined): Generator<Report> {
  if (id === undefined || handbook.standardsInForce.some((standard) => standard.id === id)) return;
  // A standard in force without catalogue is for MAP-08.
  if (handbook.settings.standards.some((standard) => standard.id === id)) return;
  const known = handbook.settings.standards.map((standard) => standard.id);
  const close = nearest(id, known);
  yield {
    place: handbook.settingsSource.place(['checks', 'manualMirrors']),
    message: {
      zh: `checks.manualMirrors 中的“${id}”不是适用标准`,
      en: `“${id}” in checks.manualMirrors is not a standard in force`,
    },
    hint: close
      ? { zh: `是否想写“${close}”？`, en: `Did you mean “${close}”?` }
      : { zh: `适用标准：${known.join('、')}。`, en: `Standards in force: ${known.join(', ')}.` },
  };
}
