/** Translations of documents, and the titles of sections and steps in the language of the reader. */
import { documentPath } from '../handbook/address.ts';
import type { Body } from '../handbook/body.ts';
import type { Document, Translation } from '../handbook/graph.ts';
import type { Language } from '../i18n/index.ts';
import { personName, type Link, type View } from './view.ts';

/** The translation that the page of a document shows in the language of its interface, if there is one. */
export function translationShown({ handbook, language }: View, { number }: Document): Translation | undefined {
  return handbook.translations.get(number)?.find(({ data }) => data.language === language);
}

/** What a reader must know of the language of a text. */
export interface LanguageNotice {
  text: string;
  /** True for a translation that is behind the version in force. */
  behind: boolean;
  /** From a translation to the original, and the other way round; `to` is the language that it leads to. */
  link: { text: string; href: string; to: Language } | undefined;
}

/** On the page of a translation: of which version it is, who answers for it, and that the original prevails. */
export function translationNotice(view: View, document: Document, { data }: Translation): LanguageNotice {
  const { words, handbook } = view;
  const { version, translated, checked } = data;
  const behind = version !== document.data.version;
  const what = behind ? words.translationBehind(version, document.data.version) : words.translationNotice(version);
  const signed = words.translationSigned(
    personName(view, translated.by),
    translated.on,
    personName(view, checked.by),
    checked.on,
  );
  return {
    text: words.sentences([what, signed]),
    behind,
    link: { text: words.translationOriginal, href: documentPath(document.number), to: handbook.settings.language },
  };
}

/**
 * On a page that shows a text in another language than its own: that there is no other text, so that what is generated
 * from it stays in its language, too; or where the translation of this very version is.
 */
export function originalNotice(view: View, document: Document): LanguageNotice | undefined {
  const { words, handbook, language } = view;
  const original = handbook.settings.language;
  if (language === original) return undefined;
  const translation = translationShown(view, document);
  const name = words.languageNames[original];
  if (translation?.data.version !== document.data.version) {
    return { text: words.originalOnly(name), behind: false, link: undefined };
  }
  const link = { text: words.translationShow, href: documentPath(document.number), to: language };
  return { text: words.originalShown(name, document.data.version), behind: false, link };
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
