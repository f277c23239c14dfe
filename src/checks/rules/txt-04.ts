import { linesOf } from '../../handbook/code-lines.ts';
import type { Place } from '../../handbook/finding.ts';
import type { Handbook, Registers } from '../../handbook/graph.ts';
import type { SourceFile, YamlPath } from '../../handbook/source.ts';
import type { Report, Rule } from '../rule.ts';

/**
 * Words that the glossary lists under `avoid` do not stand in titles, texts, front matter, roles and departments
 * (brief §4.6). They may stand where they are not the author's: in 《》, in quotation marks, in code, in an address, after
 * 又称 and the like, in a longer name that the handbook knows, and in what a change record says of the past.
 */
export const txt04: Rule = {
  id: 'TXT-04',
  severity: 'warning',
  title: { zh: '用词符合术语表', en: 'Words are those of the glossary' },
  reason: {
    zh: '同一件事有两个名称，读者会以为是两件事，搜索也会漏掉一半。',
    en: 'With two names for one thing readers take it for two, and a search finds half of it.',
  },
  remedy: {
    zh: '改用术语表规定的词；是引用或专有名称的，放进引号或书名号，或列入术语的 allow。',
    en: 'Use the word of the glossary; put a quotation or a name into “” or 《》, or list it under allow of the term.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-15.mdx',
    wrong: '新供方应当先经资质审查，顾客指定的供方除外。',
    right: '新供应商应当先经资质审查，客户指定的供应商除外。',
  },
  *check(handbook) {
    yield* contradictions(handbook);
    const terms = termsOf(handbook);
    const words = new Map(
      handbook.registers.glossary.flatMap((term) =>
        term.avoid.filter((word) => !terms.has(word)).map((word) => [word.toLowerCase(), term] as const),
      ),
    );
    if (words.size === 0) return;
    const search = searchFor(handbook, [...words.keys()]);
    for (const { place, text, document } of writtenTexts(handbook, suspects(handbook, [...words.keys()]))) {
      for (const { word, index } of found(search, words, text)) {
        yield report(words.get(word.toLowerCase())!, word, place(index, word), document);
      }
    }
  },
};

type Term = Registers['glossary'][number];

function report(term: Term, word: string, place: Place, document: string | undefined): Report {
  return {
    place,
    document,
    message: {
      zh: `“${word}”应写作“${term.term.zh}”`,
      en: `“${word}” should be “${/[a-z]/i.test(word) ? term.term.en : term.term.zh}”`,
    },
  };
}

function termsOf({ registers }: Handbook): Set<string> {
  return new Set(registers.glossary.flatMap(({ term }) => [term.zh, term.en]));
}

/** A word to avoid that is itself a term could not be avoided. */
function* contradictions(handbook: Handbook): Generator<Report> {
  const terms = termsOf(handbook);
  for (const term of handbook.registers.glossary) {
    for (const [index, word] of term.avoid.entries()) {
      if (!terms.has(word)) continue;
      yield {
        place: term.place('avoid', index),
        message: {
          zh: `“${word}”本身是术语，不能又列为“${term.term.zh}”的避免用词`,
          en: `“${word}” is a term itself and cannot be avoided in favour of “${term.term.zh}”`,
        },
        hint: { zh: '从 avoid 中删除，或合并两个术语。', en: 'Take it out of avoid, or merge the two terms.' },
      };
    }
  }
}

/** One search for all words; longer names that contain one come first, so that they are found in its place. */
function searchFor(handbook: Handbook, words: readonly string[]): RegExp {
  const isLonger = (name: string) =>
    words.some((word) => name.length > word.length && name.toLowerCase().includes(word));
  const names = [...new Set(knownNames(handbook))].filter(isLonger);
  const alternatives = [...names, ...words].sort((a, b) => b.length - a.length).map(pattern);
  return new RegExp(alternatives.join('|'), 'gi');
}

/** Latin words end where the letters end. */
function pattern(word: string): string {
  return `${/^[a-z\d]/i.test(word) ? '(?<![A-Za-z\\d])' : ''}${escaped(word)}${/[a-z\d]$/i.test(word) ? '(?![A-Za-z\\d])' : ''}`;
}

function escaped(word: string): string {
  return word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
}

/** What things are called by decision or by others, whatever words are in it. */
function* knownNames(handbook: Handbook): Generator<string> {
  const { registers, settings } = handbook;
  for (const term of registers.glossary) yield* [term.term.zh, term.term.en, ...term.allow];
  for (const { title, issuer } of registers['external-documents']) yield* [title.zh, title.en, issuer.zh, issuer.en];
  for (const { data } of handbook.roles.values()) yield* [data.title.zh, data.title.en];
  for (const { data } of handbook.departments.values()) yield* [data.title.zh, data.title.en];
  for (const { data } of handbook.people.values()) yield* [data.position.zh, data.position.en];
  for (const { title } of settings.parties) yield* [title.zh, title.en];
  yield* [settings.organisation.name.zh, settings.organisation.name.en];
  for (const { clauses, data } of handbook.standards.values()) {
    yield* [data.title.zh, data.title.en];
    for (const clause of clauses) yield* [clause.data.title.zh, clause.data.title.en];
  }
}

