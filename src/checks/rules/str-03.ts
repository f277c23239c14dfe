import type { Document, Part } from '../../handbook/graph.ts';
import { nearest } from '../../handbook/suggest.ts';
import { keyIn, type Report, type Rule } from '../rule.ts';

/**
 * The manual has its release order, an appointment letter, and the sections that handbook.yaml asks for
 * (`checks.manualSections`): the management of the manual and others that no clause demands (brief 002). Who signs, and
 * when, is for ROL-05.
 */
export const str03: Rule = {
  id: 'STR-03',
  severity: 'error',
  title: {
    zh: '手册有发布令、任命书和规定的管理章节',
    en: 'The manual has its release order, appointment letter and required sections',
  },
  reason: {
    zh: '发布令使手册生效，任命书说明谁对体系负责，手册管理说明手册怎样审批、发放和修改。',
    en: 'The release order puts the manual into force, the letter says who answers for the system, and its management how it is approved, issued and changed.',
  },
  remedy: {
    zh: '在手册中补上这一部分：新建文件，写好文件开头，并列入 index.mdx 的 parts。',
    en: 'Add the part to the manual: a file with its front matter, listed in parts of index.mdx.',
  },
  example: {
    file: 'manual/HC-ITSM-A-01/0.2.mdx',
    wrong: "section: '0.2'\ntitle: { zh: 发布令, en: Release order }",
    right:
      "section: '0.2'\ntitle: { zh: 发布令, en: Release order }\nreleaseOrder:\n  basis: ISO/IEC 20000-1:2018\n  signatory: shen-heng\n  date: 2025-03-03\n  effective: 2025-03-03",
  },
  *check(handbook) {
    const { manualSections } = handbook.settings.checks;
    for (const document of handbook.documents.values()) {
      if (document.kind !== 'manual') continue;
      for (const letter of letters) {
        if (!document.parts.some(({ data }) => data?.[letter.key])) yield withoutLetter(document, letter);
      }
      const titles = titlesOf(document);
      for (const title of manualSections) if (!titles.has(title)) yield withoutSection(document, title, titles);
    }
  },
};

const letters = [
  {
    key: 'releaseOrder',
    zh: '发布令',
    en: 'release order',
    titled: /发布令|颁布令|release order/i,
    fields: 'basis、signatory、date、effective',
  },
  {
    key: 'appointment',
    zh: '任命书',
    en: 'appointment letter',
    titled: /任命书|授权书|appointment/i,
    fields: 'role、appointee、duties、signatory、date',
  },
] as const;

/** A letter that is missing, at the part that bears its title but not its data, if there is one. */
function withoutLetter(document: Document, { key, zh, en, titled, fields }: (typeof letters)[number]): Report {
  const part = document.parts.find(({ data, title }) => data && (titled.test(title.zh) || titled.test(title.en)));
  if (part) {
    return {
      place: part.source.place(['title'], { key: true }),
      document: document.number,
      message: {
        zh: `“${named(part)}”的文件开头没有 ${key}，看不出由谁、何时签发`,
        en: `“${part.title.en}” has no ${key} in its front matter: nobody can tell who signed it and when`,
      },
      hint: {
        zh: `加上 ${key}：${fields}。`,
        en: `Add ${key} with ${fields.replaceAll('、', ', ')}.`,
      },
    };
  }
  return {
    place: keyIn(document, 'parts'),
    document: document.number,
    message: { zh: `手册没有${zh}`, en: `The manual has no ${en}` },
    hint: {
      zh: `新建一个部分，文件开头写 ${key}（${fields}），并列入 parts。`,
      en: `Add a part with ${key} (${fields.replaceAll('、', ', ')}) in its front matter, and list it in parts.`,
    },
  };
}

function named({ data, title }: Part): string {
  return data ? `${data.section} ${title.zh}` : title.zh;
}

/** The titles of the parts in both languages, and of the headings without their number. */
function titlesOf({ parts }: Document): Set<string> {
  return new Set(
    parts.flatMap(({ title, body }) => [
      title.zh,
      title.en,
      ...body.sections.map((section) => section.title.slice(section.number?.length ?? 0).trim()),
    ]),
  );
}

function withoutSection(document: Document, title: string, titles: ReadonlySet<string>): Report {
  const near = nearest(title, titles);
  return {
    place: keyIn(document, 'parts'),
    document: document.number,
    message: {
      zh: `手册没有“${title}”一节，handbook.yaml 的 checks.manualSections 要求有`,
      en: `The manual has no section “${title}”, which checks.manualSections of handbook.yaml asks for`,
    },
    hint: near
      ? {
          zh: `手册中有“${near}”：把标题改成“${title}”，或改正 checks.manualSections。`,
          en: `The manual has “${near}”: title it “${title}”, or correct checks.manualSections.`,
        }
      : {
          zh: `新建一个标题为“${title}”的部分，并列入 parts。`,
          en: `Add a part with the title “${title}” and list it in parts.`,
        },
  };
}
