/** What the front matter of a text says and no section of it shows, in readable names: for comparisons of all kinds. */
import { isDeepStrictEqual } from 'node:util';
import { diffArrays } from 'diff';
import type { Document, Handbook, Part } from '../handbook/graph.ts';
import { findClause } from '../handbook/resolve.ts';
import type { Bilingual } from '../schema/primitives.ts';
import type { Word } from './redline.ts';

type Language = 'zh' | 'en';

/** One entry of the front matter. */
export interface MetadataField {
  /** Its key; those of `clauses` as `clauses.primary`. */
  key: string;
  label: Bilingual;
  /** As it was written. */
  value: unknown;
  /** The names of the things that it names, one for each item; none if it is empty. */
  shown: Record<Language, string[]>;
  /** True for what every version gives anew: its number, its signatures, its days. */
  ofEachVersion: boolean;
}

export interface MetadataChange {
  label: Bilingual;
  /** The values of both, and in them what came and what went. */
  words: Record<Language, Word[]>;
  ofEachVersion: boolean;
}

type Show = (value: unknown, language: Language) => string[];

interface FieldKind {
  label: Bilingual;
  show: Show;
  ofEachVersion?: true;
}

/** Keys that sections of the text show (src/markdown/generated.ts), so that their redline tells what changed. */
const shownInText: Record<string, readonly string[]> = {
  procedure: ['process', 'activities', 'related'],
  form: ['purpose', 'fields', 'keeper', 'medium', 'retention', 'disposal', 'generated'],
  matrix: ['rows'],
};

/** The front matter of a document, in the order of its keys. */
export function metadataFields(handbook: Handbook, document: Document): MetadataField[] {
  const kinds = kindsOf(handbook);
  const hidden = new Set(['changes', 'number', ...(shownInText[document.kind] ?? [])]);
  const own = Object.entries(flat(document.data))
    .filter(([key]) => !hidden.has(key.split('.')[0] as string))
    .map(([key, value]) => fieldOf(key, kinds[key] ?? unknownKind(key), value));
  return [...own, ...unshown(document)];
}

/** The front matter of a part: its title, clauses, release order and appointment. */
export function partFields(handbook: Handbook, { data, name }: Part): MetadataField[] {
  const kinds = kindsOf(handbook);
  const place = data?.section ?? name;
  return Object.entries(data ?? {}).map(([key, value]) => {
    const kind = (key === 'clauses' ? kinds['clauses.supporting'] : kinds[key]) ?? unknownKind(key);
    const label = { zh: `${place} ${kind.label.zh}`, en: `${place} ${kind.label.en}` };
    return fieldOf(key, { ...kind, label }, value);
  });
}

/** The changes in the front matter of a document and of the parts that both texts have. */
export function metadataChanges(handbook: Handbook, before: Document | undefined, after: Document): MetadataChange[] {
  // A new document has no activities that were called otherwise before.
  const now = metadataFields(handbook, after).filter(({ key }) => before || key !== idsOfActivities);
  const own = fieldChanges(before ? metadataFields(handbook, before) : [], now);
  const old = new Map(before?.parts.map((part): [string, Part] => [part.name, part]));
  const ofParts = after.parts.flatMap((part) => {
    const was = old.get(part.name);
    return was?.data && part.data ? fieldChanges(partFields(handbook, was), partFields(handbook, part)) : [];
  });
  return [...own, ...ofParts];
}

function fieldChanges(before: readonly MetadataField[], after: readonly MetadataField[]): MetadataChange[] {
  const [old, now] = [before, after].map((fields) => new Map(fields.map((field) => [field.key, field])));
  return [...new Set([...now!.keys(), ...old!.keys()])].flatMap((key) => changeOf(old!.get(key), now!.get(key)));
}

/** Keys and values, those of `clauses` each by itself. */
function flat(data: object): Record<string, unknown> {
  const { clauses, ...rest } = data as { clauses?: Record<string, unknown> };
  const inside = Object.entries(clauses ?? {}).map(([key, value]): [string, unknown] => [`clauses.${key}`, value]);
  return Object.fromEntries(
    Object.entries(rest).flatMap(([key, value]): [string, unknown][] => [
      [key, value],
      ...(key === 'support' ? inside : []),
    ]),
  );
}

function fieldOf(key: string, { label, show, ofEachVersion }: FieldKind, value: unknown): MetadataField {
  const names = (language: Language) => (isNothing(value) ? [] : show(value, language));
  return { key, label, value, shown: { zh: names('zh'), en: names('en') }, ofEachVersion: ofEachVersion ?? false };
}

function changeOf(before: MetadataField | undefined, after: MetadataField | undefined): MetadataChange[] {
  const [old, now] = [before?.value, after?.value];
  if (isDeepStrictEqual(old, now) || (isNothing(old) && isNothing(now))) return [];
  const words = (language: Language): Word[] => {
    const separator = language === 'zh' ? '、' : ', ';
    return diffArrays(before?.shown[language] ?? [], after?.shown[language] ?? []).map(
      ({ value, added, removed }, index, all) => ({
        text: value.join(separator) + (index < all.length - 1 && !isReplaced(all, index) ? separator : ''),
        change: added ? 'added' : removed ? 'removed' : 'same',
      }),
    );
  };
  const { label, ofEachVersion } = (after ?? before)!;
  return [{ label, words: { zh: words('zh'), en: words('en') }, ofEachVersion }];
}

