/**
 * `handbook build` from the first site to the one after a release. The tests stand in the order of a life: each goes
 * on with the handbook and the site that the one before left, because a real build takes seconds.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkOutput } from '../../src/checks/output.ts';
import { listFiles } from '../../src/handbook/read-folder.ts';
import { apply, asOf, emptyFolder, tinyHandbook, workingTexts, type Edit } from '../fixtures/tiny-handbook.ts';
import { outputOf } from './built-site.ts';
import { bytesOf, changedFiles, handbook, handbookWith, lineWith, removeCache } from './handbook-command.ts';

const intake = 'procedures/ST-B-02.mdx';
const clauseGone: Edit = { file: intake, replace: '    - mini:2020/5.1#5\n', with: '' };

let content: string;
let folder: string;
let dist: string;
let underBase: string;

/** What the first build made. */
let first: Map<string, string>;

function build(...words: string[]) {
  return handbook('build', '--content', content, '--as-of', asOf, ...words);
}

function page(site: string, path: string): string {
  return readFileSync(join(site, path, 'index.html'), 'utf8');
}

/** The text of a page, without tags. */
function text(html: string): string {
  return html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
}

/** Makes one change, runs a check of what happens, and takes the change back. */
async function during(edit: Edit, run: () => Promise<void>): Promise<void> {
  const path = join(content, edit.file);
  const before = readFileSync(path, 'utf8');
  apply(content, edit);
  try {
    await run();
  } finally {
    rmSync(path);
    apply(content, { file: edit.file, create: before });
  }
}

/** Bold text beside Chinese punctuation, in a paragraph of several lines. */
const typography: Edit = {
  file: 'policies/ST-A-02.mdx',
  replace: '先看样张，后开印；说到的日子，做到。',
  with: '先看样张，\n后开印；这是**质量方针（QP）**的原话，\n说到的日子，做到。',
};

beforeAll(async () => {
  content = tinyHandbook([typography]);
  folder = emptyFolder();
  dist = join(folder, 'dist');
  underBase = join(folder, 'under-base');
  const { code, stdout, stderr } = await build('--out', dist);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('完成');
  first = bytesOf(dist);
}, 120_000);

afterAll(() => {
  for (const out of [dist, underBase]) removeCache(content, out);
});

describe('the first build', () => {
  test('has a page for everything in force, in both languages', () => {
    const paths = ['', 'documents/', 'documents/st-b-02/', 'documents/st-a-01/5/', 'clauses/mini-2020/5.1/'];
    for (const path of [...paths, 'roles/order-lead/', 'departments/yws/', 'coverage/', 'matrix/', 'search/']) {
      expect([...first.keys()]).toEqual(expect.arrayContaining([`${path}index.html`, `en/${path}index.html`]));
    }
    expect(first.has('404.html')).toBe(true);
    expect([...first.keys()].some((file) => file.startsWith('pagefind/'))).toBe(true);
  });

  test('has the content security policy in every page, whatever NODE_ENV says', () => {
    const pages = [...first].filter(([file]) => file.endsWith('.html'));
    expect(pages.filter(([, html]) => !html.includes('Content-Security-Policy')).map(([file]) => file)).toEqual([]);
  });

  test('joins lines of Chinese without a space, and shows bold text beside Chinese punctuation', () => {
    expect(page(dist, 'documents/st-a-02')).toContain(
      '<p>先看样张，后开印；这是<strong>质量方针（QP）</strong>的原话，说到的日子，做到。</p>',
    );
  });

  test('is the same to the byte as another one, in another time zone and with another locale', async () => {
    const again = join(folder, 'again');
    const elsewhere = { TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8', LC_ALL: 'C' };
    const words = ['build', '--content', content, '--as-of', asOf, '--out', again, '--lang', 'zh'];
    expect((await handbookWith(elsewhere, ...words)).code).toBe(0);
    expect(changedFiles(first, bytesOf(again))).toEqual([]);
    removeCache(content, again);
    rmSync(again, { recursive: true });
  });

  test('has no broken link, and nothing is left beside it', () => {
    expect(checkOutput(outputOf(dist), '')).toEqual([]);
    expect(listFiles(folder).filter((file) => !file.startsWith('dist/'))).toEqual([]);
  });
});

test('the check of the output finds a link and an anchor without target', () => {
  const site = emptyFolder();
  apply(site, {
    file: 'index.html',
    create: '<h2 id="1">1</h2>\n<a href="/a/">a</a>\n<a href="#1">1</a> <a href="#2">2</a>',
  });
  const found = checkOutput(outputOf(site), '').map(({ line, column, message }) => [line, column, message.en]);
  expect(found).toEqual([
    [2, 1, expect.stringContaining('“/a/”')],
    [3, 20, expect.stringContaining('“#2”')],
  ]);
});

test('of two builds of one folder at the same time one is made, and the other is refused', async () => {
  const out = join(folder, 'twice');
  const outcomes = await Promise.all([build('--out', out), build('--out', out)]);
  removeCache(content, out);
  const [made, refused] = outcomes.sort((a, b) => a.code! - b.code!);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('正在生成') as string });
  expect(changedFiles(first, bytesOf(out))).toEqual([]);
}, 60_000);

