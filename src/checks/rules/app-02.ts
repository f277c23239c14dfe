import { placeIn, type Rule } from '../rule.ts';

/** Who prepared a document does not approve it (brief 000-09). */
export const app02: Rule = {
  id: 'APP-02',
  severity: 'warning',
  title: { zh: '编制人与批准人不是同一人', en: 'Preparer and approver differ' },
  reason: {
    zh: '自己编、自己批，等于没有第二双眼睛。',
    en: 'Nobody checks the text if the author approves it.',
  },
  remedy: {
    zh: '由另一位有权人员批准，或由他人编制。',
    en: 'Let another authorised person approve, or another person prepare.',
  },
  *check(handbook) {
    for (const document of handbook.documents.values()) {
      const { prepared, approved } = document.data;
      if (!approved || prepared.by !== approved.by) continue;
      const name = handbook.people.get(approved.by)?.data.name ?? { zh: approved.by, en: approved.by };
      yield {
        place: placeIn(document, 'approved', 'by'),
        document: document.number,
        message: { zh: `${name.zh}既编制又批准`, en: `${name.en} prepared and approved it` },
      };
    }
  },
};
