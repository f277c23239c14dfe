/** The resolved handbook: its reverse directions, and the two graphs by date. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Handbook } from '../../src/handbook/graph.ts';
import { openHandbook, type Library } from '../../src/handbook/open.ts';
import { findClause } from '../../src/handbook/resolve.ts';
import { apply, asOf, freeze, tinyHandbook, within, workingTexts, type Edit } from '../fixtures/tiny-handbook.ts';

function open(folder: string, day = asOf): Library {
  const { library } = openHandbook(folder, day);
  if (!library) throw new Error('The handbook could not be opened');
  return library;
}

describe('reverse directions', () => {
  let handbook: Handbook;
  beforeAll(() => {
    handbook = open(tinyHandbook()).working;
  });

  const meeting = (from: Handbook, clause: string) =>
    (from.mappings.get(clause) ?? []).map(({ document, part, as, section }) => [
      document.number,
      part.name,
      as,
      section,
    ]);

  test('what meets a clause, down to part and section', () => {
    expect(meeting(handbook, 'mini:2020/5.1')).toEqual([
      ['ST-A-01', '5', 'supporting', '5.1'],
      ['ST-B-02', 'ST-B-02', 'primary', '5'],
    ]);
    expect(meeting(handbook, 'mini:2020/4.1')).toEqual([
      ['ST-A-01', '4', 'supporting', '4.1'],
      ['ST-A-02', 'ST-A-02', 'supporting', undefined],
      ['ST-B-01', 'ST-B-01', 'primary', undefined],
    ]);
    expect(handbook.mappings.get('mini:2020/4')).toBeUndefined();
  });

  test('a paragraph counts for the clause that it belongs to', () => {
    const edits: Edit[] = [{ file: 'procedures/ST-B-02.mdx', replace: 'mini:2020/5.1#5', with: 'mini:2020/5.1.2#5.3' }];
    const changed = open(workingTexts(edits)).working;
    expect(meeting(changed, 'mini:2020/5.1')).toContainEqual(['ST-B-02', 'ST-B-02', 'primary', '5.3']);
    expect(changed.mappings.has('mini:2020/5.1.2')).toBe(false);
    expect(findClause(changed.standards, 'mini:2020/5.1.2')?.number).toBe('5.1');
    expect(findClause(changed.standards, 'mini:2020/5.1.3')).toBeUndefined();
  });

  test('the tree of clauses and its leaves', () => {
    const clauses = handbook.standards.get('mini:2020')!.clauses;
    expect(
      clauses.map(({ number, parent, leaf, children }) => [number, parent?.number, leaf, children.length]),
    ).toEqual([
      ['4', undefined, false, 2],
      ['4.1', '4', true, 0],
      ['4.2', '4', true, 0],
      ['5', undefined, false, 1],
      ['5.1', '5', true, 0],
    ]);
  });

  test('what a role has to do, step by step', () => {
    const duties = (role: string) =>
      (handbook.duties.get(role) ?? []).map(({ activity, raci }) => [
        activity.document.number,
        activity.step,
        raci.join(''),
      ]);
    expect(duties('order-lead')).toEqual([
      ['ST-B-01', 1, 'I'],
      ['ST-B-02', 1, 'AR'],
      ['ST-B-02', 2, 'AR'],
    ]);
    expect(duties('print-lead')).toEqual([
      ['ST-B-02', 1, 'C'],
      ['ST-B-02', 2, 'R'],
      ['ST-B-02', 3, 'AR'],
    ]);
  });

  test('which step forms a form', () => {
    const forming = (form: string) =>
      (handbook.formedBy.get(form) ?? []).map(({ document, step }) => [document.number, step]);
    expect(forming('ST-D-02-01')).toEqual([
      ['ST-B-02', 1],
      ['ST-B-02', 2],
    ]);
    expect(forming('ST-D-02-02')).toEqual([['ST-B-02', 3]]);
    expect(forming('ST-B-01')).toEqual([]);
  });

  test('what provides an item of documented information', () => {
    expect(handbook.providers.get('mini:2020/5.1/order-records')?.map(({ number }) => number)).toEqual(['ST-D-02-01']);
  });

  test('who refers to a document, and how', () => {
    const naming = (number: string) =>
      (handbook.referencedBy.get(number) ?? []).map(({ from, how }) => `${from.number} ${how}`);
    expect(naming('ST-B-02')).toEqual(['ST-A-01 related', 'ST-A-01 mention', 'ST-B-01 interface', 'ST-C-01 procedure']);
    expect(naming('ST-D-02-01')).toEqual([
      'ST-B-02 record',
      'ST-B-02 record',
      'ST-B-02 mention',
      'ST-C-01 record',
      'ST-C-01 mention',
    ]);
    expect(naming('ST-E-001')).toEqual(['ST-B-02 related', 'ST-B-02 mention']);
  });

  test('a reference knows its place', () => {
    const reference = handbook.references.find(
      ({ from, to, how }) => from.number === 'ST-B-01' && to === 'ST-B-02' && how === 'interface',
    );
    expect(reference!.place()).toMatchObject({ line: 26, column: 28 });
  });

  test('titles of both languages lead to the number, those of external documents too', () => {
    expect(handbook.numberByTitle.get('返工单')).toBe('ST-D-02-02');
    expect(handbook.numberByTitle.get('Rework record')).toBe('ST-D-02-02');
    expect(handbook.numberByTitle.get('社区印刷品交付公约')).toBe('ST-E-001');
  });

  test('documents stand in the order of their numbers', () => {
    expect([...handbook.documents.keys()]).toEqual([
      ...['ST-A-01', 'ST-A-02', 'ST-A-03', 'ST-B-01', 'ST-B-02'],
      ...['ST-C-01', 'ST-C-51', 'ST-D-01-01', 'ST-D-02-01', 'ST-D-02-02'],
    ]);
  });

  test('the parts of the manual stand in the order that it lists them', () => {
    expect(handbook.documents.get('ST-A-01')!.parts.map(({ name }) => name)).toEqual([
      'index',
      '0',
      '4',
      '5',
      'attachment-1',
    ]);
  });

  test('the tree of departments, which a circle does not close', () => {
    expect(handbook.departments.get('GLB')!.children.map(({ id }) => id)).toEqual(['ZLS', 'YWS']);
    const edits: Edit[] = [
      {
        file: 'organisation/departments.yaml',
        replace: '    head: han-mei',
        with: '    parent: YWS\n    head: han-mei',
      },
    ];
    const { departments } = open(workingTexts(edits)).working;
    for (const start of departments.values()) {
      const seen = new Set();
      for (let node = start as typeof start | undefined; node; node = node.parent) {
        expect(seen.has(node)).toBe(false);
        seen.add(node);
      }
    }
  });

  test('who holds a role on a day, first and last day included', () => {
    const edits: Edit[] = [
      {
        file: 'organisation/people.yaml',
        replace: '{ role: print-lead, from: 2021-09-01 }',
        with: '{ role: print-lead, from: 2021-09-01, until: 2026-03-31 }',
      },
      { file: 'organisation/people.yaml', append: '    roles: [{ role: print-lead, from: 2026-04-01 }]\n' },
    ];
    const folder = workingTexts(edits);
    const holders = (day: string) => (open(folder, day).working.holders.get('print-lead') ?? []).map(({ id }) => id);
    expect(holders('2021-08-31')).toEqual([]);
    expect(holders('2021-09-01')).toEqual(['jiang-yu']);
    expect(holders('2026-03-31')).toEqual(['jiang-yu']);
    expect(holders('2026-04-01')).toEqual(['gu-tong']);
  });
});

describe('working and in force', () => {
  const revised: Edit[] = [
    { file: 'procedures/ST-B-02.mdx', replace: 'version: A/1\nclass', with: 'version: A/2\nclass' },
    { file: 'procedures/ST-B-02.mdx', replace: 'effective: 2026-02-02', with: 'effective: 2026-07-01' },
    { file: 'procedures/ST-B-02.mdx', replace: 'mini:2020/5.1#5', with: 'mini:2020/4.2' },
  ];

  /** A handbook with two releases of ST-B-02, from 2026-02-02 and from 2026-07-01. */
  function twoReleases(): string {
    const folder = tinyHandbook();
    for (const edit of revised) apply(folder, edit);
    freeze(folder, ['ST-B-02']);
    return folder;
  }

  test('the release in force is the one whose day has come', () => {
    const folder = twoReleases();
    const version = (day: string) => open(folder, day).inForce.documents.get('ST-B-02')?.data.version;
    expect(version('2026-02-01')).toBeUndefined();
    expect(version('2026-02-02')).toBe('A/1');
    expect(version('2026-06-30')).toBe('A/1');
    expect(version('2026-07-01')).toBe('A/2');
  });

  test('what is resolved follows the release', () => {
    const folder = twoReleases();
    const meets = (day: string, clause: string) =>
      open(folder, day)
        .inForce.mappings.get(clause)
        ?.some(({ document }) => document.number === 'ST-B-02') ?? false;
    expect(meets('2026-06-30', 'mini:2020/5.1')).toBe(true);
    expect(meets('2026-07-01', 'mini:2020/5.1')).toBe(false);
    expect(meets('2026-07-01', 'mini:2020/4.2')).toBe(true);
  });

  test('of two releases that become effective on one day the later is in force', () => {
    const folder = tinyHandbook();
    apply(folder, { file: 'plans/ST-C-51.mdx', replace: 'version: A/0\nclass', with: 'version: A/1\nclass' });
    freeze(folder, ['ST-C-51']);
    expect(open(folder).inForce.documents.get('ST-C-51')?.data.version).toBe('A/1');
  });

  test('all releases are known to both, in the order of the ledger', () => {
    const library = open(twoReleases(), '2026-03-01');
    for (const handbook of [library.working, library.inForce]) {
      expect(handbook.releases.filter(({ number }) => number === 'ST-B-02').map(({ version }) => version)).toEqual([
        'A/1',
        'A/2',
      ]);
    }
    expect(library.releases.at(-1)).toMatchObject({ number: 'ST-B-02', version: 'A/2' });
    expect(library.releases.every(({ actualHash, entry }) => actualHash === entry.hash)).toBe(true);
  });

  test('an edit shows in the working text only, and the text in force is read from the history', () => {
    const folder = tinyHandbook();
    apply(folder, { file: 'policies/ST-A-02.mdx', replace: 'zh: 管理方针', with: 'zh: 质量方针' });
    const { working, inForce } = open(folder);
    const [draft, valid] = [working.documents.get('ST-A-02')!, inForce.documents.get('ST-A-02')!];
    expect(draft.data.title.zh).toBe('质量方针');
    expect(draft.release).toBeUndefined();
    expect(valid.data.title.zh).toBe('管理方针');
    expect(valid.release).toMatchObject({ number: 'ST-A-02', version: 'A/0' });
    expect(within(folder, draft.parts[0]!.source.file)).toBe('policies/ST-A-02.mdx');
    expect(within(folder, valid.parts[0]!.source.file)).toBe('history/ST-A-02/A-0/ST-A-02.mdx');
  });

  test('an edit to one part of the manual leaves the release whole', () => {
    const folder = tinyHandbook();
    apply(folder, { file: 'manual/ST-A-01/5.mdx', replace: '### 5.1 订单受理', with: '### 5.1 接单' });
    const titles = ({ documents }: Handbook) =>
      documents.get('ST-A-01')!.parts.flatMap(({ body }) => body.sections.map(({ title }) => title));
    const { working, inForce } = open(folder);
    expect(titles(working)).toContain('5.1 接单');
    expect(titles(inForce)).toContain('5.1 订单受理');
    expect(titles(inForce)).toHaveLength(titles(working).length);
  });

  test('a document that is not released is not in force', () => {
    const folder = workingTexts();
    freeze(folder, ['ST-B-01']);
    const { working, inForce } = open(folder);
    expect(working.documents.size).toBe(10);
    expect([...inForce.documents.keys()]).toEqual(['ST-B-01']);
  });

  test('before the first release nothing is in force', () => {
    const { inForce, releases, ledger } = open(workingTexts());
    expect(inForce.documents.size).toBe(0);
    expect(releases).toEqual([]);
    expect(ledger).toBeUndefined();
  });

  test('for a working text that cannot be read its newest release stands in', () => {
    const folder = tinyHandbook();
    apply(folder, { file: 'procedures/ST-B-02.mdx', replace: 'kind: procedure', with: 'kind: process' });
    apply(folder, { file: 'instructions/ST-C-02.mdx', create: '---\nnumber: ST-C-02\n---\n' });
    const { working } = open(folder);
    expect(working.documents.get('ST-B-02')?.release).toMatchObject({ version: 'A/1' });
    expect([...working.unreadable]).toEqual(['ST-C-02']);
    expect(working.documents.has('ST-C-02')).toBe(false);
  });

  test('a release is read once', () => {
    const library = open(twoReleases());
    for (const release of library.releases) {
      expect(library.read(release)).toMatchObject({ number: release.number, release });
      expect(library.read(release)).toBe(library.read(release));
    }
  });

  test('settings, roles and registers are the live ones in both', () => {
    const folder = tinyHandbook();
    apply(folder, { file: 'roles/print-lead.mdx', replace: 'zh: 印刷负责人', with: 'zh: 机长' });
    const { working, inForce } = open(folder);
    expect(working.roles.get('print-lead')?.data.title.zh).toBe('机长');
    expect(inForce.roles.get('print-lead')?.data.title.zh).toBe('机长');
    expect(inForce.externals.has('ST-E-001')).toBe(true);
    expect(inForce.registers.reviews).toHaveLength(1);
  });
});
