/** `handbook build --profile`: what readers must not see is nowhere in the site, or nothing is published. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkOutput } from '../../src/checks/output.ts';
import { checkProfile } from '../../src/checks/output-profile.ts';
import { openHandbook } from '../../src/handbook/open.ts';
import { interfaceWords } from '../../scripts/profile.ts';
import { apply, asOf, emptyFolder, freeze, workingTexts, type Edit } from '../fixtures/tiny-handbook.ts';
import { outputOf } from './built-site.ts';
import { bytesOf, changedFiles, handbook, removeCache } from './handbook-command.ts';

/** Two documents that the staff do not get, named by the procedure in every way there is. */
const edits: Edit[] = [
  {
    file: 'handbook.yaml',
    replace: 'title: { zh: 内部, en: Internal } }',
    with: `title: { zh: 内部, en: Internal } }
  - { id: secret, title: { zh: 机密, en: Secret } }
profiles:
  - { id: staff, title: { zh: 员工版, en: Staff }, classifications: [public, internal] }
  - { id: web, title: { zh: 网站版, en: Web }, classifications: [public], external: true }`,
  },
  {
    file: 'registers/distribution.yaml',
    create:
      'entries:\n  - { document: ST-A-02, version: A/0, copy: W-1, issued: 2026-02-03, uncontrolled: true, recipient: 门店网站, purpose: 对外公布, approved: han-mei }\n',
  },
  { file: 'instructions/ST-C-01.mdx', replace: 'classification: internal', with: 'classification: secret' },
  { file: 'forms/ST-D-02-02.yaml', replace: 'classification: internal', with: 'classification: secret' },
  { file: 'plans/ST-C-51.mdx', replace: 'classification: internal', with: 'classification: secret' },
  { file: 'plans/ST-C-51.mdx', append: '\n最低毛利率三成。\n' },
  {
    file: 'procedures/ST-B-02.mdx',
    replace: '    - { name: 订单统计, to: [ST-B-01] }',
    with: '    - { name: 订单统计, to: [ST-B-01, ST-C-01] }\n    - { name: 待复算的报价, to: [ST-C-01] }',
  },
  {
    file: 'procedures/ST-B-02.mdx',
    replace: '按《报价核对指导书》算',
    with: '按[核对步骤](ST-C-01#1)和《报价核对指导书》算',
  },
  { file: 'procedures/ST-B-02.mdx', replace: 'what: 增加返工', with: 'what: 增加返工，用《返工单》记录' },
];

/** The plan, which was secret in its first version only. */
const opened: Edit[] = [
  {
    file: 'plans/ST-C-51.mdx',
    replace: 'version: A/0\nclassification: secret',
    with: 'version: A/1\nclassification: internal',
  },
  { file: 'plans/ST-C-51.mdx', replace: 'effective: 2026-02-02', with: 'effective: 2026-03-02' },
  { file: 'plans/ST-C-51.mdx', replace: '\n最低毛利率三成。\n', with: '' },
  {
    file: 'plans/ST-C-51.mdx',
    replace: '    approved: han-mei\n---',
    with: "    approved: han-mei\n  - { version: A/1, date: 2026-01-12, sections: ['1'], what: 删去毛利, why: 供全体员工使用, by: gu-tong, reviewed: tao-ran, approved: han-mei }\n---",
  },
];

const secretNames = /ST-C-01|ST-D-02-02|报价核对指导书|返工单|Checking a quotation|Rework record|最低毛利率/i;

let content: string;
let folder: string;

/** File of a built site → its text; what Pagefind wrote is unpacked. */
function textsOf(site: string): Map<string, string> {
  return new Map(
    [...bytesOf(site)].map(([file, bytes]): [string, string] => {
      const raw = Buffer.from(bytes, 'latin1');
      return [file, (raw[0] === 0x1f && raw[1] === 0x8b ? gunzipSync(raw) : raw).toString()];
    }),
  );
}

function build(profile: string, ...words: string[]) {
  return handbook(
    'build',
    '--content',
    content,
    '--as-of',
    asOf,
    '--out',
    join(folder, profile),
    '--profile',
    profile,
    ...words,
  );
}

beforeAll(() => {
  content = workingTexts(edits);
  freeze(content);
  for (const edit of opened) apply(content, edit);
  freeze(content, ['ST-C-51']);
  folder = emptyFolder();
});

afterAll(() => {
  for (const profile of ['staff', 'web']) removeCache(content, join(folder, profile));
});