/** True for a removed run that an added one follows: nothing stands between the two. */
function isReplaced(all: readonly { removed: boolean; added: boolean }[], index: number): boolean {
  return all[index]!.removed && all[index + 1]!.added;
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

const idsOfActivities = 'activities.id';

/** What neither a section nor a field shows, so that no change of the front matter goes unseen. */
function unshown({ data }: Document): MetadataField[] {
  if (data.kind !== 'procedure') return [];
  const kind = { label: { zh: '活动的标识', en: 'Ids of activities' }, show: asList };
  return [
    fieldOf(
      idsOfActivities,
      kind,
      data.activities.map(({ id }) => id),
    ),
  ];
}

const asList: Show = (value) => [value].flat().map(asText);

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}

/** What the values of a release order and of an appointment are. */
const lettersSay: Readonly<Record<string, Bilingual>> = {
  basis: { zh: '依据 ', en: 'based on ' },
  role: { zh: '角色：', en: 'role: ' },
  appointee: { zh: '任命：', en: 'appointed: ' },
  duties: { zh: '职责：', en: 'duty: ' },
  signatory: { zh: '签发：', en: 'signed by ' },
  date: { zh: '日期 ', en: 'on ' },
  effective: { zh: '实施日期 ', en: 'effective ' },
};

function unknownKind(key: string): FieldKind {
  return { label: { zh: key, en: key }, show: asList };
}

/** How each key is called, and how its values are shown. */
function kindsOf(handbook: Handbook): Record<string, FieldKind> {
  const each =
    (nameOf: (id: string) => Bilingual | undefined): Show =>
    (value, language) =>
      [value].flat().map((id) => nameOf(String(id))?.[language] ?? String(id));
  const role = each((id) => handbook.roles.get(id)?.data.title);
  const department = each((id) => handbook.departments.get(id)?.data.title);
  const documents = each((number) => {
    const title = handbook.documents.get(number)?.data.title ?? handbook.externals.get(number)?.title;
    return title && { zh: `${number} ${title.zh}`, en: `${number} ${title.en}` };
  });
  const clauses = each((reference) => {
    const title = findClause(handbook.standards, reference)?.data.title;
    return title && { zh: `${reference} ${title.zh}`, en: `${reference} ${title.en}` };
  });
  const person = each((id) => handbook.people.get(id)?.data.name);
  const letter: Show = (value, language) =>
    Object.entries(value as object).flatMap(([key, item]) => {
      const show = { role, appointee: person, signatory: person }[key] ?? asList;
      return show(item, language).map((text) => `${lettersSay[key]?.[language] ?? key}${text}`);
    });
  const signature: Show = (value, language) => {
    const { by, on } = value as { by: string; on: string };
    return [`${handbook.people.get(by)?.data.name[language] ?? by} ${on}`];
  };
  const classification = each((id) => handbook.settings.classifications.find((item) => item.id === id)?.title);
  const control = each(
    (id) => ({ controlled: { zh: '受控', en: 'controlled' }, uncontrolled: { zh: '不受控', en: 'uncontrolled' } })[id],
  );
  const field = (zh: string, en: string, show: Show = asList): FieldKind => ({ label: { zh, en }, show });
  const anew = (zh: string, en: string, show: Show = asList): FieldKind => ({
    label: { zh, en },
    show,
    ofEachVersion: true,
  });
  return {
    kind: field('类型', 'Kind'),
    title: field('名称', 'Title', (value) => Object.values(value as Bilingual)),
    version: anew('版本', 'Version'),
    classification: field('密级', 'Classification', classification),
    control: field('受控状态', 'Control', control),
    owner: field('负责角色', 'Owner', role),
    department: field('主责部门', 'Department', department),
    support: field('配合部门', 'Supporting departments', department),
    'clauses.primary': field('主要落实的条款', 'Clauses, primary', clauses),
    'clauses.supporting': field('支持的条款', 'Clauses, supporting', clauses),
    provides: field('提供的成文信息', 'Documented information'),
    prepared: anew('编制', 'Prepared', signature),
    reviewed: anew('审核', 'Reviewed', signature),
    approved: anew('批准', 'Approved', signature),
    released: anew('发布日期', 'Released'),
    effective: anew('实施日期', 'Effective'),
    reviewMonths: field('评审周期（月）', 'Months between reviews'),
    keywords: field('关键词', 'Keywords'),
    related: field('相关文件', 'Related documents', documents),
    records: field('相关记录', 'Records', documents),
    procedure: field('所属程序', 'Procedure', documents),
    parts: field('各部分', 'Parts'),
    section: field('章节号', 'Section'),
    releaseOrder: field('发布令', 'Release order', letter),
    appointment: field('任命', 'Appointment', letter),
  };
}
