/** What the check found, on the pages that show it: only what a reader may see, each with the way to mend it. */
import { describe, expect, test } from 'vitest';
import { documentFindings, fileFindings, ownerOf, shownFindings } from '../../src/views/findings.ts';
import { documentPage } from '../../src/views/document-page.ts';
import { qualityPage } from '../../src/views/quality-page.ts';
import { workingPage } from '../../src/views/working-text.ts';
import { apply, tinyHandbook, type Edit } from '../fixtures/tiny-handbook.ts';
import { judge, textOf } from './tiny-view.ts';

const procedure = 'procedures/ST-B-02.mdx';
const placeholder: Edit = { file: procedure, append: '\n单价待补充。\n' };

/** Findings that both the frozen and the working text have. */
const released = () => tinyHandbook([placeholder]);

/** A finding that only the working text has. */
function ahead(): string {
  const folder = tinyHandbook();
  apply(folder, placeholder);
  return folder;
}

describe('the report', () => {
  test('since when signatures are required, and how many versions bear none', async () => {
    const asks = (since: string) => ({
      file: 'handbook.yaml',
      replace: 'parties:',
      with: `signatures: { required: [reviewed, approved], since: ${since} }\nparties:`,
    });
    const of = async (...edits: Parameters<typeof tinyHandbook>) => {
      const { view, site } = await judge(tinyHandbook(...edits));
      return qualityPage(view, site).signatures;
    };
    expect(await of([asks('2026-01-16')])).toEqual([
      '自 2026-01-16 起发布的版本须有审核、批准签名。',
      '已发布 10 个版本，没有签名的 10 个，其中 10 个发布时还不要求签名。',
    ]);
    expect((await of())[0]).toBe('手册没有要求电子签名。');
  });

  test('of a published site holds what is in force, and nothing of the working texts', async () => {
    const { view, site } = await judge(ahead());
    expect(shownFindings(site)).toEqual([]);
    expect(qualityPage(view, site)).toMatchObject({ groups: [], accepted: [] });

    const both = await judge(released());
    expect(shownFindings(both.site).map(({ rule }) => rule)).toEqual(['TXT-05']);
  });

  test('of the preview holds both, and says which text a finding is about', async () => {
    const folder = released();
    apply(folder, { file: procedure, replace: '单价待补充。', with: '单价以报价单为准，交期TBD。' });
    const { view, site } = await judge(folder, { preview: true });
    const [group] = qualityPage(view, site).groups;
    expect(group).toMatchObject({ severity: 'error', title: '2 个错误' });
    expect(group?.rules[0]?.items.map(({ place, only }) => [place.replace(/:.*/, ''), only])).toEqual([
      ['history/ST-B-02/A-1/ST-B-02.mdx', '只在已发布的版本中'],
      [procedure, '只在编辑稿中'],
    ]);
    const published = await judge(folder);
    const [only] = qualityPage(published.view, published.site).groups;
    expect(only?.rules[0]?.items.map((item) => [item.message, item.only])).toEqual([['“待补充”是占位文字', '']]);
  });

  test('groups findings by severity and rule; a hint that all share stands once', async () => {
    const folder = tinyHandbook([
      { file: 'roles/print-lead.mdx', replace: 'department: YWS', with: 'department: YWX' },
      { file: procedure, append: '\n单价待补充，交期TBD。\n' },
      {
        file: 'registers/waivers.yaml',
        create:
          'entries:\n  - rule: DAT-01\n    document: ST-B-02\n    reason: 没有用到\n    approved: han-mei\n    until: 2026-12-31\n',
      },
    ]);
    const { view, site, english } = await judge(folder);
    const { groups, counts } = qualityPage(view, site);
    expect(groups.map(({ severity, rules }) => [severity, rules.map(({ id }) => id)])).toEqual([
      ['error', ['ROL-01', 'TXT-05']],
      ['warning', ['WAV-02']],
    ]);
    expect(counts.map(({ text }) => text)).toEqual(['3 个错误', '1 个警告', '0 个提示']);
    const [roles, texts] = groups[0]!.rules;
    expect(roles).toMatchObject({ rule: { text: 'ROL-01', href: '/checks/rol-01/' }, hint: '' });
    expect(roles?.items).toHaveLength(1);
    expect(roles?.items[0]?.hint).not.toBe('');
    expect(texts?.hint).not.toBe('');
    expect(texts?.items.map(({ hint }) => hint)).toEqual(['', '']);
    expect(qualityPage(english, site).groups[1]?.title).toBe('1 warning');
  });

  test('leads from a finding to its document', async () => {
    const { view, site } = await judge(released());
    const [item] = qualityPage(view, site).groups[0]!.rules[0]!.items;
    expect(item?.document).toEqual({ text: 'ST-B-02 订单受理程序', href: '/documents/st-b-02/' });
  });

  test('leads to the working text of a document that was never released, in the preview', async () => {
    const folder = tinyHandbook();
    apply(folder, { file: 'plans/ST-C-52.mdx', create: 'no front matter, 待补充\n' });
    const broken = await judge(folder, { preview: true });
    expect(documentsOf(broken)).toEqual(['ST-C-52']);
    apply(folder, { file: 'plans/ST-C-52.mdx', delete: true });
    apply(folder, { file: 'instructions/ST-C-02.mdx', create: instruction });
    const readable = await judge(folder, { preview: true });
    const [finding] = qualityPage(readable.view, readable.site).groups[0]!.rules.flatMap(({ items }) => items);
    expect(finding?.document).toEqual({ text: 'ST-C-02 裁切指导书', href: '/documents/st-c-02/working/' });
  });

  test('says so when there is nothing to mend, and how much was judged', async () => {
    const { view, site } = await judge(tinyHandbook());
    const page = qualityPage(view, site);
    expect(page).toMatchObject({ groups: [], accepted: [], off: [] });
    expect(page.counts.map(({ count }) => count)).toEqual([0, 0, 0]);
    const rules = Number(/按 (\d+) 条规则/.exec(page.intro)?.[1]);
    expect(rules).toBeGreaterThan(40);
    expect(page.intro).toContain('2026-06-01');

    const folder = tinyHandbook([{ file: 'handbook.yaml', append: 'checks: { severities: { TXT-05: off } }\n' }]);
    const lenient = await judge(folder);
    const { off, intro } = qualityPage(lenient.view, lenient.site);
    expect(off).toEqual([{ text: 'TXT-05', href: '/checks/txt-05/' }]);
    expect(intro).toContain(`按 ${rules - 1} 条规则`);
  });

  test('lists what was accepted apart, with reason, approver and last day', async () => {
    const folder = released();
    apply(folder, {
      file: 'registers/waivers.yaml',
      create:
        'entries:\n  - rule: TXT-05\n    document: ST-B-02\n    reason: 价格月底才定\n    approved: han-mei\n    until: 2026-07-31\n',
    });
    const { view, site } = await judge(folder);
    const { groups, accepted, counts } = qualityPage(view, site);
    expect(groups).toEqual([]);
    expect(counts[0]?.count).toBe(0);
    expect(accepted).toMatchObject([
      { item: { rule: { text: 'TXT-05' } }, reason: '价格月底才定', approved: '韩梅', until: '2026-07-31' },
    ]);
  });

  test('has the coverage of each standard, and names what is missing', async () => {
    const whole = await judge(tinyHandbook());
    for (const { shares } of qualityPage(whole.view, whole.site).coverage) {
      for (const { met, of, missing } of shares) expect([met, missing]).toEqual([of, []]);
    }
    const folder = tinyHandbook([
      { file: procedure, replace: 'clauses:\n  primary:\n    - mini:2020/5.1#5', with: 'clauses:\n  primary: []' },
    ]);
    const { view, site } = await judge(folder);
    const [standard] = qualityPage(view, site).coverage;
    expect(standard?.shares[0]).toMatchObject({
      label: '末级条款有主要程序',
      missing: [{ text: '5.1 订单受理', href: '/clauses/mini-2020/5.1/' }],
    });
  });

  test('lists the reviews that are overdue or due within three months, the earliest first', async () => {
    const soon = await judge(tinyHandbook(), { day: '2026-11-01' });
    const due = qualityPage(soon.view, soon.site).reviews.map((row) => row.due);
    expect(due.length).toBeGreaterThan(0);
    expect(due).toEqual([...due].sort());
    expect(due.every((day) => day <= '2027-02-01')).toBe(true);
    const early = await judge(tinyHandbook(), { day: '2026-06-01' });
    expect(qualityPage(early.view, early.site).reviews).toEqual([]);
  });
});