describe('a profile for readers within', () => {
  let site: Map<string, string>;
  const page = (path: string) => site.get(join(path, 'index.html')) ?? '';

  beforeAll(async () => {
    const { code, stdout, stderr } = await build('staff');
    expect({ code, stdout, stderr }).toMatchObject({ code: 0, stderr: '' });
    expect(stdout).toContain('受众版本“员工版”（staff）：8 个文件，不含其他密级的 2 个');
    site = textsOf(join(folder, 'staff'));
  }, 120_000);

  test('tells nothing of the others, but for what the approved text of the procedure says', () => {
    const prose = /《(?:报价核对指导书|返工单)》/g;
    const telling = [...site].filter(
      ([file, text]) => secretNames.test(file) || secretNames.test(text.replaceAll(prose, '')),
    );
    expect(telling.map(([file]) => file)).toEqual([]);
    const quoting = [...site].filter(([, text]) => text.match(prose)).map(([file]) => file);
    expect(
      quoting.filter((file) => !/documents\/st-b-02\/|^(?:en\/)?(?:changes|roles\/.*json$)|^pagefind\//.test(file)),
    ).toEqual([]);
  });

  test('shows text that named them as text, and drops the rows that are made of them', () => {
    const html = page('documents/st-b-02');
    expect(html).toContain('按核对步骤和《报价核对指导书》算');
    expect(html).toContain('退回的成品填写《返工单》');
    expect(html).toContain('订单统计');
    expect(html).not.toContain('待复算的报价');
  });

  test('has the pages and versions that are left, without a broken link', () => {
    expect(page('documents/st-c-51/history')).toContain('A/1');
    expect(page('documents/st-c-51/history')).not.toContain('versions/a-0/');
    expect([...site.keys()].filter((file) => /st-c-51\/(?:versions\/a-0|compare)/.test(file))).toEqual([]);
    expect(page('coverage')).toContain('不含密级更高的文件');
    expect(page('roles/print-lead')).toContain('5.3 返工');
    expect(page('')).toContain('受众版本：员工版');
    expect(checkOutput(outputOf(join(folder, 'staff')), '')).toEqual([]);
  });

  test('is refused as soon as live data names one of them, and the last site stays', async () => {
    const before = bytesOf(join(folder, 'staff'));
    const duty: Edit = { file: 'roles/order-lead.mdx', replace: '受理订单并', with: '按 ST-C-01 报价，受理订单并' };
    apply(content, duty);
    const { code, stdout, stderr } = await build('staff');
    apply(content, { file: duty.file, replace: duty.with, with: duty.replace });
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('没有发布') });
    expect(stdout).toMatch(
      /roles\/order-lead\/index\.html:\d+:\d+ 错误 CLS-02\n.*“员工版”不含 ST-C-01 报价核对指导书（机密）/,
    );
    expect(changedFiles(before, bytesOf(join(folder, 'staff')))).toEqual([]);
    expect(existsSync(join(folder, 'staff.new'))).toBe(false);
  }, 120_000);
});

test('a profile for readers outside holds its documents and nothing else', async () => {
  const { code, stdout, stderr } = await build('web');
  expect({ code, stdout, stderr }).toMatchObject({ code: 0, stderr: '' });
  expect(stdout).toContain('“网站版”（web）：1 个文件，不含其他密级的 9 个');
  const site = textsOf(join(folder, 'web'));
  const { library } = openHandbook(content, asOf);
  const words = interfaceWords();
  const names = [...library!.inForce.documents.values()]
    .filter(({ number }) => number !== 'ST-A-02')
    .flatMap(({ number, data }) => [number, number.toLowerCase(), data.title.zh, data.title.en])
    // Words of the interface, and what the name of the whole site holds.
    .filter((name) => !words.has(name) && !library!.inForce.settings.title.zh.includes(name));
  expect(names).toContain('ST-B-02');
  const telling = [...site].flatMap(([file, text]) =>
    names.filter((name) => file.includes(name) || text.includes(name)),
  );
  expect(telling).toEqual([]);
  const isPage = (file: string) => /\.(?:html|json|atom|ics)$/.test(file) && !/^(?:en|pagefind|schemas)\//.test(file);
  const files = [...site.keys()].filter(isPage).sort();
  expect(files).toEqual([
    '404.html',
    'changes.atom',
    'changes/index.html',
    'documents/index.html',
    'documents/st-a-02/history/index.html',
    'documents/st-a-02/index.html',
    'documents/st-a-02/versions/a-0/index.html',
    'in-force.json',
    'in-force/index.html',
    'index.html',
    'registers/withdrawn-documents/index.html',
    'search-targets.json',
    'search-versions.json',
    'search-words.json',
    'search/index.html',
  ]);
  expect(site.get('documents/st-a-02/index.html')).toMatch(/<dd>\s*店主/);
}, 120_000);

