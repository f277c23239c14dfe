/** What differs in the front matter of two versions and no section of the text shows, in readable names. */
import { isDeepStrictEqual } from 'node:util';
import { diffArrays } from 'diff';
import type { Word } from '../control/redline.ts';
import type { Document, Handbook, Part } from '../handbook/graph.ts';
import { findClause } from '../handbook/resolve.ts';
import type { Bilingual } from '../schema/primitives.ts';

export interface MetadataChange {
  label: Bilingual;
  /** The values of both, and in them what came and what went. */
  words: Record<'zh' | 'en', Word[]>;
  /** True for what every version gives anew: its number, its signatures, its days. */
  ofEachVersion: boolean;
}

type Language = 'zh' | 'en';
/** The names of the things that a value names, one for each item. */
type Show = (value: unknown, language: Language) => string[];

interface Field {
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

/** The changes in the front matter of a document and of its parts, in the order of its keys. */
export function metadataChanges(handbook: Handbook, before: Document | undefined, after: Document): MetadataChange[] {
  const fields = fieldsOf(handbook);
  const old = before && flat(before.data);
  const now = flat(after.data);
  const keys = [...new Set([...Object.keys(now), ...Object.keys(old ?? {})])];
  const hidden = new Set(['changes', 'number', ...(shownInText[after.kind] ?? [])]);
  const own = keys
    .filter((key) => !hidden.has(key.split('.')[0] as string))
    .flatMap((key) => changeOf(fields[key] ?? unknownField(key), old?.[key], now[key]));
  return [...own, ...hiddenChanges(before, after), ...partChanges(handbook, before, after)];
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

function changeOf({ label, show, ofEachVersion }: Field, before: unknown, after: unknown): MetadataChange[] {
  if (isDeepStrictEqual(before, after) || (isNothing(before) && isNothing(after))) return [];
  const words = (language: Language): Word[] => {
    const [old, now] = [before, after].map((value) => (isNothing(value) ? [] : show(value, language)));
    const separator = language === 'zh' ? '、' : ', ';
    return diffArrays(old!, now!).map(({ value, added, removed }, index, all) => ({
      text: value.join(separator) + (index < all.length - 1 && !isReplaced(all, index) ? separator : ''),
      change: added ? 'added' : removed ? 'removed' : 'same',
    }));
  };
  return [{ label, words: { zh: words('zh'), en: words('en') }, ofEachVersion: ofEachVersion ?? false }];
}

/** True for a removed run that an added one follows: nothing stands between the two. */
function isReplaced(all: readonly { removed: boolean; added: boolean }[], index: number): boolean {
  return all[index]!.removed && all[index + 1]!.added;
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/** What neither a section nor a field shows, so that no change of the front matter goes unseen. */
function hiddenChanges(before: Document | undefined, after: Document): MetadataChange[] {
  if (before?.data.kind !== 'procedure' || after.data.kind !== 'procedure') return [];
  const ids = ({ activities }: { activities: { id: string }[] }) => activities.map(({ id }) => id);
  const field = { label: { zh: '活动的标识', en: 'Ids of activities' }, show: asList };
  return changeOf(field, ids(before.data), ids(after.data));
}

/** Titles, clauses, release orders and appointments of the parts that both versions have. */
function partChanges(handbook: Handbook, before: Document | undefined, after: Document): MetadataChange[] {
  const old = new Map(before?.parts.map((part): [string, Part] => [part.name, part]));
  const fields = fieldsOf(handbook);
  return after.parts.flatMap((part) => {
    const was = old.get(part.name)?.data as Record<string, unknown> | undefined;
    const now = part.data as Record<string, unknown> | undefined;
    if (!was || !now) return [];
    return [...new Set([...Object.keys(now), ...Object.keys(was)])].flatMap((key) => {
      const { label, show } = (key === 'clauses' ? fields['clauses.supporting'] : fields[key]) ?? unknownField(key);
      const place = String(now['section'] ?? part.name);
      return changeOf({ label: { zh: `${place} ${label.zh}`, en: `${place} ${label.en}` }, show }, was[key], now[key]);
    });
  });
}

const asList: Show = (value) => [value].flat().map(asText);

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}

function unknownField(key: string): Field {
  return { label: { zh: key, en: key }, show: asList };
}

/** How each key is called, and how its values are shown. */
function fieldsOf(handbook: Handbook): Record<string, Field> {
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
  const signature: Show = (value, language) => {
    const { by, on } = value as { by: string; on: string };
    return [`${handbook.people.get(by)?.data.name[language] ?? by} ${on}`];
  };
  const classification = each((id) => handbook.settings.classifications.find((item) => item.id === id)?.title);
  const control = each(
    (id) => ({ controlled: { zh: '受控', en: 'controlled' }, uncontrolled: { zh: '不受控', en: 'uncontrolled' } })[id],
  );
  const field = (zh: string, en: string, show: Show = asList): Field => ({ label: { zh, en }, show });
  const anew = (zh: string, en: string, show: Show = asList): Field => ({
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
    releaseOrder: field('发布令', 'Release order'),
    appointment: field('任命', 'Appointment'),
  };
}
