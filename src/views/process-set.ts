/** What belongs to one process: the procedure, its work instructions and plans, its record forms. */
import type { Document, Handbook } from '../handbook/graph.ts';

export interface ProcessSet {
  procedure: Document;
  /** Work instructions, plans and whatever else names the procedure as its own. */
  below: Document[];
  forms: Document[];
}

/** Worked out once for a handbook: each of its pages asks, and each would go through all documents. */
const known = new WeakMap<Handbook, ReadonlyMap<string, ProcessSet>>();

/** The set that a document belongs to: that of itself, of the procedure it names, or of the one in the number of a form. */
export function processSetOf(handbook: Handbook, document: Document): ProcessSet | undefined {
  let sets = known.get(handbook);
  if (!sets) known.set(handbook, (sets = processSets(handbook)));
  const procedure = procedureOf(handbook, document);
  return procedure && sets.get(procedure.number);
}

function processSets(handbook: Handbook): ReadonlyMap<string, ProcessSet> {
  const sets = new Map<string, ProcessSet>();
  const setOf = (procedure: Document): ProcessSet => {
    const set = sets.get(procedure.number) ?? { procedure, below: [], forms: [] };
    sets.set(procedure.number, set);
    return set;
  };
  for (const document of handbook.documents.values()) {
    const procedure = procedureOf(handbook, document);
    if (!procedure) continue;
    const set = setOf(procedure);
    if ('procedure' in document.data && document.data.procedure) set.below.push(document);
    if (document.kind === 'form') set.forms.push(document);
  }
  return sets;
}

function procedureOf(handbook: Handbook, { kind, number, data }: Document): Document | undefined {
  if (kind === 'procedure') return handbook.documents.get(number);
  if ('procedure' in data && data.procedure) return handbook.documents.get(data.procedure);
  if (kind !== 'form') return undefined;
  const inNumber = new RegExp(handbook.settings.numbering.form).exec(number)?.groups?.['procedure'];
  return inNumber === undefined ? undefined : procedureEndingIn(handbook, inNumber);
}

const endings = new WeakMap<Handbook, Map<string, Document | undefined>>();

/** `21` → HC-ITSM-B-21. */
function procedureEndingIn(handbook: Handbook, ending: string): Document | undefined {
  let found = endings.get(handbook);
  if (!found) endings.set(handbook, (found = new Map()));
  if (!found.has(ending)) {
    const isIt = ({ kind, number }: Document) => kind === 'procedure' && number.endsWith(`-${ending}`);
    found.set(ending, [...handbook.documents.values()].find(isIt));
  }
  return found.get(ending);
}
