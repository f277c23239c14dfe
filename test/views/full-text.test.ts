/** What of the pages that Pagefind finds answers a query, and what of them is shown. Pagefind itself is played. */
import { describe, expect, test } from 'vitest';
import { fullText, type Pagefind, type PagefindData } from '../../src/client/full-text.ts';
import { planQuery } from '../../src/client/query.ts';
import { excerptOf } from '../../src/client/excerpt.ts';

const synonyms = [['事件', 'incident', '事故']];

/** A page as Pagefind keeps it: cut into words, headings by their place among them. */
function page(target: string, sections: [heading: string, ...words: string[]][], url = `/${target}/`): PagefindData {
  const words: string[] = [];
  const anchors: PagefindData['anchors'] = [];
  for (const [heading, ...text] of sections) {
    if (anchors.length || words.length)
      anchors.push({ element: 'h2', id: heading, text: heading, location: words.length });
    words.push(heading, '. ', ...text);
  }
  return { url, raw_content: words.join('\u200b'), meta: { target, title: sections[0]![0] }, anchors };
}

/** Finds a page by any word of a query that begins one of its words, as Pagefind does at its most generous. */
function play(...pages: PagefindData[]): Pagefind {
  const cut = new Intl.Segmenter('zh', { granularity: 'word' });
  return {
    search: async (query) => {
      const asked = [...cut.segment(query)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
      const found = pages.filter(({ raw_content: content }) => asked.some((word) => content.includes(word[0]!)));
      return {
        results: found.map((item) => ({ id: item.url, score: 1, words: [1], data: async () => item })),
      };
    },
  };
}

async function search(query: string, pages: PagefindData[], known: readonly string[] = []) {
  const plan = planQuery(query, { targets: [], synonyms });
  const { hits, elsewhere, isCut } = await fullText(play(...pages), plan, (word) => known.includes(word));
  const shown = hits
    .sort((a, b) => b.score - a.score)
    .map((hit) => ({ ...hit, excerpt: excerptOf(hit.section, plan) }));
  return { hits: shown, elsewhere: [...elsewhere.keys()], isCut };
}

const backup = page('backup', [
  ['备份', '总则'],
  ['目的', '使', '数据', '丢失', '后', '能', '恢复', '。'],
  ['恢复', '误', '删', '的', '数据', '由', '管理员', '恢复', '，', '记录', '时间', '。'],
]);
const other = page('other', [['其他'], ['目的', '数据', '的', '使用', '。'], ['做法', '恢复', '服务', '。']]);

describe('pages', () => {
  test('the phrase comes before its words, words of one section before words of one page', async () => {
    const phrase = page('phrase', [['甲'], ['目的', '数据', '恢复', '要', '快', '。']]);
    const { hits } = await search('数据恢复', [other, backup, phrase]);
    expect(hits.map(({ target }) => target)).toEqual(['phrase', 'backup', 'other']);
  });

  test('other words for the same thing count', async () => {
    const { hits } = await search('事故记录', [page('b', [['乙'], ['目的', '事件', '记录', '。']])]);
    expect(hits).toHaveLength(1);
  });

  test('a page without the words is dropped, whatever Pagefind says', async () => {
    expect((await search('数学', [backup, other])).hits).toEqual([]);
  });

  test('in quotation marks only the phrase counts', async () => {
    expect((await search('"数据恢复"', [backup, other])).hits).toEqual([]);
  });

  test('a word that stands nowhere makes pages without it no answer', async () => {
    expect((await search('数据恢复抽奖', [backup, other])).hits).toEqual([]);
  });

  test('a word that stands elsewhere may be missing', async () => {
    const { hits } = await search('数据 恢复 服务', [backup, page('c', [['丙'], ['目的', '服务', '。']])]);
    expect(hits).toMatchObject([{ target: 'backup', isWhole: false }]);
  });

  test('it is told whether more pages hold the words than were read', async () => {
    const many = Array.from({ length: 17 }, (_, at) => page(`p${at}`, [['甲'], ['目的', '恢复', '。']]));
    expect(await search('恢复', many)).toMatchObject({ isCut: true, hits: { length: 16 } });
    expect(await search('恢复', many.slice(1))).toMatchObject({ isCut: false, hits: { length: 16 } });
  });

  test('words of texts that no title knows are told', async () => {
    const { elsewhere } = await search('时间 恢复', [backup, other], ['恢复']);
    expect(elsewhere).toEqual(['时间']);
  });
});

describe('sections', () => {
  test('the link goes to the section that answers best', async () => {
    const { hits } = await search('误删', [backup]);
    expect(hits[0]).toMatchObject({ url: '/backup/#恢复', section: { title: '恢复' } });
  });

  test('above the first heading it goes to the page', async () => {
    const { hits } = await search('总则', [backup]);
    expect(hits[0]!.url).toBe('/backup/');
  });
});

describe('excerpts', () => {
  const text = ({ excerpt }: { excerpt: { text: string; marked: boolean }[] }) =>
    excerpt.map(({ text: piece, marked }) => (marked ? `[${piece}]` : piece)).join('');

  test('mark the phrase, without spaces between words and without the heading', async () => {
    const { hits } = await search('误删的数据', [backup]);
    expect(text(hits[0]!)).toBe('[误删的数据]由管理员恢复，记录时间。');
  });

  test('mark the words where there is no phrase', async () => {
    const { hits } = await search('记录 误删', [backup]);
    expect(text(hits[0]!)).toBe('[误删]的数据由管理员恢复，[记录]时间。');
  });

  test('are cut from a long text where the answer stands, at the beginning of a piece of a sentence', async () => {
    const long = page('long', [['长'], ['目的', ...Array<string>(40).fill('无关文字，'), '关键', '在此', '。']]);
    const { hits } = await search('关键', [long]);
    expect(text(hits[0]!)).toMatch(/^…无关文字，.*\[关键\]在此。$/);
    expect(text(hits[0]!).length).toBeLessThan(130);
  });

  test('show blocks apart and brackets as written', async () => {
    const blocks = page('blocks', [['块'], ['目的', '输入', '. ', '来源', ' &lt;系统&gt;', '.']]);
    const { hits } = await search('来源', [blocks]);
    expect(text(hits[0]!)).toBe('输入 · [来源] <系统>');
  });

  test('traditional and full-width characters are marked, too', async () => {
    const { hits } = await search('變更ＣＡＢ', [page('w', [['丁'], ['目的', '提交', '变更', 'CAB', '审议', '。']])]);
    expect(text(hits[0]!)).toBe('提交[变更CAB]审议。');
  });
});
