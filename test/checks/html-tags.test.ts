/** The tokenizer behind the check of the output: it must see the same tags as a browser. */
import { expect, test } from 'vitest';
import { readTags } from '../../src/checks/html-tags.ts';

const wanted = new Set(['id', 'href', 'src']);
const tagsOf = (html: string) =>
  readTags(html, wanted).map(({ name, offset, attributes }) => ({ name, offset, ...Object.fromEntries(attributes) }));

test('links, anchors and sources with their places', () => {
  expect(tagsOf('<p><a href="/a/">x</a><h2 id="5.1">y</h2><img src=z.png></p>')).toEqual([
    { name: 'a', offset: 3, href: '/a/' },
    { name: 'h2', offset: 22, id: '5.1' },
    { name: 'img', offset: 41, src: 'z.png' },
  ]);
});

test('quotes of both kinds, none, entities, and upper case', () => {
  expect(tagsOf(`<A HREF='/a?x=1&amp;y=2' class="b">`)).toEqual([{ name: 'a', offset: 0, href: '/a?x=1&y=2' }]);
});

test('what stands in comments, scripts and titles is no tag', () => {
  const html =
    '<!-- <a href="/no/"> --><script>"<a href=\'/no/\'>"</script><title><a href="/no/"></title><a href="/yes/">';
  expect(tagsOf(html).map(({ name }) => name)).toEqual(['a']);
});

test('a less-than sign in a text or a greater-than sign in an attribute does not confuse it', () => {
  expect(tagsOf('5 < 6 <a title="a > b" href="/x/">')).toEqual([{ name: 'a', offset: 6, href: '/x/' }]);
});