describe('the check of the output', () => {
  function traces(file: string, text: string): string[] {
    const { library } = openHandbook(content, asOf);
    const staff = library!.forProfile(library!.inForce.settings.profiles.find(({ id }) => id === 'staff')!);
    const site = emptyFolder();
    mkdirSync(dirname(join(site, file)), { recursive: true });
    writeFileSync(join(site, file), text);
    return checkProfile(outputOf(site), library!, staff, interfaceWords()).map(
      ({ line, column, message, document }) => `${line}:${column} ${document} ${/它的(\S\S)/.exec(message.zh)?.[1]}`,
    );
  }

  test.each([
    ['a link', 'roles/index.html', '<p>\n <a href="/documents/st-c-01/#1">x</a></p>', ['2:22 ST-C-01 地址']],
    ['a page', 'en/documents/st-c-01/index.html', '<p></p>', ['1:1 ST-C-01 地址']],
    ['a version', 'x.html', '<a href="/base/documents/st-c-51/versions/a-0/">', ['1:26 ST-C-51 地址']],
    ['a comparison', 'x.html', '<a href="/documents/st-c-51/compare/a-0...a-1/">', ['1:21 ST-C-51 地址']],
    ['a version that is shown', 'x.html', '<a href="/documents/st-c-51/versions/a-1/">', []],
    ['an entry of an index', 'search-targets.json', '{"id":"ST-D-02-02"}', ['1:8 ST-D-02-02 编号']],
    ['an event', 'reviews.ics', 'UID:ST-C-01-A-0@controlled-handbook', ['1:5 ST-C-01 编号']],
    ['an entry of a feed', 'changes.atom', '<title>ST-C-01 A/0</title>', ['1:8 ST-C-01 编号']],
    ['a title alone', 'x.html', '<td>\n报价核对指导书\n</td>', ['2:1 ST-C-01 名称']],
    ['a title in quotes', 'x.json', '{"zh":"返工单"}', ['1:8 ST-D-02-02 名称']],
    ['a title in marks', 'roles/x/index.html', '<p>按《返工单》办</p>', ['1:5 ST-D-02-02 名称']],
    ['a number that only begins like one', 'x.html', '<p>ST-D-02-01, ST-C-011, BEST-C-01</p>', []],
    ['the text of a document on its page', 'en/documents/st-b-02/index.html', '<p>填写《返工单》</p>', []],
    [
      'a link on that page',
      'documents/st-b-02/index.html',
      '<a href="/documents/st-d-02-02/">',
      ['1:21 ST-D-02-02 地址'],
    ],
    ['the text of another document', 'documents/st-b-01/index.html', '<p>填写《返工单》</p>', ['1:6 ST-D-02-02 名称']],
    ['its change record elsewhere', 'changes/index.html', '<p>增加返工，用《返工单》记录</p>', []],
    ['less than its change record', 'changes/index.html', '<p>用《返工单》</p>', ['1:5 ST-D-02-02 名称']],
  ])('%s', (_, file, text, expected) => {
    expect(traces(file, text)).toEqual(expected);
  });

  test('counts the places of one trace', () => {
    expect(traces('x.html', '<p>ST-C-01, ST-C-01</p><p>st-c-01</p>')).toEqual(['1:4 ST-C-01 编号']);
  });
});

test.each([
  [['--profile', 'stuff'], '没有受众版本“stuff”', '是否想写“staff”'],
  [['--profile', 'staff', '--drafts'], '--profile 不能与 --drafts 同用', '编辑稿'],
])('%j is a mistake', async (words, text, hint) => {
  const { code, stderr } = await handbook('build', '--content', content, '--out', join(folder, 'none'), ...words);
  expect(code).toBe(2);
  expect(stderr).toContain(text);
  expect(stderr).toContain(hint);
  expect(existsSync(join(folder, 'none'))).toBe(false);
});

test('a document that was closed is gone with its history; one between two open versions leaves a gap', () => {
  const closed = workingTexts([
    ...edits.slice(0, 2),
    { file: 'plans/ST-C-51.mdx', replace: 'classification: internal', with: 'classification: public' },
  ]);
  freeze(closed);
  const next = (version: string, before: string, level: string, was: string, day: string, dayBefore: string) => {
    const file = 'plans/ST-C-51.mdx';
    apply(closed, {
      file,
      replace: `version: ${before}\nclassification: ${was}`,
      with: `version: ${version}\nclassification: ${level}`,
    });
    apply(closed, { file, replace: `effective: ${dayBefore}`, with: `effective: ${day}` });
    freeze(closed, ['ST-C-51']);
  };
  const web = () => {
    const { library } = openHandbook(closed, asOf);
    return library!.forProfile(library!.inForce.settings.profiles.find(({ id }) => id === 'web')!);
  };
  next('A/1', 'A/0', 'internal', 'public', '2026-03-02', '2026-02-02');
  expect([...web().inForce.documents.keys()]).toEqual(['ST-A-02']);
  expect(web().releases.map(({ number }) => number)).toEqual(['ST-A-02']);

  next('A/2', 'A/1', 'public', 'internal', '2026-04-01', '2026-03-02');
  const { inForce, releases } = web();
  expect(inForce.documents.get('ST-C-51')?.release).toBe(releases.find(({ version }) => version === 'A/2'));
  const shown = releases.filter(({ number }) => number === 'ST-C-51');
  expect(shown.map(({ version, replaced }) => [version, replaced])).toEqual([
    ['A/0', '2026-03-02'],
    ['A/2', undefined],
  ]);
  expect(readFileSync(join(closed, 'plans/ST-C-51.mdx'), 'utf8')).toContain('A/2');
});
