/** Translations of documents, and the titles of sections and steps in the language of the reader. */
import { documentPath } from '../handbook/address.ts';
import type { Body } from '../handbook/body.ts';
import type { Document, Translation } from '../handbook/graph.ts';
import type { Link, View } from './view.ts';

/** The translation that the page of a document shows in the language of its interface, if there is one. */
export function translationShown({ handbook, language }: View, { number }: Document): Translation | undefined {
  return handbook.translations.get(number)?.find(({ data }) => data.language === language);
}

export interface TranslationNotice {
  text: string;
  behind: boolean;
  /** Path of the original text, in the language of the handbook. */
  original: string;
}

/** What a reader of a translation must know. */
export function translationNotice(view: View, document: Document, { data }: Translation): TranslationNotice {
  const { version } = data;
  const behind = version !== document.data.version;
  return {
    text: behind ? view.words.translationBehind(version, document.data.version) : view.words.translationNotice(version),
    behind,
    original: documentPath(document.number),
  };
}

/**
 * The title of the section of a document at an anchor, for links into it: as a translation of this very version has
 * it, else as the document itself.
 */
export function sectionTitle(view: View, document: Document, anchor: string): string | undefined {
  return translatedTitle(view, document, anchor) ?? titleIn(document.parts, anchor);
}

/**
 * Number and name of a step of a procedure, with a link to its section.
 * @param name as the procedure has it, for where no translation of this version does
 */
export function stepLink(view: View, document: Document, step: number, name: string): Link {
  const anchor = `5.${step}`;
  return {
    text: translatedTitle(view, document, anchor) ?? `${anchor} ${name}`,
    href: `${documentPath(document.number)}#${anchor}`,
  };
}

function translatedTitle(view: View, document: Document, anchor: string): string | undefined {
  const translation = translationShown(view, document);
  return translation?.data.version === document.data.version ? titleIn([translation], anchor) : undefined;
}

function titleIn(texts: readonly { body: Body }[], anchor: string): string | undefined {
  return texts.flatMap(({ body }) => body.sections).find(({ id }) => id === anchor)?.title;
}
