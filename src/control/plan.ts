/** What a command of document control would do, or why it does not. Nothing is written here. */
import type { Handbook } from '../handbook/graph.ts';
import { nearest } from '../handbook/suggest.ts';
import type { Bilingual } from '../schema/primitives.ts';

/** Path relative to the content folder → its new bytes, or null for a file that is deleted. */
export type Changes = Map<string, Buffer | null>;

export interface Plan {
  changes: Changes;
}

export interface Refusal {
  refused: Bilingual;
  hint?: Bilingual;
}

export function isRefusal(plan: object): plan is Refusal {
  return 'refused' in plan;
}

/** The path below the content folder of a file as it is shown to people. */
export function contentPath({ settingsSource }: Handbook, file: string): string {
  return file.slice(settingsSource.file.length - 'handbook.yaml'.length);
}

/** There is no person of this id. */
export function unknownPerson({ people }: Handbook, id: string): Refusal {
  const near = nearest(id, people.keys());
  return {
    refused: { zh: `没有人员“${id}”`, en: `There is no person “${id}”` },
    hint: {
      zh: `${near ? `是否想写 ${near}？` : ''}人员的标识见 organisation/people.yaml。`,
      en: `${near ? `Did you mean ${near}? ` : ''}Ids of people are in organisation/people.yaml.`,
    },
  };
}

/** There is no document of this number. */
export function unknownDocument(number: string, known: Iterable<string>): Refusal {
  const near = nearest(number, known);
  return {
    refused: { zh: `没有文件 ${number}`, en: `There is no document ${number}` },
    hint: near ? { zh: `是否想写 ${near}？`, en: `Did you mean ${near}?` } : undefined,
  };
}
