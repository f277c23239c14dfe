/** What a reader is told of the language of a text. */
import { describe, expect, test } from 'vitest';
import { originalNotice, translationNotice, translationShown } from '../../src/views/translation.ts';
import { tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { open } from './tiny-view.ts';

const file = 'translations/en/ST-A-02.mdx';
const text = (version: string) =>
  `---\ntranslates: ST-A-02\nversion: ${version}\nlanguage: en\ntitle: Policy\n` +
  'translated: { by: tao-ran, on: 2026-02-10 }\nchecked: { by: gu-tong, on: 2026-02-12 }\n---\n\n## 1 Promise\n\nOn time.\n';

const { view, english } = open(tinyHandbook([{ file, create: text('A/0') }]));
const document = (number: string) => view.handbook.documents.get(number)!;

describe('a translation', () => {
  const notice = (shown: typeof english, number = 'ST-A-02') =>
    translationNotice(shown, document(number), translationShown(english, document(number))!);

  test('says who translated and checked it on which day, and leads to the original', () => {
    const name = (id: string) => english.handbook.people.get(id)!.data.name.en;
    expect(notice(english).text).toContain(
      `Translated by ${name('tao-ran')} (2026-02-10), checked by ${name('gu-tong')} (2026-02-12).`,
    );
    expect(notice(english)).toMatchObject({ behind: false, link: { href: '/documents/st-a-02/', to: 'zh-CN' } });
    expect(notice(view).text).toMatch(/翻译（2026-02-10），.*校对（2026-02-12）。$/);
  });

  test('that is behind says so, too', () => {
    const { english: later, library } = open(tinyHandbook([{ file, create: text('A/9') }]));
    const behind = library.inForce.documents.get('ST-A-02')!;
    expect(translationNotice(later, behind, translationShown(later, behind)!).behind).toBe(true);
    // Its original has no translation of this version.
    expect(originalNotice(later, behind)?.link).toBeUndefined();
  });
});

describe('an original in another language than the page', () => {
  test('says that there is nothing else, or leads to the translation of this version', () => {
    expect(originalNotice(english, document('ST-B-01'))).toMatchObject({
      text: expect.stringContaining('in Chinese only') as string,
      link: undefined,
    });
    expect(originalNotice(english, document('ST-A-02'))).toMatchObject({
      text: expect.stringContaining('version A/0') as string,
      link: { href: '/documents/st-a-02/', to: 'en' },
    });
  });

  test('is nothing to tell where both are the same', () => {
    expect(originalNotice(view, document('ST-B-01'))).toBeUndefined();
  });
});
