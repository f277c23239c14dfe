/** Checks a site that was built for a profile: nothing in it tells of what the profile leaves out. */
import type { Finding, Place } from '../handbook/finding.ts';
import type { Document } from '../handbook/graph.ts';
import type { Library } from '../handbook/open.ts';
import { leftOutNames, type LeftOutHit, type LeftOutNames } from './left-out.ts';
import { placeInOutput, type Output } from './output.ts';
import type { RuleDescription } from './rule.ts';

export const profileRule = {
  id: 'CLS-02',
  severity: 'error',
  core: true,
  title: {
    zh: '按受众版本生成的网站不透露其密级以外的文件',
    en: 'A site built for a profile tells nothing of the documents that it leaves out',
  },
  reason: {
    zh: '静态网站不能控制访问，发布出去就收不回来。不该给这类读者看的文件，连地址、编号和名称也不出现；只有获准文件的正文自己提到的除外。有一处就不替换原来的网站。',
    en: 'A static site cannot guard access, and what is published stays published. Of a document that its readers must not see, not even address, number or title may show, except where the text of a document that they may see names it. Otherwise the old site stays.',
  },
  remedy: {
    zh: '在角色、部门、登记表或 handbook.yaml 中去掉提到它的文字；这类读者可以看的文件，把它的密级加入 handbook.yaml 的 profiles。',
    en: 'Take it out of the text of the role, department, register or of handbook.yaml; if these readers may see the document, add its classification to the profile in handbook.yaml.',
  },
  example: {
    file: 'roles/service-desk-agent.mdx',
    wrong: 'duties:\n  - 按 HC-ITSM-C-14（机密）核对来电人身份',
    right: 'duties:\n  - 核对来电人身份',
  },
} as const satisfies RuleDescription;

/** Files that hold text; Pagefind’s index is made of the pages, and of nothing else. */
const readable = /\.(?:html|json|atom|xml|rss|ics|txt|csv|md|svg|webmanifest)$/;

/**
 * What a site tells of the documents that its profile leaves out: one finding for each of them and each kind of trace,
 * at the first place.
 * @param common names that are no sign of a document: the words of the interface
 */
export function checkProfile(
  output: Output,
  whole: Library,
  profiled: Library,
  common: ReadonlySet<string>,
): Finding[] {
  const names = leftOutNames(whole, profiled, common);
  const isProse = proseOf(profiled, names);
  const traces = new Map<string, Trace>();
  const add = (hit: LeftOutHit, file: string, place: () => Place) => {
    const key = [hit.number, hit.version, hit.as].join(' ');
    const trace = traces.get(key);
    if (!trace) traces.set(key, { hit, place: place(), count: 1, files: new Set([file]) });
    else {
      trace.count += 1;
      trace.files.add(file);
    }
  };
  for (const file of output.files) {
    for (const hit of names.find(`/${file}`))
      add(hit, file, () => ({ file: `${output.folder}/${file}`, line: 1, column: 1 }));
    if (!readable.test(file)) continue;
    const text = output.read(file);
    for (const hit of names.find(text)) {
      if (hit.as === 'address' || !isProse(file, text, hit))
        add(hit, file, () => placeInOutput(output, file, hit.offset));
    }
  }
  return [...traces.values()].map((trace) => finding(whole, profiled, trace));
}

interface Trace {
  hit: LeftOutHit;
  place: Place;
  count: number;
  files: Set<string>;
}

