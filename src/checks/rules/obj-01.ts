import { allChains } from '../../control/signatories.ts';
import type { Handbook, Registers } from '../../handbook/graph.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import { saysNothing } from '../empty-words.ts';
import type { Report, Rule } from '../rule.ts';

type Objective = Registers['objectives'][number];

/**
 * An objective can be measured and its results reach those who can act (brief 000-25). That formula, target, owner,
 * frequency and three recipients are there the schema sees to; here: that the formula says something and that among
 * the recipients are leadership (a role that signs the manual, or a department headed by its holder), the department
 * in charge (itself or one of its roles) and, if handbook.yaml names it, the department that analyses results.
 */
export const obj01: Rule = {
  id: 'OBJ-01',
  severity: 'error',
  title: {
    zh: '目标可测量，结果报给该知道的人',
    en: 'An objective can be measured and is reported to those concerned',
  },
  reason: {
    zh: '结果只报给审核员看的目标推动不了改进：领导层、主责部门和统计分析部门都要收到。',
    en: 'Results that only auditors see improve nothing: leadership, the department in charge and the analysts need them.',
  },
  remedy: {
    zh: '在 registers/objectives.yaml 中写清公式，在 recipients 中列出领导层、主责部门和统计分析部门。',
    en: 'Give the formula in registers/objectives.yaml, and list leadership, the department in charge and the analysts in recipients.',
  },
  example: {
    file: 'registers/objectives.yaml',
    wrong: '  - id: incident-resolution\n    department: YWB\n    recipients: [audit-lead, ZLB, FWT]',
    right: '  - id: incident-resolution\n    department: YWB\n    recipients: [gm, mr, YWB, ZLB]',
  },
  needs: ['organisation/departments.yaml'],
  *check(handbook) {
    const leaders = leadership(handbook);
    const { analysisDepartment } = handbook.settings.checks;
    for (const objective of handbook.registers.objectives) {
      const { recipients, department, formula } = objective;
      if (saysNothing(formula)) {
        yield {
          place: objective.place('formula'),
          message: {
            zh: `目标“${objective.name}”的公式“${formula}”算不出结果`,
            en: `The formula “${formula}” of the objective “${objective.name}” gives no result`,
          },
          hint: {
            zh: '写明分子、分母和取数范围，例如“按时解决的事件数 ÷ 解决的事件总数 × 100%”。',
            en: 'Say what is divided by what, such as “incidents resolved in time ÷ incidents resolved × 100%”.',
          },
        };
      }
      yield* repeated(objective);
      if (leaders.size && !recipients.some((id) => leaders.has(id))) {
        const roles = [...leaders].filter((id) => handbook.roles.has(id));
        yield lacking(handbook, objective, { zh: '领导层', en: 'leadership' }, roles);
      }
      if (handbook.departments.has(department) && !recipients.some((id) => belongsTo(handbook, id, department))) {
        yield lacking(handbook, objective, { zh: '主责部门', en: 'the department in charge' }, [department]);
      }
      const isKnown = analysisDepartment !== undefined && handbook.departments.has(analysisDepartment);
      if (isKnown && !recipients.some((id) => belongsTo(handbook, id, analysisDepartment))) {
        yield lacking(handbook, objective, { zh: '统计分析部门', en: 'the department that analyses results' }, [
          analysisDepartment,
        ]);
      }
    }
  },
};

/** The roles that sign the manual or a policy, and the departments whose head holds one of them. */
function leadership(handbook: Handbook): Set<string> {
  const { roles, holders, departments } = handbook;
  const chains = allChains(handbook).filter(({ kind }) => kind === 'manual' || kind === 'policy');
  const signing = chains.flatMap(({ chain }) => [...chain.reviewed, ...chain.approved]);
  const leaders = signing.filter((id) => roles.has(id));
  const people = new Set(leaders.flatMap((id) => (holders.get(id) ?? []).map((person) => person.id)));
  const headed = [...departments.values()].filter(({ data }) => people.has(data.head)).map(({ id }) => id);
  return new Set([...leaders, ...headed]);
}

/** True for the department itself, one below it, and a role in either. */
function belongsTo({ departments, roles }: Handbook, id: string, department: string): boolean {
  const start = departments.get(id) ?? departments.get(roles.get(id)?.data.department ?? '');
  for (let node = start; node; node = node.parent) if (node.id === department) return true;
  return false;
}

/** Somebody listed twice does not make another recipient. */
function* repeated(objective: Objective): Generator<Report> {
  const seen = new Set<string>();
  for (const [index, id] of objective.recipients.entries()) {
    if (seen.has(id)) {
      yield {
        place: objective.place('recipients', index),
        message: {
          zh: `目标“${objective.name}”的接收人 ${id} 列了两次`,
          en: `${id} is listed twice among the recipients of “${objective.name}”`,
        },
        hint: { zh: '删除重复的一个；接收人至少三个。', en: 'Delete one of them; three recipients are the least.' },
      };
    }
    seen.add(id);
  }
}

function lacking(handbook: Handbook, objective: Objective, what: Bilingual, ids: readonly string[]): Report {
  const names = ids.map((id) => {
    const title = (handbook.roles.get(id) ?? handbook.departments.get(id))?.data.title ?? { zh: id, en: id };
    return { zh: `${id}（${title.zh}）`, en: `${id} (${title.en})` };
  });
  return {
    place: objective.place('recipients'),
    message: {
      zh: `目标“${objective.name}”的结果没有报给${what.zh}`,
      en: `The results of “${objective.name}” are not reported to ${what.en}`,
    },
    hint: {
      zh: `在 recipients 中加上 ${names.map(({ zh }) => zh).join(' 或 ')}。`,
      en: `Add ${names.map(({ en }) => en).join(' or ')} to recipients.`,
    },
  };
}
