/** What search can lead to and be filtered by, in the tiny handbook. */
import { describe, expect, test } from 'vitest';
import { planQuery } from '../../src/client/query.ts';
import { rankVersions } from '../../src/client/version-search.ts';
import { oldVersions } from '../../src/views/old-versions.ts';
import { searchEntry, searchIndex } from '../../src/views/search-targets.ts';
import { tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { open, withHistory } from './tiny-view.ts';

const { view, english } = open(tinyHandbook());
const index = searchIndex(view.handbook);
const byId = new Map(index.targets.map((target) => [target.id, target]));

describe('targets', () => {
  test('are the documents in force, roles, departments and clauses, each once', () => {
    const { documents, roles, departments, standardsInForce } = view.handbook;
    const clauses = standardsInForce.flatMap((standard) => standard.clauses);
    expect(byId.size).toBe(index.targets.length);
    expect(byId.size).toBe(documents.size + roles.size + departments.size + clauses.length);
  });

  test('a procedure has its level, department, clauses and every role that has a part in it', () => {
    const { data } = view.handbook.documents.get('ST-B-02')!;
    if (data.kind !== 'procedure') throw new Error('ST-B-02 is a procedure');
    const target = byId.get('ST-B-02')!;
    expect(target).toMatchObject({ level: 2, department: data.department, classification: data.classification });
    expect(target.roles).toEqual(
      expect.arrayContaining([data.owner, ...data.activities.flatMap(({ responsible }) => responsible)]),
    );
    for (const reference of data.clauses.primary) {
      expect(target.clauses).toContain(reference.split('#')[0]!.split('/').at(-1));
    }
  });

  test('a form has the clauses of the procedure that forms it', () => {
    const [number, activities] = [...view.handbook.formedBy][0]!;
    for (const clause of byId.get(activities[0]!.document.number)!.meets!) {
      expect(byId.get(number)!.clauses).toContain(clause.replace('clause:', ''));
    }
  });

  test('rules are found by their ids only', () => {
    expect(planQuery('map-01', index)).toMatchObject({ numbers: ['rule:MAP-01'], isNumber: true });
    expect(planQuery('ＭＡＰ０１', index).numbers).toEqual(['rule:MAP-01']);
    expect(index.targets.some(({ kind }) => kind === 'rule')).toBe(false);
  });

  test('who keeps the documents can be asked, if a procedure controls them', () => {
    const control = [...view.handbook.documents.values()].find(
      ({ kind, data }) => kind === 'procedure' && data.clauses.primary.some((clause) => /\/7\.5\.3\b/.test(clause)),
    );
    expect(index.keeper?.path).toBe(control && `/roles/${control.data.owner}/`);
  });

  test('an edition for readers outside names no role, department, clause or rule', () => {
    const profile = { id: 'public', title: { zh: '公开', en: 'Public' }, external: true, leftOut: new Set<string>() };
    const outside = searchIndex({ ...view.handbook, profile });
    expect(outside.targets.length).toBe(view.handbook.documents.size);
    expect(outside.targets.filter(({ roles, department, clauses }) => roles ?? department ?? clauses)).toEqual([]);
    expect(outside.rules).toBeUndefined();
    expect(outside.keeper).toBeUndefined();
  });

  test('texts are indexed in the language of the handbook only', () => {
    const document = view.handbook.documents.get('ST-B-02')!;
    expect(searchEntry(view, document)).toBe('ST-B-02');
    expect(searchEntry(english, document)).toBeUndefined();
  });
});

describe('versions that are not in force', () => {
  const { view: later, library } = open(withHistory());
  const all = searchIndex(later.handbook);
  const old = oldVersions(later.handbook, library);
  const found = (query: string, filters = {}) =>
    rankVersions(query ? planQuery(query, all) : undefined, filters, all, old).map(
      ({ number, version }) => `${number} ${version}`,
    );

  test('are listed with their state, and the one in force is not', () => {
    const own = old.versions.filter(({ number }) => number === 'ST-B-02');
    const inForce = later.handbook.documents.get('ST-B-02')!.data.version;
    expect(own.map(({ version }) => version)).not.toContain(inForce);
    expect(own.length).toBeGreaterThan(1);
    for (const { path, version } of own) expect(path).toContain(version.replace('/', '-').toLowerCase());
  });

  test('are found by number and by what was changed', () => {
    expect(found('b-02')).toEqual(expect.arrayContaining(['ST-B-02 A/1']));
    expect(found('返工当天登记')).toEqual(['ST-B-02 A/2']);
    expect(found('不存在的修改')).toEqual([]);
  });

  test('obey the filters, without a query, too', () => {
    expect(found('', { kind: 'procedure' })).toContain('ST-B-02 A/2');
    expect(found('返工当天登记', { kind: 'form' })).toEqual([]);
  });
});
