import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { elementBox, FONT_SIZE, textLength } from '../../src/markdown/diagram-box.ts';

function svg(content: string): Element {
  const { document } = new JSDOM(`<svg>${content}</svg>`).window;
  return document.querySelector('svg') as Element;
}

test.each([
  ['<rect x="1" y="2" width="3" height="4"/>', { x: 1, y: 2, width: 3, height: 4 }],
  ['<circle cx="5" cy="5" r="2"/>', { x: 3, y: 3, width: 4, height: 4 }],
  ['<ellipse cx="5" cy="5" rx="2" ry="1"/>', { x: 3, y: 4, width: 4, height: 2 }],
  ['<line x1="1" y1="9" x2="4" y2="3"/>', { x: 1, y: 3, width: 3, height: 6 }],
  ['<polygon points="0,0 10,-5 20,0 10,5"/>', { x: 0, y: -5, width: 20, height: 10 }],
  ['<path d="M1,1 h4 v5 l-10-2 z"/>', { x: -5, y: 1, width: 10, height: 5 }],
  ['<path d="M0 0C1 2 3 4 5 6A3,3 0 0,1 9,9"/>', { x: 0, y: 0, width: 9, height: 9 }],
  [
    '<g transform="translate(10, 20)"><rect width="2" height="2"/></g><rect x="0" y="20" width="1" height="1"/>',
    { x: 0, y: 20, width: 12, height: 2 },
  ],
  [
    '<g transform="translate(10) scale(2)"><rect x="1" width="2" height="2"/></g>',
    { x: 12, y: 0, width: 4, height: 4 },
  ],
  ['<defs><rect width="9" height="9"/></defs><g></g>', { x: 0, y: 0, width: 0, height: 0 }],
])('%s', (content, box) => {
  expect(elementBox(svg(content))).toEqual(box);
});

test('an own transform does not count, as in a browser', () => {
  const rect = svg('<rect transform="translate(5,5)" width="1" height="1"/>').firstElementChild as Element;
  expect(elementBox(rect)).toEqual({ x: 0, y: 0, width: 1, height: 1 });
});

test('text is as wide as its longest row and as high as all of them', () => {
  const one = elementBox(svg('<text>受理</text>'));
  expect(one.width).toBe(2 * FONT_SIZE);
  const rows =
    '<tspan class="text-outer-tspan" x="0" y="-0.1em" dy="1.1em">受理</tspan><tspan class="text-outer-tspan" x="0" y="1em" dy="1.1em">受理与记录</tspan>';
  const two = elementBox(svg(`<text>${rows}</text>`));
  expect(two.width).toBe(5 * FONT_SIZE);
  expect(two.height).toBeGreaterThan(2 * FONT_SIZE);
  expect(two.height).toBeLessThan(3 * FONT_SIZE);
});

test('size and anchor of text are inherited, from attributes and styles', () => {
  const box = elementBox(svg('<g style="font-size: 20px" text-anchor="middle"><text x="50">受理</text></g>'));
  expect(box).toMatchObject({ x: 30, width: 40 });
  const label = svg('<g class="label" transform="translate(0, -5)"><text>受理</text></g>').querySelector(
    'text',
  ) as Element;
  expect(elementBox(label).x).toBe(-FONT_SIZE);
  expect(textLength(label)).toBe(2 * FONT_SIZE);
});
