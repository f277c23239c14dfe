import { expect, test } from 'vitest';
import { blankFormPage, hasBlank } from '../../src/views/blank-form-page.ts';
import { tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { open } from './tiny-view.ts';

test('every field has the room that its kind needs', () => {
  const { view } = open(tinyHandbook());
  const document = view.handbook.documents.get('ST-D-01-01')!;
  const page = blankFormPage(view, document)!;
  expect(page.fields.map(({ name, room }) => [name, room])).toEqual([
    ['修改的内容', 'line'],
    ['日期', 'line'],
  ]);
  expect(page.print.head).toBe('ST-D-01-01 文件修改单 A/0');
  expect(page.organisation).toBe(view.handbook.settings.organisation.name.zh);
  expect(page.print.foot).toContain('三年');
});

test('a document that is no form has no sheet to fill', () => {
  const { view } = open(tinyHandbook());
  const procedure = view.handbook.documents.get('ST-B-02')!;
  expect(hasBlank(view.handbook, procedure)).toBe(false);
  expect(blankFormPage(view, procedure)).toBeUndefined();
});

test('choices are boxes to tick, tables have their columns, and long texts a box', () => {
  const folder = tinyHandbook();
  const { view } = open(folder);
  const document = view.handbook.documents.get('ST-D-01-01')!;
  if (document.data.kind !== 'form') throw new Error('not a form');
  const by = document.data.fields[0]!.by;
  const field = (type: 'choice' | 'table' | 'long-text' | 'check', rest = {}) => ({
    name: type,
    type,
    by,
    required: true,
    ...rest,
  });
  const data = {
    ...document.data,
    fields: [
      field('choice', { choices: ['是', '其他原因'] }),
      field('choice'),
      field('table', { columns: ['时间', '人'] }),
      field('long-text'),
      field('check'),
    ],
  };
  const page = blankFormPage(view, { ...document, data })!;
  expect(page.fields.map(({ room }) => room)).toEqual(['choices', 'box', 'table', 'box', 'choices']);
  expect(page.fields[0]!.choices.map(({ text, isOpen }) => [text, isOpen])).toEqual([
    ['是', false],
    ['其他原因', true],
  ]);
  expect(page.fields[2]!.columns).toEqual(['时间', '人']);
});

test('days and times have their figures marked, in the language of the form', () => {
  const { view, english } = open(tinyHandbook());
  const document = view.handbook.documents.get('ST-D-01-01')!;
  if (document.data.kind !== 'form') throw new Error('not a form');
  const [text, day] = document.data.fields;
  const fields = [text!, day!, { ...day!, type: 'time' as const }];
  const blanks = (from: typeof view) =>
    blankFormPage(from, { ...document, data: { ...document.data, fields } } as typeof document)!.fields.map((field) =>
      field.blanks.join(''),
    );
  expect(blanks(view)).toEqual(['', '__年_月_日', '__年_月_日_时_分']);
  expect(blanks(english)).toEqual(blanks(view));
});
