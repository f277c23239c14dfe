/** The invented organisation of the benchmark: settings, standard, departments, people, roles. */
import type { Bilingual } from '../../src/schema/primitives.ts';
import { chapters, departments, givenNames, positions, reviewTopics, surnames } from './organisation-words.ts';
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

export const manager = everyone[0]!;
export const representative = everyone[1]!;

export const staffOf: ReadonlyMap<string, Staff> = new Map(
  departments.map(({ id }, index) => {
    const [head, ...others] = everyone.slice(2 + index * (positions.length + 1));
    const byPosition = new Map(positions.map((position, place) => [position.id, others[place]!.id]));
    return [id, { head: id === 'JLB' ? manager.id : head!.id, byPosition }];
  }),
);

/** Id → name of everybody who could work here. */
export const peopleNames: ReadonlyMap<string, Bilingual> = new Map(everyone.map(({ id, name }) => [id, name]));

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
export const leafClauses: readonly { number: string; title: Bilingual; hasRecords: boolean }[] = chapters
  .flatMap(({ clauses }, chapter) =>
    clauses.map((title, index) => ({ number: `${chapter + 4}.${index + 1}`, title: { zh: title.zh, en: title.en } })),
  )
  .map((clause, index) => ({ ...clause, hasRecords: index % 3 === 0 }));

/** Information that clauses ask for as a document: id → clause and title. */
const documented = {
  'scope-statement': { clause: '4.3', title: { zh: '范围声明', en: 'Scope statement' } },
  'service-catalogue': { clause: '8.3', title: { zh: '服务目录', en: 'Service catalogue' } },
} as const;

/** What the scope statement is, with its list of services. */
export const scopeInformation = Object.entries(documented).map(([id, { clause }]) => `${standardId}/${clause}/${id}`);

/** The clause that asks for management reviews. */
const reviewClause = '9.3';

/**
 * handbook.yaml, standards, organisation and roles: path → text.
 * @param documents how many there are, on which depends how many are reviewed in a month
 */
export function surroundings(documents: number): Map<string, string> {
  return new Map([
    ['handbook.yaml', toYaml(settings(documents))],
    ['standards/yunxing-1-2024.yaml', toYaml(standard())],
    ['organisation/departments.yaml', toYaml({ departments: departmentList() })],
    ['organisation/people.yaml', toYaml({ people: people() })],
    ...roles(),
  ]);
}

function settings(documents: number): Record<string, unknown> {
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
    versions: { scheme: 'letter-digit', lastRevision: 9, changeRequests: true },
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
    parties: parties.map(({ id, zh, en }) => ({ id, title: { zh, en } })),
    checks: {
      manualMirrors: standardId,
      manualSections: ['手册管理', '引用标准'],
      analysisDepartment: 'TXB',
      distributed: ['manual', 'policy'],
      // Who keeps thousands of documents reviews more than forty a month.
      limits: { reviewsPerMonth: Math.max(40, Math.ceil(documents / 7)) },
    },
  };
}

/** Those outside from whom inputs come and to whom outputs go. */
export const parties = [
  { id: 'customer', zh: '客户', en: 'Customers' },
  { id: 'user', zh: '用户', en: 'Users' },
  { id: 'supplier', zh: '供方', en: 'Suppliers' },
] as const;

function standard(): Record<string, unknown> {
  const top = chapters.map(({ title }, index) => ({ number: String(index + 4), title }));
  const leaves = leafClauses.map((clause) => ({
    number: clause.number,
    title: clause.title,
    parent: clause.number.split('.')[0],
    information: informationOf(clause),
    reviewInputs:
      clause.number === reviewClause ? reviewTopics.map(({ id, zh, en }) => ({ id, title: { zh, en } })) : [],
  }));
  return {
    id: standardId,
    title: { zh: '运行服务 要求', en: 'Operations – Requirements' },
    reference: 'YUNXING 1:2024',
    exclusions: 'none',
    clauses: [...top, ...leaves].sort((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true })),
  };
}

function informationOf({ number, title, hasRecords }: (typeof leafClauses)[number]): Record<string, unknown>[] {
  const records = { zh: `${title.zh}的记录`, en: `Records of ${title.en.toLowerCase()}` };
  return [
    ...Object.entries(documented).flatMap(([id, { clause, title }]) =>
      clause === number ? [{ id, kind: 'document', kinds: ['policy'], title }] : [],
    ),
    ...(hasRecords ? [{ id: 'records', kind: 'record', title: records }] : []),
  ];
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
