/** `handbook build --drafts`: a site for reviewers, who must see at once that it is one and what is new in it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { listFiles } from '../../src/handbook/read-folder.ts';
import { apply, asOf, emptyFolder, tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { handbook } from './handbook-command.ts';

const out = join(emptyFolder(), 'drafts');
const html = (path: string) => readFileSync(join(out, path, 'index.html'), 'utf8');

beforeAll(async () => {
  const content = tinyHandbook();
  apply(content, { file: 'procedures/ST-B-02.mdx', replace: '重新排期。', with: '重新排期，当天登记。' });
  const text = readFileSync(join(content, 'instructions/ST-C-01.mdx'), 'utf8');
  const create = text.replace('number: ST-C-01', 'number: ST-C-02').replace('报价核对指导书', '裁切指导书');
  apply(content, { file: 'instructions/ST-C-02.mdx', create });
  const words = ['--drafts', '--content', content, '--as-of', asOf, '--out', out];
  const { code, stdout, stderr } = await handbook('build', ...words);
  expect({ code, stderr }, stdout).toEqual({ code: 0, stderr: '' });
}, 120_000);

test('every page is marked as a draft, on the screen and on paper', () => {
  const pages = listFiles(out).filter((path) => path.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(50);
  const unmarked = pages.filter((path) => {
    const text = readFileSync(join(out, path), 'utf8');
    const said = path.startsWith('en/') ? 'Draft for review' : '草稿，供评审用';
    const [head = ''] = /<html[^>]*>/.exec(text) ?? [];
    return !(
      / data-mark="[^"]+"/.test(head) &&
      / data-draft\b/.test(head) &&
      head.includes(`data-print-foot="${said}`) &&
      text.slice(text.indexOf('<main')).includes(said)
    );
  });
  expect(unmarked).toEqual([]);
});

describe.each([
  ['', '编辑稿：新文件和未发布的修改', '新文件，还没有发布', '对 A/1 有未发布的修改'],
  ['en/', 'Working texts', 'New document, not released yet', 'Unreleased changes against A/1'],
])('%s', (language, title, isNew, isAhead) => {
  test.each(['', 'documents/'])('%s lists what is new and what has changed, with its page', (path) => {
    const page = html(language + path);
    const table = page.slice(page.indexOf(title)).split('</table>')[0] ?? '';
    const prefix = language && `/${language.slice(0, -1)}`;
    expect(table).toContain(`href="${prefix}/documents/st-c-02/working/"`);
    expect(table).toContain(`href="${prefix}/documents/st-b-02/working/"`);
    expect(table).toContain(isNew);
    expect(table).toContain(isAhead);
    expect(table).not.toContain('st-b-01');
  });
});
