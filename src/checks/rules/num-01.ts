import { numberPattern, placeIn, type Rule } from '../rule.ts';

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
      const pattern = handbook.settings.numbering[document.kind];
      if (!numberPattern(pattern).test(document.number)) {
        yield {
          place: placeIn(document, 'number'),
          document: document.number,
          message: {
            zh: `编号 ${document.number} 不符合 numbering.${document.kind} 的规则 ${pattern}`,
            en: `The number ${document.number} does not match numbering.${document.kind}, ${pattern}`,
          },
        };
      }
      const segments = document.parts[0]!.source.file.replace(/\.\w+$/, '').split('/');
      const name = segments.at(-1) === 'index' ? segments.at(-2) : segments.at(-1);
      if (!document.release && name !== document.number) {
        yield {
          place: placeIn(document, 'number'),
          document: document.number,
          message: {
            zh: `文件名“${name}”与编号 ${document.number} 不一致`,
            en: `The file is named “${name}”, its number is ${document.number}`,
          },
          hint: { zh: '改文件名或改编号。', en: 'Rename the file or correct the number.' },
        };
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
