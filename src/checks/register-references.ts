/** Every id in a register that must name something, found by the marks in its schema. */
import type { Place } from '../handbook/finding.ts';
import type { Handbook } from '../handbook/graph.ts';
import { referencesIn, type ReferenceKind } from '../schema/references.ts';
import { translation } from '../schema/translation.ts';
import { registerSchemas, type RegisterName } from '../schema/registers/index.ts';

export interface RegisterReference {
  kinds: ReferenceKind[];
  id: string;
  place: () => Place;
}

/** The references in all registers and translations, in the order of the files. */
export function registerReferences(handbook: Handbook): RegisterReference[] {
  const inTranslations = [...handbook.translations.values()]
    .flat()
    .flatMap(({ data, source }) =>
      referencesIn(translation, data).map(({ kinds, id, path }) => ({ kinds, id, place: () => source.place(path) })),
    );
  const inRegisters = (Object.keys(registerSchemas) as RegisterName[]).flatMap((name) =>
    handbook.registers[name].flatMap((entry) =>
      referencesIn(registerSchemas[name], entry).map(({ kinds, id, path }) => ({
        kinds,
        id,
        place: () => entry.place(...path),
      })),
    ),
  );
  return [...inRegisters, ...inTranslations];
}
