/** What the sample handbook promises: its breadth, and that its documents are complete and their own. */
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/checks/run.ts';
import { openHandbook } from '../../src/handbook/open.ts';
import type { Document } from '../../src/handbook/graph.ts';
import type { Form } from '../../src/schema/form.ts';
import type { Procedure } from '../../src/schema/procedure.ts';

const asOf = '2026-11-20';
const { library } = openHandbook('content', asOf);
const { working, inForce, releases } = library!;
const ofKind = (kind: Document['kind']) => [...working.documents.values()].filter((document) => document.kind === kind);
const procedures = ofKind('procedure') as (Document & { data: Procedure })[];
const bodyOf = (document: Document) => document.parts.map((part) => part.source.body).join('\n');
const charactersIn = (text: string) => (text.match(/\p{Script=Han}/gu) ?? []).length;

test('the corpus is clean, warnings included', async () => {
  const { findings } = await inspect('content', asOf);
  expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

test('a site can be made of every day from 2026-02-23 on, as the READMEs say, and of none before', async () => {
  const errors = async (day: string) =>
    (await inspect('content', day)).findings.filter(({ severity }) => severity === 'error').length;
  expect(await errors('2026-02-22')).toBeGreaterThan(0);
  for (const day of ['2026-02-23', '2026-03-09', '2026-07-15']) expect(await errors(day)).toBe(0);
});

test('it has the breadth of the outline', () => {
  const count = (kind: Document['kind']) => ofKind(kind).length;
  expect({
    manual: count('manual'),
    policies: count('policy'),
    matrix: count('matrix'),
    procedures: count('procedure'),
    instructions: count('instruction'),
    plans: count('plan'),
    forms: count('form'),
    roles: working.roles.size,
    departments: working.departments.size,
  }).toEqual({
    manual: 1,
    policies: 5,
    matrix: 1,
    procedures: 31,
    instructions: 20,
    plans: 11,
    forms: 110,
    roles: 35,
    departments: 10,
  });
  expect(working.people.size).toBeGreaterThanOrEqual(22);
  const standard = working.standards.get('iso20000-1:2018')!;
  expect(standard.clauses).toHaveLength(77);
  expect(standard.clauses.filter((clause) => clause.leaf)).toHaveLength(57);
});

test('the manual has a section for every second-level clause, and each leaf is answered at its own anchor', () => {
  const [manual] = ofKind('manual');
  const sections = manual!.parts.map((part) => part.data?.section);
  const standard = working.standards.get('iso20000-1:2018')!;
  for (const clause of standard.clauses.filter(({ number }) => /^\d+\.\d+$/.test(number))) {
    expect(sections).toContain(clause.number);
  }
  for (const clause of standard.clauses.filter(({ leaf }) => leaf)) {
    const answered = working.mappings.get(clause.reference)?.filter(({ document }) => document === manual);
    expect(answered, clause.number).toHaveLength(1);
    expect(answered![0]!.section).toBe(clause.number);
  }
});

describe.each(procedures.map((document) => [document.number, document] as const))('%s', (_number, document) => {
  const { process, activities } = document.data;

  test('has a full process card', () => {
    expect(process.inputs.length).toBeGreaterThanOrEqual(4);
    expect(process.outputs.length).toBeGreaterThanOrEqual(3);
    expect(process.controlPoints.length).toBeGreaterThanOrEqual(3);
    expect(process.metrics.length).toBeGreaterThanOrEqual(1);
    expect(process.terms.length).toBeGreaterThanOrEqual(1);
  });

  test('has 6 to 12 activities and a flow chart whose actors are roles', () => {
    expect(activities.length).toBeGreaterThanOrEqual(6);
    expect(activities.length).toBeLessThanOrEqual(12);
    const { diagrams } = document.parts[0]!.body;
    expect(diagrams.length).toBeGreaterThanOrEqual(1);
    const actors = [...diagrams[0]!.code.matchAll(/（([^）]+)）/g)].flatMap((match) => match[1]!.split('、'));
    const known = new Set([
      // Not a role: everybody, or whichever department a nonconformity concerns.
      '全体员工',
      '责任部门',
      ...[...working.roles.values()].map((role) => role.data.title.zh),
      ...[...working.departments.values()].map((department) => department.data.title.zh),
    ]);
    expect(actors.length).toBeGreaterThan(0);
    expect(actors.filter((actor) => !known.has(actor))).toEqual([]);
  });

  test('is as long as in practice', () => {
    const card = JSON.stringify({ process, activities });
    expect(charactersIn(bodyOf(document)) + charactersIn(card)).toBeGreaterThanOrEqual(1500);
    expect(charactersIn(bodyOf(document))).toBeLessThanOrEqual(4000);
  });

  test('names in its text what it lists, and lists what it names', () => {
    const mentioned = new Set(
      document.parts[0]!.body.mentions.map(({ title }) => working.numberByTitle.get(title)!).filter(
        (number) => number !== document.number,
      ),
    );
    const formed = activities.flatMap((activity) => activity.records);
    const listed = new Set([...document.data.related, ...formed]);
    expect([...mentioned].filter((number) => !listed.has(number))).toEqual([]);
    expect(document.data.related.filter((number) => !mentioned.has(number))).toEqual([]);
  });
});

test('forms have 5 to 12 fields, and each is formed by a step of the procedure in its number', () => {
  for (const document of ofKind('form')) {
    const { fields } = document.data as Form;
    expect(fields.length, document.number).toBeGreaterThanOrEqual(5);
    expect(fields.length, document.number).toBeLessThanOrEqual(12);
    const procedure = `HC-ITSM-B-${document.number.split('-')[3]}`;
    const formedBy = working.formedBy.get(document.number)!.map((activity) => activity.document.number);
    expect(formedBy, document.number).toContain(procedure);
  }
});

test('interfaces are symmetric: what one procedure gives to another, that one takes from it', () => {
  const given = new Set<string>();
  const taken = new Set<string>();
  for (const { number, data } of procedures) {
    for (const { name, to } of data.process.outputs) {
      for (const other of to) if (working.documents.has(other)) given.add(`${number} → ${other}: ${name}`);
    }
    for (const { name, from } of data.process.inputs) {
      for (const other of from) if (working.documents.has(other)) taken.add(`${other} → ${number}: ${name}`);
    }
  }
  expect([...given].sort()).toEqual([...taken].sort());
});

test('no sentence stands in more than two procedures', () => {
  const found = new Map<string, Set<string>>();
  for (const document of procedures) {
    const prose = bodyOf(document).replace(/```[\s\S]*?```/g, '');
    for (const sentence of prose.split(/[。！？\n|]/).map((text) => text.trim())) {
      if (charactersIn(sentence) < 12) continue;
      found.set(sentence, (found.get(sentence) ?? new Set()).add(document.number));
    }
  }
  expect([...found].filter(([, numbers]) => numbers.size > 2).map(([sentence]) => sentence)).toEqual([]);
});

test('histories show an edition change, the revision limit, and revisions', () => {
  const versions = (number: string) =>
    releases.filter((release) => release.number === number).map((release) => release.version);
  expect(versions('HC-ITSM-A-01')).toEqual(['A/0', 'A/1', 'B/0', 'B/1', 'B/2']);
  expect(versions('HC-ITSM-B-18')).toEqual([...Array.from({ length: 10 }, (_, digit) => `A/${digit}`), 'B/0']);
  expect(versions('HC-ITSM-B-21')).toEqual(['A/0', 'A/1', 'A/2']);
  expect(inForce.documents.get('HC-ITSM-B-18')?.data.version).toBe('B/0');
});

test('the registers hold the data of a running system', () => {
  const { services, objectives, audits, distribution } = working.registers;
  expect(services.map(({ id }) => id)).toEqual(['SVC-01', 'SVC-02', 'SVC-03', 'SVC-04']);
  expect(objectives.length).toBeGreaterThanOrEqual(5);
  for (const { name, results, recipients } of objectives) {
    expect(results.length, name).toBeGreaterThanOrEqual(4);
    expect(recipients, name).toContain('ZLB');
  }
  const missed = objectives.flatMap(({ results }) => results.filter((result) => result.correctiveAction));
  expect(missed.length).toBeGreaterThanOrEqual(1);
  expect(working.registers['management-reviews'].every(({ inputs }) => inputs.length >= 10)).toBe(true);
  const decisions = working.registers['review-board'].flatMap((meeting) =>
    meeting.decisions.map((item) => item.decision),
  );
  expect(decisions).toEqual(expect.arrayContaining(['split', 'merge', 'withdraw']));
  expect(distribution.some((copy) => 'uncontrolled' in copy)).toBe(true);
  expect(working.registers['revision-plan'].some(({ done }) => done === undefined)).toBe(true);

  const leaves = working.standards.get('iso20000-1:2018')!.clauses.filter(({ leaf }) => leaf);
  for (const { id, schedule } of audits) {
    const audited = new Set(schedule.flatMap(({ clauses }) => clauses));
    expect(
      leaves.filter(({ reference }) => !audited.has(reference)),
      id,
    ).toEqual([]);
    for (const { department, auditors } of schedule) {
      const own = auditors.filter((auditor) => working.people.get(auditor)!.data.department === department);
      expect(own, `${id} ${department}`).toEqual([]);
    }
  }
});

test('documents that were split, merged or ended name what replaced them', () => {
  const successors = Object.fromEntries([...working.withdrawals].map(([number, entry]) => [number, entry.successors]));
  expect(successors).toEqual({
    'HC-ITSM-B-32': ['HC-ITSM-B-24', 'HC-ITSM-B-25'],
    'HC-ITSM-B-33': ['HC-ITSM-B-17'],
    'HC-ITSM-B-34': ['HC-ITSM-B-17'],
    'HC-ITSM-D-21-04': ['HC-ITSM-B-21'],
  });
  expect(working.withdrawals.get('HC-ITSM-D-21-04')?.retained).toBe(true);
});

test('an uncontrolled public edition stands beside the controlled policy', () => {
  expect(inForce.documents.get('HC-ITSM-A-02')?.data.control).toBe('controlled');
  const { control, classification } = inForce.documents.get('HC-ITSM-A-07')!.data;
  expect({ control, classification }).toEqual({ control: 'uncontrolled', classification: 'public' });
});

test('a draft stands beside the release in force, and translations are those of the versions in force', () => {
  expect(working.documents.get('HC-ITSM-C-12')?.data.version).toBe('A/1');
  expect(inForce.documents.get('HC-ITSM-C-12')?.data.version).toBe('A/0');
  for (const number of ['HC-ITSM-A-02', 'HC-ITSM-B-21']) {
    const [english] = inForce.translations.get(number) ?? [];
    expect(english?.data.language).toBe('en');
    expect(english?.data.version).toBe(inForce.documents.get(number)?.data.version);
  }
});
