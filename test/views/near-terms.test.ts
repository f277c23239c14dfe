/** What is offered when nothing was found. */
import { expect, test } from 'vitest';
import { nearTerms } from '../../src/client/near-terms.ts';
import { planQuery } from '../../src/client/query.ts';
import type { SearchIndex, SearchTarget } from '../../src/views/search-targets.ts';

function target(id: string, zh: string): SearchTarget {
  return { id, path: '/', kind: id.startsWith('clause:') ? 'clause' : 'procedure', zh, en: id, words: [] };
}

const index: SearchIndex = {
  targets: [
    target('HC-ITSM-B-01', '文件与记录控制程序'),
    target('HC-ITSM-B-30', '不符合与纠正措施程序'),
    target('HC-ITSM-B-31', '持续改进程序'),
    target('HC-ITSM-D-31-01', '改进登记表'),
    target('clause:8', '服务管理体系的运行'),
    target('clause:8.6', '解决与履行'),
  ],
  synonyms: [['客户满意度', 'customer satisfaction']],
};

const near = (query: string) =>
  nearTerms(planQuery(query, index), index).map((term) => (typeof term === 'string' ? term : term.id));

test('beside a number that does not exist stand its neighbours', () => {
  expect(near('HC-ITSM-B-32').slice(0, 2)).toEqual(['HC-ITSM-B-31', 'HC-ITSM-B-30']);
  expect(near('HC-ITSM-D-31-09')).toEqual(['HC-ITSM-D-31-01']);
});

test('above a clause that does not exist stands the clause to which it would belong', () => {
  expect(near('第8.6.9条')).toEqual(['clause:8.6']);
});

test('beside a phrase stand titles and words of the glossary that share much of it', () => {
  expect(near('记录控制室')).toContain('HC-ITSM-B-01');
  expect(near('客户满意')).toEqual(['客户满意度']);
});

test('nothing is offered that has nothing to do with it', () => {
  expect(near('年会抽奖')).toEqual([]);
  expect(near('停车位申请程序')).toEqual([]);
});
