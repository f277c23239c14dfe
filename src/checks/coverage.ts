/** Which clause is met where, by whom and with what: the core table of the product. */
import type { Clause, Department, Document, Handbook, Mapping, Role, Standard } from '../handbook/graph.ts';
import type { Place } from '../handbook/finding.ts';
import type { Library } from '../handbook/open.ts';
import type { Bilingual } from '../schema/primitives.ts';
import type { InformationData } from '../schema/standard.ts';
import type { MatrixRow } from '../schema/documents.ts';
import { findClause, splitClauseReference } from '../handbook/resolve.ts';
import { claimAhead } from './claims.ts';

/** A leaf clause that is excluded on `asOf`, and why. */
export interface ExcludedClause {
  clause: Clause;
  justification: string;
  /** Id of a person. */
  approved: string;
  /** ISO day, the last one on which it is excluded. */
  until: string;
}

/** The leaf clauses of the standards in force that are excluded on `asOf`, where the standard permits that. */
export function excludedClauses(handbook: Handbook): ExcludedClause[] {
  return handbook.standardsInForce
    .filter(({ data }) => data.exclusions === 'justified')
    .flatMap(({ id, clauses }) => {
      const listed = handbook.settings.standards.find((settings) => settings.id === id)?.exclusions ?? [];
      const current = listed.filter(({ until }) => handbook.asOf <= until);
      return clauses.flatMap((clause): ExcludedClause[] => {
        const exclusion = clause.leaf && current.find((item) => item.clause === clause.reference);
        return exclusion ? [{ ...exclusion, clause }] : [];
      });
    });
}

/** The leaf clauses that must be met: those of the standards in force, less those that are excluded. */
export function requiredLeaves(handbook: Handbook): Clause[] {
  const excluded = new Set(excludedClauses(handbook).map(({ clause }) => clause));
  return handbook.standardsInForce.flatMap(({ clauses }) =>
    clauses.filter((clause) => clause.leaf && !excluded.has(clause)),
  );
}

/** True for a clause that is not in the catalogue of its standard; whether there is a catalogue is another matter. */
export function isNoClause({ standards }: Handbook, reference: string): boolean {
  return standards.has(splitClauseReference(reference).standard) && !findClause(standards, reference);
}

/** The mappings of a clause that come from procedures. */
export function proceduresFor(handbook: Handbook, clause: Clause): Mapping[] {
  return (handbook.mappings.get(clause.reference) ?? []).filter((mapping) => mapping.document.kind === 'procedure');
}

/** The procedures that name a clause as primary. */
export function primaryProcedures(handbook: Handbook, clause: Clause): Document[] {
  return proceduresFor(handbook, clause)
    .filter((mapping) => mapping.as === 'primary')
    .map((mapping) => mapping.document);
}

/** The primary procedures whose owner is no role, each with the leaf clauses for which nobody answers for that reason. */
export function ownerless(handbook: Handbook): ReadonlyMap<Document, Clause[]> {
  const found = new Map<Document, Clause[]>();
  for (const clause of requiredLeaves(handbook)) {
    for (const procedure of primaryProcedures(handbook, clause)) {
      const { owner } = procedure.data;
      if (handbook.roles.has(owner) || handbook.unread.has(`roles/${owner}.mdx`)) continue;
      found.set(procedure, [...(found.get(procedure) ?? []), clause]);
    }
  }
  return found;
}

/** True if a row of the matrix is about a clause, which it may also name by one of its paragraphs. */
export function isAbout(handbook: Handbook, row: MatrixRow, clause: Clause): boolean {
  return row.clause === clause.reference || findClause(handbook.standards, row.clause) === clause;
}

/** The departments that lead a clause in the responsibility matrix. */
export function leadDepartments(handbook: Handbook, clause: Clause): string[] {
  return handbook.matrices.flatMap(({ data }) =>
    data.rows
      .filter((row) => isAbout(handbook, row, clause))
      .flatMap((row) =>
        Object.entries(row.parts)
          .filter(([, part]) => part === 'lead')
          .map(([department]) => department),
      ),
  );
}

/** The place of a clause in its catalogue. */
export function standardPlace(clause: Clause): Place {
  const { standard } = clause;
  return standard.source.place(['clauses', standard.data.clauses.indexOf(clause.data), 'number']);
}

export interface InformationCoverage {
  information: InformationData;
  reference: string;
  providers: Document[];
}

