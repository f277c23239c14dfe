/** The components that authors may use in MDX, each with the props that it takes. Nothing else is allowed. */
import { z } from 'zod';

const none = z.strictObject({});

export const componentSchemas = {
  /** A note, a caution or an example beside the text. */
  Note: z.strictObject({ kind: z.enum(['note', 'caution', 'example']).default('note') }),
  /** The change record of the document that the component stands in. */
  ChangeRecord: none,
  /** The register of procedures (附件：程序文件清单). */
  ProcedureList: none,
  /** The responsibility matrix (职责分配表). */
  ResponsibilityMatrix: none,
  /** The organisation chart (组织架构图). */
  OrganisationChart: none,
  /** Clauses of the standard in force beside those of another one. */
  ClauseCorrespondence: z.strictObject({ standard: z.string() }),
  /** Required documented information and what provides it. */
  DocumentedInformation: none,
  /** The register of external documents (外来文件清单). */
  ExternalDocuments: none,
  /** The metrics of all procedures, which are the objectives broken down to processes. */
  Metrics: none,
} as const;

export type ComponentName = keyof typeof componentSchemas;

/** True for a component that shows its own document only; the others list what the whole handbook holds. */
export function isOwnComponent(name: ComponentName): boolean {
  return name === 'Note' || name === 'ChangeRecord';
}
