/** Every id in a register that must name something, found by the marks in its schema. */
import type { Place } from '../handbook/finding.ts';
import type { Handbook } from '../handbook/graph.ts';
import { referencesIn, type ReferenceKind } from '../schema/references.ts';
import { registerSchemas, type RegisterName } from '../schema/registers/index.ts';

export interface RegisterReference {
  kinds: ReferenceKind[];
  id: string;
  place: () => Place;
}

/** The references in all registers, in the order of the files. */
export function registerReferences(handbook: Handbook): RegisterReference[] {
  return (Object.keys(registerSchemas) as RegisterName[]).flatMap((name) =>
    handbook.registers[name].flatMap((entry) =>
      referencesIn(registerSchemas[name], entry).map(({ kinds, id, path }) => ({
        kinds,
        id,
        place: () => entry.place(...path),
      })),
    ),
  );
}
