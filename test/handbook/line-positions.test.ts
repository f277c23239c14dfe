/** Where an offset of a text stands. */
import { expect, test } from 'vitest';
import { txt11 } from '../../src/checks/rules/txt-11.ts';
import type { Handbook } from '../../src/handbook/graph.ts';
import { linePositions } from '../../src/handbook/line-positions.ts';
import type { Library } from '../../src/handbook/open.ts';
import { SourceFile } from '../../src/handbook/source.ts';

test('line and column of any offset', () => {
  const text = '甲乙\n\n丙';
  const at = linePositions(text);
  expect([...text, ''].map((_, offset) => at(offset))).toEqual([
    { line: 1, column: 1 },
    { line: 1, column: 2 },
    { line: 1, column: 3 },
    { line: 2, column: 1 },
    { line: 3, column: 1 },
    { line: 3, column: 2 },
  ]);
});

test('a text with a soft hyphen in each of its many lines takes no time', async () => {
  const source = new SourceFile('a.mdx', `---\nx: 1\n---\n${'管\u00ad理。\n'.repeat(40_000)}`);
  const handbook = { edition: 'working', documents: new Map(), sources: [source] } as unknown as Handbook;
  const start = performance.now();
  const [report] = [...(await txt11.check(handbook, {} as Library))];
  expect(performance.now() - start).toBeLessThan(5000);
  expect(report?.message.zh).toContain('共 40000 处');
  expect(report?.place).toMatchObject({ line: 4, column: 2 });
});
