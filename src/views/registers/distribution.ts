/** Copies outside the site, and who holds them. */
import { departmentLink, numberedLink, personName, type Cell, type View } from '../view.ts';
import { filledTables, type RecordPage } from './page.ts';

/** Controlled copies, then those that are not replaced. */
export function distributionPage(view: View): RecordPage {
  const { words, handbook } = view;
  const copies = handbook.registers.distribution;
  const issued = [words.document, words.version, words.copyNumber, words.issued];
  const tables = filledTables([
    {
      title: words.copiesControlled,
      table: {
        columns: [...issued, words.copyHolder, words.copySigned, words.copyRecalled],
        rows: copies.flatMap((copy): Cell[][] =>
          'holder' in copy
            ? [
                [
                  ...issueOf(view, copy),
                  departmentLink(view, copy.holder),
                  personName(view, copy.signed),
                  copy.recalled ?? copy.exception ?? '—',
                ],
              ]
            : [],
        ),
      },
    },
    {
      title: words.copiesUncontrolled,
      table: {
        columns: [...issued, words.copyRecipient, words.copyPurpose, words.approved],
        rows: copies.flatMap((copy): Cell[][] =>
          'recipient' in copy
            ? [[...issueOf(view, copy), copy.recipient, copy.purpose, personName(view, copy.approved)]]
            : [],
        ),
      },
    },
  ]);
  return {
    title: words.distribution,
    none: words.distributionNone,
    sections: tables.map((item) => ({ title: undefined, facts: [], tables: [item] })),
  };
}

function issueOf(view: View, copy: { document: string; version: string; copy: string; issued: string }): Cell[] {
  return [numberedLink(view, copy.document), copy.version, copy.copy, copy.issued];
}