describe('is refused with 1, and the last site stays as it was', () => {
  /** @returns what the user gets to read */
  async function refused(...words: string[]): Promise<string> {
    const { code, stdout, stderr } = await build('--out', dist, ...words);
    expect(code).toBe(1);
    expect(stderr).toContain('没有生成网站');
    expect(changedFiles(first, bytesOf(dist))).toEqual([]);
    expect(existsSync(`${dist}.new`)).toBe(false);
    return stdout;
  }

  test('when a clause is met by no procedure any more: names clause, file and line', async () => {
    await during(clauseGone, async () => {
      const output = await refused();
      const line = lineWith(readFileSync(join(content, intake), 'utf8'), 'clauses:');
      expect(output).toMatch(new RegExp(`/procedures/ST-B-02\\.mdx:${line}:\\d+ 错误 MAP-01\\n.*5\\.1 订单受理`));
    });
  });

  test('when a diagram is broken: names its line', async () => {
    const broken: Edit = { file: intake, replace: 'A["5.1 登记订单"] -->', with: 'A["5.1 登记订单" -->' };
    await during(broken, async () => {
      const output = await refused();
      const line = lineWith(readFileSync(join(content, intake), 'utf8'), 'A["5.1 登记订单" -->');
      expect(output).toMatch(new RegExp(`/procedures/ST-B-02\\.mdx:${line}:\\d+ 错误`));
    });
  });

  test('when a byte of a frozen text was changed: names the release', async () => {
    const changed: Edit = { file: 'history/ST-B-01/A-0/ST-B-01.mdx', replace: '## 1 目的', with: '## 1 目 的' };
    await during(changed, async () => {
      const output = await refused('--published-only');
      expect(output).toMatch(/错误 VER-05\n.*ST-B-01.*A\/0/);
    });
  });

  test('when a text is not MDX', async () => {
    await during({ file: intake, replace: '重新排期。', with: '重新排期，<4 小时。' }, async () => {
      expect(await refused()).toMatch(/\/procedures\/ST-B-02\.mdx:\d+:\d+ 错误 SRC-/);
    });
  });

  test('when there is a warning and --strict', async () => {
    const onePerson: Edit = {
      file: 'policies/ST-A-02.mdx',
      replace: 'prepared: { by: gu-tong',
      with: 'prepared: { by: han-mei',
    };
    await during(onePerson, async () => expect(await refused('--strict')).toContain('警告 APP-02'));
  });
});

test('a folder without any release gives no site', async () => {
  const out = join(folder, 'never');
  const { code } = await handbook('build', '--content', workingTexts(), '--as-of', asOf, '--out', out);
  expect(code).toBe(1);
  expect(existsSync(out)).toBe(false);
});

