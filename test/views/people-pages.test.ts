/** Roles and departments: what I have to do, which forms I fill, whom I belong to. */
import { beforeAll, describe, expect, test } from 'vitest';
import { departmentPage, leadership, organisationChart } from '../../src/views/department-page.ts';
import { roleList, rolePage } from '../../src/views/role-page.ts';
import { tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { linksOf, open, textOf, textRows, type Opened } from './tiny-view.ts';

let opened: Opened;

beforeAll(() => {
  opened = open(tinyHandbook());
});

function roleOf(id: string, { view } = opened) {
  return rolePage(view, view.handbook.roles.get(id)!);
}

describe('a role', () => {
  test('has its activities by document, with the part it plays and the record it leaves', () => {
    const { activities } = roleOf('print-lead');
    expect(activities.map(({ document, table }) => [document.text, textRows(table)])).toEqual([
      [
        'ST-B-02 订单受理程序',
        [
          ['5.1 登记订单', '咨询', ''],
          ['5.2 确认样张', '执行', '订单登记表'],
          ['5.3 返工', '负责、执行', '返工单'],
        ],
      ],
    ]);
    expect(linksOf(activities[0]?.table)).toMatchObject({
      '5.3 返工': '/documents/st-b-02/#5.3',
      返工单: '/documents/st-d-02-02/',
    });
  });

  test('has activities of every document in which it has a part', () => {
    expect(roleOf('quality-lead').activities.map(({ document }) => document.text)).toEqual([
      'ST-B-01 文件与目标管理程序',
      'ST-B-02 订单受理程序',
    ]);
  });

  test('has the forms that it fills, the documents that it owns and the metrics that it answers for', () => {
    const role = roleOf('order-lead');
    expect(role.forms.map(textOf)).toEqual(['ST-D-02-01 订单登记表']);
    expect(role.owns.map(textOf)).toEqual(['ST-B-02 订单受理程序']);
    expect(textRows(role.metrics)).toEqual([['按期交付率', '≥ 98%', '订单受理程序']]);
    expect(roleOf('director').metrics).toBeUndefined();
  });

  test('names its department and who holds it today', () => {
    expect(roleOf('print-lead')).toMatchObject({
      title: '印刷负责人',
      subtitle: 'Print lead',
      department: { text: '业务室', href: '/departments/yws/' },
      holders: '江屿',
    });
  });

  test('is held only within the dates of the appointment', () => {
    const ended = {
      file: 'organisation/people.yaml',
      replace: 'from: 2021-09-01 }',
      with: 'from: 2021-09-01, until: 2026-05-31 }',
    };
    const folder = tinyHandbook([ended]);
    expect(roleOf('print-lead', open(folder, '2026-05-31')).holders).toBe('江屿');
    expect(roleOf('print-lead', open(folder, '2026-06-01')).holders).toBe('');
  });

  test('is vacant in the list of roles when nobody holds it', () => {
    const { view } = open(
      tinyHandbook([{ file: 'organisation/people.yaml', replace: '{ role: print-lead', with: '{ role: order-lead' }]),
    );
    const row = textRows(roleList(view)).find(([role]) => role === '印刷负责人');
    expect(row).toEqual(['印刷负责人', '业务室', '目前空缺', '']);
  });

  test('shows the names of the language', () => {
    const { english } = opened;
    const role = rolePage(english, english.handbook.roles.get('print-lead')!);
    expect(role).toMatchObject({ title: 'Print lead', subtitle: '印刷负责人', holders: 'Jiang Yu' });
    expect(role.activities[0]?.table.columns).toEqual(['Activity', 'Part', 'Record']);
  });
});

describe('a department', () => {
  test('has its head, roles, people, clauses, documents and records', () => {
    const { view } = opened;
    const page = departmentPage(view, view.handbook.departments.get('YWS')!);
    expect(page).toMatchObject({
      code: 'YWS',
      title: '业务室',
      head: '许雯',
      parent: { text: '管理部' },
      children: [],
    });
    expect(textRows(page.roles)).toEqual([
      ['接单负责人', '许雯'],
      ['印刷负责人', '江屿'],
    ]);
    expect(textRows(page.people).map(([name]) => name)).toEqual(['许雯', '江屿']);
    expect(page.leads.map(textOf)).toEqual(['5.1 订单受理']);
    expect(page.documents.map(textOf)).toEqual(['ST-B-02 订单受理程序', 'ST-C-01 报价核对指导书']);
    expect(page.keeps.map(textOf)).toEqual(['ST-D-02-01 订单登记表', 'ST-D-02-02 返工单']);
  });

  test('stands below its parent in the chart, under the roles that direct the system', () => {
    const { view } = opened;
    const [top, ...others] = organisationChart(view);
    expect(others).toEqual([]);
    expect(top).toMatchObject({ link: { text: '管理部', href: '/departments/glb/' }, head: '韩梅' });
    expect(top?.children.map(({ link, head }) => [link.text, head])).toEqual([
      ['质量室', '陶然'],
      ['业务室', '许雯'],
    ]);
    expect(leadership(view)).toEqual([{ role: { text: '店主', href: '/roles/director/' }, holders: '韩梅' }]);
  });

  test('has the top management first, also where the matrix lets only its representative direct', () => {
    const represented = { file: 'matrix/ST-A-03.mdx', replace: 'director: direct', with: 'quality-lead: direct' };
    const roles = leadership(open(tinyHandbook([represented])).view).map(({ role }) => role.text);
    expect(roles).toEqual(['店主', '质量负责人']);
  });
});
