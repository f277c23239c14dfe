/** The files of a content folder that people write: what they are called, where they stand, and their schema. */
import type { z } from 'zod';
import { documentSchemas, kinds, part, type Kind } from '../../src/schema/documents.ts';
import { handbookFile } from '../../src/schema/handbook.ts';
import { departmentsFile, peopleFile, role } from '../../src/schema/organisation.ts';
import type { Bilingual } from '../../src/schema/primitives.ts';
import { registerFile, registerSchemas, type RegisterName } from '../../src/schema/registers/index.ts';
import { standard } from '../../src/schema/standard.ts';
import { translation } from '../../src/schema/translation.ts';

export interface ContentFile {
  /** Name of the JSON Schema file, without its ending. */
  name: string;
  title: Bilingual;
  /** Path within a content folder, where `*` is one name; of two that fit, the first counts. */
  path: string;
  /** Of the whole YAML file, or of the front matter of an MDX file. */
  schema: z.ZodType;
}

const documentTitles: Record<Kind, Bilingual> = {
  manual: { zh: '手册', en: 'Manual' },
  policy: { zh: '方针策略', en: 'Policy' },
  matrix: { zh: '职责分配表', en: 'Responsibility matrix' },
  procedure: { zh: '程序文件', en: 'Procedure' },
  instruction: { zh: '作业指导书', en: 'Work instruction' },
  plan: { zh: '计划与协议', en: 'Plan or agreement' },
  form: { zh: '记录表单', en: 'Record form' },
};

const registerTitles: Record<RegisterName, Bilingual> = {
  audits: { zh: '内部审核', en: 'Internal audits' },
  distribution: { zh: '分发登记', en: 'Distribution' },
  'external-documents': { zh: '外来文件', en: 'External documents' },
  glossary: { zh: '术语', en: 'Glossary' },
  'management-reviews': { zh: '管理评审', en: 'Management reviews' },
  objectives: { zh: '目标与结果', en: 'Objectives' },
  'review-board': { zh: '制度评审会', en: 'Review board' },
  reviews: { zh: '定期评审', en: 'Periodic reviews' },
  'revision-plan': { zh: '修订计划', en: 'Revision plan' },
  services: { zh: '服务目录', en: 'Services' },
  waivers: { zh: '豁免', en: 'Waivers' },
  withdrawals: { zh: '作废', en: 'Withdrawn documents' },
};

/** A manual is a folder; the other kinds are a file each. */
function documentPath(kind: Kind): string {
  const { folder, file } = kinds[kind];
  return kind === 'manual' ? `${folder}/*/index.${file}` : `${folder}/*.${file}`;
}

export const contentFiles: readonly ContentFile[] = [
  { name: 'handbook', title: { zh: '手册库的设置', en: 'Settings' }, path: 'handbook.yaml', schema: handbookFile },
  ...(Object.keys(documentSchemas) as Kind[]).map((kind) => ({
    name: kind,
    title: documentTitles[kind],
    path: documentPath(kind),
    schema: documentSchemas[kind],
  })),
  { name: 'part', title: { zh: '手册的部分', en: 'Part of the manual' }, path: 'manual/*/*.mdx', schema: part },
  { name: 'role', title: { zh: '角色', en: 'Role' }, path: 'roles/*.mdx', schema: role },
  { name: 'translation', title: { zh: '译文', en: 'Translation' }, path: 'translations/*/*.mdx', schema: translation },
  {
    name: 'departments',
    title: { zh: '部门', en: 'Departments' },
    path: 'organisation/departments.yaml',
    schema: departmentsFile,
  },
  { name: 'people', title: { zh: '人员', en: 'People' }, path: 'organisation/people.yaml', schema: peopleFile },
  { name: 'standard', title: { zh: '条款目录', en: 'Clause catalogue' }, path: 'standards/*.yaml', schema: standard },
  ...(Object.keys(registerSchemas) as RegisterName[]).map((name) => ({
    name: `register-${name}`,
    title: registerTitles[name],
    path: `registers/${name}.yaml`,
    schema: registerFile(name),
  })),
];

/** What a file of a content folder is, by its path within the folder. */
export function contentFileAt(path: string): ContentFile | undefined {
  return contentFiles.find((file) => pathPattern(file.path).test(path));
}

function pathPattern(path: string): RegExp {
  const names = path.split('*').map((piece) => piece.replace(/[.]/g, '\\.'));
  return new RegExp(`^${names.join('[^/]+')}$`);
}