/** Files in which one of the words stands at all, by a quick search; worked out once for both graphs. */
const searched = new WeakMap<Registers['glossary'], WeakMap<SourceFile, boolean>>();

function suspects({ registers }: Handbook, words: readonly string[]): (source: SourceFile) => boolean {
  const known = searched.get(registers.glossary) ?? new WeakMap<SourceFile, boolean>();
  searched.set(registers.glossary, known);
  // In YAML a value may go on in the next line, an apostrophe stands twice, and a backslash may stand for anything.
  const inYaml = words.map((word) => escaped(word).replaceAll(' ', '\\s+').replaceAll("'", "''?"));
  const any = new RegExp([...inYaml, '\\\\'].join('|'), 'i');
  return (source) => {
    const isSuspect = known.get(source) ?? any.test(source.text);
    known.set(source, isSuspect);
    return isSuspect;
  };
}

/** Where a word may stand that is not the author's. */
const quoted = /《[^》]*》|“[^”]*”|‘[^’]*’|「[^」]*」|`[^`]*`|\]\([^)]*\)|https?:\/\/\S+|\S+@\S+/g;
/** Before another name of the same thing. */
const introduced = /(?:[又也俗旧原曾简通]称(?:为|作)?|不使用|不用|不写作?)[:：]?$/;

function found(search: RegExp, words: ReadonlyMap<string, Term>, text: string): { word: string; index: number }[] {
  let spans: { from: number; to: number }[] | undefined;
  return [...text.matchAll(search)].flatMap(({ 0: word, index }) => {
    if (!words.has(word.toLowerCase())) return [];
    spans ??= [...text.matchAll(quoted)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
    const isQuoted = spans.some(({ from, to }) => from <= index && index < to);
    const isMeant = isQuoted || introduced.test(text.slice(Math.max(index - 6, 0), index));
    return isMeant || !isWord(text, index, word) ? [] : [{ word, index }];
  });
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** How much of the text on either side decides where words begin and end. */
const around = 12;

/** True if the characters begin and end with words: 供方 in 对供方的评价, but not in 提供方. */
function isWord(text: string, index: number, word: string): boolean {
  const from = Math.max(index - around, 0);
  const ends = new Set([0]);
  for (const { segment, index: at } of segmenter.segment(text.slice(from, index + word.length + around))) {
    ends.add(at + segment.length);
  }
  return ends.has(index - from) && ends.has(index - from + word.length);
}

/** A line or a value, with the way to the place of a word in it. */
interface Written {
  text: string;
  place: (index: number, word: string) => Place;
  document: string | undefined;
}

/** @param isSuspect false for files that need no closer look */
function* writtenTexts(handbook: Handbook, isSuspect: (source: SourceFile) => boolean): Generator<Written> {
  for (const { number, data, parts } of handbook.documents.values()) {
    for (const [index, { source, data: own }] of parts.entries()) {
      if (!isSuspect(source)) continue;
      yield* values(source, index === 0 ? data : own, number);
      yield* bodyLines(source, number);
    }
  }
  for (const { data, source } of handbook.roles.values()) {
    if (!isSuspect(source)) continue;
    yield* values(source, data, undefined);
    yield* bodyLines(source, undefined);
  }
  for (const { data, place } of handbook.departments.values()) {
    yield { text: data.title.zh, place: () => place('title', 'zh'), document: undefined };
    for (const [index, text] of data.duties.entries()) {
      yield { text, place: () => place('duties', index), document: undefined };
    }
  }
}

/** The lines of a body, without code that is no diagram. */
function* bodyLines(source: SourceFile, document: string | undefined): Generator<Written> {
  for (const { text, index, language } of linesOf(source.body)) {
    if (language !== undefined && language !== 'mermaid') continue;
    yield { text, place: (at) => source.bodyPlace(index + 1, at + 1), document };
  }
}

/** Keys whose values are not running text, or tell what was. */
const skipped = new Set(['changes', 'keywords', 'clauses', 'provides', 'related', 'en']);

function* values(
  source: SourceFile,
  value: unknown,
  document: string | undefined,
  path: YamlPath = [],
): Generator<Written> {
  if (typeof value === 'string') {
    yield { text: value, place: (_, word) => placeOfWord(source, path, word), document };
  } else if (value && typeof value === 'object') {
    for (const [key, child] of Object.entries(value)) {
      const step = Array.isArray(value) ? Number(key) : key;
      if (!skipped.has(key)) yield* values(source, child, document, [...path, step]);
    }
  }
}

/** The place of a word within a value; that of the value if it goes over several lines. */
function placeOfWord(source: SourceFile, path: YamlPath, word: string): Place {
  const place = source.place(path);
  const column = (source.text.split('\n')[place.line - 1] ?? '').indexOf(word, place.column - 1);
  return column < 0 ? place : { ...place, column: column + 1 };
}
