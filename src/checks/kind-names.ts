/** What a document of a kind is called in messages. */
import type { Kind } from '../schema/documents.ts';
import type { Bilingual } from '../schema/primitives.ts';

export const kindNames: Record<Kind, Bilingual> = {
  manual: { zh: '手册', en: 'a manual' },
  policy: { zh: '方针策略', en: 'a policy' },
  matrix: { zh: '职责分配表', en: 'a responsibility matrix' },
  procedure: { zh: '程序文件', en: 'a procedure' },
  instruction: { zh: '作业指导书', en: 'a work instruction' },
  plan: { zh: '计划、目录或协议', en: 'a plan, catalogue or agreement' },
  form: { zh: '记录表单', en: 'a record form' },
};
