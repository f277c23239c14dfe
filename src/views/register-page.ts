/** Lists of everything: the register of documents, external and withdrawn documents. */
import { documentPath } from '../handbook/address.ts';
import { rowPage, type RowPage } from './paging.ts';
import { kinds, type Kind } from '../schema/documents.ts';
import {
  classificationName,
  departmentLink,
  named,
  numberedLink,
  personName,
  roleLink,
  type Cell,
  type Link,
  type Table,
  type View,
} from './view.ts';

export interface RegisterRow {
  number: Link;
  title: Link;
  kind: Kind;
  kindName: string;
  version: string;
  effective: string;
  owner: Link;
  department: Link;
  classification: string;
}

/** A page of the documents in force, by level and number. */
export function registerPage(view: View, page: number): RowPage<RegisterRow> {
  const { handbook, words } = view;
  const rows = [...handbook.documents.values()].map(({ number, kind, data }) => {
    return {
      number: { text: number, href: documentPath(number) },
      title: { text: named(view, data.title), href: documentPath(number) },
      kind,
      kindName: words.kinds[kind],
      version: data.version,
      effective: data.effective ?? '',
      owner: roleLink(view, data.owner),
      department: departmentLink(view, data.department),
      classification: classificationName(view, data.classification),
    };
  });
  return rowPage(rows, page, '/documents/', (row) => row.number.text);
}

/** The kinds that have documents in force, with how many. */
export function kindCounts(view: View): { kind: Kind; name: string; level: 1 | 2 | 3 | 4; count: number }[] {
  const documents = [...view.handbook.documents.values()];
  return (Object.keys(kinds) as Kind[])
    .map((kind) => ({
      kind,
      name: view.words.kinds[kind],
      level: kinds[kind].level,
      count: documents.filter((document) => document.kind === kind).length,
    }))
    .filter(({ count }) => count > 0);
}

/** What others issue. */
export function externalTable(view: View): Table {
  const { words, handbook } = view;
  return {
    columns: [words.number, words.title, words.issuer, words.edition, words.owner, words.checked],
    rows: [...handbook.externals.values()].map((external): Cell[] => [
      external.number,
      named(view, external.title),
      named(view, external.issuer),
      external.edition,
      roleLink(view, external.owner),
      external.checked,
    ]),
  };
}

/** Documents that are no longer valid, and what took their place. */
export function withdrawnTable(view: View): Table {
  const { words, handbook } = view;
  return {
    columns: [
      words.number,
      words.title,
      words.version,
      words.withdrawnOn,
      words.withdrawnWhy,
      words.successors,
      words.approved,
      words.kept,
    ],
    rows: [...handbook.withdrawals.values()].map((withdrawal): Cell[] => {
      const document = handbook.withdrawn.get(withdrawal.document);
      return [
        { text: withdrawal.document, href: documentPath(withdrawal.document) },
        document ? { text: named(view, document.data.title), href: documentPath(withdrawal.document) } : '',
        document?.data.version ?? '',
        withdrawal.on,
        withdrawal.reason,
        withdrawal.successors.map((number) => numberedLink(view, number)),
        personName(view, withdrawal.approved),
        words.list([...(withdrawal.retained ? [words.keptRetained] : []), ...copies(view, withdrawal.document)]) || '—',
      ];
    }),
  };
}

/** What the register of copies says about those on paper of the last version; nothing if it has none. */
function copies({ handbook, words }: View, number: string): string[] {
  const { registers, withdrawn, asOf, profile } = handbook;
  if (profile?.external) return [];
  const version = withdrawn.get(number)?.data.version;
  const onPaper = registers.distribution.filter(
    (copy) => 'holder' in copy && copy.document === number && copy.version === version,
  );
  const back = onPaper.filter((copy) => 'recalled' in copy && copy.recalled !== undefined && copy.recalled <= asOf);
  return onPaper.length ? [words.copiesBack(back.length, onPaper.length)] : [];
}
