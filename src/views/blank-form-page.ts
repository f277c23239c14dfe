/** A record form as a sheet to be filled in by hand: a line, a box or a table for every field. */
import type { Document, Handbook } from '../handbook/graph.ts';
import { wordsOf } from '../i18n/index.ts';
import type { FormField } from '../schema/form.ts';
import type { PrintMarks } from './print-marks.ts';
import { classificationName, departmentLink, named, roleLink, type View } from './view.ts';

export interface BlankField {
  name: string;
  /** The role that fills it. */
  by: string;
  required: boolean;
  note: string | undefined;
  /** How much room it needs on paper. */
  room: 'line' | 'box' | 'choices' | 'table';
  /** What is printed where a day or a time is written, in pieces: `_` and `__` are a short and a long line. */
  blanks: string[];
  /** `isOpen`: what is meant has to be written. */
  choices: { text: string; isOpen: boolean }[];
  columns: string[];
}

export interface BlankFormPage {
  number: string;
  version: string;
  title: string;
  /** Whose form it is. */
  organisation: string;
  fields: BlankField[];
  /** A filled sheet is a record: it bears how long it is kept, not that it is no controlled copy. */
  print: PrintMarks;
}

/** True for a record form in force that people fill; some lists the site makes by itself. */
export function hasBlank(handbook: Handbook, { number, data }: Document): boolean {
  return data.kind === 'form' && !data.generated && handbook.documents.has(number);
}

/** The sheet of a form; undefined for a document that is none. */
export function blankFormPage(view: View, { number, data }: Document): BlankFormPage | undefined {
  if (data.kind !== 'form') return undefined;
  const title = named(view, data.title);
  const keeper = departmentLink(view, data.keeper).text;
  return {
    number,
    version: data.version,
    title,
    organisation: named(view, view.handbook.settings.organisation.name),
    fields: data.fields.map((field) => blankField(view, field)),
    print: {
      head: `${number} ${title} ${data.version}`,
      status: classificationName(view, data.classification),
      foot: view.words.keptUntil(keeper, data.retention),
      mark: undefined,
      draft: false,
    },
  };
}

const rooms: Record<FormField['type'], BlankField['room']> = {
  text: 'line',
  number: 'line',
  date: 'line',
  time: 'line',
  person: 'line',
  file: 'line',
  'long-text': 'box',
  check: 'choices',
  choice: 'choices',
  table: 'table',
};

function blankField(view: View, { name, by, required, note, type, choices = [], columns = [] }: FormField): BlankField {
  // A choice or a table without its parts is a field to write into.
  const room = (type === 'choice' && !choices.length) || (type === 'table' && !columns.length) ? 'box' : rooms[type];
  return {
    name,
    by: roleLink(view, by).text,
    required,
    note,
    room,
    blanks: blanks(view, type),
    choices: (type === 'check' ? [''] : choices).map((text) => ({ text, isOpen: /^(其他|other)/i.test(text) })),
    columns,
  };
}

/** In the language of the form, which is that of the handbook. */
function blanks({ handbook }: View, type: FormField['type']): string[] {
  const words = wordsOf(handbook.settings.language);
  const printed = type === 'date' ? words.blankDay : type === 'time' ? words.blankTime : '';
  return printed.split(/(_+)/).filter(Boolean);
}
