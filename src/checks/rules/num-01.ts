import { releasesOf } from '../../control/state.ts';
import type { Document, Handbook } from '../../handbook/graph.ts';
import { numberPattern, placeIn, type Report, type Rule } from '../rule.ts';

/** Numbers keep to the grammar of their kind and to the file name (brief 000-18). */
export const num01: Rule = {
  id: 'NUM-01',
  severity: 'error',
  title: {
    zh: '编号符合规则、唯一，并与文件名一致',
    en: 'Numbers keep to the grammar, are unique and match the file name',
  },
  reason: {
    zh: '编号是文件的身份，重号或错号会让引用指到别处。',
    en: 'The number is the identity of a document; a wrong or doubled one leads references astray.',
  },
  remedy: {
    zh: '按 handbook.yaml 的 numbering 改正编号，文件名（或文件夹名）与编号相同。',
    en: 'Correct the number after numbering in handbook.yaml; name the file (or folder) by the number.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: 'number: HC-ITSM-B-021\ntitle: { zh: 事件管理程序, en: Incident management }',
    right: 'number: HC-ITSM-B-21\ntitle: { zh: 事件管理程序, en: Incident management }',
  },
  *check(handbook) {
    for (const document of handbook.documents.values()) {
      const given = document.data.number;
      const isMisnamed = !document.release && nameOf(document) !== given;
      if (isMisnamed) yield misnamed(handbook, document, given);
      else if (!numberPattern(handbook.settings.numbering[document.kind]).test(given)) {
        yield ungrammatical(handbook, document);
      }
    }
    for (const external of handbook.externals.values()) {
      if (numberPattern(handbook.settings.numbering.external).test(external.number)) continue;
      yield {
        place: external.place(),
        document: external.number,
        message: {
          zh: `编号 ${external.number} 不符合 numbering.external 的规则 ${handbook.settings.numbering.external}`,
          en: `The number ${external.number} does not match numbering.external, ${handbook.settings.numbering.external}`,
        },
      };
    }
  },
};

/** The name of the file, or of the folder, without ending. */
function nameOf({ parts }: Document): string | undefined {
  const segments = parts[0]!.source.file.replace(/\.\w+$/, '').split('/');
  return segments.at(-1) === 'index' ? segments.at(-2) : segments.at(-1);
}

/** Number and file name differ: which of them is wrong the ledger knows, once the document was released. */
function misnamed(handbook: Handbook, document: Document, given: string): Report {
  const name = nameOf(document)!;
  const base = { place: placeIn(document, 'number'), document: document.number };
  const isReleased = (number: string) => releasesOf(handbook, number).length > 0;
  const owner = given === document.number ? undefined : handbook.documents.get(given);
  const back = {
    zh: `台账中这份文件是 ${name}：把 number 改回 ${name}`,
    en: `By the ledger this document is ${name}: set number back to it`,
  };
  if (owner) {
    const { file } = owner.parts[0]!.source;
    return {
      ...base,
      message: { zh: `编号 ${given} 已被 ${file} 使用`, en: `The number ${given} is already used by ${file}` },
      hint: {
        zh: `${back.zh}；这是一份新文件的，文件名和编号都取下一个空号。`,
        en: `${back.en}; if it is a new document, give file and number the next free one.`,
      },
    };
  }
  return {
    ...base,
    message: {
      zh: `文件名“${name}”与编号 ${given} 不一致`,
      en: `The file is named “${name}”, its number is ${given}`,
    },
    hint: isReleased(name)
      ? { zh: `${back.zh}。`, en: `${back.en}.` }
      : isReleased(given)
        ? {
            zh: `台账中这份文件是 ${given}：文件名改为 ${given}。`,
            en: `By the ledger this document is ${given}: rename the file to that.`,
          }
        : {
            zh: '改文件名或改编号，使两者相同。',
            en: 'Rename the file or correct the number, so that both are the same.',
          },
  };
}

function ungrammatical(handbook: Handbook, document: Document): Report {
  const { kind, data } = document;
  const pattern = handbook.settings.numbering[kind];
  const example = [...handbook.documents.values()].find(
    (other) => other.kind === kind && numberPattern(pattern).test(other.number),
  )?.number;
  return {
    place: placeIn(document, 'number'),
    document: document.number,
    message: {
      zh: `编号 ${data.number} 不符合 numbering.${kind} 的规则 ${pattern}`,
      en: `The number ${data.number} does not match numbering.${kind}, ${pattern}`,
    },
    hint: example
      ? {
          zh: `写成 ${example} 的样子；规则本身不合适的，改 handbook.yaml 的 numbering。`,
          en: `Write it like ${example}; if the rule itself is wrong, change numbering in handbook.yaml.`,
        }
      : undefined,
  };
}
