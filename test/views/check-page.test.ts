/** The pages of the rules: every one is found, explained, and says what this handbook made of it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../src/checks/catalogue.ts';
import { families, familyOf } from '../../src/checks/families.ts';
import { ruleGroups, ruleNavigation, rulePage } from '../../src/views/check-page.ts';
import { tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { judge, type Judged } from './tiny-view.ts';

let judged: Judged;

beforeAll(async () => {
  judged = await judge(
    tinyHandbook([
      { file: 'handbook.yaml', append: 'checks: { severities: { TXT-05: warning, TRL-01: off } }\n' },
      { file: 'procedures/ST-B-02.mdx', append: '\n单价待补充，交期TBD。\n' },
    ]),
  );
});

const page = (id: string, view = judged.view) => rulePage(view, judged.site, id);

test('every rule stands in the list once, under the name of its family', () => {
  const groups = ruleGroups(judged.view, judged.site);
  expect(groups.flatMap(({ rules }) => rules.map(({ link }) => link.text)).sort()).toEqual(
    [...catalogue.keys()].sort(),
  );
  for (const { id, title, rules } of groups) {
    expect(title).toMatch(/\p{Script=Han}/u);
    for (const { link } of rules) expect(familyOf(link.text)).toBe(id);
  }
  expect([...catalogue.keys()].filter((id) => !families[familyOf(id)])).toEqual([]);
});

test('the list has the severity of this handbook, the core, and how many findings a rule has', () => {
  const rows = ruleGroups(judged.view, judged.site).flatMap(({ rules }) => rules);
  const row = (id: string) => rows.find(({ link }) => link.text === id);
  expect(row('TXT-05')).toMatchObject({ severity: { id: 'warning', text: '警告' }, core: false, count: 2 });
  expect(row('TRL-01')).toMatchObject({ severity: { id: 'off', text: '已关闭' } });
  expect(row('MAP-01')).toMatchObject({ severity: { id: 'error' }, core: true, count: 0 });
});

describe('the page of a rule', () => {
  test('has the severity here beside its own one, and leads to its findings', () => {
    expect(page('TXT-05')).toMatchObject({
      family: '文字',
      severity: { id: 'warning' },
      ownSeverity: { id: 'error', text: '错误' },
      findings: { text: '2 个检查结果', href: '/quality/#TXT-05' },
    });
    expect(page('REF-04')).toMatchObject({ severity: { id: 'error' }, findings: undefined });
    expect(page('REF-04').ownSeverity).toBeUndefined();
  });

  test('says how to change the severity and to accept a finding, but not for the core', () => {
    const { settings } = page('TXT-05');
    expect(settings?.severity).toContain('    TXT-05: error');
    for (const line of ['  - rule: TXT-05', '    approved: han-mei', '    until: 2026-12-01'])
      expect(settings?.waiver).toContain(line);
    expect(page('MAP-01')).toMatchObject({ core: true, settings: undefined });
    // What is found about waivers cannot be waived.
    expect(page('WAV-01').settings).toMatchObject({ waiver: undefined });
  });

  test('marks the lines of the example that differ', () => {
    const { example } = page('WAV-01');
    expect(example.file).toBe('registers/waivers.yaml');
    const marked = (lines: typeof example.wrong) => lines.filter(({ differs }) => differs).map(({ text }) => text);
    expect(marked(example.wrong)).toEqual(['    until: 2025-12-31']);
    expect(marked(example.right)).toEqual(['    until: 2026-12-31']);
  });

  test('is in the language of the interface', () => {
    expect(page('TXT-05', judged.english)).toMatchObject({
      family: 'Texts',
      severity: { text: 'Warning' },
      findings: { text: '2 findings' },
    });
    expect(page('TXT-05', judged.english).title).not.toMatch(/\p{Script=Han}/u);
  });

  test('leads to the rules about the same, and to those before and after', () => {
    const { breadcrumbs, chapter, previous, next } = ruleNavigation(judged.view, 'MAP-02');
    expect(breadcrumbs.map(({ text }) => text)).toEqual(['首页', '检查规则', 'MAP-02']);
    expect(chapter[0]?.links.find(({ current }) => current)?.href).toBe('/checks/map-02/');
    expect(chapter[0]?.links.every(({ href }) => href?.startsWith('/checks/map-'))).toBe(true);
    expect(previous?.text).toMatch(/^MAP-01 /);
    expect(next?.text).toMatch(/^MAP-/);
  });
});

test.each([...catalogue.keys()])('%s is explained: why, how to mend it, an example of both', (id) => {
  for (const view of [judged.view, judged.english]) {
    const { title, reason, remedy, example } = page(id, view);
    for (const text of [title, reason, remedy, example.file]) expect(text).toMatch(/\S/);
    expect([...example.wrong, ...example.right].some(({ differs }) => differs)).toBe(true);
  }
});
