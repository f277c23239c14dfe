/** What is known of a document that is to be begun. */
import type { Kind } from '../schema/documents.ts';

export interface NewRequest {
  kind: Kind;
  number?: string;
  title?: string;
  titleEn?: string;
  /** Id of a role; that of the procedure if not given. */
  owner?: string;
  /** Code of a department; that of the owner if not given. */
  department?: string;
  /** Number of the procedure that it details, or whose record it is. */
  procedure?: string;
  /** Ids of people: who prepares it, and who is to review and approve it. */
  by?: string;
  reviewed?: string;
  approved?: string;
  classification?: string;
  /** ISO day; that of the library if not given. */
  on?: string;
}