function finding(whole: Library, profiled: Library, { hit, place, count, files }: Trace): Finding {
  const { number, version, as } = hit;
  const { settings, profile } = profiled.inForce;
  const document = whole.inForce.documents.get(number) ?? whole.working.documents.get(number);
  const level = settings.classifications.find(({ id }) => id === document?.data.classification)?.title;
  const title = document?.data.title;
  const which = {
    zh: `${number}${title ? ` ${title.zh}` : ''}${version ? ` 的 ${version} 版` : level ? `（${level.zh}）` : ''}`,
    en: `${number}${version ? `, version ${version}` : level ? ` (${level.en})` : ''}`,
  };
  const what = {
    address: { zh: '地址', en: 'the address' },
    number: { zh: '编号', en: 'the number' },
    title: { zh: '名称', en: 'the title' },
  }[as];
  return {
    rule: profileRule.id,
    severity: profileRule.severity,
    ...place,
    document: number,
    message: {
      zh: `受众版本“${profile!.title.zh}”不含 ${which.zh}，网站中却有它的${what.zh}“${hit.text}”${count > 1 ? `（${files.size} 个文件中共 ${count} 处，这是第一处）` : ''}`,
      en: `The profile “${profile!.title.en}” leaves out ${which.en}, but the site has ${what.en} of it, “${hit.text}”${count > 1 ? ` (${count} times in ${files.size} files; this is the first)` : ''}`,
    },
    hint: profileRule.remedy,
    editions: ['in-force'],
  };
}

type IsProse = (file: string, text: string, hit: LeftOutHit) => boolean;

/**
 * Whether a name is one that the approved text of a document that is shown holds itself: anywhere on the pages of the
 * document, and elsewhere as part of a whole phrase of it, such as what its change record says.
 */
function proseOf(profiled: Library, names: LeftOutNames): IsProse {
  const { inForce, releases } = profiled;
  const documents = new Set([
    ...releases.flatMap((release) => profiled.read(release) ?? []),
    ...inForce.documents.values(),
    ...inForce.withdrawn.values(),
  ]);
  const own = new Map<string, string[]>();
  const phrases = new Set<string>();
  for (const document of documents) {
    const said = strings(document);
    // Where a title is all that a text says, it is found between quotes only.
    for (const text of said) if (names.find(JSON.stringify(text)).length) phrases.add(text);
    const bodies = [...document.parts, ...(inForce.translations.get(document.number) ?? [])];
    const key = document.number.toLowerCase();
    own.set(key, [...(own.get(key) ?? []), ...said, ...bodies.map(({ source }) => source.body)]);
  }
  return (file, text, hit) => {
    const name = hit.text.replace(/^《(.*)》$/, '$1');
    const at = hit.offset + hit.text.indexOf(name);
    const page = /^(?:[a-z]{2}(?:-[a-z]+)?\/)?documents\/([^/]+)\//.exec(file)?.[1];
    // The anchor of a heading has its number in small letters.
    const isOwn = (said: string) => said.includes(name) || said.includes(name.toUpperCase());
    if (page !== undefined && own.get(page)?.some(isOwn)) return true;
    return [...phrases].some((phrase) => phrase.includes(name) && standsAt(text, at, phrase, name));
  };
}

/** Everything that the data of a document says in words, and the titles of its parts and sections. */
function strings({ data, parts }: Document): string[] {
  const found: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') found.push(value);
    else if (value && typeof value === 'object') Object.values(value).forEach(collect);
  };
  // The one number of another document that stays in the data of a profile; no page shows it.
  collect({ ...data, procedure: undefined });
  for (const part of parts) {
    collect([part.data, part.title]);
    found.push(...part.body.sections.map(({ title }) => title));
  }
  return [...new Set(found)];
}

/** True if a name at an offset is the one in a phrase that stands there, as HTML, XML or JSON spell it. */
function standsAt(text: string, offset: number, phrase: string, name: string): boolean {
  const html = phrase.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const spellings = [
    phrase,
    html,
    html.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
    html.replaceAll('"', '&#34;').replaceAll("'", '&#39;'),
    JSON.stringify(phrase).slice(1, -1),
  ];
  return spellings.some((spelling) => {
    for (let at = spelling.indexOf(name); at >= 0; at = spelling.indexOf(name, at + 1)) {
      if (text.startsWith(spelling, offset - at)) return true;
    }
    return false;
  });
}
