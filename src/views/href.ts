/** Paths within the site → addresses in a page: base and language in front. */
import { languages, type Language } from '../i18n/index.ts';

/** What stands in front of every path of a language: empty for the language of the handbook. */
export function languagePrefix(language: Language, main: Language): string {
  return language === main ? '' : `/${language.toLowerCase()}`;
}

/** The languages as the first segment of routes: undefined for the language of the handbook. */
export function languageRoutes(main: Language): { params: { lang: string | undefined }; language: Language }[] {
  return languages.map((language) => ({
    params: { lang: languagePrefix(language, main).slice(1) || undefined },
    language,
  }));
}

/** The links of a rendered body, made to stay within the language of the interface. */
export function localiseLinks(html: string, base: string, prefix: string): string {
  if (!prefix) return html;
  return html.replaceAll(` href="${base}/`, ` href="${base}${prefix}/`);
}
