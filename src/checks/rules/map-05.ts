import { generatedSections } from '../../handbook/link.ts';
import { findClause, splitClauseReference } from '../../handbook/resolve.ts';
import { allNearest, nearest } from '../../handbook/suggest.ts';
import type { Handbook, Mapping } from '../../handbook/graph.ts';
import type { Place } from '../../handbook/finding.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import { isNoClause } from '../coverage.ts';
import { registerReferences } from '../register-references.ts';
import { placeIn, type Report, type Rule } from '../rule.ts';
import { missedHeadings } from './str-01.ts';

/** Clause references exist, in an edition that is in force (brief, defect of seed 002). */
export const map05: Rule = {
  id: 'MAP-05',
  severity: 'error',
  title: { zh: '引用的条款存在，且属于适用的标准版本', en: 'Clauses exist and belong to a standard in force' },
  reason: {
    zh: '写错的条款号或旧版标准的条款会让对照表失真。',
    en: 'A mistyped clause, or one of an old edition, falsifies the clause table.',
  },
  remedy: {
    zh: '按 standards 中的条款目录改正编号；换版后改用新版标准。',
    en: 'Correct the number after the catalogue in standards; use the new edition after a transition.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: 'clauses:\n  primary:\n    - iso20000-1:2018/8.15',
    right: 'clauses:\n  primary:\n    - iso20000-1:2018/8.6.1',
  },
  *check(handbook) {
    for (const mappings of handbook.mappings.values()) {
      for (const mapping of mappings) {
        yield* judge(handbook, mapping.clause, mapping.place, mapping.document.number);
        const { section, document } = mapping;
        const isMissed = () => missedHeadings(handbook, map05, document).some(({ number }) => number === section);
        if (section && !hasSection(mapping, section) && !isMissed()) {
          yield {
            place: mapping.place(),
            document: mapping.document.number,
            clause: mapping.clause,
            message: {
              zh: `${mapping.clause} 写在 #${section}，正文却没有 ${section} 这一节`,
              en: `${mapping.clause} is said to be in #${section}, but the text has no section ${section}`,
            },
            hint: sectionHint(mapping, section),
          };
        }
      }
    }
    for (const { document, data } of handbook.matrices) {
      for (const [index, row] of data.rows.entries()) {
        yield* judge(handbook, row.clause, () => placeIn(document, 'rows', index, 'clause'), document.number);
      }
    }
    for (const [index, { exclusions }] of handbook.settings.standards.entries()) {
      for (const [row, { clause }] of exclusions.entries()) {
        const path = ['standards', index, 'exclusions', row, 'clause'];
        yield* judge(handbook, clause, () => handbook.settingsSource.place(path));
      }
    }
    for (const document of handbook.documents.values()) {
      for (const [index, reference] of document.data.provides.entries()) {
        const place = () => placeIn(document, 'provides', index);
        const named = reference.slice(0, reference.lastIndexOf('/'));
        const clause = findClause(handbook.standards, named);
        const wrong = [...judge(handbook, named, place, document.number)];
        yield* wrong;
        const known = clause?.data.information.map(({ id }) => `${clause.reference}/${id}`) ?? [];
        if (!clause || wrong.length || known.includes(reference)) continue;
        const near = nearest(reference, known);
        yield {
          place: place(),
          document: document.number,
          clause: clause?.reference,
          message: {
            zh: `标准中没有成文信息“${reference}”`,
            en: `The standard asks for no documented information “${reference}”`,
          },
          hint: near
            ? { zh: `是否想写“${near}”？`, en: `Did you mean “${near}”?` }
            : { zh: '见 standards 中该条款的 information。', en: 'See information of the clause in standards.' },
        };
      }
    }
    for (const { kinds, id, place } of registerReferences(handbook)) {
      // Registers tell what was, so an audit may have been one of an edition that is no longer in force.
      if (kinds.includes('clause') && isNoClause(handbook, id)) yield* judge(handbook, id, place);
    }
  },
};

/** True for a heading of the text, and for a section of a procedure that is generated from its process card. */
function hasSection({ document, part }: Mapping, section: string): boolean {
  const isGenerated = document.kind === 'procedure' && (generatedSections as readonly string[]).includes(section);
  return isGenerated || part.body.sections.some(({ id }) => id === section);
}

function sectionHint({ part }: Mapping, section: string): Bilingual {
  const numbers = part.body.sections.flatMap(({ number }) => number ?? []);
  const near = nearest(section, numbers);
  if (near) return { zh: `是否想写“#${near}”？`, en: `Did you mean “#${near}”?` };
  const shown = `${numbers.slice(0, 8).join('、')}${numbers.length > 8 ? ' …' : ''}`;
  return numbers.length
    ? {
        zh: `# 后面写标题的编号，正文中有：${shown}。`,
        en: `Write the number of a heading behind #; there are: ${shown}.`,
      }
    : { zh: '正文中没有带编号的标题：去掉 # 和后面的章节。', en: 'No heading has a number: drop # and what follows.' };
}

/** So many clauses are suggested that are as near as each other. */
const suggested = 3;

function* judge(handbook: Handbook, reference: string, place: () => Place, document?: string): Generator<Report> {
  const clause = findClause(handbook.standards, reference);
  const { standard: id, number } = splitClauseReference(reference);
  if (!clause) {
    const standard = handbook.standards.get(id);
    // A standard in force without catalogue is one report of MAP-08, not one for each of its clauses.
    if (!standard && handbook.settings.standards.some((known) => known.id === id)) return;
    const near = standard ? allNearest(number, standard.byNumber.keys()) : allNearest(id, handbook.standards.keys());
    const meant = near.slice(0, suggested);
    yield {
      place: place(),
      document,
      clause: reference,
      message: standard
        ? {
            zh: `${standard.data.reference} 没有条款 ${number}`,
            en: `${standard.data.reference} has no clause ${number}`,
          }
        : { zh: `没有标准“${id}”的条款目录`, en: `There is no catalogue of the standard “${id}”` },
      hint: meant.length
        ? { zh: `是否想写“${meant.join('”或“')}”？`, en: `Did you mean “${meant.join('” or “')}”?` }
        : { zh: '条款目录在 standards 文件夹。', en: 'The catalogues are in the folder standards.' },
    };
  } else if (!handbook.standardsInForce.includes(clause.standard)) {
    const current = handbook.standardsInForce.map((standard) => standard.id).join('、');
    yield {
      place: place(),
      document,
      clause: clause.reference,
      message: {
        zh: `${clause.standard.data.reference} 不在适用标准之列`,
        en: `${clause.standard.data.reference} is not among the standards in force`,
      },
      hint: {
        zh: `改写成适用标准的条款，适用标准：${current}。`,
        en: `Name the clause of a standard in force: ${current}.`,
      },
    };
  }
}
