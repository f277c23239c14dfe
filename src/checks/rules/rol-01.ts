import { allChains } from '../../control/signatories.ts';
import type { Place } from '../../handbook/finding.ts';
import { goneHint, type Named } from '../../handbook/gone-names.ts';
import type { Document, Handbook } from '../../handbook/graph.ts';
import { nearest } from '../../handbook/suggest.ts';
import type { ApprovalChain } from '../../schema/handbook.ts';
import { ownerless } from '../coverage.ts';
import { registerReferences } from '../register-references.ts';
import { looksLikeNumber, placeIn, type Report, type Rule } from '../rule.ts';

/** Roles, departments and people that are named exist (brief, defects of seeds 003 and 004). */
export const rol01: Rule = {
  id: 'ROL-01',
  severity: 'error',
  title: { zh: '提到的角色、部门和人员都存在', en: 'Roles, departments and people exist' },
  reason: {
    zh: '程序里写了不存在的角色或部门，职责就落空。',
    en: 'A duty given to a role or department that does not exist is nobody’s duty.',
  },
  remedy: {
    zh: '改正标识，或在 roles、organisation 中补上。',
    en: 'Correct the id, or add it to roles or organisation.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: 'activities:\n  - name: 登记与分级\n    accountable: incident-manager',
    right: 'activities:\n  - name: 登记与分级\n    accountable: incident-mgr',
  },
  *check(handbook) {
    yield* absences(handbook);
    // An owner who answers for clauses is for MAP-03, which belongs to the core.
    const forMap03 = ownerless(handbook);
    for (const document of handbook.documents.values()) {
      const { owner } = document.data;
      if (!forMap03.has(document)) {
        yield* judge(handbook, 'role', owner, () => placeIn(document, 'owner'), document.number);
      }
      yield* documentReports(handbook, document);
      yield* partReports(handbook, document);
    }
    yield* organisationReports(handbook);
    yield* registerReports(handbook);
    yield* settingsReports(handbook);
  },
};

const words: Record<Named, { zh: string; en: string; file: string }> = {
  role: { zh: '角色', en: 'role', file: 'roles' },
  department: { zh: '部门', en: 'department', file: 'organisation/departments.yaml' },
  person: { zh: '人员', en: 'person', file: 'organisation/people.yaml' },
};

/** More names than these nobody reads in a hint. */
const listed = 12;

/** Where there is nobody at all the file is missing or empty: one report then says more than hundreds. */
function* absences(handbook: Handbook): Generator<Report> {
  for (const what of Object.keys(words) as Named[]) {
    const { zh, en, file } = words[what];
    // That a file cannot be read is said at its own place.
    if (known(handbook, what).size || handbook.unread.has(file)) continue;
    yield {
      place: handbook.settingsSource.place(),
      message: {
        zh: `没有任何${zh}：${file} 缺失或是空的`,
        en: `There is no ${en} at all: ${file} is missing or empty`,
      },
      hint: { zh: `先补上 ${file}。`, en: `Add ${file} first.` },
    };
  }
}

function known(handbook: Handbook, what: Named): ReadonlyMap<string, unknown> {
  return what === 'role' ? handbook.roles : what === 'department' ? handbook.departments : handbook.people;
}

/** True for what a file names that is there and cannot be read: that is one report, not one for each mention. */
function isUnread({ unread }: Handbook, what: Named, id: string): boolean {
  return unread.has(what === 'role' ? `roles/${id}.mdx` : words[what].file);
}

function* judge(handbook: Handbook, what: Named, id: string, place: () => Place, document?: string): Generator<Report> {
  const all = known(handbook, what);
  if (all.has(id) || all.size === 0 || isUnread(handbook, what, id)) return;
  const near = nearest(id, all.keys());
  const { zh, en, file } = words[what];
  const ids = [...all.keys()];
  const choice =
    ids.length > listed
      ? { zh: `已有的${zh}见 ${file}。`, en: `See ${file} for those that exist.` }
      : { zh: `可用：${ids.join('、')}。`, en: `Known: ${ids.join(', ')}.` };
  yield {
    place: place(),
    document,
    message: { zh: `没有${zh}“${id}”`, en: `There is no ${en} “${id}”` },
    hint:
      goneHint(handbook, what, id) ?? (near ? { zh: `是否想写“${near}”？`, en: `Did you mean “${near}”?` } : choice),
  };
}

