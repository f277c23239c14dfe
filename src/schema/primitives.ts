/** The small building blocks that every schema of a content file is made of. */
import { z } from 'zod';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for an existing calendar day written `YYYY-MM-DD` (so not for 2026-02-30). */
export function isDay(value: string): boolean {
  const [, year, month, date] = DAY.exec(value)?.map(Number) ?? [];
  return year !== undefined && date! >= 1 && date! <= daysIn(year, month!);
}

/** How many days a month has; 0 for one that does not exist. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month >= 1 && month <= 12 ? (/* April, June … */ [4, 6, 9, 11].includes(month) ? 30 : 31) : 0;
}

/** An ISO day, `2026-03-01`. */
export const day = z.string().refine(isDay, { params: { expected: 'day' } });

/** Text that says something. */
export const text = z.string().trim().min(1);

/**
 * A list that may be left out or left empty (`related:` with nothing behind it, as it stands when the last entry was
 * deleted).
 */
export function optionalList<T extends z.ZodType>(item: T) {
  return z.preprocess((value) => value ?? [], z.array(item));
}

/** A title or name in both languages of the interface. */
export const bilingual = z.strictObject({ zh: text, en: text });

/** The id of a role, person, activity, party …: `incident-mgr`. */
export const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { error: 'id' });

/** The code of a department, `YWB`. */
export const departmentId = z.string().regex(/^[A-Z][A-Z0-9]{1,7}$/, { error: 'department' });

/** The number of a controlled document; the grammar of each kind stands in handbook.yaml (rule NUM-01). */
export const documentNumber = z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+)+$/, { error: 'number' });

/** A version as written in a document; its grammar depends on the scheme in force (rule VER-01). */
export const versionLabel = text;

/**
 * A clause of a standard, optionally at a section of the document that names it:
 * `iso20000-1:2018/8.6.1` or `iso20000-1:2018/8.6.1#5.3`.
 */
export const clauseReference = z.string().regex(/^[a-z0-9.-]+:\d{4}\/[0-9A-Z]+(\.\d+)*(#\S+)?$/, { error: 'clause' });

/** A required item of documented information: `iso20000-1:2018/8.6.1/incident-records`. */
export const informationReference = z
  .string()
  .regex(/^[a-z0-9.-]+:\d{4}\/[0-9A-Z]+(\.\d+)*\/[a-z][a-z0-9-]*$/, { error: 'information' });

/**
 * Where an input comes from or an output goes to: a document number, a role id,
 * a department code, a party of handbook.yaml, or `all` for every process.
 */
export const endpoint = text;

/**
 * Ids that must name something that exists. The mark is read by `referencesIn` (references.ts), so that a rule finds
 * every such id in a register without knowing the register.
 */
export const roleReference = id.meta({ refersTo: 'role' });
export const personReference = id.meta({ refersTo: 'person' });
export const departmentReference = departmentId.meta({ refersTo: 'department' });
export const documentReference = documentNumber.meta({ refersTo: 'document' });
export const registeredClause = clauseReference.meta({ refersTo: 'clause' });

/** How often something is measured or done. */
export const frequency = z.enum(['daily', 'weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly', 'per-event']);

/** A person and the day on which he or she signed. */
export const signature = z.strictObject({ by: id, on: day });

export type Bilingual = z.infer<typeof bilingual>;
export type Signature = z.infer<typeof signature>;
export type Frequency = z.infer<typeof frequency>;
