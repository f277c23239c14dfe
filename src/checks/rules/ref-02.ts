import type { Document, Handbook, Part } from '../../handbook/graph.ts';
import type { Place } from '../../handbook/finding.ts';
import type { Library } from '../../handbook/open.ts';
import { nearest } from '../../handbook/suggest.ts';
import type { DocumentData } from '../../schema/documents.ts';
import { meantByLists } from '../meant-by-list.ts';
import { placeIn, type Report, type Rule } from '../rule.ts';

/**
 * What the text of a procedure, an instruction or a plan names, its lists of documents and records hold, and the other
 * way round (brief 004-16). The manual and the policies name half of the handbook and have no such lists.
 *
 * What counts as the text, so that the rule is not true of everything: the body, and of the generated sections those
 * that say what is done (scope, inputs and outputs, control points, metrics, terms, the inputs of steps). Not sections 6
 * and 7 and the records of the table of activities, which are the lists themselves.
 */
export const ref02: Rule = {
  id: 'REF-02',
  severity: 'error',
  title: {
    zh: '正文提到的文件和记录与清单一致',
    en: 'Documents and records in the text are those in the lists',
  },
  reason: {
    zh: '清单漏了，修改文件时就不知道要一并修改哪些；清单多了，员工去找一份没有用处的文件。',
    en: 'With a gap in the lists nobody knows what else to change; with an entry too many people look for what they do not need.',
  },
  remedy: {
    zh: '正文提到的写进 related（表单写进活动的 records）；清单中没有用到的删除，或在用到的地方写上《名称》。',
    en: 'Put what the text names into related (forms into records of the step); delete what is not used, or name it in the text.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: 'related:\n  - HC-ITSM-B-23\n…\n### 5.4 派单与升级\n\n各级联系人见《事件分级与升级作业指导书》。',
    right:
      'related:\n  - HC-ITSM-B-23\n  - HC-ITSM-C-12\n…\n### 5.4 派单与升级\n\n各级联系人见《事件分级与升级作业指导书》。',
  },
  *check(handbook, library) {
    for (const document of handbook.documents.values()) {
      if (!['procedure', 'instruction', 'plan'].includes(document.kind)) continue;
      const listed = listedIn(document);
      const named = namedIn(handbook, document);
      // A wrong number in the list that stands for it is reported as such (REF-07).
      const mistyped = new Set(meantByLists(handbook, document).values());
      for (const [number, place] of named) {
        if (!listed.has(number) && !mistyped.has(number)) yield notListed(handbook, document, number, place);
      }
      const meant = meantIn(handbook, library, document);
      yield* notNamed(handbook, document, listed, new Set([...named.keys(), ...meant]));
    }
  },
};

type Path = (string | number)[];

/** Number → where the front matter lists it; the procedure that an instruction details is its own entry. */
function listedIn({ data }: Document): Map<string, { as: 'related' | 'record' | 'procedure'; path: Path }> {
  const listed = new Map<string, { as: 'related' | 'record' | 'procedure'; path: Path }>();
  const add = (number: string, as: 'related' | 'record' | 'procedure', path: Path) => {
    if (!listed.has(number)) listed.set(number, { as, path });
  };
  if ('procedure' in data && data.procedure) add(data.procedure, 'procedure', ['procedure']);
  data.related.forEach((number, index) => add(number, 'related', ['related', index]));
  if ('records' in data) data.records.forEach((number, index) => add(number, 'record', ['records', index]));
  if (data.kind === 'procedure') {
    data.activities.forEach(({ records }, step) =>
      records.forEach((number, index) => add(number, 'record', ['activities', step, 'records', index])),
    );
  }
  return listed;
}

/** Number → the first place at which the body names the document: by its title in 《》, or with a link. */
function namedIn(handbook: Handbook, document: Document): Map<string, Place> {
  const named = new Map<string, Place>();
  const add = (number: string | undefined, place: Place) => {
    if (number !== undefined && number !== document.number && !named.has(number)) named.set(number, place);
  };
  for (const { body } of document.parts) {
    for (const { title, place } of body.mentions) add(handbook.numberByTitle.get(title), place);
    for (const { url, place } of body.links) {
      const [number = ''] = url.split('#');
      if (handbook.documents.has(number) || handbook.externals.has(number)) add(number, place);
    }
  }
  return named;
}

