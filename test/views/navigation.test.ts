/** Where a page stands: its chapter and no more, the way back, and the pages before and after it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { languageRoutes, localiseLinks } from '../../src/views/href.ts';
import { clauseNavigation, documentNavigation, mainLinks } from '../../src/views/navigation.ts';
import type { View } from '../../src/views/view.ts';
import { tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { open, type Opened } from './tiny-view.ts';

let opened: Opened;

beforeAll(() => {
  opened = open(tinyHandbook());
});

function navigationOf(view: View, number: string, part?: string) {
  const document = view.handbook.documents.get(number)!;
  const shown = part ? document.parts.find(({ name }) => name === part)! : document.parts[0]!;
  return documentNavigation(view, document, shown, 'in-force');
}

/** Titles of the links of each group, the current one in brackets. */
function chapterOf(navigation: ReturnType<typeof documentNavigation>): string[][] {
  return navigation.chapter.map(({ title, links }) => [
    title,
    ...links.map(({ text, current }) => (current ? `[${text}]` : text)),
  ]);
}

describe('a document', () => {
  test('shows its process only: procedure, instructions and plans, forms', () => {
    expect(chapterOf(navigationOf(opened.view, 'ST-D-02-01'))).toEqual([
      ['所属程序', '订单受理程序'],
      ['作业指导书', '报价核对指导书'],
      ['记录表单', '[订单登记表]', '返工单'],
    ]);
  });

  test('leads to its neighbours of the same kind, and the outer ones have one', () => {
    expect(navigationOf(opened.view, 'ST-B-01')).toMatchObject({
      previous: undefined,
      next: { text: 'ST-B-02 订单受理程序', href: '/documents/st-b-02/' },
    });
    expect(navigationOf(opened.view, 'ST-D-02-01')).toMatchObject({
      previous: { href: '/documents/st-d-01-01/' },
      next: { href: '/documents/st-d-02-02/' },
    });
  });

  test('has the way back: home, documents, kind', () => {
    expect(navigationOf(opened.view, 'ST-B-02').breadcrumbs).toEqual([
      { text: '首页', href: '/' },
      { text: '文件', href: '/documents/' },
      { text: '程序文件', href: '/documents/?kind=procedure' },
      { text: 'ST-B-02' },
    ]);
  });
});

describe('a section of the manual', () => {
  test('shows the chapters, with its own as the current one', () => {
    expect(chapterOf(navigationOf(opened.view, 'ST-A-01', '5')).at(-1)).toEqual([
      '管理手册',
      '前置部分',
      '4 策划',
      '[5 运行]',
      '附件',
    ]);
  });

  test('of the sample shows the sections of its own chapter and no others', () => {
    const { view } = open('content', '2026-11-20');
    const [own, chapters] = navigationOf(view, 'HC-ITSM-A-01', '8.6').chapter;
    expect(own?.links.map(({ text }) => text.split(' ')[0])).toEqual(['8.1', '8.2', '8.3', '8.4', '8.5', '8.6', '8.7']);
    expect(own?.links.filter(({ current }) => current).map(({ text }) => text.split(' ')[0])).toEqual(['8.6']);
    expect(chapters?.links.filter(({ text }) => /^\d+\.\d/.test(text))).toEqual([]);
  });

  test('can be read on from the preface to the last attachment', () => {
    const names = [undefined, '0', '4', '5', 'attachment-1'];
    const steps = names.map((name) => navigationOf(opened.view, 'ST-A-01', name));
    expect(steps.map(({ previous }) => previous?.text)).toEqual([
      undefined,
      '管理手册',
      '0 发布令',
      '4 策划',
      '5 运行',
    ]);
    expect(steps.map(({ next }) => next?.text)).toEqual([
      '0 发布令',
      '4 策划',
      '5 运行',
      '附件1 质量负责人任命书',
      undefined,
    ]);
  });
});

test('a clause shows the clauses of its chapter, the way up, and its neighbours', () => {
  const standard = opened.view.handbook.standards.get('mini:2020')!;
  const navigation = clauseNavigation(opened.view, standard.byNumber.get('4.2')!);
  expect(chapterOf(navigation)).toEqual([['4 策划', '4.1 目标', '[4.2 文件]']]);
  expect(navigation.breadcrumbs.map(({ text }) => text)).toEqual(['首页', '条款', 'MINI 2020', '4', '4.2']);
  expect(navigation).toMatchObject({ previous: { text: '4.1 目标' }, next: { text: '5 运行' } });
});

test('the size of a navigation does not grow with the handbook', () => {
  const { view } = open('content', '2026-11-20');
  const counts = [...view.handbook.documents.keys()].map((number) => {
    const links = navigationOf(view, number).chapter.flatMap((group) => group.links);
    return { number, count: links.length };
  });
  expect(counts.length).toBeGreaterThan(150);
  expect(counts.filter(({ count }) => count > 30)).toEqual([]);
});

test('the main places are the same in both languages', () => {
  const [chinese, english] = [mainLinks(opened.view), mainLinks(opened.english)];
  expect(english.map(({ href }) => href)).toEqual(chinese.map(({ href }) => href));
  expect(chinese.map(({ href }) => href)).toContain('/clauses/mini-2020/');
});

describe('languages', () => {
  test('that of the handbook has no prefix, the other one has', () => {
    expect(languageRoutes('zh-CN').map(({ params, language }) => [language, params.lang])).toEqual([
      ['zh-CN', undefined],
      ['en', 'en'],
    ]);
    expect(languageRoutes('en').map(({ params, language }) => [language, params.lang])).toEqual([
      ['zh-CN', 'zh-cn'],
      ['en', undefined],
    ]);
  });

  test('links within a text stay in the language and keep the base; links out stay as they are', () => {
    const html = '<a href="/h/documents/a/#5.1">a</a> <a href="#5.1">b</a> <a href="https://example.org/h/">c</a>';
    expect(localiseLinks(html, '/h', '/en')).toBe(
      '<a href="/h/en/documents/a/#5.1">a</a> <a href="#5.1">b</a> <a href="https://example.org/h/">c</a>',
    );
    expect(localiseLinks(html, '/h', '')).toBe(html);
  });
});
