/** Roles that nobody holds, and where that is to be mended. */
import type { Place } from '../handbook/finding.ts';
import type { Document, Handbook, Person, Role } from '../handbook/graph.ts';
import type { Bilingual } from '../schema/primitives.ts';

export interface Vacancy {
  /** Where the last holding ended, or the next begins; else the role. */
  place: Place;
  /** “（温雅担任到 2026-03-31）”, or empty if nobody ever held it. */
  remark: Bilingual;
  hint: Bilingual;
}

interface Holding {
  person: Person;
  index: number;
  from: string;
  until: string | undefined;
}

/** Role → everyone who held, holds or will hold it. */
export function holdings({ people }: Handbook): Map<string, Holding[]> {
  const all = [...people.values()].flatMap((person) =>
    person.data.roles.map(({ role, from, until }, index) => ({ role, person, index, from, until })),
  );
  return Map.groupBy(all, ({ role }) => role);
}

/** Role → the procedures that it owns. */
export function ownedProcedures({ documents }: Handbook): Map<string, Document[]> {
  const procedures = [...documents.values()].filter(({ kind }) => kind === 'procedure');
  return Map.groupBy(procedures, ({ data }) => data.owner);
}

/**
 * What to say of a role that nobody holds on `asOf`; undefined if somebody does.
 * @param known what `holdings` gives
 */
export function vacancyOf(handbook: Handbook, role: Role, known: ReadonlyMap<string, Holding[]>): Vacancy | undefined {
  // Without any people the file is missing or cannot be read, which ROL-01 says once.
  if (handbook.people.size === 0 || handbook.holders.has(role.id)) return undefined;
  const { asOf } = handbook;
  const entry = `{ role: ${role.id}, from: ${asOf} }`;
  const hint = {
    zh: `在 organisation/people.yaml 中接任者的 roles 下加上 ${entry}（写实际上任日期）。`,
    en: `Add ${entry}, with the day on which it really began, to roles of the successor in organisation/people.yaml.`,
  };
  const all = known.get(role.id) ?? [];
  const last = all.filter(({ until }) => until && until < asOf).sort((a, b) => (a.until! < b.until! ? 1 : -1))[0];
  const next = all.filter(({ from }) => asOf < from).sort((a, b) => (a.from < b.from ? -1 : 1))[0];
  if (last) {
    const { name } = last.person.data;
    // A period that ends before it begins was mistyped: nobody has to be found for the role.
    if (last.until! < last.from) {
      return {
        place: last.person.place('roles', last.index, 'until'),
        remark: {
          zh: `（${name.zh}的任职从 ${last.from} 开始，却在 ${last.until} 就已结束）`,
          en: ` (${name.en} took it on ${last.from}, and ended before that, on ${last.until})`,
        },
        hint: { zh: '改正 from 或 until。', en: 'Correct from or until.' },
      };
    }
    return {
      place: last.person.place('roles', last.index, 'until'),
      remark: { zh: `（${name.zh}担任到 ${last.until}）`, en: ` (${name.en} held it until ${last.until})` },
      hint,
    };
  }
  if (next) {
    const { name } = next.person.data;
    return {
      place: next.person.place('roles', next.index, 'from'),
      remark: { zh: `（${name.zh}从 ${next.from} 起担任）`, en: ` (${name.en} takes it on ${next.from})` },
      hint,
    };
  }
  return { place: role.source.place(['id']), remark: { zh: '', en: '' }, hint };
}
