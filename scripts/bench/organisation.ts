/** The invented organisation of the benchmark: settings, standard, departments, people, roles. */
import type { Bilingual } from '../../src/schema/primitives.ts';
import { chapters, departments, givenNames, positions, surnames } from './vocabulary.ts';
import { toYaml } from './yaml.ts';

export const standardId = 'yunxing-1:2024';

/** The people who sign, by department. */
interface Staff {
  head: string;
  /** Position → person. */
  byPosition: ReadonlyMap<string, string>;
}

const everyone = surnames.flatMap((surname) =>
  givenNames.map((given) => ({
    id: `${surname.en}-${given.en}`.toLowerCase(),
    name: { zh: surname.zh + given.zh, en: `${surname.en} ${given.en}` },
  })),
);

const manager = everyone[0]!;
const representative = everyone[1]!;

const staffOf: ReadonlyMap<string, Staff> = new Map(
  departments.map(({ id }, index) => {
    const [head, ...others] = everyone.slice(2 + index * (positions.length + 1));
    const byPosition = new Map(positions.map((position, place) => [position.id, others[place]!.id]));
    return [id, { head: id === 'JLB' ? manager.id : head!.id, byPosition }];
  }),
);

/** Id → title of every role. */
export const roleTitles: ReadonlyMap<string, Bilingual> = new Map([
  ['gm', { zh: '总经理', en: 'General manager' }],
  ['mr', { zh: '体系负责人', en: 'System representative' }],
  ...departments.flatMap((department) =>
    positions.map((position): [string, Bilingual] => [
      roleOf(department.id, position.id),
      { zh: department.zh + position.zh, en: `${department.en} ${position.en}` },
    ]),
  ),
]);

/** The role of a position in a department: `yxb-lead`. */
export function roleOf(department: string, position: string): string {
  return `${department.toLowerCase()}-${position}`;
}

/** Who signs the documents of a department owned by a role; the approval chains below demand just these. */
export function signatories(
  kind: string,
  department: string,
  owner: string,
): { by: string; reviewed: string; approved: string } {
  const staff = staffOf.get(department)!;
  const by = staff.byPosition.get('planner')!;
  const position = owner.slice(owner.indexOf('-') + 1);
  if (kind === 'procedure') return { by, reviewed: staff.head, approved: representative.id };
  if (kind === 'instruction' || kind === 'form') {
    return { by, reviewed: staff.byPosition.get(position)!, approved: staff.head };
  }
  return { by, reviewed: representative.id, approved: manager.id };
}

/** The numbers of the leaf clauses, in order. */
export const leafClauses: readonly { number: string; title: Bilingual; hasInformation: boolean }[] = chapters
  .flatMap(({ clauses }, chapter) =>
    clauses.map((title, index) => ({ number: `${chapter + 4}.${index + 1}`, title: { zh: title.zh, en: title.en } })),
  )
  .map((clause, index) => ({ ...clause, hasInformation: index % 3 === 0 }));

/** handbook.yaml, standards, organisation, roles and registers: path → text. */
export function surroundings(): Map<string, string> {
  return new Map([
    ['handbook.yaml', toYaml(settings())],
    ['standards/yunxing-1-2024.yaml', toYaml(standard())],
    ['organisation/departments.yaml', toYaml({ departments: departmentList() })],
    ['organisation/people.yaml', toYaml({ people: people() })],
    ...roles(),
    ['registers/external-documents.yaml', toYaml({ entries: externalDocuments() })],
    ['registers/glossary.yaml', toYaml({ entries: glossary() })],
  ]);
}

