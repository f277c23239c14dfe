import type { Handbook, Person } from '../../handbook/graph.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import type { Rule } from '../rule.ts';

/**
 * Auditors do not audit their own department (brief 003-27): the one that they belonged to on the first day of the audit
 * (`formerDepartments` in people.yaml), or that they head. Registers are the same in both graphs.
 */
export const rol06: Rule = {
  id: 'ROL-06',
  severity: 'error',
  title: { zh: '内审员不审核自己的部门', en: 'Auditors do not audit their own department' },
  reason: {
    zh: '自己审自己的工作，结论没有独立性，外部审核会因此不认可内审。',
    en: 'Who audits the own work is not independent, and certification bodies do not accept such an audit.',
  },
  remedy: {
    zh: '改派其他部门的内审员；审核当时还在别的部门的，在 people.yaml 的 formerDepartments 中写明。',
    en: 'Send an auditor of another department; if the person then worked elsewhere, say so in formerDepartments of people.yaml.',
  },
  example: {
    file: 'registers/audits.yaml',
    wrong:
      'schedule:\n  - department: ZLB\n    auditors: [liang-siqi] # 梁思齐是质量管理部的人\n    clauses: [iso20000-1:2018/9.2]',
    right: 'schedule:\n  - department: ZLB\n    auditors: [jiang-nan]\n    clauses: [iso20000-1:2018/9.2]',
  },
  editions: ['working'],
  *check(handbook) {
    for (const audit of handbook.registers.audits) {
      for (const [row, { department, auditors }] of audit.schedule.entries()) {
        for (const [index, id] of auditors.entries()) {
          const person = handbook.people.get(id);
          if (!person || !belongsTo(handbook, person, department, audit.from)) continue;
          const { name } = person.data;
          const title = handbook.departments.get(department)?.data.title ?? { zh: department, en: department };
          const others = auditors.filter((other) => other !== id);
          yield {
            place: audit.place('schedule', row, 'auditors', index),
            message: {
              zh: `${audit.id}：${name.zh}审核自己所在的${title.zh}（${department}）`,
              en: `${audit.id}: ${name.en} audits ${title.en} (${department}), the own department`,
            },
            hint: others.length
              ? {
                  zh: `从 auditors 中删去 ${id}，由${others.join('、')}审核；当时不在该部门的，在 people.yaml 中为其写 formerDepartments。`,
                  en: `Take ${id} out of auditors and leave it to ${others.join(', ')}; if the person worked elsewhere then, add formerDepartments in people.yaml.`,
                }
              : replacementHint(handbook, department, audit.from),
          };
        }
      }
    }
  },
};

function belongsTo(handbook: Handbook, { id, data }: Person, department: string, day: string): boolean {
  const former = data.formerDepartments.find(({ from, until }) => from <= day && day <= until);
  if (former) return former.department === department;
  if (data.department === department) return true;
  const { head, formerHeads } = handbook.departments.get(department)?.data ?? { head: undefined, formerHeads: [] };
  const headThen = formerHeads.find(({ from, until }) => from <= day && day <= until)?.person ?? head;
  return headThen === id;
}

/** Who has audited before and may audit this department. */
function replacementHint(handbook: Handbook, department: string, day: string): Bilingual | undefined {
  const ids = handbook.registers.audits.flatMap(({ schedule }) => schedule.flatMap(({ auditors }) => auditors));
  const free = [...new Set(ids)]
    .flatMap((id) => handbook.people.get(id) ?? [])
    .filter((person) => !belongsTo(handbook, person, department, day))
    .map(({ id, data }) => ({ zh: `${id}（${data.name.zh}）`, en: `${id} (${data.name.en})` }));
  if (!free.length) return undefined;
  return {
    zh: `改派其他部门的内审员，如 ${free.map(({ zh }) => zh).join('、')}；审核当时还在别的部门的，在 people.yaml 的 formerDepartments 中写明。`,
    en: `Send an auditor of another department, such as ${free.map(({ en }) => en).join(', ')}; if the person then worked elsewhere, say so in formerDepartments of people.yaml.`,
  };
}
