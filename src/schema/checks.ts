/** `checks` in handbook.yaml: how strictly the rules are applied here. */
import { z } from 'zod';
import { kinds, type Kind } from './documents.ts';
import { departmentId, documentNumber, text } from './primitives.ts';

const months = z.int().min(1).max(60);

/** What some rules count against; the defaults are what certification bodies commonly expect. */
export const checkLimits = z.strictObject({
  /** More periodic reviews than this due in one month are a cliff (DAT-06). */
  reviewsPerMonth: z.int().min(1).default(40),
  /** Months between two internal audits, and between two management reviews (DAT-05, DAT-04). */
  auditMonths: months.default(12),
  managementReviewMonths: months.default(12),
  /** Months after which an external document is checked again for a newer edition (REF-06). */
  externalCheckMonths: months.default(12),
  /** Two procedures that share more duties or records than this overlap (MAP-06). */
  sharedRecords: z.int().min(1).default(3),
  /** Per cent of the documents of levels 1 to 3 that were revised or reviewed in the last 12 months (REV-01). */
  reviewRate: z.number().min(0).max(100).default(100),
});

export const checkSettings = z.strictObject({
  /** Rule → severity instead of its own, or `off`. The core of the rules cannot be changed (CHK-01). */
  severities: z.record(text, z.enum(['error', 'warning', 'info', 'off'])).default({}),
  limits: checkLimits.prefault({}),
  /** The standard whose numbers the chapters of the manual bear, if the manual is built that way (MAP-07). */
  manualMirrors: text.optional(),
  /** Titles of sections that the manual must have besides those of the clauses: 手册管理 … (STR-03). */
  manualSections: z.array(text).default([]),
  /** The department that analyses the results of the objectives and so is told all of them (OBJ-01). */
  analysisDepartment: departmentId.optional(),
  /** Kinds and numbers of documents that are handed out: the register has a copy of each version in force (DIS-01). */
  distributed: z.array(z.union([z.enum(Object.keys(kinds) as [Kind, ...Kind[]]), documentNumber])).default([]),
});
