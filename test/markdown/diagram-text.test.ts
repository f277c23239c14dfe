import { expect, test } from 'vitest';
import { HARD_SPACE, textWidth, unbreakablePieces } from '../../src/markdown/diagram-text.ts';

test('a Chinese character or sign is as wide as high, a Latin letter about half', () => {
  expect(textWidth('受理（一）')).toBe(5);
  expect(textWidth('')).toBe(0);
  const average = textWidth('The quick brown fox jumps over the lazy dog') / 43;
  expect(average).toBeGreaterThan(0.45);
  expect(average).toBeLessThan(0.6);
});

const pieces = (text: string, longest = 13): string => unbreakablePieces(text, longest).join('|');

test('words stay whole and take their punctuation along', () => {
  expect(pieces('一线能否解决？转给“二线”处理。')).not.toMatch(/\|[？”。]|“\|/);
  expect(pieces('记录在CMDB中')).toContain('|CMDB|');
});

test('items in brackets stay whole', () => {
  expect(pieces('派单（服务台主管、事件经理）')).toMatch(/\|（服务台主管、\|事件经理）$/);
  expect(pieces('派单（服务台主管、事件经理）再说、然后')).toContain('|（服务台主管、|事件经理）|');
});

test('an item that is too long is cut into words', () => {
  expect(pieces('（服务设计与转换经理）', 6).split('|').length).toBeGreaterThan(1);
});

test('numbers are not cut, nor taken from their title', () => {
  expect(pieces(`5.1${HARD_SPACE}受理与记录`)).toMatch(/^5\.1\ue000受理/);
  expect(pieces('见 SLA-3.2 规定')).toContain('SLA-3.2');
});

test('nothing is lost', () => {
  for (const text of ['', '（', '）（、', '甲（乙', '5.4 落实保障措施（可用性经理、服务设计与转换经理）']) {
    expect(unbreakablePieces(text, 4).join('')).toBe(text);
  }
});
