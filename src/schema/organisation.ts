/** Departments, people and roles: live data, not controlled documents. */
import { z } from 'zod';
import { bilingual, day, departmentId, id, text, optionalList } from './primitives.ts';

export const department = z.strictObject({
  id: departmentId,
  title: bilingual,
  parent: departmentId.optional(),
  /** The person who heads it. */
  head: id,
  /** Who headed it before, so that what they signed stays valid. */
  formerHeads: optionalList(z.strictObject({ person: id, from: day, until: day })),
  duties: z.array(text).min(1),
});

/** organisation/departments.yaml */
export const departmentsFile = z.strictObject({ departments: z.array(department) });

/** A role held from a day on, and until a day if it has ended. */
export const holding = z.strictObject({ role: id, from: day, until: day.optional() });

export const person = z.strictObject({
  id,
  name: bilingual,
  department: departmentId,
  position: bilingual,
  roles: optionalList(holding),
});

/** organisation/people.yaml */
export const peopleFile = z.strictObject({ people: z.array(person) });

/** roles/<id>.mdx: the front matter; the body is free text about the role. */
export const role = z.strictObject({
  id,
  title: bilingual,
  department: departmentId,
  duties: z.array(text).min(1),
  competence: z.array(text).min(1),
});

export type DepartmentData = z.infer<typeof department>;
export type PersonData = z.infer<typeof person>;
export type RoleData = z.infer<typeof role>;
