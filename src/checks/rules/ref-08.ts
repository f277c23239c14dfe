import { resolveLink } from '../../handbook/link.ts';
import type { Rule } from '../rule.ts';

/** Links in the text lead somewhere, down to the section. */
export const ref08: Rule = {
  id: 'REF-08',
  severity: 'error',
  title: { zh: '正文中的链接和锚点都有目标', en: 'Links and anchors in the text lead somewhere' },
  reason: { zh: '点不开的链接让人不再相信手册。', en: 'Readers lose trust in a handbook with dead links.' },
  remedy: {
    zh: '链接写文件编号，可加 #章节号，如 HC-ITSM-B-21#5.3。',
    en: 'Link to the number of a document, with #section where useful: HC-ITSM-B-21#5.3.',
  },
  *check(handbook) {
    for (const document of handbook.documents.values()) {
      for (const part of document.parts) {
        for (const link of part.body.links) {
          const target = resolveLink(handbook, document, link.url);
          if (target.kind !== 'broken') continue;
          yield { place: link.place, document: document.number, message: target.message, hint: target.hint };
        }
      }
    }
    const others = [
      ...[...handbook.roles.values()].map(({ body }) => ({ body, within: undefined })),
      // A translation has the sections of its document.
      ...[...handbook.translations.values()]
        .flat()
        .map(({ body, data }) => ({ body, within: handbook.documents.get(data.translates) })),
    ];
    for (const { body, within } of others) {
      for (const link of body.links) {
        const target = resolveLink(handbook, within, link.url);
        if (target.kind === 'broken') yield { place: link.place, message: target.message, hint: target.hint };
      }
    }
  },
};
