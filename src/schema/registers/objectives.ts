/** registers/objectives.yaml: service management objectives with their results (brief 000-25, OBJ-01). */
import { z } from 'zod';
import {
  day,
  departmentReference,
  frequency,
  id,
  optionalList,
  registeredClause,
  roleReference,
  text,
} from '../primitives.ts';

export const objective = z.strictObject({
  id,
  name: text,
  formula: text,
  /** How a result is judged: `>=` the value, `<=` the value, or exactly `=` it. */
  target: z.strictObject({ operator: z.enum(['>=', '<=', '=']), value: z.number(), unit: text }),
  frequency,
  /** The first day that counts, for an objective that is newer than the system; results are expected from then on. */
  from: day.optional(),
  owner: roleReference,
  department: departmentReference,
  /** Who is told the results: leadership, the department in charge, the department that analyses them. */
  recipients: z.array(z.union([roleReference, departmentReference])).min(3),
  clauses: optionalList(registeredClause),
  results: z.array(
    z.strictObject({
      /** `2025-Q3` */
      period: z.string().regex(/^\d{4}-(Q[1-4]|H[12]|\d{2})$|^\d{4}$/, { error: 'period' }),
      value: z.number(),
      reported: day,
      /** Why a target was missed, and the number of the corrective action. */
      remark: text.optional(),
      correctiveAction: text.optional(),
    }),
  ),
});
