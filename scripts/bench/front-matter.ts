/** The front matter of each kind of document. */
import type { Kind } from '../../src/schema/documents.ts';
import { leafClauses, roleOf, standardId } from './organisation.ts';
import { objectives } from './objectives.ts';
import { positions } from './organisation-words.ts';
import type { Planned } from './outline.ts';
import { fillers } from './phrases.ts';
import { withoutLinks, type Writer } from './prose.ts';
import type { Random } from './random.ts';
import { formFields } from './vocabulary.ts';

/** What only documents of the kind say about themselves. It stays the same from version to version. */
export function ofKind(write: Writer, planned: Planned, all: readonly Planned[]): Record<string, unknown> {
  const records = planned.forms.map(({ number }) => number);
  switch (planned.kind) {
    case 'procedure':
      return { process: processCard(write, planned), activities: activities(write, planned) };
    case 'form':
      return formData(write, planned);
    case 'matrix':
      return { rows: matrixRows(all) };
    case 'instruction':
    case 'plan':
      return { procedure: planned.procedure!.number, records };
    default:
      return {};
  }
}

/** Fields that all kinds have, without those that change with the version. */
export function shared(planned: Planned): Record<string, unknown> {
  const clauses = { primary: planned.primary, supporting: planned.supporting };
  return {
    classification: planned.kind === 'policy' ? 'public' : 'internal',
    control: 'controlled',
    owner: planned.owner,
    department: planned.department,
    support: planned.support,
    clauses: clauses.primary.length + clauses.supporting.length ? clauses : undefined,
    provides: planned.provides,
    reviewMonths: reviewMonths[planned.kind],
    keywords: planned.things.slice(0, 3),
    related: planned.related.map(({ number }) => number),
  };
}

/** How often documents are reviewed. */
export const reviewMonths: Readonly<Record<Kind, number>> = {
  manual: 12,
  policy: 12,
  matrix: 12,
  procedure: 12,
  instruction: 24,
  plan: 24,
  form: 36,
};

function processCard({ random, sentence }: Writer, planned: Planned): Record<string, unknown> {
  const { things, takes, gives } = planned;
  return {
    scope: `适用于公司运行的${things.slice(0, 3).join('、')}，从提出到关闭。客户自行管理的部分按合同附件办理。`,
    inputs: [
      { name: `${things[0]}的申请`, from: ['customer', 'user'] },
      { name: `${things[1]}的现状数据`, from: ['supplier'] },
      ...takes.map(({ name, other }) => ({ name, from: [other.number] })),
      { name: '上期遗留事项', from: [roleOf(planned.department, 'reviewer')] },
    ],
    outputs: [
      { name: `${planned.subject}的答复`, to: ['customer'] },
      ...gives.map(({ name, other }) => ({ name, to: [other.number] })),
      { name: '改进建议', to: ['all'] },
    ],
    controlPoints: [
      { name: '批准', what: withoutLinks(sentence()) },
      { name: '复核', what: withoutLinks(sentence()) },
    ],
    metrics: [...measures(planned, random), ...statedObjectives(planned)],
    terms: planned.things
      .slice(2, 4)
      .map((term) => ({ term, definition: `本程序中指由公司运行、列入台账的${term}及其附属资料。` })),
  };
}

function measures(planned: Planned, random: Random): Record<string, unknown>[] {
  return random.sample(fillers['measure']!, 2).map((name) => ({
    name,
    formula: `当期符合要求的件数 ÷ 当期${name}统计的总件数 × 100%`,
    target: `≥ ${random.whole(85, 99)}%`,
    frequency: random.pick(['monthly', 'quarterly']),
    owner: planned.owner,
    source: planned.forms[0]!.title.zh,
  }));
}

/** An objective of the company that the procedure serves, as the register states it. */
function statedObjectives({ number, owner, forms }: Planned): Record<string, unknown>[] {
  return objectives
    .filter((_, index) => Number(number.slice('BN-B-'.length)) === index + 1)
    .map(({ name, formula, target }) => ({
      name,
      formula,
      target: `≥ ${target}%`,
      frequency: 'quarterly',
      owner,
      source: forms[0]!.title.zh,
    }));
}

/** Who acts in the text of a procedure is named by each of its steps: the owner, an engineer and a reviewer. */
function activities({ random }: Writer, planned: Planned): Record<string, unknown>[] {
  const own = ['engineer', 'reviewer'].map((position) => roleOf(planned.department, position));
  const others = planned.support.flatMap((id) => positions.map((position) => roleOf(id, position.id)));
  return planned.steps.map((step, index) => ({
    id: step.id,
    name: step.name,
    responsible: own.slice(0, 1),
    accountable: planned.owner,
    consulted: own.slice(1),
    informed: random.sample(others, random.whole(1, 4)),
    input: `${planned.subject}的${step.input}`,
    // Every form is filled in some step, and a step may fill several.
    records: planned.forms.filter((_, place) => place % planned.steps.length === index).map(({ number }) => number),
  }));
}

function formData({ random, subjects }: Writer, planned: Planned): Record<string, unknown> {
  const roles = [roleOf(planned.department, 'engineer'), roleOf(planned.department, 'reviewer')];
  return {
    purpose: `记录${planned.things[0]}、${planned.things[1]}的处理过程，作为统计和追溯的依据。`,
    fields: random.sample(formFields, random.whole(8, 12)).map(({ name, type }) => ({
      name,
      type,
      by: random.pick(roles),
      choices: type === 'choice' ? fillers['level'] : undefined,
      columns: type === 'table' ? ['时刻', '操作', '结果'] : undefined,
      note: random.chance(0.4)
        ? `${random.pick(subjects['thing']!)}以${random.pick(fillers['place']!)}的记载为准`
        : undefined,
    })),
    keeper: planned.department,
    medium: 'electronic',
    retention: `自关闭之日起${random.whole(2, 6)}年`,
    disposal: '保存期满后由保存部门清除，并登记清除的范围和日期。',
  };
}

/** A row for each leaf clause, which agrees with its primary procedure. */
function matrixRows(all: readonly Planned[]): Record<string, unknown>[] {
  return leafClauses.map(({ number }) => {
    const clause = `${standardId}/${number}`;
    const main = all.find(({ primary }) => primary.some((reference) => reference.split('#')[0] === clause))!;
    const support = main.support.map((id): [string, string] => [id, 'support']);
    return { clause, parts: { mr: 'direct', [main.department]: 'lead', ...Object.fromEntries(support) } };
  });
}
