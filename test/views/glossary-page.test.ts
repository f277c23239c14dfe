/** The glossary: the terms of its register, and those that procedures define. */
import { expect, test } from 'vitest';
import { glossaryRows } from '../../src/views/glossary-page.ts';
import { tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { open } from './tiny-view.ts';

const copied = { term: '受控文件', definition: '有编号、有批准人、只有一个有效版本的文件。' };
const intake = 'procedures/ST-B-02.mdx';
const proof = '    - { term: 样张, definition: 开印前给顾客确认的一张成品。 }\n';
const also = (definition: string) =>
  tinyHandbook([
    { file: intake, replace: proof, with: `${proof}    - { term: ${copied.term}, definition: ${definition} }\n` },
  ]);

test('a term of the register that a procedure defines as well stands once, with what the register says', () => {
  const { view, english } = open(tinyHandbook());
  expect(glossaryRows(view).map(({ term }) => term)).toEqual(['受控文件', '样张']);
  expect(glossaryRows(view)[1]).toEqual({
    term: '样张',
    other: 'proof',
    definitions: [{ text: '开印前给顾客确认的一张成品。', sources: [] }],
    synonyms: ['打样', '小样'],
    avoid: [],
    allow: [],
    remark: '',
  });
  expect(glossaryRows(english).map(({ term, other }) => [term, other])).toContainEqual(['proof', '样张']);
});

test('a term of procedures stands once with each of its meanings, and the procedures that give them', () => {
  const definitionsIn = (folder: string) =>
    glossaryRows(open(folder).view)
      .filter(({ term }) => term === copied.term)
      .map(({ definitions }) => definitions.map(({ text, sources }) => [text, sources.map(({ href }) => href)]));
  const [control, order] = ['/documents/st-b-01/', '/documents/st-b-02/'];
  expect(definitionsIn(also(copied.definition))).toEqual([[[copied.definition, [control, order]]]]);
  expect(definitionsIn(also('盖有受控章的文件。'))).toEqual([
    [
      [copied.definition, [control]],
      ['盖有受控章的文件。', [order]],
    ],
  ]);
});