/** What is named by a title that it does not have: the former one, or one nearly right. REF-01 reports the title. */
function meantIn(handbook: Handbook, { inForce }: Library, { parts }: Document): string[] {
  const unknown = parts
    .flatMap(({ body }) => body.mentions.map(({ title }) => title))
    .filter((title) => !handbook.numberByTitle.has(title));
  return unknown.flatMap((title) => {
    const near = nearest(title, handbook.numberByTitle.keys());
    return [inForce.numberByTitle.get(title), near && handbook.numberByTitle.get(near)].filter(
      (item) => item !== undefined,
    );
  });
}

function titleOf(handbook: Handbook, number: string): { zh: string; en: string } | undefined {
  return handbook.documents.get(number)?.data.title ?? handbook.externals.get(number)?.title;
}

function notListed(handbook: Handbook, document: Document, number: string, place: Place): Report {
  const title = titleOf(handbook, number) ?? { zh: number, en: number };
  const isForm = handbook.documents.get(number)?.kind === 'form';
  const ownForm = document.kind === 'procedure' && isForm;
  return {
    place,
    document: document.number,
    message: {
      zh: `正文提到《${title.zh}》，文件开头的${isForm ? '相关记录和相关文件' : '相关文件'}中没有 ${number}`,
      en: `The text names “${title.en}”, but ${number} is not in the ${isForm ? 'records or related' : 'related'} documents`,
    },
    hint: ownForm
      ? {
          zh: `本程序形成的，在那个活动的 records 中写上 ${number}；别的程序形成的，写进 related。`,
          en: `If a step of this procedure fills it, add ${number} to its records; otherwise add it to related.`,
        }
      : isForm
        ? { zh: `把 ${number} 写进 records。`, en: `Add ${number} to records.` }
        : { zh: `把 ${number} 写进 related。`, en: `Add ${number} to related.` },
  };
}

function* notNamed(
  handbook: Handbook,
  document: Document,
  listed: ReturnType<typeof listedIn>,
  named: ReadonlySet<string>,
): Generator<Report> {
  let said: string | undefined;
  for (const [number, { as, path }] of listed) {
    const title = titleOf(handbook, number);
    // What does not exist is for REF-05 and REF-07.
    if (as === 'procedure' || named.has(number) || !title) continue;
    if (as === 'related' && endpoints(document.data).has(number)) continue;
    said ??= saidIn(document);
    if (said.includes(number) || said.includes(title.zh) || said.includes(title.en)) continue;
    yield {
      place: placeIn(document, ...path),
      document: document.number,
      message: {
        zh: `${as === 'record' ? '相关记录' : '相关文件'}列有 ${number}《${title.zh}》，正文没有提到它`,
        en: `${number} “${title.en}” is listed under ${as === 'record' ? 'records' : 'related'}, but the text does not name it`,
      },
      hint: {
        zh: `在用到它的步骤中写上《${title.zh}》，或从这里删除 ${number}。`,
        en: `Name 《${title.zh}》 in the step that uses it, or delete ${number} here.`,
      },
    };
  }
}

/** Where inputs come from and outputs go to. */
function endpoints(data: DocumentData): Set<string> {
  if (data.kind !== 'procedure') return new Set();
  const { inputs, outputs } = data.process;
  return new Set([...inputs.flatMap(({ from }) => from), ...outputs.flatMap(({ to }) => to)]);
}

/** Everything that a document says in words, but for its lists. */
function saidIn({ data, parts }: Document): string {
  const bodies = parts.map(({ source }: Part) => source.body);
  if (data.kind !== 'procedure') return bodies.join('\n');
  const { scope, controlPoints, metrics, terms } = data.process;
  return [
    ...bodies,
    scope,
    ...controlPoints.map(({ what }) => what),
    ...metrics.flatMap(({ formula, source }) => [formula, source]),
    ...terms.map(({ definition }) => definition),
    ...data.activities.map(({ input }) => input),
  ].join('\n');
}
