import { expect, test } from 'vitest';
import { sectionId } from '../../src/handbook/section-id.ts';

test.each([
  ['8.6.1 事件管理', '8.6.1'],
  ['5 过程描述', '5'],
  ['5.3升级', '5.3'],
  ['附件2 职责分配表', '附件2'],
  ['附录10', '附录10'],
  ['前言', '前言'],
  ['Terms and Definitions', 'terms-and-definitions'],
  ['《》', 'section'],
])('“%s” has the anchor %s', (title, id) => {
  expect(sectionId(title, new Map())).toBe(id);
});

test('a new wording keeps the anchor', () => {
  expect(sectionId('5.3 升级与通报', new Map())).toBe(sectionId('5.3 升级', new Map()));
});

test('repeated anchors are told apart', () => {
  const taken = new Map<string, number>();
  expect(['说明', '说明', '1 目的', '说明', '1 范围'].map((title) => sectionId(title, taken))).toEqual([
    ...['说明', '说明-1', '1', '说明-2', '1-1'],
  ]);
});

test.each([
  [['说明', '说明', '说明-1', '说明']],
  [['说明-1', '说明', '说明', '说明-1']],
  [['1 甲', '1 乙', '1-1', '1 丙', '1-1']],
])('no two anchors are the same: %j', (titles) => {
  const taken = new Map<string, number>();
  const ids = titles.map((title) => sectionId(title, taken));
  expect(new Set(ids).size).toBe(titles.length);
});
