/** The glossary: the terms of its register, and those that procedures define and it does not hold. */
import { documentLink, type Link, type View } from './view.ts';

export interface GlossaryRow {
  term: string;
  other: string;
  /** What it means; of a term that procedures define, by each of them that says something else. */
  definitions: { text: string; sources: Link[] }[];
  /** Other words for the same thing that may be used. */
  synonyms: string[];
  /** Words that must not stand for the term, and longer ones in which they are right. */
  avoid: string[];
  allow: string[];
  remark: string;
}

/** All terms, sorted. */
export function glossaryRows(view: View): GlossaryRow[] {
  const { handbook, language } = view;
  const registered = handbook.registers.glossary.map(
    ({ term, definition, synonyms, avoid, allow, remark }): GlossaryRow => ({
      term: language === 'en' ? term.en : term.zh,
      other: language === 'en' ? term.zh : term.en,
      definitions: definition === undefined ? [] : [{ text: definition, sources: [] }],
      synonyms: synonyms.filter((word) => !avoid.includes(word)),
      avoid,
      allow,
      remark: remark ?? '',
    }),
  );
  return [...registered, ...definedInProcedures(view)].sort((a, b) => a.term.localeCompare(b.term, language));
}

function definedInProcedures(view: View): GlossaryRow[] {
  const { documents, registers } = view.handbook;
  const known = new Set(registers.glossary.flatMap(({ term }) => [term.zh, term.en]));
  const rows = new Map<string, GlossaryRow>();
  for (const { number, data } of documents.values()) {
    if (data.kind !== 'procedure') continue;
    for (const { term, definition } of data.process.terms) {
      if (known.has(term)) continue;
      const row = rows.get(term) ?? {
        ...{ term, other: '', definitions: [], remark: '' },
        ...{ synonyms: [], avoid: [], allow: [] },
      };
      rows.set(term, row);
      const same = row.definitions.find(({ text }) => text === definition);
      if (same) same.sources.push(documentLink(view, number));
      else row.definitions.push({ text: definition, sources: [documentLink(view, number)] });
    }
  }
  return [...rows.values()];
}
