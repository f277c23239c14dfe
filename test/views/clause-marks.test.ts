/** The marks of clauses in the margin of a document. */
import { describe, expect, test } from 'vitest';
import { clauseMarks, markHtml, withMarks } from '../../src/views/clause-marks.ts';
import { tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { open } from './tiny-view.ts';

const { view } = open(tinyHandbook());

function marksOf(number: string, name?: string) {
  const document = view.handbook.documents.get(number)!;
  const part = name ? document.parts.find((item) => item.name === name)! : document.parts[0]!;
  return clauseMarks(view, document, part);
}

describe('the marks of a document', () => {
  test('stand at the sections that it names', () => {
    expect(marksOf('ST-B-02')).toEqual({
      whole: [],
      sections: new Map([['5', [{ text: '5.1 订单受理', href: '/clauses/mini-2020/5.1/' }]]]),
    });
    expect([...marksOf('ST-A-01', '4')!.sections.keys()]).toEqual(['4.1', '4.2']);
  });

  test('stand at its beginning if it meets a clause as a whole', () => {
    const marks = marksOf('ST-A-02')!;
    expect(marks.whole.map(({ text }) => text)).toEqual(['4.1 目标']);
    expect(marks.sections.size).toBe(0);
  });

  test('there are none where no clause is met', () => {
    expect(marksOf('ST-D-02-01')).toBeUndefined();
  });
});

test('marks are written behind their headings, those of the whole text behind the first', () => {
  const html = '<h2 id="1">1 目的</h2><p>甲</p><h3 id="5.1">5.1 <em>登记</em></h3><p>乙</p>';
  const whole = [{ text: '4.1' }];
  const sections = new Map([['5.1', [{ text: '8.6.1' }]]]);
  const mark = (links: readonly { text: string }[], isWhole: boolean) =>
    `[${isWhole ? '全文' : ''}${links.map(({ text }) => text).join()}]`;
  expect(withMarks(html, { whole, sections }, mark)).toBe(
    '<h2 id="1">1 目的</h2>[全文4.1]<p>甲</p><h3 id="5.1">5.1 <em>登记</em></h3>[8.6.1]<p>乙</p>',
  );
  expect(withMarks(html, { whole: [], sections: new Map() }, mark)).toBe(html);
});

test('a mark leads to its clause, whatever stands in the title', () => {
  const html = markHtml([{ text: '8.1 A & B <c>', href: '/clauses/x/8.1/' }], {
    language: 'en',
    to: (path) => `/en${path}`,
    label: 'whole text: ',
  });
  expect(html).toContain('whole text: <a href="/en/clauses/x/8.1/">8.1 A &amp; B &lt;c&gt;</a>');
  expect(html).toContain('data-pagefind-ignore');
});
