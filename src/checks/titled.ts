/** How messages name a document: by its number alone nobody knows which one it is. */
import type { Handbook } from '../handbook/graph.ts';
import { nearest } from '../handbook/suggest.ts';
import type { Bilingual } from '../schema/primitives.ts';

/** `HC-ITSM-B-17《需求与容量管理程序》`; the number alone of what nobody knows. */
export function titled({ documents, withdrawn, externals }: Handbook, number: string): Bilingual {
  const title = (documents.get(number) ?? withdrawn.get(number))?.data.title ?? externals.get(number)?.title;
  return title ? { zh: `${number}《${title.zh}》`, en: `${number} “${title.en}”` } : { zh: number, en: number };
}

/** “Did you mean …?” of a number, with its title, because numbers that differ in a figure are all alike. */
export function meantNumber(
  handbook: Handbook,
  number: string,
  candidates: Iterable<string> = handbook.documents.keys(),
): Bilingual | undefined {
  const near = nearest(number, candidates);
  if (near === undefined) return undefined;
  const { zh, en } = titled(handbook, near);
  return { zh: `是否想写 ${zh}？`, en: `Did you mean ${en}?` };
}
