/**
 * The whole life of a document, played through the commands: from its outline to 作废保留. After each step the check is
 * clean and the ledger proven; after each that readers notice, the site is built and shows what it should.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { inspect } from '../../src/checks/run.ts';
import { isProven, verify } from '../../src/checks/verify.ts';
import { standing } from '../../src/control/standing.ts';
import { openHandbook } from '../../src/handbook/open.ts';
import { apply, emptyFolder, tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { builtSite } from './built-site.ts';
import { handbook, type Outcome } from './handbook-command.ts';

/** What the author of a procedure writes in place of what the outline asks for. */
interface Written {
  title: string;
  clauses: string;
  purpose: string;
  scope: string;
  /** One step. */
  step: string;
  text: string;
  form: string;
  formTitle: string;
}

/** A handbook, and the commands run in it on a day. */
function play(content: string) {
  const run = (day: string, ...words: string[]): Promise<Outcome> =>
    handbook(...words, '--content', content, '--as-of', day);
  return {
    content,
    run,
    read: (file: string): string => readFileSync(join(content, file), 'utf8'),
    /** Runs a command that must succeed. */
    async does(day: string, ...words: string[]): Promise<string> {
      const { code, stdout, stderr } = await run(day, ...words);
      expect({ code, stderr }, words.join(' ')).toEqual({ code: 0, stderr: '' });
      return stdout;
    },
    /** Runs a command that must be refused. */
    async refuses(day: string, ...words: string[]): Promise<string> {
      const { code, stderr } = await run(day, ...words);
      expect(code, words.join(' ')).toBe(1);
      return stderr;
    },
    /** After each step there is neither error nor warning, and the ledger is proven. */
    async isClean(day: string): Promise<void> {
      const { findings } = await inspect(content, day);
      const wrong = findings.filter(({ severity }) => severity !== 'info');
      expect(
        wrong.map(({ rule, file, line, message }) => `${rule} ${file}:${line} ${message.zh}`),
        day,
      ).toEqual([]);
      const verification = await verify(openHandbook(content, day));
      expect(verification.findings, day).toEqual([]);
      expect(isProven(verification), day).toBe(true);
    },
    versionOn(day: string, number: string): string | undefined {
      return standing(openHandbook(content, day).library!, number)?.inForce?.release.version;
    },
    /** Fills in the outlines of a procedure and its form. */
    write(number: string, written: Written): void {
      fillIn(content, number, written);
    },
  };
}

/** Replaces everything that an outline leaves to its author. */
function fillIn(
  content: string,
  number: string,
  { title, clauses, purpose, scope, step, text, form, formTitle }: Written,
) {
  const procedure = join(content, `procedures/${number}.mdx`);
  const texts: [RegExp | string, string][] = [
    [/title: .*/, `title: { zh: ${title}, en: Procedure ${number} }`],
    [/clauses:\n {2}primary: \[\]\n {2}supporting: \[\]/, `clauses:\n  ${clauses}`],
    ['related: []', 'related: [ST-A-02]'],
    [/scope: .*/, `scope: ${scope}`],
    ['待补充：输入', `${title}的需要`],
    ['待补充：输出', `${title}的结果`],
    ['待补充：控制点', '登记后才使用'],
    ['待补充：控制什么、怎样检查', '质量负责人每月抽查三份。'],
    ['待补充：指标', '按时登记率'],
    ['待补充：分子 ÷ 分母 × 100%', '按时登记的份数 ÷ 应登记的份数 × 100%'],
    [/target: 待补充/, 'target: ≥ 95%'],
    [/source: 待补充.*/, `source: ${formTitle}（${form}）`],
    ['{ term: 待补充, definition: 待补充 }', '{ term: 登记, definition: 写进清单并签名。 }'],
    [/name: 待补充\n/, `name: ${step}\n`],
    [/input: 待补充\n/, `input: ${title}的需要\n`],
    [/records: \[\]/, `records: [${form}]`],
    [/why: .*/, 'why: 发出去的文件没有清单，收不回来'],
    [/待补充：本程序.*/, `${purpose}承诺见《管理方针》。`],
    ['5.1 待补充"', `5.1 ${step}"`],
    ['### 5.1 待补充', `### 5.1 ${step}`],
    [/待补充：谁在什么时候.*/, text],
  ];
  replaceAll(procedure, texts);
  replaceAll(join(content, `forms/${form}.yaml`), [
    [/title: .*/, `title: { zh: ${formTitle}, en: Record ${form} }`],
    [/purpose: .*/, `purpose: 记下每份文件发给谁、什么时候收回。`],
    ['待补充：记录的事项', '发放和收回的情况'],
    [/retention: .*/, 'retention: 3年'],
    [/disposal: .*/, 'disposal: 到期后由质量室删除。'],
    [/why: .*/, 'why: 发出去的文件没有清单，收不回来'],
  ]);
}

