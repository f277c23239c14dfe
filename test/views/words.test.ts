/** The texts of the interface: complete in both languages, and neither language in the other. */
import { describe, expect, test } from 'vitest';
import { languages, wordsOf, type Language } from '../../src/i18n/index.ts';

/** Arguments for texts with blanks: recognisable, and of no language. */
const blanks = ['①', '②', '③', '④'];

/** Every text of a language by its key; texts with blanks are filled in, once for one thing and once for several. */
function texts(language: Language): Map<string, string> {
  const found = new Map<string, string>();
  const collect = (key: string, value: unknown): void => {
    if (typeof value === 'string') found.set(key, value);
    else if (typeof value === 'function') {
      for (const count of [1, 2])
        found.set(`${key}(${count})`, filled(value as (...values: unknown[]) => string, count));
    } else for (const [name, child] of Object.entries(value as object)) collect(`${key}.${name}`, child);
  };
  for (const [key, value] of Object.entries(wordsOf(language))) collect(key, value);
  return found;
}

/** Texts take names, numbers or lists; which of them is known only by trying. */
function filled(text: (...values: unknown[]) => string, count: number): string {
  for (const values of [blanks, Array(4).fill(count), Array(4).fill(blanks.slice(0, count))]) {
    try {
      const result = text(...(values as unknown[]));
      if (typeof result === 'string') return result;
    } catch {
      // Not this sort.
    }
  }
  throw new Error(`Nothing can be filled into ${text}`);
}

const [chinese, english] = [texts('zh-CN'), texts('en')];

/** What stands in Latin letters in a Chinese text, because it is called so. */
const calledSo = /SHA-256|English|\b[RACI]\b|ISO(?:\/IEC)?|\/ 键/g;
/** The name of the other language, written as its readers write it. */
const ownName = new Set(['otherLanguage', 'languageName']);

test('both languages have the same texts', () => {
  expect(languages).toEqual(['zh-CN', 'en']);
  expect([...english.keys()]).toEqual([...chinese.keys()]);
});

test('no English text has a Chinese character or Chinese punctuation', () => {
  const mixed = [...english].filter(
    ([key, text]) => !ownName.has(key) && /\p{Script=Han}|[，。：；？！（）《》、　]/u.test(text),
  );
  expect(mixed).toEqual([]);
});

test('no Chinese text has a Latin word', () => {
  const mixed = [...chinese].filter(
    ([key, text]) => !ownName.has(key) && /[A-Za-z]{2,}/.test(text.replaceAll(calledSo, '')),
  );
  expect(mixed).toEqual([]);
});

describe.each(languages)('%s', (language) => {
  test('no text is empty', () => {
    const empty = [...texts(language)].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  test('a filled-in text shows what was filled in', () => {
    const { historyOf, supersededNotice, compareTitle } = wordsOf(language);
    expect(historyOf('①')).toContain('①');
    expect(supersededNotice('①')).toContain('①');
    expect(compareTitle('①', '②', '③')).toMatch(/①.*②.*③/);
  });
});

test('English counts one thing as one', () => {
  const { compareGap } = wordsOf('en');
  expect([compareGap(1), compareGap(2)]).toEqual(['1 unchanged block', '2 unchanged blocks']);
});
