/** Departments, people and roles: live data, not controlled documents. */
import { z } from 'zod';
import { bilingual, day, departmentId, id, text, optionalList } from './primitives.ts';

export const department = z.strictObject({
  id: departmentId,
  title: bilingual,
  parent: departmentId.optional(),
  /** The person who heads it. */
  head: id,
  /** Since when; if it is not given, the head may have signed on any day. */
  headSince: day.optional(),
  /** Who headed it before, so that what they signed stays valid. */
  formerHeads: optionalList(z.strictObject({ person: id, from: day, until: day })),
  duties: z.array(text).min(1),
});

/** organisation/departments.yaml */
export const departmentsFile = z.strictObject({ departments: z.array(department) });

/** A role held from a day on, and until a day if it has ended. */
export const holding = z.strictObject({ role: id, from: day, until: day.optional() });

/** A public SSH key with which a person signs from a day on, and until a day if it was replaced. */
export const personKey = z.strictObject({
  key: z.string().regex(/^(ssh-ed25519|ecdsa-sha2-nistp\d+|sk-ssh-ed25519@openssh\.com|ssh-rsa) [A-Za-z0-9+/]+=*$/, {
    error: 'public-key',
  }),
  from: day,
  until: day.optional(),
});

export const person = z.strictObject({
  id,
  name: bilingual,
  department: departmentId,
  /** Where the person worked before, so that audits of that time are judged by it (ROL-06). */
  formerDepartments: optionalList(z.strictObject({ department: departmentId, from: day, until: day })),
  position: bilingual,
  roles: optionalList(holding),
  keys: optionalList(personKey),
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
