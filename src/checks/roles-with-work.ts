/** Which roles have something to do, wherever that is said. */
import { allChains } from '../control/signatories.ts';
import type { Handbook } from '../handbook/graph.ts';
import { registerReferences } from './register-references.ts';

/** The roles that an activity, a document, a form, a register, the matrix or an approval chain names. */
export function rolesWithWork(handbook: Handbook): Set<string> {
  const busy = new Set<string>(handbook.duties.keys());
  for (const { data, parts } of handbook.documents.values()) {
    busy.add(data.owner);
    if (data.kind === 'form') for (const field of data.fields) busy.add(field.by);
    if (data.kind === 'matrix') for (const row of data.rows) for (const id of Object.keys(row.parts)) busy.add(id);
    if (data.kind === 'procedure') {
      for (const metric of data.process.metrics) busy.add(metric.owner);
      // Who an input comes from has to give it; who gets an output has nothing to do for it.
      for (const input of data.process.inputs) for (const id of input.from) busy.add(id);
    }
    for (const part of parts) if (part.data?.appointment) busy.add(part.data.appointment.role);
  }
  for (const { chain } of allChains(handbook)) {
    for (const signatory of [...chain.reviewed, ...chain.approved]) busy.add(signatory);
  }
  for (const { kinds, id } of registerReferences(handbook)) if (kinds.includes('role')) busy.add(id);
  return busy;
}

/**
 * True if what has nothing to do can be told: what cannot be read may be what a role is for, and a rule that is off
 * tells nothing.
 */
export function areIdleRolesTold({ unreadable, unread, settings }: Handbook): boolean {
  return unreadable.size === 0 && unread.size === 0 && settings.checks.severities['RAC-03'] !== 'off';
}
