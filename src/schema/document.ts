/** What every controlled document says about itself (design.md §6), whatever its kind. */
import { z } from 'zod';
import {
  bilingual,
  clauseReference,
  day,
  departmentId,
  documentNumber,
  id,
  informationReference,
  signature,
  text,
  versionLabel,
  optionalList,
} from './primitives.ts';

/** One line of the change record (文件修改记录): what changed in a version, why, and who answers for it. */
export const changeEntry = z.strictObject({
  version: versionLabel,
  date: day,
  /** Section numbers, or `全文` for a new document or a new edition. */
  sections: z.array(text).min(1),
  what: text,
  why: text,
  by: id,
  reviewed: id,
  approved: id,
  /** The number of the document change request, absent for a new document. */
  request: text.optional(),
});

/** Fields of the front matter shared by all kinds. */
export const documentFields = {
  number: documentNumber,
  title: bilingual,
  version: versionLabel,
  /** 密级: an id of `classifications` in handbook.yaml. */
  classification: id,
  /** 受控 or 不受控. */
  control: z.enum(['controlled', 'uncontrolled']),
  /** The accountable role. */
  owner: id,
  /** The lead department. */
  department: departmentId,
  /** Departments that take part. */
  support: optionalList(departmentId),
  clauses: z.preprocess(
    (value) => value ?? {},
    z.strictObject({ primary: optionalList(clauseReference), supporting: optionalList(clauseReference) }),
  ),
  /** Documented information of a standard that this document, or the record made with this form, is. */
  provides: optionalList(informationReference),
  prepared: signature,
  reviewed: signature.optional(),
  approved: signature.optional(),
  released: day.optional(),
  effective: day.optional(),
  /** Months between two periodic reviews. */
  reviewMonths: z.int().min(1).max(60),
  /** Further words under which people look for the document. */
  keywords: optionalList(text),
  related: optionalList(documentNumber),
  changes: z.array(changeEntry).min(1),
};

export type ChangeEntry = z.infer<typeof changeEntry>;
