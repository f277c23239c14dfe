/** Which documents the handbook has, and how they hang together, before a word of them is written. */
import type { Kind } from '../../src/schema/documents.ts';
import type { Bilingual } from '../../src/schema/primitives.ts';
import { leafClauses, roleOf, scopeInformation, standardId } from './organisation.ts';
import type { Random } from './random.ts';
import { departments } from './organisation-words.ts';
import { aspects, domains, formNames, handedOver, policySubjects, scopeTitle, services, steps } from './vocabulary.ts';

/** What one procedure hands over to another; both say so. */
export interface Interface {
  name: string;
  other: Planned;
}

export interface Planned {
  number: string;
  kind: Kind;
  title: Bilingual;
  /** What the Chinese title says it is about: 网络变更. */
  subject: string;
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
  /** Of a procedure: what it takes from others and gives to them. */
  takes: Interface[];
  gives: Interface[];
  primary: string[];
  supporting: string[];
  provides: string[];
}

export interface Outline {
  /** The documents in the order of their levels: manual, matrix, policies, procedures, instructions, plans, forms. */
  documents: Planned[];
  /** Instructions that are no longer valid, of which only the history is left. */
  withdrawn: Planned[];
}

/** The documents of a handbook: about a fifth procedures, a third forms, the rest instructions, plans and policies. */
export function outline(random: Random, count: number): Outline {
  const forms = Math.round(count / 3);
  const policies = Math.min(policySubjects.length, Math.max(2, Math.round(count / 50)));
  const procedures = Math.min(forms, Math.max(3, Math.round(count / 5)));
  const plans = Math.max(1, Math.round(count / 8));
  const instructions = Math.max(1, count - 2 - forms - policies - procedures - plans);
  const titles = titleMaker(random);
  const width = String(Math.max(forms, instructions, procedures)).length;
  const number = (series: string, index: number) => `BN-${series}-${String(index).padStart(Math.max(width, 3), '0')}`;

  const procedureList = range(procedures).map((index) => procedure(random, index, number('B', index + 1), titles));
  spreadClauses(random, procedureList);
  const formList = range(forms).map((index) => form(random, procedureList[index % procedures]!, titles));
  spreadInformation(procedureList);
  const isAgreement = (index: number) => index < services.length;
  const instruction = (index: number) =>
    detail(random, 'instruction', number('C', index + 1), random.pick(procedureList), titles(instructionSuffix));
  const instructionList = range(instructions).map(instruction);
  const withdrawn = range(Math.ceil(count / 100)).map((index) => instruction(instructions + index));
  const planList = range(plans).map((index) => {
    const suffix = isAgreement(index) ? agreementSuffix : planSuffix;
    return detail(random, 'plan', number('P', index + 1), random.pick(procedureList), titles(suffix));
  });
  const manual = ofSystem('BN-A-001', 'manual', { zh: '运行服务手册', en: 'Operations manual' });
  const matrix = ofSystem('BN-A-002', 'matrix', { zh: '职责分配表', en: 'Responsibility matrix' });
  const policyList = policySubjects
    .slice(0, policies)
    .map((title, index) => ofSystem(`BN-A-${String(index + 3).padStart(3, '0')}`, 'policy', title));
  const scope = policyList.find(({ title }) => title === scopeTitle)!;
  scope.provides.push(...scopeInformation);
  spreadInterfaces(random, procedureList);
  for (const item of procedureList) {
    const details = [...instructionList, ...planList].filter((other) => other.procedure === item);
    const partners = new Set([...item.gives, ...item.takes].map(({ other }) => other));
    const others = procedureList.filter((other) => other !== item && !partners.has(other));
    item.related = [...partners, ...random.sample(others, 2), ...details.slice(0, 4)];
  }
  for (const item of [...instructionList, ...withdrawn])
    item.related = [item.procedure!, ...random.sample(policyList, 1)];
  for (const [index, item] of planList.entries()) {
    item.related = [item.procedure!, isAgreement(index) ? scope : random.pick(policyList)];
  }
  for (const item of [manual, matrix, ...policyList]) item.related = random.sample(procedureList, 12);
  const documents = [manual, matrix, ...policyList, ...procedureList, ...instructionList, ...planList, ...formList];
  return { documents, withdrawn };
}

