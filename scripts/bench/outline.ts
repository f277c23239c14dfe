/** Which documents the handbook has, and how they hang together, before a word of them is written. */
import type { Kind } from '../../src/schema/documents.ts';
import type { Bilingual } from '../../src/schema/primitives.ts';
import { leafClauses, roleOf, standardId } from './organisation.ts';
import type { Random } from './random.ts';
import { aspects, departments, domains, formNames, policySubjects, steps } from './vocabulary.ts';

export interface Planned {
  number: string;
  kind: Kind;
  title: Bilingual;
  owner: string;
  department: string;
  support: string[];
  /** What its text speaks of. */
  things: readonly string[];
  /** Undefined for documents about the system as a whole. */
  domain: (typeof domains)[number] | undefined;
  /** Of a procedure: its steps. */
  steps: (typeof steps)[number][];
  /** Of a procedure: the forms that its steps fill; of other documents: those that they use. */
  forms: Planned[];
  /** The procedure that an instruction, plan or form belongs to. */
  procedure: Planned | undefined;
  related: Planned[];
  primary: string[];
  supporting: string[];
  provides: string[];
}

/** The documents of a handbook: about a fifth procedures, a third forms, the rest instructions, plans and policies. */
export function outline(random: Random, count: number): Planned[] {
  const forms = Math.round(count / 3);
  const policies = Math.min(policySubjects.length, Math.max(2, Math.round(count / 50)));
  const procedures = Math.min(forms, Math.max(3, Math.round(count / 5)));
  const plans = Math.max(1, Math.round(count / 8));
  const instructions = Math.max(1, count - 2 - forms - policies - procedures - plans);
  const titles = titleMaker(random);
  const width = String(Math.max(forms, instructions, procedures)).length;
  const number = (series: string, index: number) => `BN-${series}-${String(index).padStart(Math.max(width, 3), '0')}`;

  const procedureList = range(procedures).map((index) => procedure(random, number('B', index + 1), titles));
  spreadClauses(random, procedureList);
  const formList = range(forms).map((index) => form(random, procedureList[index % procedures]!, titles));
  spreadInformation(procedureList);
  const instructionList = range(instructions).map((index) =>
    detail(random, 'instruction', number('C', index + 1), random.pick(procedureList), titles),
  );
  const planList = range(plans).map((index) =>
    detail(random, 'plan', number('P', index + 1), random.pick(procedureList), titles),
  );
  const manual = ofSystem('BN-A-001', 'manual', { zh: '运行服务手册', en: 'Operations manual' });
  const matrix = ofSystem('BN-A-002', 'matrix', { zh: '职责分配表', en: 'Responsibility matrix' });
  const policyList = policySubjects
    .slice(0, policies)
    .map(({ zh, en }, index) => ofSystem(`BN-A-${String(index + 3).padStart(3, '0')}`, 'policy', { zh, en }));
  for (const item of procedureList) {
    const details = [...instructionList, ...planList].filter((other) => other.procedure === item);
    item.related = [
      ...random.sample(
        procedureList.filter((other) => other !== item),
        4,
      ),
      ...details.slice(0, 4),
    ];
  }
  for (const item of [...instructionList, ...planList])
    item.related = [item.procedure!, ...random.sample(policyList, 1)];
  for (const item of [manual, matrix, ...policyList]) item.related = random.sample(procedureList, 12);
  return [manual, matrix, ...policyList, ...procedureList, ...instructionList, ...planList, ...formList];
}

function range(count: number): number[] {
  return [...Array(count).keys()];
}

/** Gives titles that no other document has: `网络变更管理程序`, and documents of a procedure the subject of that. */
type Titles = (suffix: { zh: string; en: string }, of?: Planned) => Pick<Planned, 'title' | 'things' | 'domain'>;

function titleMaker(random: Random): Titles {
  const taken = new Map<string, number>();
  return (suffix, of) => {
    const domain = of?.domain ?? random.pick(domains);
    const aspect = random.pick(aspects);
    const zh = `${domain.zh}${aspect.zh}${suffix.zh}`;
    const count = (taken.get(zh) ?? 0) + 1;
    taken.set(zh, count);
    return {
      title: {
        zh: count === 1 ? zh : `${zh}（第${count}部分）`,
        en: `${domain.en} ${aspect.en} ${suffix.en}${count === 1 ? '' : `, part ${count}`}`,
      },
      things: domain.things,
      domain,
    };
  };
}

const empty = {
  domain: undefined,
  steps: [],
  forms: [],
  procedure: undefined,
  related: [],
  primary: [],
  supporting: [],
  provides: [],
};

function procedure(random: Random, number: string, titles: Titles): Planned {
  const department = random.pick(departments).id;
  return {
    ...empty,
    ...titles({ zh: '管理程序', en: 'procedure' }),
    number,
    kind: 'procedure',
    owner: roleOf(department, random.pick(['lead', 'engineer'])),
    department,
    support: random
      .sample(departments, 3)
      .map(({ id }) => id)
      .filter((id) => id !== department),
    steps: random.sample(steps, random.whole(5, 8)),
    forms: [],
    related: [],
    primary: [],
    supporting: [],
    provides: [],
  };
}

/** Each leaf clause gets its one primary procedure, and here and there a supporting one. */
function spreadClauses(random: Random, procedures: Planned[]): void {
  leafClauses.forEach(({ number }, index) => {
    const main = procedures[index % procedures.length]!;
    const section = random.chance(0.3) ? `#5.${random.whole(1, main.steps.length)}` : '';
    main.primary.push(`${standardId}/${number}${section}`);
    const other = random.pick(procedures);
    if (other !== main) other.supporting.push(`${standardId}/${number}`);
  });
}

/** What a clause asks for by name is recorded on the first form of its primary procedure. */
function spreadInformation(procedures: Planned[]): void {
  const asked = new Set(
    leafClauses.flatMap((clause) => (clause.hasInformation ? [`${standardId}/${clause.number}`] : [])),
  );
  for (const item of procedures) {
    for (const reference of item.primary.map((clause) => clause.split('#')[0]!)) {
      if (asked.has(reference)) item.forms[0]!.provides.push(`${reference}/records`);
    }
  }
}

function form(random: Random, owner: Planned, titles: Titles): Planned {
  const place = String(owner.forms.length + 1).padStart(2, '0');
  const planned: Planned = {
    ...empty,
    ...titles(random.pick(formNames), owner),
    number: `BN-D-${owner.number.slice('BN-B-'.length)}-${place}`,
    kind: 'form',
    owner: owner.owner,
    department: owner.department,
    support: [],
    procedure: owner,
    provides: [],
  };
  owner.forms.push(planned);
  return planned;
}

function detail(random: Random, kind: 'instruction' | 'plan', number: string, owner: Planned, titles: Titles): Planned {
  return {
    ...empty,
    ...titles(kind === 'plan' ? { zh: '计划', en: 'plan' } : { zh: '作业指导书', en: 'instruction' }, owner),
    number,
    kind,
    owner: owner.owner,
    department: owner.department,
    support: owner.support,
    procedure: owner,
    forms: random.sample(owner.forms, 2),
  };
}

function ofSystem(number: string, kind: Kind, title: Bilingual): Planned {
  return {
    ...empty,
    number,
    kind,
    title,
    owner: 'mr',
    department: 'TXB',
    support: [],
    things: ['管理体系', '年度安排', '服务约定', '客户意见', '运行数据', '资源投入'],
  };
}