function* documentReports(handbook: Handbook, document: Document): Generator<Report> {
  const { data, number } = document;
  const at =
    (...path: (string | number)[]) =>
    () =>
      placeIn(document, ...path);
  const role = (id: string, ...path: (string | number)[]) => judge(handbook, 'role', id, at(...path), number);
  yield* judge(handbook, 'department', data.department, at('department'), number);
  for (const [index, id] of data.support.entries()) {
    yield* judge(handbook, 'department', id, at('support', index), number);
  }
  for (const step of ['prepared', 'reviewed', 'approved'] as const) {
    const signature = data[step];
    if (signature) yield* judge(handbook, 'person', signature.by, at(step, 'by'), number);
  }
  for (const [index, change] of data.changes.entries()) {
    for (const key of ['by', 'reviewed', 'approved'] as const) {
      yield* judge(handbook, 'person', change[key], at('changes', index, key), number);
    }
  }
  if (data.kind === 'form') {
    yield* judge(handbook, 'department', data.keeper, at('keeper'), number);
    for (const [index, field] of data.fields.entries()) yield* role(field.by, 'fields', index, 'by');
  }
  if (data.kind === 'matrix') {
    for (const [index, row] of data.rows.entries()) {
      for (const id of Object.keys(row.parts)) {
        const what = /^[A-Z]/.test(id) ? 'department' : 'role';
        yield* judge(
          handbook,
          what,
          id,
          () => document.parts[0]!.source.place(['rows', index, 'parts', id], { key: true }),
          number,
        );
      }
    }
  }
  if (data.kind !== 'procedure') return;
  for (const [index, activity] of data.activities.entries()) {
    yield* role(activity.accountable, 'activities', index, 'accountable');
    for (const key of ['responsible', 'consulted', 'informed'] as const) {
      for (const [place, id] of activity[key].entries()) yield* role(id, 'activities', index, key, place);
    }
  }
  for (const [index, metric] of data.process.metrics.entries()) {
    yield* role(metric.owner, 'process', 'metrics', index, 'owner');
  }
  const parties = new Map<string, unknown>([
    ...handbook.roles,
    ...handbook.departments,
    ...handbook.settings.parties.map((party) => [party.id, party] as const),
  ]);
  for (const [list, key] of [
    [data.process.inputs.map((input) => input.from), ['inputs', 'from']],
    [data.process.outputs.map((output) => output.to), ['outputs', 'to']],
  ] as const) {
    for (const [row, endpoints] of list.entries()) {
      for (const [index, endpoint] of endpoints.entries()) {
        const what = /^[A-Z]/.test(endpoint) ? 'department' : 'role';
        const isKnown = parties.has(endpoint) || isUnread(handbook, what, endpoint);
        if (endpoint === 'all' || looksLikeNumber(endpoint) || isKnown) continue;
        const near = nearest(endpoint, parties.keys());
        yield {
          place: placeIn(document, 'process', key[0], row, key[1], index),
          document: number,
          message: {
            zh: `“${endpoint}”既不是文件编号、角色、部门，也不是 handbook.yaml 中的相关方`,
            en: `“${endpoint}” is no document number, role, department or party of handbook.yaml`,
          },
          hint: near
            ? { zh: `是否想写“${near}”？`, en: `Did you mean “${near}”?` }
            : {
                zh: '写文件编号、角色标识、部门代码，或 all（全体）；是别的相关方的，在 handbook.yaml 的 parties 中补上。',
                en: 'Write a document number, a role, a department or all (everybody); add any other party to parties in handbook.yaml.',
              },
        };
      }
    }
  }
}

