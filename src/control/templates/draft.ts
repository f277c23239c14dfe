/** What a template is filled with, and the front matter that all kinds share. */
import { Document as YamlDocument, visit } from 'yaml';
import type { Handbook } from '../../handbook/graph.ts';
import type { Kind } from '../../schema/documents.ts';
import type { Bilingual } from '../../schema/primitives.ts';

export interface Draft {
  kind: Kind;
  number: string;
  title: Bilingual;
  version: string;
  classification: string;
  /** Ids of a role and a department. */
  owner: string;
  department: string;
  /** Number of the procedure that it details or belongs to. */
  procedure: string | undefined;
  reviewMonths: number;
  /** ISO day. */
  on: string;
  /** Ids of people. */
  by: string;
  reviewed: string;
  approved: string;
}

export interface TemplateFile {
  /** Below the content folder. */
  path: string;
  text: string;
}

/** What stands where the author has to write; TXT-05 finds it, so that nothing unfinished is released. */
export interface Words {
  /** A placeholder, with what belongs there. */
  todo: (what?: string) => string;
  /** One of two texts, by the language of the handbook. */
  said: (zh: string, en: string) => string;
  /** A placeholder that says in the language of the handbook what belongs there. */
  ask: (zh: string, en: string) => string;
}

export function wordsOf({ settings }: Handbook): Words {
  const isEnglish = settings.language === 'en';
  const todo = (what = '') => (isEnglish ? `TODO${what && `: ${what}`}` : `待补充${what && `：${what}`}`);
  const said = (zh: string, en: string) => (isEnglish ? en : zh);
  return { todo, said, ask: (zh, en) => todo(said(zh, en)) };
}

/** The lines of the front matter that every kind begins with. */
export function head(draft: Draft, more: object = {}): string {
  const { number, title, kind, version, classification, owner, department, by, on, reviewMonths } = draft;
  return yaml({
    number,
    title,
    kind,
    version,
    classification,
    control: 'controlled',
    owner,
    department,
    ...more,
    prepared: { by, on },
    reviewMonths,
  });
}

/** The change record with the creation in it. */
export function changes({ version, on, by, reviewed, approved }: Draft, { said, ask }: Words): string {
  const what = said('新建', 'Created');
  const why = ask('为什么需要这份文件', 'why this document is needed');
  const entry = { version, date: on, sections: [said('全文', 'all')], what, why, by, reviewed, approved };
  return yaml({ changes: [entry] });
}

/** Data as YAML in the style of the handbook: short mappings and lists in one line. */
export function yaml(data: object): string {
  const document = new YamlDocument(data);
  visit(document, {
    Collection(key, node, path) {
      const isShort = node.items.length > 0 && String(JSON.stringify(node.toJSON())).length <= 100;
      if (path.length > 1 && isShort && key !== null && !node.items.some(holdsCollections)) node.flow = true;
    },
  });
  // A mapping in one line has blanks inside its braces, a list none, as in texts written by hand.
  return document.toString({ lineWidth: 0, singleQuote: true }).replace(/\[ (.*?) \]/g, '[$1]');
}

function holdsCollections(item: unknown): boolean {
  const value = item && typeof item === 'object' && 'value' in item && 'key' in item ? item.value : item;
  return typeof value === 'object' && value !== null && 'items' in value;
}

/** Front matter and body of an MDX file. */
export function mdx(front: string, body: string): string {
  return `---\n${front}---\n\n${body.trim()}\n`;
}
