/** registers/distribution.yaml: controlled paper copies and who holds them (brief 000-14). */
import { z } from 'zod';
import { day, departmentReference, documentReference, personReference, text, versionLabel } from '../primitives.ts';

export const copy = z.strictObject({
  document: documentReference,
  version: versionLabel,
  /** 分发号 */
  copy: text,
  holder: departmentReference,
  issued: day,
  signed: personReference,
  /** For the copy of a version that was replaced: when it came back, or why it did not. */
  recalled: day.optional(),
  exception: text.optional(),
});

export type Copy = z.infer<typeof copy>;
