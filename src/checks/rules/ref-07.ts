import type { Document, Handbook } from '../../handbook/graph.ts';
import { notYet } from '../claims.ts';
import { isKnownNumber } from '../known-number.ts';
import { meantByLists } from '../meant-by-list.ts';
import { registerReferences } from '../register-references.ts';
import type { Report, Rule } from '../rule.ts';
import { meantNumber, titled } from '../titled.ts';

/** The documents that front matter and registers name exist; roles, clauses and classifications have their own rules. */
export const ref07: Rule = {
  id: 'REF-07',
  severity: 'error',
  title: {
    zh: '文件开头和登记表中引用的文件都存在',
    en: 'Documents named in front matter and registers exist',
  },
  reason: {
    zh: '断了的引用在网站上就是打不开的链接。',
    en: 'A broken reference is a dead link on the site.',
  },
  remedy: { zh: '改正编号，或补上缺少的文件。', en: 'Correct the number, or add the missing document.' },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: 'related:\n  - HC-ITSM-C-112',
    right: 'related:\n  - HC-ITSM-C-12',
  },
  *check(handbook, library) {
    const released = new Set(handbook.releases.map((release) => release.number));
    for (const { from, to, how, place } of handbook.references) {
      if (how === 'mention' || isKnownNumber(handbook, to)) continue;
      if (library.working.documents.has(to)) {
        yield notYet(handbook, ref07, {
          place: place(),
          document: from.number,
          message: { zh: `${to} 还没有发布`, en: `${to} has not been released` },
          hint: { zh: `先发布 ${to}，或删除引用。`, en: `Release ${to} first, or drop the reference.` },
        });
        continue;
      }
      yield {
        place: place(),
        document: from.number,
        message: { zh: `没有文件 ${to}`, en: `There is no document ${to}` },
        hint: how === 'related' || how === 'record' ? meantInList(handbook, from, to) : meantNumber(handbook, to),
      };
    }
    for (const { kinds, id, place } of registerReferences(handbook)) {
      if (!kinds.includes('document') || kinds.length > 1) continue;
      // The registers are the same in both graphs, so what they name need not be in force.
      const { documents, unreadable } = library.working;
      if (documents.has(id) || unreadable.has(id) || released.has(id)) continue;
      yield {
        place: place(),
        document: id,
        message: { zh: `没有文件 ${id}`, en: `There is no document ${id}` },
        hint: meantNumber(library.working, id),
      };
    }
  },
};

/** The document that the text names and the list lacks is meant before one whose number only looks like it. */
function meantInList(handbook: Handbook, from: Document, number: string): Report['hint'] {
  const meant = meantByLists(handbook, from).get(number);
  if (meant === undefined) return meantNumber(handbook, number);
  const { zh, en } = titled(handbook, meant);
  return { zh: `是否想写 ${zh}？正文提到它。`, en: `Did you mean ${en}? The text names it.` };
}
