import type { Document, Handbook } from '../../handbook/graph.ts';
import { nearest } from '../../handbook/suggest.ts';
import { placeIn, type Report, type Rule } from '../rule.ts';

/**
 * Each document has a classification of handbook.yaml, and is not more open than what goes out with it (brief 002-01).
 *
 * Two things go out with a document: what its components show of other documents, at every level; and, once it is
 * open to everybody, its attachments: the forms of its steps, and the instructions and plans that detail it. Within the
 * organisation an attachment may well be more closed than the document: everybody reads how the continuity procedure
 * works, few the emergency numbers.
 */
export const cls01: Rule = {
  id: 'CLS-01',
  severity: 'error',
  title: {
    zh: '密级在规定的级别之内，且不比所含内容和附件更公开',
    en: 'A classification exists, and is not more open than what goes out with the document',
  },
  reason: {
    zh: '密级写错，就没有人知道文件能给谁看；公开文件带着内部附件，内部信息就跟着出去了。',
    en: 'With a wrong classification nobody knows who may read; a public document with internal attachments takes them along.',
  },
  remedy: {
    zh: '用 handbook.yaml 中 classifications 的标识；提高文件的密级，或降低附件的密级，或去掉显示内部内容的组件。',
    en: 'Use an id from classifications in handbook.yaml; close the document, open the attachment, or drop the component.',
  },
  example: {
    file: 'policies/HC-ITSM-A-07.mdx',
    wrong: 'classification: open   # handbook.yaml 中是 public、internal、restricted、confidential',
    right: 'classification: public',
  },
  *check(handbook) {
    yield* unknownInProfiles(handbook);
    const attachments = attachmentsOf(handbook);
    for (const document of handbook.documents.values()) {
      const level = levelOf(handbook, document);
      if (level < 0) {
        yield unknown(handbook, document);
        continue;
      }
      yield* shown(handbook, document, level);
      if (level > 0) continue;
      const closed = [...(attachments.get(document.number) ?? [])].filter((item) => levelOf(handbook, item) > 0);
      if (closed.length) yield attached(handbook, document, closed);
    }
  },
};

/** From 0, the most open; -1 if there is no such classification. */
function levelOf({ settings }: Handbook, { data }: Document): number {
  return settings.classifications.findIndex(({ id }) => id === data.classification);
}

/** Number of a document → the forms that its steps fill, and the instructions and plans that detail it. */
function attachmentsOf(handbook: Handbook): Map<string, Set<Document>> {
  const found = new Map<string, Set<Document>>();
  const add = (to: string, attachment: Document) => {
    const known = found.get(to) ?? new Set();
    found.set(to, known.add(attachment));
  };
  for (const document of handbook.documents.values()) {
    if ('procedure' in document.data && document.data.procedure) add(document.data.procedure, document);
    for (const activity of handbook.formedBy.get(document.number) ?? []) add(activity.document.number, document);
  }
  return found;
}

function unknown({ settings }: Handbook, document: Document): Report {
  const { classification: given } = document.data;
  return {
    place: placeIn(document, 'classification'),
    document: document.number,
    message: { zh: `没有密级“${given}”`, en: `There is no classification “${given}”` },
    hint: unknownHint(settings.classifications, given),
  };
}

function unknownHint(classifications: Handbook['settings']['classifications'], given: string): Report['hint'] {
  const known = classifications.map(({ id }) => id);
  const near = nearest(given, known);
  const all = classifications.map(({ id, title }) => `${id}（${title.zh}）`);
  return near
    ? { zh: `是否想写“${near}”？`, en: `Did you mean “${near}”?` }
    : { zh: `可用：${all.join('、')}。`, en: `Known: ${known.join(', ')}.` };
}