test('a path where no site can be written is a fault of the environment: 3', async () => {
  const { code, stderr } = await build('--out', join(import.meta.filename, 'dist'));
  expect(code).toBe(3);
  expect(stderr).toContain('出错了');
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('a site does not replace the handbook that it is made of', async () => {
  const { code, stderr } = await build('--out', content);
  expect(code).toBe(2);
  expect(stderr).toContain('--out 不能是手册文件夹');
  expect(existsSync(join(content, 'handbook.yaml'))).toBe(true);
});

test('a word that is not released changes no page', async () => {
  apply(content, { file: intake, replace: '重新排期。', with: '重新排期，当天登记。' });
  const { code, stdout } = await build('--out', dist);
  expect(code).toBe(0);
  expect(stdout).toContain('VER-08');
  expect(changedFiles(first, bytesOf(dist)).filter((file) => !file.startsWith('pagefind/'))).toEqual([]);
});

// The links of an old version to its own sections stay within it: the version in force may have lost them.
test('a step that a revision takes out does not keep the site from being built', async () => {
  const revised = tinyHandbook();
  const { activities, section, arrow } = lastStep(readFileSync(join(revised, intake), 'utf8'));
  apply(revised, { file: intake, replace: activities, with: '' });
  apply(revised, { file: intake, replace: section, with: '' });
  apply(revised, { file: intake, replace: arrow, with: '' });
  apply(revised, {
    file: intake,
    replace: 'records: [ST-D-02-01]\n  - id: proof',
    with: 'records: [ST-D-02-01, ST-D-02-02]\n  - id: proof',
  });
  apply(revised, { file: intake, replace: '样张由[接单负责人]', with: '返工填《返工单》。样张由[接单负责人]' });
  const at = ['--content', revised, '--as-of', asOf];
  const words = ['--summary', '取消返工', '--reason', '例会', '--sections', '5.3'];
  const released = await handbook('release', ...at, 'ST-B-02', ...words);
  const built = await handbook('build', ...at, '--out', dist);
  removeCache(revised, dist);
  expect([released.code, built.code], released.stderr + built.stderr).toEqual([0, 0]);
});

/** The pieces of ST-B-02 that are about its last step. */
function lastStep(source: string) {
  return {
    activities: source.slice(source.indexOf('  - id: rework'), source.indexOf('changes:')),
    section: source.slice(source.indexOf('\n### 5.3 返工')),
    arrow: '  C -->|否| D["5.3 返工"]\n',
  };
}

describe('after the release, under /handbook, with a fault in the next working text', () => {
  beforeAll(async () => {
    const words = ['--summary', '退回的成品当天登记', '--reason', '返工单迟交'];
    const released = await handbook('release', '--content', content, '--as-of', asOf, 'ST-B-02', ...words);
    expect(released.code).toBe(0);
    apply(content, clauseGone);
    const plain = await build('--out', dist);
    expect(plain.code).toBe(1);
    const published = await build('--out', underBase, '--base', '/handbook', '--published-only');
    expect(published).toMatchObject({ code: 0, stderr: '' });
    expect(published.stdout).not.toContain('MAP-01');
  }, 120_000);

  test('the page shows the new text and version', () => {
    const shown = text(page(underBase, 'documents/st-b-02'));
    expect(shown).toContain('重新排期，当天登记。');
    expect(shown).toContain('版本 A/2');
  });

  test('the clause is still met, as the release says', () => {
    expect(text(page(underBase, 'clauses/mini-2020/5.1'))).toContain('ST-B-02');
  });

  test('the history has its row, and the version before keeps its address and its text', () => {
    const history = text(page(underBase, 'documents/st-b-02/history'));
    expect(history).toMatch(/A\/2 现行有效 2026-06-01 至今 5\.3 退回的成品当天登记 返工单迟交/);
    expect(history).toMatch(/A\/1 已被替代 2026-02-02 至 2026-05-31/);
    const before = text(page(underBase, 'documents/st-b-02/versions/a-1'));
    expect(before).toContain('已被 A/2 替代');
    expect(before).not.toContain('当天登记。');
  });

  test('the redline shows the words that were added', () => {
    const redline = page(underBase, 'documents/st-b-02/compare/a-1...a-2');
    expect([...redline.matchAll(/<ins>([^<]*)<\/ins>/g)].map(([, word]) => word).join('')).toContain('当天登记');
    expect(redline).not.toMatch(/<del>[^<]*重新排期/);
  });

  test('every link carries the base and leads to a page', () => {
    expect(checkOutput(outputOf(underBase), '/handbook')).toEqual([]);
    const pages = listFiles(underBase).filter((file) => file.endsWith('.html'));
    for (const file of pages) {
      const html = readFileSync(join(underBase, file), 'utf8');
      const own = [...html.matchAll(/ (?:href|src|action|data-compare|data-pagefind|data-targets)="(\/[^"]*)"/g)];
      expect(own.length, file).toBeGreaterThan(10);
      expect(
        own.map(([, url]) => url).filter((url) => !url?.startsWith('/handbook/')),
        file,
      ).toEqual([]);
    }
  });

  test('English pages lead to English pages, and only the switch of language leads out', () => {
    const pages = listFiles(underBase).filter((file) => file.startsWith('en/') && file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(40);
    for (const file of pages) {
      const html = readFileSync(join(underBase, file), 'utf8');
      const links = [...html.matchAll(/<a [^>]*href="(\/[^"]*)"[^>]*>/g)];
      const leadingOut = links.filter(([, url]) => !url?.startsWith('/handbook/en/'));
      const languages = leadingOut.map(([tag]) => /hreflang="([^"]*)"/.exec(tag)?.[1]);
      // The calendar of reviews is one file for all languages.
      const expected = file.startsWith('en/changes/') ? ['zh-CN', 'zh-CN'] : ['zh-CN'];
      expect(languages, file).toEqual(expected);
    }
  });
});
