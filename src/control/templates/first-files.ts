/** What a new handbook begins with: settings, organisation and roles. What is marked as an example is to be replaced. */
import type { Bilingual } from '../../schema/primitives.ts';
import { yaml, type TemplateFile } from './draft.ts';

export interface Beginning {
  /** What all numbers begin with: `XY`. */
  code: string;
  /** The organisation. */
  name: Bilingual;
  language: 'zh-CN' | 'en';
  /** ISO day from which the people of the example hold their roles. */
  on: string;
  /** The standard whose catalogue is copied, and the ISO day from which on the handbook claims to meet it. */
  standard: { id: string; since?: string };
}

type Said = (zh: string, en: string) => string;

/** Every file that is written by us; the clause catalogue is copied. */
export function firstFiles(beginning: Beginning): TemplateFile[] {
  const said: Said = (zh, en) => (beginning.language === 'en' ? en : zh);
  return [
    { path: 'handbook.yaml', text: settings(beginning, said) },
    { path: 'organisation/departments.yaml', text: departments(said) },
    { path: 'organisation/people.yaml', text: people(beginning, said) },
    ...roles.map(({ id, title, department, duty, competence }) => ({
      path: `roles/${id}.mdx`,
      text: `---\n${yaml({ id, title, department, duties: [said(duty.zh, duty.en)], competence: [said(competence.zh, competence.en)] })}---\n`,
    })),
  ];
}

function settings({ code, name, language, standard }: Beginning, said: Said): string {
  return `${said('# 手册库的设置。各键的说明见 docs/authoring.zh-CN.md 的“手册库的设置”。', '# Settings of the handbook. The keys are explained in docs/authoring.zh-CN.md.')}
${yaml({ organisation: { name } }).trimEnd()}
  ${said('# 示例：换成一两句话的单位简介', '# Example: replace it by a sentence or two about the organisation')}
  about: { zh: 示例：一家提供信息技术服务的公司。, en: 'Example: a company that provides IT services.' }
${said('# 网站的名称', '# The title of the site')}
title: { zh: 服务管理手册, en: Service management handbook }
${said('# 文件所用的语言', '# The language of the documents')}
language: ${language}
${said('# 适用的标准：standards/ 中条款目录的 id', '# The standards that apply: the ids of the clause catalogues in standards/')}
standards:
  - id: ${standard.id}
    ${said(
      '# since：从哪一天起声明符合标准。在那天以前，还没有落实的条款只是警告，文件可以陆续发布',
      '# since: the day from which on the handbook claims to meet it. Until then clauses that nothing meets are warnings',
    )}
    ${standard.since === undefined ? '# ' : ''}since: ${standard.since ?? said('年-月-日', 'YYYY-MM-DD')}
${said('# 编号规则（正则表达式）。编号永不改变，发布第一份文件以前定下来', '# The grammar of numbers (regular expressions). Numbers never change: decide before the first release')}
numbering:
  manual: ^${code}-A-01$
  policy: ^${code}-A-0[2-57-9]$
  matrix: ^${code}-A-06$
  procedure: ^${code}-B-\\d{2}$
  instruction: ^${code}-C-[0-4]\\d$
  plan: ^${code}-C-[5-9]\\d$
  form: ^${code}-D-(?<procedure>\\d{2})-\\d{2}$
  external: ^${code}-EXT-\\d{3}$
${said('# letter-digit：A/0、A/1……B/0；decimal：1.0、1.1……2.0', '# letter-digit: A/0, A/1 … B/0; decimal: 1.0, 1.1 … 2.0')}
versions: { scheme: letter-digit }
${said('# 密级，从最公开到最严', '# From the most open to the most closed')}
classifications:
  - { id: public, title: { zh: 公开, en: Public } }
  - { id: internal, title: { zh: 内部公开, en: Internal } }
${said(
  '# 谁审核、谁批准：角色的标识，或 owner（负责角色）、department-head（主责部门的负责人）；\n# distinct 列出的步骤由不同的人完成',
  '# Who reviews and who approves: a role, owner or department-head; the steps in distinct are taken by different people',
)}
approval:
  manual: { reviewed: [mr], approved: [gm], distinct: [prepared, approved] }
  policy: { reviewed: [mr], approved: [gm], distinct: [prepared, approved] }
  matrix: { reviewed: [mr], approved: [gm], distinct: [prepared, approved] }
  procedure: { reviewed: [department-head], approved: [mr], distinct: [prepared, approved] }
  instruction: { reviewed: [owner], approved: [department-head, mr], distinct: [prepared, approved] }
  plan: { reviewed: [mr], approved: [gm], distinct: [prepared, approved] }
  form: { reviewed: [owner], approved: [department-head, mr], distinct: [prepared, approved] }
${said('# 角色和部门以外的相关方，用于过程的输入和输出', '# Who else gives inputs to processes and takes their outputs')}
parties:
  - { id: customer, title: { zh: 客户, en: Customers } }
  - { id: external-supplier, title: { zh: 外部供应商, en: External suppliers } }
checks:
  ${said('# 手册的章号与标准一致；不是这样编排的手册删去这一行', '# The chapters of the manual bear the numbers of the standard; delete the line if yours do not')}
  manualMirrors: ${standard.id}
`;
}