/** Profiles are made of classifications; one that is misspelt would leave documents out without a word. */
function* unknownInProfiles({ settings, settingsSource }: Handbook): Generator<Report> {
  const known = settings.classifications.map(({ id }) => id);
  for (const [index, profile] of settings.profiles.entries()) {
    for (const [at, given] of profile.classifications.entries()) {
      if (known.includes(given)) continue;
      yield {
        place: settingsSource.place(['profiles', index, 'classifications', at]),
        message: {
          zh: `受众版本“${profile.title.zh}”中的密级“${given}”不存在`,
          en: `The profile “${profile.title.en}” has the classification “${given}”, which does not exist`,
        },
        hint: unknownHint(settings.classifications, given),
      };
    }
    if (settings.profiles.findIndex(({ id }) => id === profile.id) === index) continue;
    yield {
      place: settingsSource.place(['profiles', index, 'id']),
      message: {
        zh: `受众版本“${profile.id}”有两个`,
        en: `There are two profiles “${profile.id}”`,
      },
      hint: { zh: '各取一个标识。', en: 'Give each an id of its own.' },
    };
  }
}

/** What components show of documents that are more closed: the matrix, and the metrics of procedures. */
function* shown(handbook: Handbook, document: Document, level: number): Generator<Report> {
  for (const part of document.parts) {
    for (const { name, place } of part.body.components) {
      const sources =
        name === 'ResponsibilityMatrix'
          ? handbook.matrices.map((matrix) => matrix.document)
          : name === 'Metrics'
            ? [...handbook.documents.values()].filter(({ kind }) => kind === 'procedure')
            : [];
      const closed = sources.filter((source) => source !== document && levelOf(handbook, source) > level);
      const [first] = closed;
      if (!first) continue;
      const more = closed.length > 1;
      yield {
        place,
        document: document.number,
        message: {
          zh: `${titled(handbook, document)}用 <${name} /> 显示了更不公开的内容：${titled(handbook, first)}${more ? `等 ${closed.length} 个文件` : ''}`,
          en: `${titledEn(handbook, document)} shows with <${name} /> what stands in ${titledEn(handbook, first)}${more ? ` and ${closed.length - 1} more` : ''}`,
        },
        hint: {
          zh: `把本文件的 classification 改为 ${first.data.classification}，或删除组件，写成指向 ${first.number} 的链接。`,
          en: `Set classification of this document to ${first.data.classification}, or link to ${first.number} in place of the component.`,
        },
      };
    }
  }
}

/** How many attachments a message names. */
const listed = 6;

function attached(handbook: Handbook, document: Document, closed: readonly Document[]): Report {
  const shown = closed.slice(0, listed);
  const more = closed.length - shown.length;
  const [first] = closed;
  const numbers = shown.map(({ number }) => number);
  return {
    place: placeIn(document, 'classification'),
    document: document.number,
    message: {
      zh: `${titled(handbook, document)}比它的附件更公开：${shown.map((item) => titled(handbook, item)).join('、')}${more ? ` 等 ${closed.length} 份` : ''}`,
      en: `${titledEn(handbook, document)} is more open than its attachments: ${shown.map((item) => titledEn(handbook, item)).join(', ')}${more ? ` and ${more} more` : ''}`,
    },
    hint: {
      zh: `${document.number} 的 classification 改为 ${first!.data.classification}；附件确可公开的，改 ${numbers.join('、')} 的 classification。`,
      en: `Set classification of ${document.number} to ${first!.data.classification}, or open ${numbers.join(', ')} if they may be read by everybody.`,
    },
  };
}

function classificationTitle({ settings }: Handbook, { data }: Document): { zh: string; en: string } {
  const found = settings.classifications.find(({ id }) => id === data.classification);
  return found?.title ?? { zh: data.classification, en: data.classification };
}

function titled(handbook: Handbook, document: Document): string {
  return `${document.number} ${document.data.title.zh}（${classificationTitle(handbook, document).zh}）`;
}

function titledEn(handbook: Handbook, document: Document): string {
  return `${document.number} (${classificationTitle(handbook, document).en})`;
}