/** Release order and appointment letter of a manual. */
function* partReports(handbook: Handbook, document: Document): Generator<Report> {
  for (const { data, source } of document.parts) {
    const person = (id: string, ...path: string[]) =>
      judge(handbook, 'person', id, () => source.place(path), document.number);
    if (data?.releaseOrder) yield* person(data.releaseOrder.signatory, 'releaseOrder', 'signatory');
    if (!data?.appointment) continue;
    const { role, appointee, signatory } = data.appointment;
    yield* judge(handbook, 'role', role, () => source.place(['appointment', 'role']), document.number);
    yield* person(appointee, 'appointment', 'appointee');
    yield* person(signatory, 'appointment', 'signatory');
  }
}

function* registerReports(handbook: Handbook): Generator<Report> {
  for (const { kinds, id, place } of registerReferences(handbook)) {
    const names = kinds.filter((kind) => kind !== 'document' && kind !== 'clause');
    // Departments have codes in capitals, roles and people ids in small letters.
    const isCode = /^[A-Z]/.test(id);
    const what = names.find((kind) => (kind === 'department') === isCode) ?? names[0];
    if (!what || names.some((kind) => known(handbook, kind).has(id))) continue;
    yield* judge(handbook, what, id, place);
  }
}

/** The approval chains, the exclusions and the department that analyses results, of handbook.yaml. */
function* settingsReports(handbook: Handbook): Generator<Report> {
  const { settings, settingsSource } = handbook;
  for (const { chain, departments, path } of allChains(handbook)) {
    for (const [index, id] of departments.entries()) {
      yield* judge(handbook, 'department', id, () => settingsSource.place([...path, 'departments', index]));
    }
    yield* signatoryReports(handbook, chain, path);
    for (const [index, former] of chain.former.entries()) {
      yield* signatoryReports(handbook, former, [...path, 'former', index]);
    }
  }
  const { analysisDepartment } = settings.checks;
  if (analysisDepartment) {
    const path = ['checks', 'analysisDepartment'];
    yield* judge(handbook, 'department', analysisDepartment, () => settingsSource.place(path));
  }
  for (const [index, { exclusions }] of settings.standards.entries()) {
    for (const [row, { approved }] of exclusions.entries()) {
      const path = ['standards', index, 'exclusions', row, 'approved'];
      yield* judge(handbook, 'person', approved, () => settingsSource.place(path));
    }
  }
}

function* signatoryReports(
  handbook: Handbook,
  chain: ApprovalChain,
  path: readonly (string | number)[],
): Generator<Report> {
  for (const step of ['reviewed', 'approved'] as const) {
    for (const [index, signatory] of chain[step].entries()) {
      if (signatory === 'owner' || signatory === 'department-head') continue;
      yield* judge(handbook, 'role', signatory, () => handbook.settingsSource.place([...path, step, index]));
    }
  }
}

function* organisationReports(handbook: Handbook): Generator<Report> {
  for (const role of handbook.roles.values()) {
    yield* judge(handbook, 'department', role.data.department, () => role.source.place(['department']));
  }
  for (const { data, place } of handbook.departments.values()) {
    yield* judge(handbook, 'person', data.head, () => place('head'));
    for (const [index, { person }] of data.formerHeads.entries()) {
      yield* judge(handbook, 'person', person, () => place('formerHeads', index, 'person'));
    }
    if (data.parent) yield* judge(handbook, 'department', data.parent, () => place('parent'));
  }
  for (const { data, place } of handbook.people.values()) {
    yield* judge(handbook, 'department', data.department, () => place('department'));
    for (const [index, { department }] of data.formerDepartments.entries()) {
      yield* judge(handbook, 'department', department, () => place('formerDepartments', index, 'department'));
    }
    for (const [index, { role }] of data.roles.entries()) {
      yield* judge(handbook, 'role', role, () => place('roles', index, 'role'));
    }
  }
}
