/** The registers about the management system as a whole: audits, management reviews, services, terms … */
import { addDays } from './days.ts';
import { objectiveEntries } from './objectives.ts';
import { leafClauses, manager, representative, roleOf, staffOf, standardId } from './organisation.ts';
import { chapters, departments, reviewTopics } from './organisation-words.ts';
import type { Planned } from './outline.ts';
import { serviceId } from './policies.ts';
import type { Random } from './random.ts';
import { avoided, externals } from './terms.ts';
import { domains, services } from './vocabulary.ts';

type Entry = Record<string, unknown>;

/** Name of a register → its entries. @param since the first day on which a document was in force */
export function systemRegisters(
  random: Random,
  documents: readonly Planned[],
  since: string,
  asOf: string,
): Map<string, Entry[]> {
  const old = externals.slice(0, 2).map((_, index) => externalNumber(index));
  return new Map([
    ['audits', yearly(since, addDays(asOf, -75)).map((day) => audit(random, day))],
    ['management-reviews', yearly(since, addDays(asOf, -40)).map((day) => managementReview(day, asOf))],
    ['objectives', objectiveEntries(random, asOf)],
    ['services', serviceEntries(documents)],
    ['glossary', glossary()],
    ['external-documents', externalDocuments(old, asOf)],
    ['waivers', old.map((document) => waiver(document, asOf))],
  ]);
}

/** Days a year apart, the last of them given, none before the first. */
function yearly(first: string, last: string): string[] {
  const days = [last];
  for (let day = addDays(last, -365); day > first; day = addDays(day, -365)) days.unshift(day);
  return days;
}

/** Every department is audited by people of the two next ones, every clause once. */
function audit(random: Random, from: string): Entry {
  const year = from.slice(0, 4);
  const schedule = departments.map(({ id }, index) => {
    const auditor = (step: number) => staffOf.get(departments[(index + step) % departments.length]!.id)!;
    return {
      department: id,
      auditors: [1, 2].map((step) => auditor(step).byPosition.get('reviewer')),
      clauses: leafClauses.filter((_, place) => place % departments.length === index).map(referenceOf),
    };
  });
  const findings = random.sample(schedule, 4).map(({ department, clauses }, index) => ({
    id: `IA-${year}-01-${index + 1}`,
    kind: index === 0 ? 'minor' : 'observation',
    department,
    clause: clauses[0],
    what: random.pick(['记录缺少复核人签字', '台账与现场数量不符', '培训记录没有写明考核结果']),
    correctiveAction: index === 0 ? `CA-${year}-${String(random.whole(1, 60)).padStart(3, '0')}` : undefined,
    closed: addDays(from, random.whole(20, 60)),
  }));
  return {
    id: `IA-${year}-01`,
    title: `${year} 年度内部审核`,
    basis: 'YUNXING 1:2024 和手册',
    from,
    until: addDays(from, 4),
    lead: representative.id,
    schedule,
    findings,
    conclusion: '体系得到保持，能够支持运行服务；一般不符合按期整改。',
  };
}

function referenceOf({ number }: { number: string }): string {
  return `${standardId}/${number}`;
}

function managementReview(on: string, asOf: string): Entry {
  const outputs = [
    { kind: 'system', decision: '修订与夜间通报有关的程序和表单。', owner: 'mr' },
    { kind: 'service', decision: '与专线供方重新商定恢复时限。', owner: roleOf('SWB', 'lead') },
    { kind: 'resources', decision: '夜班增加一名工程师。', owner: roleOf('RSB', 'lead') },
  ];
  const due = addDays(on, 90);
  return {
    id: `MR-${on.slice(0, 4)}-01`,
    on,
    chair: manager.id,
    participants: [manager.id, representative.id, ...departments.slice(1).map(({ id }) => staffOf.get(id)!.head)],
    inputs: reviewTopics.map(({ id, zh, summary }) => ({ topic: zh, covers: [id], presented: 'mr', summary })),
    outputs: outputs.map((output) => ({ ...output, due, done: due < asOf ? addDays(due, -5) : undefined })),
    conclusion: '体系适宜、充分、有效。',
  };
}

function serviceEntries(documents: readonly Planned[]): Entry[] {
  const plans = documents.filter(({ kind }) => kind === 'plan');
  return services.map(({ zh, en, hours, target }, index) => {
    const [name, ...rest] = target.split(' ');
    return {
      id: serviceId(index),
      title: { zh, en },
      description: `替客户承担${zh.replace(/服务$/, '')}的日常工作，按约定的级别答复和恢复。`,
      customers: ['东岭银行', '北屿医院'],
      owner: roleOf('FWB', 'lead'),
      hours,
      targets: [{ name, target: rest.join(' ') }],
      agreement: plans[index % plans.length]!.number,
    };
  });
}

function glossary(): Entry[] {
  const clauses = chapters.flatMap((chapter) => chapter.clauses);
  return [
    ...clauses.map(({ zh, en }) => ({ term: { zh, en }, definition: `本手册中指与${zh}有关的安排、活动和结果。` })),
    ...domains.map(({ zh, en, things }) => ({
      term: { zh: `${zh}资料`, en: `${en} documents` },
      definition: `${things.slice(0, 3).join('、')}等的台账和图纸。`,
      synonyms: [`${zh}档案`],
    })),
    ...avoided.map(({ term, avoid }) => ({
      term,
      definition: `本手册只用“${term.zh}”一词。`,
      synonyms: avoid,
      avoid,
    })),
  ];
}

function externalNumber(index: number): string {
  return `BN-EXT-${String(index + 1).padStart(3, '0')}`;
}

/** @param old numbers of those that were not checked for a year */
function externalDocuments(old: readonly string[], asOf: string): Entry[] {
  return externals.map(({ zh, en, edition }, index) => {
    const number = externalNumber(index);
    return {
      number,
      title: { zh, en },
      issuer: { zh: '虚构的标准机构', en: 'An invented body' },
      edition,
      owner: 'mr',
      checked: addDays(asOf, old.includes(number) ? -420 : -30 - 15 * index),
    };
  });
}

function waiver(document: string, asOf: string): Entry {
  return {
    rule: 'REF-06',
    document,
    reason: '发布机构的查询网站停用，下月现场购买时一并核对。',
    approved: representative.id,
    until: addDays(asOf, 45),
  };
}
