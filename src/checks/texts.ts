/** The texts of a handbook, for the rules that judge how a text is written. */
import type { Body } from '../handbook/body.ts';
import type { Handbook } from '../handbook/graph.ts';
import type { SourceFile } from '../handbook/source.ts';

export interface Text {
  source: SourceFile;
  body: Body;
  /** The number of the document that it is a part or a translation of; undefined for the text about a role. */
  document: string | undefined;
  /** True for a text in another language than that of the handbook. */
  isTranslation?: true;
}

/** Everything that is written in Markdown: the parts of documents, the texts about roles, translations. */
export function* texts(handbook: Handbook): Generator<Text> {
  for (const { number, parts } of handbook.documents.values()) {
    for (const { source, body } of parts) yield { source, body, document: number };
  }
  for (const { source, body } of handbook.roles.values()) yield { source, body, document: undefined };
  for (const translations of handbook.translations.values()) {
    for (const { source, body, data } of translations) {
      // One of a document that is not in force is not shown: it is judged with the working texts.
      if (handbook.edition === 'in-force' && !handbook.documents.has(data.translates)) continue;
      yield { source, body, document: data.translates, isTranslation: true };
    }
  }
}
