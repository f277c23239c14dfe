/** What results can be filtered by: one value of each facet, all at once, kept in the address of the search page. */
import type { SearchTarget } from '../views/search-targets.ts';

export const facets = ['kind', 'level', 'department', 'role', 'clause', 'classification'] as const;

export type Facet = (typeof facets)[number];

/** Facet → the value that is wanted. */
export type Filters = Readonly<Partial<Record<Facet, string>>>;

/** Facet → value → how many results have it, if the other facets stay as they are. */
export type Counts = Readonly<Record<Facet, ReadonlyMap<string, number>>>;

const valuesOf: Record<Facet, (target: SearchTarget) => readonly string[]> = {
  kind: ({ kind }) => [kind],
  level: ({ level }) => (level ? [String(level)] : []),
  department: ({ department }) => (department ? [department] : []),
  role: ({ roles = [] }) => roles,
  clause: ({ clauses = [] }) => [...new Set(clauses.flatMap(withParents))],
  classification: ({ classification }) => (classification ? [classification] : []),
};

/** `8.6.1` → `8`, `8.6`, `8.6.1`: who asks for a chapter wants what is below it, too. */
function withParents(clause: string): string[] {
  const figures = clause.split('.');
  return figures.map((_, at) => figures.slice(0, at + 1).join('.'));
}

export function isFiltered(filters: Filters): boolean {
  return facets.some((facet) => filters[facet] !== undefined);
}

/** Whether a target has all the values that are wanted, but for those of one facet. */
export function matches(target: SearchTarget, filters: Filters, except?: Facet): boolean {
  return facets.every((facet) => {
    const wanted = filters[facet];
    return wanted === undefined || facet === except || valuesOf[facet](target).includes(wanted);
  });
}

/** How many results each value would leave. */
export function countsOf(targets: readonly SearchTarget[], filters: Filters): Counts {
  const count = (facet: Facet) => {
    const counts = new Map<string, number>();
    for (const target of targets) {
      if (!matches(target, filters, facet)) continue;
      for (const value of valuesOf[facet](target)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  };
  return Object.fromEntries(facets.map((facet) => [facet, count(facet)])) as Record<Facet, Map<string, number>>;
}

/** The filters in the query of an address. */
export function filtersIn(parameters: URLSearchParams): Filters {
  return Object.fromEntries(
    facets.flatMap((facet) => {
      const value = parameters.get(facet);
      return value ? [[facet, value]] : [];
    }),
  );
}

/** Writes filters into the query of an address; facets without a value are taken out of it. */
export function writeFilters(parameters: URLSearchParams, filters: Filters): void {
  for (const facet of facets) {
    const value = filters[facet];
    if (value === undefined) parameters.delete(facet);
    else parameters.set(facet, value);
  }
}