const instructionSuffix = { zh: '作业指导书', en: 'instruction' };
const planSuffix = { zh: '计划', en: 'plan' };
const agreementSuffix = { zh: '服务级别协议', en: 'service level agreement' };

function range(count: number): number[] {
  return [...Array(count).keys()];
}

/** Gives titles that no other document has: `网络变更管理程序`, and documents of a procedure the subject of that. */
type Titles = (suffix: {
  zh: string;
  en: string;
}) => (of?: Planned) => Pick<Planned, 'title' | 'subject' | 'things' | 'domain'>;

function titleMaker(random: Random): Titles {
  const taken = new Map<string, number>();
  // As long as there are enough of them no two procedures have one subject.
  const subjects = random.shuffle(domains.flatMap((domain) => aspects.map((aspect) => ({ domain, aspect }))));
  let next = 0;
  return (suffix) => (of) => {
    const { domain, aspect } = of?.domain
      ? { domain: of.domain, aspect: random.pick(aspects) }
      : subjects[next++ % subjects.length]!;
    const zh = `${domain.zh}${aspect.zh}${suffix.zh}`;
    const count = (taken.get(zh) ?? 0) + 1;
    taken.set(zh, count);
    const [part, partEn] = count === 1 ? ['', ''] : [`（第${count}部分）`, `, part ${count}`];
    return {
      title: { zh: `${zh}${part}`, en: `${domain.en} ${aspect.en} ${suffix.en}${partEn}` },
      subject: `${domain.zh}${aspect.zh}${part}`,
      things: domain.things,
      domain,
    };
  };
}

/** What a document has nothing of. New lists each time: they are filled later. */
function nothing() {
  return {
    domain: undefined,
    steps: [],
    forms: [],
    procedure: undefined,
    related: [],
    takes: [],
    gives: [],
    primary: [],
    supporting: [],
    provides: [],
  };
}

function procedure(random: Random, index: number, number: string, titles: Titles): Planned {
  const department = random.pick(departments).id;
  return {
    ...nothing(),
    ...titles({ zh: '管理程序', en: 'procedure' })(),
    number,
    kind: 'procedure',
    owner: roleOf(department, random.pick(['lead', 'engineer'])),
    department,
    // In turn, so that every department has a part somewhere.
    support: [0, 1, 2]
      .map((step) => departments[(index * 3 + step) % departments.length]!.id)
      .filter((id) => id !== department),
    steps: random.sample(steps, random.whole(5, 8)),
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

/** Every procedure hands something over to one or two others, under a name that both use. */
function spreadInterfaces(random: Random, procedures: readonly Planned[]): void {
  for (const from of procedures) {
    const others = procedures.filter((other) => other !== from);
    for (const to of random.sample(others, random.whole(1, 2))) {
      const name = `${from.subject}${handedOver[from.gives.length]!}`;
      from.gives.push({ name, other: to });
      to.takes.push({ name, other: from });
    }
  }
}

/** What a clause asks for by name is recorded on the first form of its primary procedure. */
function spreadInformation(procedures: Planned[]): void {
  const asked = new Set(leafClauses.flatMap((clause) => (clause.hasRecords ? [`${standardId}/${clause.number}`] : [])));
  for (const item of procedures) {
    for (const reference of item.primary.map((clause) => clause.split('#')[0]!)) {
      if (asked.has(reference)) item.forms[0]!.provides.push(`${reference}/records`);
    }
  }
}

function form(random: Random, owner: Planned, titles: Titles): Planned {
  const place = String(owner.forms.length + 1).padStart(2, '0');
  const planned: Planned = {
    ...nothing(),
    ...titles(random.pick(formNames))(owner),
    number: `BN-D-${owner.number.slice('BN-B-'.length)}-${place}`,
    kind: 'form',
    owner: owner.owner,
    department: owner.department,
    support: [],
    procedure: owner,
  };
  owner.forms.push(planned);
  return planned;
}

function detail(
  random: Random,
  kind: 'instruction' | 'plan',
  number: string,
  owner: Planned,
  titles: ReturnType<Titles>,
): Planned {
  return {
    ...nothing(),
    ...titles(owner),
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
    ...nothing(),
    number,
    kind,
    title,
    subject: title.zh,
    owner: 'mr',
    department: 'TXB',
    support: [],
    things: ['管理体系', '年度安排', '服务约定', '客户意见', '运行数据', '资源投入'],
  };
}
