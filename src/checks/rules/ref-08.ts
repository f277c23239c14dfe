import type { ComponentUse } from '../../handbook/body.ts';
import type { Handbook, Standard } from '../../handbook/graph.ts';
import { resolveLink } from '../../handbook/link.ts';
import { nearest } from '../../handbook/suggest.ts';
import { isYetToCome, notYet } from '../claims.ts';
import type { Report, Rule } from '../rule.ts';
import { texts } from '../texts.ts';
import { missedHeadings } from './str-01.ts';

/** Links in the text lead somewhere, down to the section; so do the names in the props of components. */
export const ref08: Rule = {
  id: 'REF-08',
  severity: 'error',
  title: {
    zh: '正文中的链接、锚点和组件所指的都有目标',
    en: 'Links, anchors and components in the text lead somewhere',
  },
  reason: {
    zh: '点不开的链接、空白的对照表，让人不再相信手册。',
    en: 'Readers lose trust in a handbook with dead links and tables without content.',
  },
  remedy: {
    zh: '链接写文件编号，可加 #章节号，如 HC-ITSM-B-21#5.3。',
    en: 'Link to the number of a document, with #section where useful: HC-ITSM-B-21#5.3.',
  },
  example: {
    file: 'manual/HC-ITSM-A-01/8.6.mdx',
    wrong: '升级办法见[事件管理程序](HC-ITSM-B-21#5.14)，由[事件经理](role:incident-manager)负责。',
    right: '升级办法见[事件管理程序](HC-ITSM-B-21#5.4)，由[事件经理](role:incident-mgr)负责。',
  },
  *check(handbook, library) {
    for (const { body, document } of texts(handbook)) {
      // A translation has the sections of its document.
      const within = document === undefined ? undefined : handbook.documents.get(document);
      for (const link of body.links) {
        const target = resolveLink(handbook, within, link.url);
        if (target.kind !== 'broken') continue;
        const [to = '', section = ''] = link.url.split('#');
        const linked = to ? handbook.documents.get(to) : within;
        if (linked && missedHeadings(handbook, ref08, linked).some(({ number }) => number === section)) continue;
        yield !handbook.documents.has(to) && isYetToCome(library, to)
          ? notYet(handbook, ref08, { place: link.place, document, ...unreleased(handbook, to) })
          : { place: link.place, document, message: target.message, hint: target.hint };
      }
      for (const use of body.components) {
        if (use.name === 'ClauseCorrespondence') yield* correspondence(handbook, use, document);
      }
    }
  },
};

/** A link to a document that is in the other graph only, so far. */
function unreleased({ asOf }: Handbook, number: string): Pick<Report, 'message' | 'hint'> {
  return {
    message: {
      zh: `链接所指的 ${number} 在 ${asOf} 还没有实施`,
      en: `${number}, to which the link leads, is not effective on ${asOf} yet`,
    },
    hint: {
      zh: `先让 ${number} 发布并实施，或删除链接。`,
      en: `Release ${number} so that it is effective, or drop the link.`,
    },
  };
}

/** The table of clauses beside those of another standard: that standard is known, and its clauses are assigned. */
function* correspondence(
  { standards, standardsInForce }: Handbook,
  use: ComponentUse,
  document: string | undefined,
): Generator<Report> {
  const id = use.props['standard'];
  const [own] = standardsInForce;
  if (id === undefined || !own) return;
  const place = use.propPlaces['standard'] ?? use.place;
  const other = standards.get(id);
  if (!other) {
    const near = nearest(id, standards.keys());
    const others = [...standards.keys()].filter((key) => key !== own.id);
    yield {
      place,
      document,
      message: {
        zh: `没有标准“${id}”的条款目录，对照表会是空的`,
        en: `There is no catalogue of the standard “${id}”: the table would be empty`,
      },
      hint: near
        ? { zh: `是否想写“${near}”？`, en: `Did you mean “${near}”?` }
        : {
            zh: `把它的条款目录放进 standards/；已有的：${others.join('、') || '无'}。`,
            en: `Add its catalogue to standards/; there are: ${others.join(', ') || 'none'}.`,
          },
    };
    return;
  }
  if (assigned(own, other)) return;
  yield {
    place,
    document,
    message: {
      zh: `${own.data.reference} 的条款没有一个对应到 ${other.data.reference}，对照表里只有“—”`,
      en: `No clause of ${own.data.reference} corresponds to one of ${other.data.reference}: the table shows dashes only`,
    },
    hint: {
      zh: `在 ${own.source.file} 中为各条款写上 corresponds: { '${other.id}': [条款号] }，或写另一个标准。`,
      en: `Write corresponds: { '${other.id}': [clause] } at the clauses in ${own.source.file}, or name another standard.`,
    },
  };
}

function assigned(own: Standard, other: Standard): boolean {
  return own.clauses.some(({ data }) => data.corresponds?.[other.id]?.length);
}
