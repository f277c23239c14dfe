/** “My role”: the data of each role, several roles put together, and what the browser keeps. */
import { describe, expect, test } from 'vitest';
import { mySheet } from '../../src/client/my-role-sheet.ts';
import { parseRoles } from '../../src/client/my-roles.ts';
import { roleChoices, roleSheet } from '../../src/views/role-sheet.ts';
import { open, withHistory, type Opened } from './tiny-view.ts';
import { apply, tinyHandbook } from '../fixtures/tiny-handbook.ts';

const opened = open(tinyHandbook());

function sheetOf(id: string, { view, library }: Opened = opened) {
  return roleSheet(view, library, view.handbook.roles.get(id)!, (path) => `/base${path}`);
}

describe('the data of a role', () => {
  test('has its steps with part and record, its forms, its documents with their next review', () => {
    const sheet = sheetOf('order-lead');
    expect(sheet.role).toEqual({ text: '接单负责人', href: '/base/roles/order-lead/' });
    expect(sheet.activities).toMatchObject([
      { document: { text: 'ST-B-01 文件与目标管理程序' }, steps: [{ raci: ['I'], records: [] }] },
      {
        document: { text: 'ST-B-02 订单受理程序', href: '/base/documents/st-b-02/' },
        steps: [
          {
            step: { text: '5.1 登记订单', href: '/base/documents/st-b-02/#5.1' },
            raci: expect.arrayContaining(['R', 'A']),
            records: [{ text: 'ST-D-02-01 订单登记表', href: '/base/documents/st-d-02-01/' }],
          },
          { step: { text: '5.2 确认样张' } },
        ],
      },
    ]);
    expect(sheet.forms).toEqual([{ text: 'ST-D-02-01 订单登记表', href: '/base/documents/st-d-02-01/' }]);
    expect(sheet.owns).toEqual([
      { document: { text: 'ST-B-02 订单受理程序', href: '/base/documents/st-b-02/' }, due: '2027-01-12' },
    ]);
  });

  test('has the releases of the last year of what concerns it, newest first, with their redlines', () => {
    const { changes } = sheetOf('order-lead', open(withHistory(), '2026-06-30'));
    expect(changes.filter(({ document }) => document.text.startsWith('ST-B-02'))).toMatchObject([
      { version: 'B/1', released: '2026-05-25', effective: '2026-07-01', what: '改写目的' },
      { version: 'B/0', compare: { text: '比较', href: '/base/documents/st-b-02/compare/a-2...b-0/' } },
      { version: 'A/2' },
      { version: 'A/1', compare: null },
    ]);
    expect(sheetOf('order-lead', open(withHistory(), '2027-06-30')).changes).toEqual([]);
  });

  test('has the withdrawals of what concerned it, with the reason and what takes the place', () => {
    const folder = withHistory();
    const entry = (number: string, on: string) =>
      `  - { document: ${number}, on: ${on}, approved: han-mei, reason: 不再使用, successors: [ST-D-02-01] }\n`;
    const entries = `entries:\n${entry('ST-D-02-02', '2026-05-20')}${entry('ST-D-01-01', '2026-05-21')}`;
    apply(folder, { file: 'registers/withdrawals.yaml', create: entries });
    const { changes } = sheetOf('print-lead', open(folder));
    expect(changes.filter(({ withdrawn }) => withdrawn)).toEqual([
      {
        document: { text: 'ST-D-02-02 返工单', href: '/base/documents/st-d-02-02/' },
        version: 'A/0',
        released: '2026-05-20',
        effective: '2026-05-20',
        what: '不再使用',
        compare: null,
        withdrawn: '作废',
        successors: [{ text: 'ST-D-02-01 订单登记表', href: '/base/documents/st-d-02-01/' }],
      },
    ]);
    expect(mySheet([sheetOf('print-lead', open(folder))]).changes).toEqual(changes);
  });

  test('says nothing of documents that do not concern it', () => {
    const texts = sheetOf('print-lead').changes.map(({ document }) => document.text);
    expect(texts.some((text) => text.startsWith('ST-B-02'))).toBe(true);
    expect(texts.some((text) => text.startsWith('ST-B-01'))).toBe(false);
  });
});

describe('several roles', () => {
  const sheet = mySheet([sheetOf('order-lead'), sheetOf('print-lead')]);

  test('have each step once, with the part that each role plays', () => {
    const steps = sheet.activities.flatMap(({ steps: all }) => all);
    expect(steps.map(({ step, parts }) => [step.text, parts.map(({ role }) => role)])).toEqual([
      ['5.1 登记订单', ['接单负责人', '印刷负责人']],
      ['5.2 确认样张', ['接单负责人', '印刷负责人']],
      ['5.3 返工', ['印刷负责人']],
    ]);
    expect(sheet.informed.map(({ document }) => document.text)).toEqual(['ST-B-01 文件与目标管理程序']);
  });

  test('have forms, documents and changes once', () => {
    const once = (items: readonly string[]) => expect(new Set(items).size).toBe(items.length);
    once(sheet.forms.map(({ text }) => text));
    once(sheet.changes.map(({ document, version }) => `${document.text} ${version}`));
    expect(sheet.forms.map(({ text }) => text)).toEqual(['ST-D-02-01 订单登记表', 'ST-D-02-02 返工单']);
  });

  test('one role alone is not named, and what it is only asked about stands apart', () => {
    const { activities, informed } = mySheet([sheetOf('print-lead')]);
    expect(activities.flatMap(({ steps }) => steps.map(({ step, parts }) => [step.text, parts[0]?.role]))).toEqual([
      ['5.2 确认样张', ''],
      ['5.3 返工', ''],
    ]);
    expect(informed.flatMap(({ steps }) => steps.map(({ step }) => step.text))).toEqual(['5.1 登记订单']);
  });

  test('none gives nothing', () => {
    expect(mySheet([])).toEqual({ activities: [], informed: [], forms: [], owns: [], changes: [] });
  });
});

test('the roles to choose from stand by department', () => {
  expect(roleChoices(opened.view).map(({ department, roles }) => [department, roles.map(({ id }) => id)])).toEqual([
    ['管理部', ['director']],
    ['质量室', ['quality-lead']],
    ['业务室', ['order-lead', 'print-lead']],
  ]);
});

test.each([
  [null, []],
  ['["incident-mgr","mr"]', ['incident-mgr', 'mr']],
  ['["mr","mr"]', ['mr']],
  ['not JSON', []],
  ['{"0":"mr"}', []],
  ['[1,"../../secret","<b>",null,"mr"]', ['mr']],
])('what stands in the storage as %s counts as %j', (stored, roles) => {
  expect(parseRoles(stored)).toEqual(roles);
});
