/** An old version keeps the names and references that it had when it was released. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { asReleased } from '../../src/control/as-released.ts';
import { planRelease } from '../../src/control/release.ts';
import { openHandbook, type Library } from '../../src/handbook/open.ts';
import type { Document, Handbook } from '../../src/handbook/graph.ts';
import { renderPart } from '../../src/markdown/render.ts';
import { personName, roleLink, viewOf } from '../../src/views/view.ts';
import { apply, freeze, workingTexts } from '../fixtures/tiny-handbook.ts';

const file = 'procedures/ST-B-02.mdx';
const others = ['ST-A-01', 'ST-A-02', 'ST-A-03', 'ST-B-01', 'ST-C-51', 'ST-D-01-01', 'ST-D-02-01', 'ST-D-02-02'];

let folder: string;
let library: Library;
let old: Document;
let then: Handbook;

function release(number: string, on: string, what?: string): void {
  const { library: opened } = openHandbook(folder, on);
  // A text without a release states its days and its change record itself.
  const change = what === undefined ? {} : { on, effective: on, what, why: '例会决定', sections: ['5.3'] };
  const plan = planRelease(opened!, { number, edition: false, changed: ['5.3'], ...change });
  if ('refused' in plan) throw new Error(plan.refused.en);
  for (const [path, bytes] of plan.changes) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes!);
  }
}

/**
 * ST-B-02 A/1 as it was in February, before the instruction ST-C-01 was released and before a form had its second
 * version; then A/2, under other names of a role and a person, and without one of the departments.
 */
beforeAll(() => {
  folder = workingTexts([
    { file: 'instructions/ST-C-01.mdx', replace: 'effective: 2026-02-02', with: 'effective: 2026-02-16' },
  ]);
  freeze(folder, others);
  release('ST-B-02', '2026-02-02');
  release('ST-C-01', '2026-02-16');
  apply(folder, { file: 'forms/ST-D-02-02.yaml', replace: '怎样了结。', with: '怎样了结的。' });
  release('ST-D-02-02', '2026-03-02', '改一个字');
  apply(folder, { file, replace: '重新排期。', with: '重新排期，当天登记。' });
  release('ST-B-02', '2026-03-16', '返工当天登记');
  apply(folder, { file: 'roles/order-lead.mdx', replace: 'zh: 接单负责人', with: 'zh: 订单经理' });
  library = openHandbook(folder, '2026-06-01').library!;
  old = library.read(library.releases.find(({ number, version }) => number === 'ST-B-02' && version === 'A/1')!)!;
  then = asReleased(library, old);
});

async function html(handbook: Handbook, document: Document): Promise<string> {
  return (await renderPart(handbook, document, document.parts[0]!, { base: '', cacheFolder: '.cache/diagrams' })).html;
}

describe('an old version', () => {
  test('shows a role by the name that it had, and so do the views', async () => {
    const text = await html(then, old);
    expect(text).toContain('>接单负责人</a>');
    expect(text).not.toContain('订单经理');
    expect(roleLink(viewOf(then, 'zh-CN'), 'order-lead')).toEqual({ text: '接单负责人', href: '/roles/order-lead/' });
  });

  test('leads to the version of a record that was in force then', async () => {
    expect(await html(then, old)).toContain('href="/documents/st-d-02-02/versions/a-0/"');
  });

  test('leads to today’s version of what was not in force yet, with a mark', async () => {
    expect(await html(then, old)).toMatch(
      /<a href="\/documents\/st-c-01\/" title="ST-C-01：当时尚未实施，链接到现行版本" class="today">/,
    );
  });

  test('names what has been removed since as it was called', () => {
    const without = { ...then, people: new Map([...then.people].filter(([id]) => id !== 'gu-tong')) };
    expect(personName(viewOf(without, 'zh-CN'), 'gu-tong')).toBe('顾桐');
    expect(personName(viewOf(library.inForce, 'zh-CN'), 'nobody')).toBe('nobody');
  });
});

test('the version in force shows today’s names and leads to today’s versions', async () => {
  const current = library.inForce.documents.get('ST-B-02')!;
  expect(asReleased(library, current)).toBe(library.inForce);
  const text = await html(library.inForce, current);
  expect(text).toContain('>订单经理</a>');
  expect(text).not.toMatch(/versions\/|class="today"/);
});