describe('the panel of a page in the preview', () => {
  test('has the findings of a document on its main page, of a part on its own, none when published', async () => {
    const folder = tinyHandbook();
    apply(folder, { file: 'manual/ST-A-01/4.mdx', append: '\n做法待补充。\n' });
    const { view, site } = await judge(folder, { preview: true });
    const manual = view.handbook.documents.get('ST-A-01')!;
    const found = Object.fromEntries(
      manual.parts.map((part) => [part.name, documentFindings(view, site, manual, part).map(({ rule }) => rule.text)]),
    );
    expect(found).toMatchObject({ index: expect.arrayContaining(['TXT-05']), 5: [] });
    expect(found['4']).toContain('TXT-05');
    expect(found['4']).not.toContain('VER-08');

    const published = await judge(folder);
    expect(documentFindings(published.view, published.site, manual, manual.parts[0]!)).toEqual([]);
  });

  test('has the gravest finding first', async () => {
    const { view, site } = await judge(ahead(), { preview: true });
    const document = view.handbook.documents.get('ST-B-02')!;
    const items = documentFindings(view, site, document, document.parts[0]!);
    expect(items.map(({ severity, rule }) => `${severity} ${rule.text}`)).toEqual(
      expect.arrayContaining(['error TXT-05', 'info VER-08']),
    );
    expect(items[0]?.severity).toBe('error');
    expect(items.map((item) => item.document)).toEqual(items.map(() => undefined));
  });

  test('says on every page of a document why its working text cannot be read, and what is shown instead', async () => {
    const folder = tinyHandbook();
    apply(folder, { file: 'manual/ST-A-01/4.mdx', append: '\n<Unknown />\n' });
    const { view, english, site, library } = await judge(folder, { preview: true });
    const manual = view.handbook.documents.get('ST-A-01')!;
    const said = manual.parts.map((part) => documentPage(view, manual, part, 'in-force').notice?.text);
    expect(new Set(said)).toEqual(new Set(['编辑稿现在无法读取，原因见上面的检查结果；下面是已发布的 A/0。']));
    for (const part of manual.parts) {
      const places = documentFindings(view, site, manual, part).map(({ rule, place }) => `${rule.text} ${place}`);
      expect(places).toEqual([expect.stringMatching(/^SRC-05 manual\/ST-A-01\/4\.mdx:/)]);
    }
    expect(documentPage(english, manual, manual.parts[0]!, 'in-force').notice?.text).toMatch(
      /^The working text cannot/,
    );
    expect(workingPage(view, library, library.working.documents.get('ST-A-01')!)).toEqual({
      notice: '编辑稿现在无法读取，原因见上面的检查结果；下面是已发布的 A/0。',
      isStandIn: true,
      against: undefined,
    });
    const other = view.handbook.documents.get('ST-B-02')!;
    expect(documentPage(view, other, other.parts[0]!, 'in-force').notice).toBeUndefined();

    const published = (await judge(folder)).view;
    const shown = published.handbook.documents.get('ST-A-01')!;
    expect(documentPage(published, shown, shown.parts[0]!, 'in-force').notice).toBeUndefined();
  });

  test('does not take a release for the working text that is gone', async () => {
    const folder = tinyHandbook();
    apply(folder, { file: procedure, delete: true });
    const { view, library } = await judge(folder, { preview: true });
    const standIn = library.working.documents.get('ST-B-02')!;
    expect(workingPage(view, library, standIn)).toMatchObject({
      isStandIn: true,
      notice: expect.stringMatching(/^编辑稿不见了/),
    });
  });

  test('has the findings of the file of a role', async () => {
    const folder = tinyHandbook([
      { file: 'roles/print-lead.mdx', replace: 'department: YWS', with: 'department: YWX' },
    ]);
    const { view, site } = await judge(folder, { preview: true });
    expect(fileFindings(view, site, 'roles/print-lead.mdx').map(({ rule }) => rule.text)).toContain('ROL-01');
    expect(fileFindings(view, site, 'roles/order-lead.mdx')).toEqual([]);
  });
});

