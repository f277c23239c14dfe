/** registers/distribution.yaml: copies outside the site, and who holds them (brief 000-14, 002-09, 003-22). */
import { z } from 'zod';
import { day, departmentReference, documentReference, personReference, text, versionLabel } from '../primitives.ts';

const issued = {
  document: documentReference,
  version: versionLabel,
  /** 分发号 */
  copy: text,
  issued: day,
};

/** A paper copy that is replaced when the document changes. */
const controlledCopy = z.strictObject({
  ...issued,
  holder: departmentReference,
  signed: personReference,
  /** For the copy of a version that was replaced: when it came back, or why it did not. */
  recalled: day.optional(),
  exception: text.optional(),
});

/** A copy for somebody outside: not replaced when the document changes, and approved before it goes out. */
const uncontrolledCopy = z.strictObject({
  ...issued,
  uncontrolled: z.literal(true),
  recipient: text,
  purpose: text,
  approved: personReference,
});

export const copy = z.union([uncontrolledCopy, controlledCopy]);
