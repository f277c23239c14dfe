import type { Place } from '../../handbook/finding.ts';
import type { Bilingual } from '../../schema/primitives.ts';
import { placeIn, type Rule } from '../rule.ts';

/** No title stands for two documents (brief 001-18), external ones included; those among themselves may be editions. */
export const num03: Rule = {
  id: 'NUM-03',
  severity: 'warning',
  title: { zh: '文件名称不重复', en: 'No title is used twice' },
  reason: {
    zh: '正文用《名称》引用文件，两份文件同名，就不知道引用的是哪一份。',
    en: 'Texts refer to documents by title; with two of one title nobody knows which one is meant.',
  },
  remedy: { zh: '改其中一份的名称，使两份能区分。', en: 'Give one of them another title that tells them apart.' },
  example: {
    file: 'forms/HC-ITSM-D-01-03.yaml',
    wrong:
      'number: HC-ITSM-D-01-03\ntitle: { zh: 变更请求单, en: Document change request } # HC-ITSM-D-18-01 也叫变更请求单',
    right: 'number: HC-ITSM-D-01-03\ntitle: { zh: 文件更改申请单, en: Document change request }',
  },
  *check(handbook) {
    const entries: Entry[] = [
      ...[...handbook.externals.values()].map(({ number, title, place }) => ({
        number,
        title,
        isOwn: false,
        place: (language: 'zh' | 'en') => place('title', language),
      })),
      ...[...handbook.documents.values()].map((document) => ({
        number: document.number,
        title: document.data.title,
        isOwn: true,
        place: (language: 'zh' | 'en') => placeIn(document, 'title', language),
      })),
    ];
    for (const language of ['zh', 'en'] as const) {
      const first = new Map<string, Entry>();
      for (const entry of entries) {
        const key = entry.title[language].replace(/\s+/g, ' ').toLowerCase();
        const other = first.get(key);
        if (!other) first.set(key, entry);
        else if (entry.isOwn) {
          yield {
            place: entry.place(language),
            document: entry.number,
            message: {
              zh: `${entry.number} 与 ${other.number} 同名${language === 'en' ? '（英文名称）' : ''}：${entry.title[language]}`,
              en: `${entry.number} has the same ${language === 'zh' ? 'Chinese ' : ''}title as ${other.number}: ${entry.title[language]}`,
            },
            hint: {
              zh: '改这一份或那一份的名称，例如加上适用的服务、过程或用途。',
              en: 'Change the title of one of them, for example by the service, process or purpose that it is for.',
            },
          };
        }
      }
    }
  },
};

interface Entry {
  number: string;
  title: Bilingual;
  /** False for a document that somebody else issued and named. */
  isOwn: boolean;
  place: (language: 'zh' | 'en') => Place;
}