function replaceAll(path: string, texts: readonly [RegExp | string, string][]): void {
  let text = readFileSync(path, 'utf8');
  for (const [from, to] of texts) {
    const next = text.replace(from, () => to);
    if (next === text) throw new Error(`${path} does not hold ${String(from)}`);
    text = next;
  }
  writeFileSync(path, text);
}

const procedure = 'procedures/ST-B-03.mdx';
const owner = ['--owner', 'quality-lead', '--by', 'gu-tong'];

test(
  'a document is written, released, revised, reviewed, split, withdrawn and retained',
  { timeout: 600_000 },
  async () => {
    const { content, read, run, does, refuses, isClean, versionOn, write } = play(tinyHandbook());
    const site = builtSite(content, emptyFolder());
    onTestFinished(site.clear);
    const page = 'documents/st-b-03';
    /** The handbook is judged while the site is built: both only read. */
    const isCleanAndShown = (day: string) => Promise.all([isClean(day), site.build(day)]);

    // New: an outline that cannot be released before it is finished.
    expect(await does('2026-06-01', 'new', 'procedure', '--title', '文件发放程序', ...owner)).toContain(procedure);
    await does('2026-06-01', 'new', 'form', '--procedure', 'B-03', '--by', 'gu-tong', '--reviewed', 'tao-ran');
    expect(await refuses('2026-06-01', 'release', 'B-03', 'D-03-01')).toMatch(/错误 TXT-05[^]*草稿还没有写完/);
    expect((await run('2026-06-01', 'status')).stdout).toMatch(/ST-B-03 .*还没有发布[^]*草稿 2/);

    // A draft keeps nobody from building the site, and is nowhere in it.
    await site.build('2026-06-01');
    expect(site.filesWith('ST-B-03')).toEqual([]);
    expect(site.filesWith('文件发放程序')).toEqual([]);

    // Written: it takes over a clause from another procedure.
    write('ST-B-03', {
      title: '文件发放程序',
      clauses: 'primary:\n    - mini:2020/4.2#5',
      purpose: '使每个岗位拿到的都是现行文件，旧的都收得回来。',
      scope: '适用于本店发出的全部受控文件。',
      step: '发放与收回',
      text: '质量负责人发出新文件时收回旧文件，当天填写《文件发放单》。',
      form: 'ST-D-03-01',
      formTitle: '文件发放单',
    });
    apply(content, { file: procedure, replace: 'department: ZLS\n', with: 'department: ZLS\nsupport: [YWS]\n' });
    apply(content, {
      file: 'procedures/ST-B-01.mdx',
      replace: '    - mini:2020/4.1\n    - mini:2020/4.2\n',
      with: '    - mini:2020/4.1\n  supporting:\n    - mini:2020/4.2\n',
    });
    await isClean('2026-06-01');

    // Released together, because they name each other and one clause passes from one to the other.
    expect(await refuses('2026-06-08', 'release', 'B-03')).toContain('ST-D-03-01 还没有发布');
    const said = ['--summary', '文件的发放改由文件发放程序规定', '--reason', '发出去的文件收不回来'];
    const together = await does(
      '2026-06-08',
      'release',
      'B-03',
      'D-03-01',
      'B-01',
      ...said,
      '--effective',
      '2026-06-15',
    );
    expect(together).toMatch(/ST-B-03 A\/0[^]*ST-D-03-01 A\/0[^]*ST-B-01 A\/1/);
    await isCleanAndShown('2026-06-08');
    await isClean('2026-06-15');
    expect([versionOn('2026-06-14', 'ST-B-03'), versionOn('2026-06-15', 'ST-B-03')]).toEqual([undefined, 'A/0']);
    // A week before its day it is announced, can be read in advance, and is not listed as a document in force.
    expect(site.has(page)).toBe(false);
    expect(site.filesWith('documents/st-b-03/"')).toEqual([]);
    expect(site.text(`${page}/versions/a-0`)).toMatch(/自 2026-06-15 起实施，在此之前没有现行版本.*尚未实施 版本 A\/0/);
    expect(site.text(`${page}/history`)).toMatch(/A\/0 尚未实施 2026-06-15 起 全文 新建/);
    expect(site.text('documents/st-b-01')).toMatch(/✓ 现行有效 版本 A\/0/);
    expect(site.text('changes')).toMatch(/2026-06-08 .*ST-B-03 文件发放程序 A\/0 尚未实施 新建/);
    expect(site.file('changes.atom')).toContain('<title>ST-B-03 A/0 文件发放程序</title>');
    expect(site.inForceOn('2026-06-14', 'ST-B-03')).toEqual([]);
    expect(site.inForceOn('2026-06-15', 'ST-B-03')).toEqual(['A/0']);

    // Edited: the redline shows the words, and readers still see A/0.
    apply(content, { file: procedure, replace: '当天填写', with: '在三天内填写' });
    expect(await does('2026-07-01', 'diff', 'b-03')).toMatch(
      /5\.1 发放与收回[^]*\[-当天-\]\{\+在三天内\+\}填写[^]*有改动的章节：5\.1/,
    );
    await isCleanAndShown('2026-07-01');
    expect(site.text(page)).toMatch(/✓ 现行有效 版本 A\/0 2026-06-15 起实施 .*下次评审 2027-06-08 .*当天填写/);
    expect(site.text('clauses/mini-2020/4.2')).toContain('文件发放程序');
    expect(site.text('roles/quality-lead')).toContain('文件发放程序');
    expect(site.filesWith('三天内')).toEqual([]);

    // Released for a later day: until then the version before stays in force.
    const revise = (day: string, ...words: string[]) =>
      does(day, 'release', 'ST-B-03', '--summary', '放宽登记的时限', '--reason', '门店周末没有文员', ...words);
    await revise('2026-07-01', '--effective', '2026-09-01');
    expect((await run('2026-07-01', 'status', 'B-03')).stdout).toMatch(
      /现行版本 +A\/0，自 2026-06-15，至 2026-08-31[^]*待实施 +A\/1/,
    );
    await isCleanAndShown('2026-07-01');
    expect(site.text(page)).toMatch(/✓ 现行有效 版本 A\/0 .*当天填写/);
    // Whoever reads the page later without a new build is told on the day.
    expect(site.html(page)).toMatch(/data-show-from="2026-09-01" hidden>\s*这是历史版本，已被 A\/1 替代/);
    expect(site.text(`${page}/versions/a-1`)).toMatch(/自 2026-09-01 起实施.*尚未实施 版本 A\/1.*在三天内填写/);
    expect(site.text(`${page}/history`)).toMatch(
      /A\/1 尚未实施 2026-09-01 起 5\.1 放宽登记的时限 门店周末没有文员 .*A\/0 现行有效 2026-06-15 至 2026-08-31/,
    );
    const redline = site.html(`${page}/compare/a-0...a-1`);
    expect(redline).toMatch(/<del>当天<\/del>\s*<ins>在三天内<\/ins>/);
    expect(site.text(`${page}/compare/a-0...a-1`)).toMatch(/有改动的章节：5\.1 .*实施日期 2026-06-15 2026-09-01/);
    expect(['2026-08-31', '2026-09-01'].map((day) => site.inForceOn(day, 'ST-B-03'))).toEqual([['A/0'], ['A/1']]);
    await isClean('2026-09-01');
    expect([versionOn('2026-08-31', 'ST-B-03'), versionOn('2026-09-01', 'ST-B-03')]).toEqual(['A/0', 'A/1']);
    expect((await run('2026-09-01', 'diff', 'B-03', 'A/0', 'A/1')).stdout).toContain('{+在三天内+}');

    // Reviewed without change: the next review moves.
    const review = ['review', 'B-03', '--conclusion', '抽查三个月的发放单，没有收不回来的文件。'];
    expect(await does('2026-10-08', ...review)).toContain('下次评审 2027-07-01 → 2027-10-08');
    await isCleanAndShown('2026-10-08');
    expect(site.text(page)).toMatch(/✓ 现行有效 版本 A\/1 2026-09-01 起实施 .*下次评审 2027-10-08 .*在三天内填写/);
    expect(site.text(`${page}/versions/a-0`)).toMatch(/这是历史版本，已被 A\/1 替代.*已被替代 版本 A\/0.*当天填写/);
    expect(site.text(`${page}/history`)).toMatch(
      /A\/1 现行有效 2026-09-01 至今 .*A\/0 已被替代 2026-06-15 至 2026-08-31/,
    );
    expect(site.file('reviews.ics')).toMatch(/20271008[^]*ST-B-03/);

    // Revised up to the limit of its edition, then a new edition.
    for (const [revision, time] of ['四天', '五天', '六天', '七天', '八天', '九天', '十天', '半个月'].entries()) {
      const text = read(procedure);
      writeFileSync(join(content, procedure), text.replace(/在[^天月]+[天月]内填写/, `在${time}内填写`));
      expect(await revise('2026-11-02')).toContain(`ST-B-03 A/${revision + 2}`);
      await isClean('2026-11-02');
    }
    apply(content, { file: procedure, replace: '在半个月内填写', with: '当天填写' });
    const back = ['--summary', '恢复当天登记，重新整理全文', '--reason', '时限一放再放，登记没有意义'];
    expect(await refuses('2026-11-03', 'release', 'B-03', ...back)).toMatch(
      /A\/9 已是本版次的最后一次修改[^]*--edition/,
    );
    expect(await does('2026-11-03', 'release', 'B-03', ...back, '--edition')).toContain('ST-B-03 B/0');
    await isCleanAndShown('2026-11-03');
    expect(site.text(page)).toMatch(/✓ 现行有效 版本 B\/0 2026-11-03 起实施/);
    const history = site.text(`${page}/history`);
    const versions = ['B/0', ...Array.from({ length: 10 }, (_, revision) => `A/${9 - revision}`)];
    expect([...history.matchAll(/([AB]\/\d) (?:现行有效|已被替代) 2026/g)].map(([, version]) => version)).toEqual(
      versions,
    );
    // Eight revisions of one day: only the last of them was ever in force.
    expect(history).toMatch(/A\/9 已被替代 2026-11-02 至 2026-11-02 .*A\/8 已被替代 2026-11-02 当天即被替代 5\.1/);
    expect(site.inForceOn('2026-11-02', 'ST-B-03')).toEqual(['A/9']);
    for (const version of versions)
      expect(site.has(`${page}/versions/${version.replace('/', '-').toLowerCase()}`)).toBe(true);
    expect(site.html(`${page}/compare/a-9...b-0`)).toMatch(/<ins>当天<\/ins>/);

    // Split: two new procedures with their forms take its place on one day, all in one step.
    for (const [number, title] of [
      ['ST-B-04', '文件分发程序'],
      ['ST-B-05', '文件收回程序'],
    ] as const) {
      expect(await does('2026-11-09', 'new', 'procedure', '--title', title, ...owner)).toContain(number);
      await does('2026-11-09', 'new', 'form', '--procedure', number, '--by', 'gu-tong', '--reviewed', 'tao-ran');
    }
    write('ST-B-04', {
      title: '文件分发程序',
      clauses: 'primary:\n    - mini:2020/4.2#5',
      purpose: '使每个岗位按时拿到现行文件。',
      scope: '适用于发给各室的受控文件。',
      step: '分发',
      text: '质量负责人把新文件送到岗位，请收件人在《文件分发单》上签收。',
      form: 'ST-D-04-01',
      formTitle: '文件分发单',
    });
    apply(content, {
      file: 'procedures/ST-B-04.mdx',
      replace: 'department: ZLS\n',
      with: 'department: ZLS\nsupport: [YWS]\n',
    });
    write('ST-B-05', {
      title: '文件收回程序',
      clauses: 'supporting:\n    - mini:2020/4.2#5',
      purpose: '使作废的文件全部收回，不再有人按它办事。',
      scope: '适用于作废和被替代的受控文件。',
      step: '收回',
      text: '质量负责人在换版当天收回旧文件，把份数写进《文件收回单》。',
      form: 'ST-D-05-01',
      formTitle: '文件收回单',
    });
    const split = [
      ...['supersede', 'ST-B-03', '--by', 'ST-B-04', 'ST-B-05', '--with', 'D-03-01=D-04-01+D-05-01'],
      ...['--reason', '分发和收回由不同的人负责，分开规定', '--on', '2026-12-01'],
    ];
    expect(await refuses('2026-11-16', ...split)).toMatch(
      /替代文件 ST-B-04 在 2026-12-01 没有现行有效的版本[^]*--release/,
    );
    const release = ['--release', 'B-04', 'B-05', 'D-04-01', 'D-05-01'];
    const before = read('history/ledger.yaml');
    expect(await does('2026-11-16', ...split, ...release, '--dry-run')).toContain('会作废 ST-B-03');
    expect(read('history/ledger.yaml')).toBe(before);
    expect(await does('2026-11-16', ...split, ...release)).toMatch(
      /已发布 ST-B-04 A\/0（2026-12-01 起实施）[^]*已登记作废 ST-B-03/,
    );
    expect(existsSync(join(content, procedure))).toBe(false);
    await isCleanAndShown('2026-11-16');
    expect(site.text(page)).toMatch(/✓ 现行有效 版本 B\/0/);
    expect(site.html(page)).toMatch(
      /data-show-from="2026-12-01" hidden>\s*本文件自 2026-12-01 起作废[^<]*<a href="\/documents\/st-b-04\/versions\/a-0\/"><span class="nowrap">ST-B-04/,
    );
    expect([site.has('documents/st-b-04'), site.has('documents/st-b-05')]).toEqual([false, false]);
    expect(site.text('documents/st-b-05/versions/a-0')).toMatch(/尚未实施 版本 A\/0/);
    expect(site.text('registers/withdrawn-documents')).not.toContain('ST-B-03');
    await isClean('2026-12-01');
    expect([versionOn('2026-11-30', 'ST-B-03'), versionOn('2026-12-01', 'ST-B-03')]).toEqual(['B/0', undefined]);
    expect([versionOn('2026-11-30', 'ST-B-04'), versionOn('2026-12-01', 'ST-B-04')]).toEqual([undefined, 'A/0']);

    // Obsolete, retained for reference; its number is never used again, and its history stays.
    await does('2026-12-02', 'retain', 'B-03');
    await isCleanAndShown('2026-12-02');
    expect(site.text(page)).toMatch(
      /本文件自 2026-12-01 起作废，不得作为工作依据。.*由以下文件替代： ST-B-04 文件分发程序 、 ST-B-05 文件收回程序 .*作废保留 版本 B\/0/,
    );
    expect(site.html(page)).toContain('data-mark="作废保留"');
    expect(site.text(`${page}/history`)).toMatch(/B\/0 作废 2026-11-03 至 2026-11-30/);
    expect(site.text('registers/withdrawn-documents')).toMatch(
      /ST-B-03 文件发放程序 B\/0 2026-12-01 .*作废保留 ST-D-03-01 文件发放单 A\/0 2026-12-01 .*—/,
    );
    expect(site.text('documents/st-b-04')).toMatch(/✓ 现行有效 版本 A\/0 2026-12-01 起实施/);
    expect(site.text('clauses/mini-2020/4.2')).toMatch(/文件分发程序/);
    expect(site.text('clauses/mini-2020/4.2')).not.toContain('文件发放程序');
    expect(site.file('search-targets.json')).toContain('文件分发程序');
    expect(site.file('search-targets.json')).not.toContain('文件发放程序');
    expect(['2026-11-30', '2026-12-01'].map((day) => site.inForceOn(day, 'ST-B-03'))).toEqual([['B/0'], []]);
    const status = (await run('2026-12-02', 'status', 'B-03')).stdout;
    expect(status).toMatch(
      /作废保留[^]*由 ST-B-04、ST-B-05 替代[^]*B\/0 +2026-11-03 +2026-11-30[^]*A\/0 +2026-06-15 +2026-08-31/,
    );
    expect(await does('2026-12-02', 'new', 'procedure', '--title', '盘点程序', ...owner)).toContain('ST-B-06');
  },
);