export interface ClauseCoverage {
  clause: Clause;
  procedure: Document | undefined;
  owner: Role | undefined;
  department: Department | undefined;
  information: InformationCoverage[];
}

/** What meets each required leaf clause, in the order of the catalogue. */
export function coverage(handbook: Handbook): ClauseCoverage[] {
  return requiredLeaves(handbook).map((clause) => {
    const [procedure] = primaryProcedures(handbook, clause);
    const [department] = leadDepartments(handbook, clause);
    return {
      clause,
      procedure,
      owner: procedure && handbook.roles.get(procedure.data.owner),
      department: department === undefined ? undefined : handbook.departments.get(department),
      information: clause.data.information.map((information) => {
        const reference = `${clause.reference}/${information.id}`;
        return { information, reference, providers: handbook.providers.get(reference) ?? [] };
      }),
    };
  });
}

/** True for a clause of which nothing is missing: procedure, owner, lead department, all documented information. */
export function isMet({ procedure, owner, department, information }: ClauseCoverage): boolean {
  return Boolean(procedure && owner && department) && information.every(({ providers }) => providers.length > 0);
}

/** How many of the required leaf clauses of each standard in force are met, as every page that counts them says it. */
export function clausesMet(handbook: Handbook): { standard: Standard; leaves: number; met: number }[] {
  const rows = coverage(handbook);
  return handbook.standardsInForce.map((standard) => {
    const own = rows.filter((row) => row.clause.standard === standard);
    return { standard, leaves: own.length, met: own.filter(isMet).length };
  });
}

/** Something that a standard asks for and that nothing meets: a clause, or an item of documented information. */
export interface Gap {
  reference: string;
  title: Bilingual;
}

/** How much of what is asked for is there: `met` of `of`, and what is not. */
export interface Share {
  met: number;
  of: number;
  missing: Gap[];
}

/** What the shares of a standard are about, in the order in which reports show them. */
export const aspects = ['procedure', 'owner', 'department', 'information'] as const;

export type Aspect = (typeof aspects)[number];

/** Of a standard in force: its leaf clauses with a procedure, an owner, a lead department; its documented information. */
export type CoverageSummary = {
  standard: string;
  /** The day from which on the handbook claims to meet the standard, while it lies ahead. */
  since?: string;
  /** Clauses that are excluded, and not counted. */
  excluded: (Omit<ExcludedClause, 'clause'> & Gap)[];
} & Record<Aspect, Share>;

/** The figures of the coverage of each standard in force, with what is missing by name. */
export function coverageSummary(handbook: Handbook): CoverageSummary[] {
  const rows = coverage(handbook);
  const excluded = excludedClauses(handbook);
  return handbook.standardsInForce.map((standard) => {
    const own = rows.filter((row) => row.clause.standard === standard);
    const since = claimAhead(handbook, standard.id);
    const clauses = (isMet: (row: ClauseCoverage) => boolean) =>
      share(own, isMet, ({ clause }) => ({ reference: clause.reference, title: clause.data.title }));
    return {
      standard: standard.id,
      ...(since !== undefined && { since }),
      excluded: excluded
        .filter(({ clause }) => clause.standard === standard)
        .map(({ clause: { reference, data }, justification, approved, until }) => ({
          reference,
          title: data.title,
          justification,
          approved,
          until,
        })),
      procedure: clauses((row) => Boolean(row.procedure)),
      owner: clauses((row) => Boolean(row.owner)),
      department: clauses((row) => Boolean(row.department)),
      information: share(
        own.flatMap((row) => row.information),
        ({ providers }) => providers.length > 0,
        ({ reference, information }) => ({ reference, title: information.title }),
      ),
    };
  });
}

/** The coverage that a report shows: by the working texts, and by what is in force; nothing of that before it is. */
export interface ReportCoverage {
  working: CoverageSummary[];
  inForce: CoverageSummary[];
}

/** The coverage of a library for a report; none if there is no library. */
export function reportCoverage(library: Pick<Library, 'working' | 'inForce'> | undefined): ReportCoverage {
  if (!library) return { working: [], inForce: [] };
  const { working, inForce } = library;
  return {
    working: coverageSummary(working),
    inForce: inForce.documents.size ? coverageSummary(inForce) : [],
  };
}

function share<Item>(items: readonly Item[], isMet: (item: Item) => boolean, gap: (item: Item) => Gap): Share {
  const missing = items.filter((item) => !isMet(item)).map(gap);
  return { met: items.length - missing.length, of: items.length, missing };
}