function departments(said: Said): string {
  return `${said(
    '# 示例：换成本单位的部门。代码（id）用大写字母和数字，定下来就不要再改。head 是负责人，见 people.yaml。',
    '# Example: replace it by your departments. Codes (id) are capitals and digits and stay for ever. head: see people.yaml.',
  )}
departments:
  - id: ZJB
    title: { zh: 总经理办公室, en: General management office }
    head: example-a
    duties:
      - ${said('示例：下发方针和任命', 'Example: issues policies and appointments')}
  - id: ZLB
    title: { zh: 质量管理部, en: Quality management }
    head: example-b
    duties:
      - ${said('示例：管理体系文件和记录', 'Example: keeps documents and records of the management system')}
`;
}

const examplePeople = [
  { id: 'example-a', zh: '示例甲', en: 'Example A', department: 'ZJB', role: 'gm' },
  { id: 'example-b', zh: '示例乙', en: 'Example B', department: 'ZLB', role: 'mr' },
  { id: 'example-c', zh: '示例丙', en: 'Example C', department: 'ZLB', role: 'doc-controller' },
];

/** Who prepares documents in the example. */
export const examplePreparer = 'example-c';

function people({ on }: Beginning, said: Said): string {
  const entries = examplePeople.map(({ id, zh, en, department, role }) => {
    const { title } = roles.find((known) => known.id === role)!;
    return `  - id: ${id}
    name: { zh: ${zh}, en: ${en} }
    department: ${department}
    position: { zh: ${title.zh}, en: ${title.en} }
    roles:
      - { role: ${role}, from: ${on} }
`;
  });
  return `${said(
    '# 示例：换成本单位的人员。标识（id，如 wang-fang）定下来就不要再改。\n# from 是任职的第一天：签字是否有权按当天的任职判断。卸任时加 until，不要删除。',
    '# Example: replace it by your people. Ids (such as wang-fang) stay for ever.\n# from is the first day in the role: signatures are judged by it. Whoever leaves a role gets until, and is not deleted.',
  )}
people:
${entries.join('')}`;
}

const roles = [
  {
    id: 'gm',
    title: { zh: '总经理', en: 'General manager' },
    department: 'ZJB',
    duty: { zh: '示例：批准方针、手册和资源', en: 'Example: approves policies, the manual and resources' },
    competence: {
      zh: '示例：熟悉公司业务和服务管理要求',
      en: 'Example: knows the business and what service management asks for',
    },
  },
  {
    id: 'mr',
    title: { zh: '管理者代表', en: 'Management representative' },
    department: 'ZLB',
    duty: {
      zh: '示例：建立、实施和改进服务管理体系',
      en: 'Example: sets up, runs and improves the management system',
    },
    competence: { zh: '示例：接受过 ISO/IEC 20000-1 培训', en: 'Example: trained in ISO/IEC 20000-1' },
  },
  {
    id: 'doc-controller',
    title: { zh: '文件管理员', en: 'Document controller' },
    department: 'ZLB',
    duty: { zh: '示例：编号、发布和保管受控文件', en: 'Example: numbers, releases and keeps controlled documents' },
    competence: { zh: '示例：熟悉文件控制程序', en: 'Example: knows the procedure of document control' },
  },
];