function settings(): Record<string, unknown> {
  const signed = { reviewed: ['mr'], approved: ['gm'] };
  return {
    organisation: {
      name: { zh: '岚台运行服务有限公司', en: 'Lantai Operations Ltd.' },
      fictional: true,
      about: {
        zh: '岚台运行服务有限公司是为性能测试虚构的企业，替客户运行机房、网络和应用系统。',
        en: 'Lantai Operations is a company invented for a benchmark. It runs machine rooms, networks and applications.',
      },
    },
    title: { zh: '运行服务手册库', en: 'Operations handbook' },
    language: 'zh-CN',
    standards: [{ id: standardId }],
    numbering: {
      manual: '^BN-A-001$',
      matrix: '^BN-A-002$',
      policy: '^BN-A-\\d+$',
      procedure: '^BN-B-\\d+$',
      instruction: '^BN-C-\\d+$',
      plan: '^BN-P-\\d+$',
      form: '^BN-D-(?<procedure>\\d+)-\\d{2}$',
      external: '^BN-EXT-\\d{3}$',
    },
    versions: { scheme: 'letter-digit', lastRevision: 9 },
    classifications: [
      { id: 'public', title: { zh: '公开', en: 'Public' } },
      { id: 'internal', title: { zh: '内部', en: 'Internal' } },
    ],
    approval: {
      manual: signed,
      policy: signed,
      matrix: signed,
      procedure: { reviewed: ['department-head'], approved: ['mr'] },
      instruction: { reviewed: ['owner'], approved: ['department-head'] },
      plan: signed,
      form: { reviewed: ['owner'], approved: ['department-head'] },
    },
    parties: [
      { id: 'customer', title: { zh: '客户', en: 'Customers' } },
      { id: 'user', title: { zh: '用户', en: 'Users' } },
      { id: 'supplier', title: { zh: '供方', en: 'Suppliers' } },
    ],
    // Thousands of documents of a few years, and no records of audits or management reviews.
    checks: { severities: { 'DAT-04': 'off', 'DAT-05': 'off' }, limits: { reviewsPerMonth: 10_000 } },
  };
}

function standard(): Record<string, unknown> {
  const top = chapters.map(({ title }, index) => ({ number: String(index + 4), title }));
  const leaves = leafClauses.map(({ number, title, hasInformation }) => ({
    number,
    title,
    parent: number.split('.')[0],
    information: hasInformation
      ? [
          {
            id: 'records',
            kind: 'record',
            title: { zh: `${title.zh}的记录`, en: `Records of ${title.en.toLowerCase()}` },
          },
        ]
      : [],
  }));
  return {
    id: standardId,
    title: { zh: '运行服务 要求', en: 'Operations – Requirements' },
    reference: 'YUNXING 1:2024',
    exclusions: 'none',
    clauses: [...top, ...leaves].sort((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true })),
  };
}

function departmentList(): Record<string, unknown>[] {
  return departments.map(({ id, zh, en }) => ({
    id,
    title: { zh, en },
    parent: id === 'JLB' ? undefined : 'JLB',
    head: staffOf.get(id)!.head,
    duties: [`承担${zh}范围内的日常运行工作`, '按计划报送数据并保存记录'],
  }));
}

function people(): Record<string, unknown>[] {
  const held = new Map<string, string[]>([
    [manager.id, ['gm']],
    [representative.id, ['mr']],
  ]);
  const home = new Map<string, string>([
    [manager.id, 'JLB'],
    [representative.id, 'TXB'],
  ]);
  for (const [department, { head, byPosition }] of staffOf) {
    home.set(head, department);
    for (const [position, person] of byPosition) {
      home.set(person, department);
      held.set(person, [roleOf(department, position)]);
    }
  }
  return everyone
    .filter(({ id }) => home.has(id))
    .map(({ id, name }) => ({
      id,
      name,
      department: home.get(id),
      position: { zh: '员工', en: 'Staff' },
      roles: (held.get(id) ?? []).map((role) => ({ role, from: '1980-01-01' })),
    }));
}

function roles(): [string, string][] {
  return [...roleTitles].map(([id, title]) => {
    const department = departments.find((item) => id.startsWith(`${item.id.toLowerCase()}-`));
    const matter = toYaml({
      id,
      title,
      department: department?.id ?? 'JLB',
      duties: [`对${title.zh}名下的事项负责`, '按期提交统计和改进建议'],
      competence: ['具备三年以上同类工作经历', '熟悉所用的工具和记录要求'],
    });
    return [`roles/${id}.mdx`, `---\n${matter}---\n\n${title.zh}由部门负责人提名，任职前须通过岗位考核。\n`];
  });
}

function externalDocuments(): Record<string, unknown>[] {
  return [
    {
      number: 'BN-EXT-001',
      title: { zh: '运行服务 要求', en: 'Operations – Requirements' },
      issuer: { zh: '虚构的标准机构', en: 'An invented body' },
      edition: '2024',
      owner: 'mr',
      checked: '2026-06-15',
    },
  ];
}

function glossary(): Record<string, unknown>[] {
  return chapters.flatMap(({ clauses }) =>
    clauses.map(({ zh, en }) => ({ term: { zh, en }, definition: `本手册中指与${zh}有关的安排、活动和结果。` })),
  );
}