test.each([
  ['procedures/ST-B-02.mdx', 'ST-B-02', undefined],
  ['forms/ST-D-02-01.yaml', 'ST-D-02-01', undefined],
  ['manual/ST-A-01/index.mdx', 'ST-A-01', undefined],
  ['manual/ST-A-01/8.6.mdx', 'ST-A-01', '8.6'],
  ['history/ST-B-02/A-1/ST-B-02.mdx', 'ST-B-02', undefined],
  ['history/ST-A-01/B-0/index.mdx', 'ST-A-01', undefined],
  ['history/ST-A-01/B-0/8.6.mdx', 'ST-A-01', '8.6'],
  ['translations/en/ST-B-02.mdx', 'ST-B-02', undefined],
])('%s belongs to %s, part %s', (path, number, part) => {
  expect(ownerOf(path)).toEqual({ number, part });
});

test.each(['handbook.yaml', 'registers/services.yaml', 'roles/mr.mdx', 'history/ledger.yaml'])(
  '%s belongs to no document',
  (path) => expect(ownerOf(path)).toBeUndefined(),
);

/** The documents that the findings of a preview lead to. */
function documentsOf({ view, site }: Awaited<ReturnType<typeof judge>>): string[] {
  const items = qualityPage(view, site).groups.flatMap(({ rules }) => rules.flatMap((rule) => rule.items));
  return [...new Set(items.map((item) => textOf(item.document)))];
}

const instruction = `---
number: ST-C-02
title: { zh: 裁切指导书, en: Cutting }
kind: instruction
version: A/0
classification: internal
control: controlled
owner: print-lead
department: YWS
prepared: { by: gu-tong, on: 2026-05-05 }
reviewed: { by: jiang-yu, on: 2026-05-08 }
approved: { by: xu-wen, on: 2026-05-12 }
released: 2026-05-15
effective: 2026-05-20
reviewMonths: 24
procedure: ST-B-02
records: [ST-D-02-01]
changes:
  - version: A/0
    date: 2026-05-05
    sections: [全文]
    what: 新建
    why: 裁切误差大
    by: gu-tong
    reviewed: jiang-yu
    approved: xu-wen
---

## 1 步骤

1. 刀具待补充；
2. 裁切后抽量三张。
`;
