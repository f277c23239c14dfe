import type { Body } from '../../handbook/body.ts';
import type { Handbook } from '../../handbook/graph.ts';
import type { Library } from '../../handbook/open.ts';
import { nearest } from '../../handbook/suggest.ts';
import { isYetToCome, notYet } from '../claims.ts';
import type { Report, Rule } from '../rule.ts';
import { titled } from '../titled.ts';

/** Every title in 《》 is a document of the handbook (brief, defects of seeds 003 and 004). */
export const ref01: Rule = {
  id: 'REF-01',
  severity: 'error',
  title: { zh: '书名号中的名称都是登记的文件', en: 'Every title in 《》 is a registered document' },
  reason: {
    zh: '引用了不存在或改了名的文件，读者就找不到依据。',
    en: 'A reader cannot follow a document that does not exist or was renamed.',
  },
  remedy: {
    zh: '写登记的全称；外来文件登记到 registers/external-documents.yaml；不是文件的不用书名号。',
    en: 'Write the registered title; register external documents; use no 《》 for what is not a document.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: '受理人员填写《事件登记表》，应答和交接班的做法见《服务台规范》。',
    right: '受理人员填写《事件记录单》，应答和交接班的做法见《服务台工作规范》。',
  },
  needs: ['registers/external-documents.yaml'],
  *check(handbook, library) {
    for (const document of handbook.documents.values()) {
      for (const part of document.parts) yield* judge(handbook, library, part.body, document.number);
    }
    for (const role of handbook.roles.values()) yield* judge(handbook, library, role.body);
  },
};

function* judge(handbook: Handbook, library: Library, body: Body, document?: string): Generator<Report> {
  for (const { title, place } of body.mentions) {
    if (handbook.numberByTitle.has(title)) continue;
    const number = library.working.numberByTitle.get(title) ?? lostNumber(library.working, title);
    // That its text cannot be read is said at its own place.
    if (number && (handbook.unreadable.has(number) || handbook.lostTitles.has(number))) continue;
    if (number) {
      const report: Report = {
        place,
        document,
        message: {
          zh: `《${title}》（${number}）在 ${handbook.asOf} 不是现行有效的文件`,
          en: `《${title}》 (${number}) is not in force on ${handbook.asOf}`,
        },
        hint: {
          zh: `先让 ${number} 发布并实施，或去掉书名号。`,
          en: `Release ${number} so that it is effective, or drop the 《》.`,
        },
      };
      yield isYetToCome(library, number) ? notYet(handbook, ref01, report) : report;
      continue;
    }
    const was = former(handbook, library, title);
    if (was) yield { place, document, ...was };
    // A document that cannot be read may have the title.
    else if (!isAnyUntitled(handbook)) {
      const report = { place, document, ...unknown(handbook, library, title) };
      // So may a draft, which is not in force; what names it is then a warning while the handbook is being built up.
      yield isAnyUntitled(library.working) ? notYet(handbook, ref01, report) : report;
    }
  }
}

/** What is told of the title of a document that was renamed or withdrawn. */
function former(handbook: Handbook, library: Library, title: string): Pick<Report, 'message' | 'hint'> | undefined {
  const number = library.inForce.numberByTitle.get(title) ?? '';
  const renamed = titleNow(handbook, library, number, title);
  if (renamed !== undefined) {
    return {
      message: {
        zh: `《${title}》（${number}）已改名，现在是《${renamed}》`,
        en: `《${title}》 (${number}) was renamed, its title is 《${renamed}》 now`,
      },
      hint: {
        zh: `写《${renamed}》，或在 ${number} 中改回原名。`,
        en: `Write 《${renamed}》, or take the new title of ${number} back.`,
      },
    };
  }
  const withdrawn = [...handbook.withdrawn.values()].find(({ data }) => Object.values(data.title).includes(title));
  return withdrawn && obsolete(handbook, withdrawn.number, title);
}

function unknown(handbook: Handbook, { working }: Library, title: string): Pick<Report, 'message' | 'hint'> {
  const titles = [...handbook.numberByTitle.keys(), ...[...handbook.lostTitles.values()].flat()];
  // The title of a draft that cannot be read must not be taken for one that is near to it.
  const near = isAnyUntitled(working) ? undefined : nearest(title, titles);
  return {
    message: { zh: `没有名为《${title}》的文件`, en: `There is no document titled 《${title}》` },
    hint: near
      ? { zh: `是否想写《${near}》？`, en: `Did you mean 《${near}》?` }
      : { zh: '写登记的全称，或去掉书名号。', en: 'Write the registered title, or drop the 《》.' },
  };
}

/** The number of a document that cannot be read, by a title that its front matter still tells. */
function lostNumber({ lostTitles }: Handbook, title: string): string | undefined {
  return [...lostTitles].find(([, titles]) => titles.includes(title))?.[0];
}

/** True if there is a document that cannot be read and of which nobody knows what it is called. */
function isAnyUntitled({ unreadable, lostTitles }: Handbook): boolean {
  return [...unreadable].some((number) => !lostTitles.get(number)?.length);
}

function obsolete(handbook: Handbook, number: string, title: string): Pick<Report, 'message' | 'hint'> {
  const { on, successors = [] } = handbook.withdrawals.get(number) ?? {};
  const names = successors.map((successor) => titled(handbook, successor));
  return {
    message: {
      zh: `《${title}》（${number}）已于 ${on} 作废`,
      en: `《${title}》 (${number}) was withdrawn on ${on}`,
    },
    hint: names.length
      ? {
          zh: `改为引用替代它的 ${names.map(({ zh }) => zh).join('、')}；只是讲过去的，去掉书名号。`,
          en: `Refer to what replaced it, ${names.map(({ en }) => en).join(', ')}; where it is about the past, drop the 《》.`,
        }
      : {
          zh: '删除引用；只是讲过去的，去掉书名号。',
          en: 'Drop the reference; where it is about the past, drop the 《》.',
        },
  };
}

/** What a document is called in this graph whose version in force has the title. */
function titleNow(handbook: Handbook, { inForce }: Library, number: string, title: string): string | undefined {
  const [before, now] = [inForce, handbook].map(({ documents }) => documents.get(number)?.data.title);
  return before && now && (before.en === title ? now.en : now.zh);
}
