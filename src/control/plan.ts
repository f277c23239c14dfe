/** What a command of document control would do, or why it does not. Nothing is written here. */
import type { Handbook, Release } from '../handbook/graph.ts';
import { nearest } from '../handbook/suggest.ts';
import type { Bilingual } from '../schema/primitives.ts';

/** Path relative to the content folder → its new bytes, or null for a file that is deleted. */
export type Changes = ReadonlyMap<string, Buffer | null>;

export interface Plan {
  changes: Changes;
}

export interface Refusal {
  refused: Bilingual;
  hint?: Bilingual;
}

export function isRefusal(plan: object): plan is Refusal {
  return 'refused' in plan;
}

/** The path below the content folder of a file as it is shown to people. */
export function contentPath({ settingsSource }: Handbook, file: string): string {
  return file.slice(settingsSource.file.length - 'handbook.yaml'.length);
}

/** What was released is not what is kept: nothing can be built on it. */
export function frozenChanged({ number, version }: Release): Refusal {
  return {
    refused: {
      zh: `${number} ${version} 的冻结文本不是发布时的文本（VER-05）`,
      en: `The frozen text of ${number} ${version} is not the one that was released (VER-05)`,
    },
    hint: { zh: '先用 git 恢复它。', en: 'Restore it from git first.' },
  };
}

const peopleFile = 'organisation/people.yaml';

/** There is no person of this id, or none can be read. */
export function unknownPerson({ people, unread }: Handbook, id: string): Refusal {
  if (unread.has(peopleFile)) {
    return {
      refused: {
        zh: `${peopleFile} 有错误，其中的人员读不出来`,
        en: `${peopleFile} has errors, so that the people in it cannot be read`,
      },
      hint: {
        zh: '运行 npm run handbook -- check，改正后再试。',
        en: 'Run npm run handbook -- check, mend it, and try again.',
      },
    };
  }
  const all = Array.from(people.values(), (person) => ({ id: person.id, title: person.data.name }));
  const near = meant(id, all);
  return {
    refused: { zh: `没有人员“${id}”`, en: `There is no person “${id}”` },
    hint: {
      zh: `${near ? `是否想写 ${near}？` : ''}人员的标识见 organisation/people.yaml。`,
      en: `${near ? `Did you mean ${near}? ` : ''}Ids of people are in organisation/people.yaml.`,
    },
  };
}

/** There is no document of this number. */
export function unknownDocument(number: string, known: Iterable<string>): Refusal {
  const near = nearest(number, known);
  return {
    refused: { zh: `没有文件 ${number}`, en: `There is no document ${number}` },
    hint: near ? { zh: `是否想写 ${near}？`, en: `Did you mean ${near}?` } : undefined,
  };
}

/** What things are called in refusals. */
export const names = {
  role: { zh: '角色', en: 'role' },
  department: { zh: '部门', en: 'department' },
  classification: { zh: '密级', en: 'classification' },
};

/** Whoever gives a name is told the id. */
function meant(given: string, all: readonly { id: string; title: Bilingual }[]): string | undefined {
  const named = all.find(({ title }) => title.zh === given || title.en === given);
  return (
    named?.id ??
    nearest(
      given,
      all.map(({ id }) => id),
    )
  );
}

/** There is nothing of this id among all that there are. */
export function unknownId(id: string, all: readonly { id: string; title: Bilingual }[], what: Bilingual): Refusal {
  const near = meant(id, all);
  const ids = all.map((item) => item.id);
  return {
    refused: { zh: `没有${what.zh}“${id}”`, en: `There is no ${what.en} “${id}”` },
    hint: near
      ? { zh: `是否想写 ${near}？`, en: `Did you mean ${near}?` }
      : { zh: `有：${ids.join('、')}。`, en: `There are ${ids.join(', ')}.` },
  };
}
