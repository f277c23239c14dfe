import type { Standard } from '../../handbook/graph.ts';
import { outlineOf, type Outline, type OutlineClause } from '../../standards/outline.ts';
import { outlines } from '../../standards/outlines.ts';
import { standardPlace } from '../coverage.ts';
import type { Report, Rule } from '../rule.ts';

/**
 * The catalogue of a standard that the program knows asks for what that standard asks for. Coverage is counted against
 * it, and it is a content file like any other: what is taken out of it is missed by no other rule.
 */
export const map12: Rule = {
  id: 'MAP-12',
  severity: 'error',
  title: {
    zh: '条款目录与标准一致：条款、成文信息、可否删减',
    en: 'The clause catalogue is that of the standard: clauses, documented information, exclusions',
  },
  reason: {
    zh: '落实情况是按条款目录统计的；从目录中删去一个条款或一项成文信息，缺口就看不见了。',
    en: 'Coverage is counted against the catalogue: take a clause or an item out of it, and the gap is no longer seen.',
  },
  remedy: {
    zh: '用 git 恢复 standards 中的条款目录；本单位另外的要求写在自己的条款目录或程序中。',
    en: 'Restore the catalogue in standards from git; further requirements of your own belong in a catalogue of their own, or in procedures.',
  },
  example: {
    file: 'standards/iso20000-1-2018.yaml',
    wrong: 'reference: ISO/IEC 20000-1:2018\nexclusions: justified   # 该标准不允许删减',
    right: 'reference: ISO/IEC 20000-1:2018\nexclusions: none',
  },
  *check({ standards }) {
    for (const standard of standards.values()) {
      const known = outlines[standard.id];
      if (known) yield* differences(standard, known);
    }
  },
};

function* differences(standard: Standard, known: Outline): Generator<Report> {
  const { exclusions, clauses } = outlineOf(standard.data);
  const { reference } = standard.data;
  if (exclusions !== known.exclusions) {
    yield {
      place: standard.source.place(['exclusions']),
      message:
        known.exclusions === 'justified'
          ? { zh: `${reference} 允许说明理由后删减条款`, en: `${reference} permits reasoned exclusions` }
          : { zh: `${reference} 不允许删减条款`, en: `${reference} permits no exclusion of clauses` },
      hint: { zh: `写 exclusions: ${known.exclusions}。`, en: `Write exclusions: ${known.exclusions}.` },
    };
  }
  const numbers = new Set(clauses.map(({ number }) => number));
  const missing = known.clauses.filter(({ number }) => !numbers.has(number)).map(({ number }) => number);
  if (missing.length) {
    yield {
      place: standard.source.place(['clauses'], { key: true }),
      message: {
        zh: `条款目录缺少 ${reference} 的条款 ${missing.join('、')}`,
        en: `The catalogue lacks clauses of ${reference}: ${missing.join(', ')}`,
      },
    };
  }
  const expected = new Map(known.clauses.map((clause) => [clause.number, clause]));
  for (const clause of clauses) yield* changes(standard, clause, expected.get(clause.number));
}

/** What differs in a clause that the catalogue has. */
function* changes(standard: Standard, clause: OutlineClause, known: OutlineClause | undefined): Generator<Report> {
  const { number, parent, items } = clause;
  const { reference } = standard.data;
  const node = standard.byNumber.get(number)!;
  const at = { place: standardPlace(node), clause: node.reference };
  if (!known) {
    yield { ...at, message: { zh: `${reference} 没有条款 ${number}`, en: `${reference} has no clause ${number}` } };
    return;
  }
  if (parent !== known.parent) {
    const above = { zh: known.parent ?? '没有', en: known.parent ?? 'none' };
    yield {
      ...at,
      message: {
        zh: `条款 ${number} 的上级条款与 ${reference} 不同：应为 ${above.zh}`,
        en: `Clause ${number} stands below another clause than in ${reference}: it should be ${above.en}`,
      },
    };
  }
  const lost = known.items.filter((id) => !items.includes(id));
  const added = items.filter((id) => !known.items.includes(id));
  if (lost.length) {
    yield {
      ...at,
      message: {
        zh: `条款 ${number} 缺少 ${reference} 要求的 ${lost.join('、')}`,
        en: `Clause ${number} lacks what ${reference} asks for: ${lost.join(', ')}`,
      },
    };
  }
  if (added.length) {
    yield {
      ...at,
      message: {
        zh: `条款 ${number} 多出 ${reference} 没有点名要求的 ${added.join('、')}`,
        en: `Clause ${number} has what ${reference} does not ask for by name: ${added.join(', ')}`,
      },
    };
  }
}
