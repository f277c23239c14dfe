import { numberPattern, placeIn, type Rule } from '../rule.ts';

/** The number of a record form holds that of its procedure (brief §4.2). */
export const num02: Rule = {
  id: 'NUM-02',
  severity: 'error',
  title: { zh: '表单编号中的程序号存在', en: 'The number of a form names an existing procedure' },
  reason: {
    zh: '从表单编号就能看出由哪个程序形成，程序号不存在则来源不明。',
    en: 'The number of a form tells which procedure forms it; a number that does not exist leaves it without origin.',
  },
  remedy: { zh: '改正表单编号，或补上程序。', en: 'Correct the number of the form, or add the procedure.' },
  example: {
    file: 'forms/HC-ITSM-D-21-01.yaml',
    wrong: 'number: HC-ITSM-D-42-01 # 没有程序 HC-ITSM-B-42\ntitle: { zh: 事件记录单, en: Incident record }',
    right: 'number: HC-ITSM-D-21-01\ntitle: { zh: 事件记录单, en: Incident record }',
  },
  *check(handbook) {
    const pattern = numberPattern(handbook.settings.numbering.form);
    const procedures = [...handbook.documents.values()].filter(({ kind }) => kind === 'procedure');
    const numbers = procedures.map(({ number }) => number.slice(number.lastIndexOf('-') + 1));
    for (const document of handbook.documents.values()) {
      if (document.kind !== 'form') continue;
      const procedure = pattern.exec(document.number)?.groups?.['procedure'];
      if (procedure === undefined || numbers.includes(procedure)) continue;
      if ([...handbook.unreadable].some((number) => number.endsWith(`-${procedure}`))) continue;
      const [step] = handbook.formedBy.get(document.number) ?? [];
      yield {
        place: placeIn(document, 'number'),
        document: document.number,
        message: {
          zh: `表单编号 ${document.number} 中的程序号是 ${procedure}，没有这个程序`,
          en: `${document.number} names procedure ${procedure}, which does not exist`,
        },
        hint: step && {
          zh: `它由 ${step.document.number}《${step.document.data.title.zh}》形成：取这个程序的下一个表单编号，或补上程序。`,
          en: `${step.document.number} “${step.document.data.title.en}” forms it: take the next number of that procedure, or add the procedure.`,
        },
      };
    }
  },
};
