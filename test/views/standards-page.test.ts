/** The standards, with their clauses and how far these are met. */
import { expect, test } from 'vitest';
import { mainLinks } from '../../src/views/navigation.ts';
import { standardsPage } from '../../src/views/standards-page.ts';
import { tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { open } from './tiny-view.ts';

test('a standard in force says for each chapter how much of it is met', () => {
  const { view } = open(tinyHandbook());
  const [standard, ...others] = standardsPage(view);
  expect(others).toEqual([]);
  expect(standard).toMatchObject({
    link: { text: 'MINI 2020', href: '/clauses/mini-2020/' },
    figures:
      '条款目录列有 5 个条款。标准共有 3 个末级条款，其中 3 个已落实：有主要程序、负责角色和主责部门，要求的成文信息都有文件提供。',
  });
  expect(standard?.chapters.map(({ link, text }) => [link.text, link.href, text])).toEqual([
    ['4 策划', '/clauses/mini-2020/4/', '2/2 已落实'],
    ['5 运行', '/clauses/mini-2020/5/', '1/1 已落实'],
  ]);
  // Of one standard the header leads to its clauses at once.
  expect(mainLinks(view)[2]?.href).toBe('/clauses/mini-2020/');
});

test('one that is not in force stands last and is for comparison only', () => {
  const { view } = open('content', '2026-11-20');
  const standards = standardsPage(view);
  expect(standards.map(({ link }) => link.text)).toEqual(['ISO/IEC 20000-1:2018', 'ISO/IEC 20000-1:2011']);
  expect(standards[1]?.figures).toBe('条款目录列有 53 个条款。本标准仅供对照，手册不要求落实。');
  expect(standards[1]?.chapters.map(({ text }) => text)).toEqual(['', '', '', '', '', '']);
});
