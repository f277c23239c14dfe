/** What the command line says when it is asked for help or used wrongly: exit code 0 or 2, in both languages. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { apply, workingTexts } from '../fixtures/tiny-handbook.ts';
import { handbook } from './handbook-command.ts';

const commands = [
  ...['check', 'build', 'start', 'dev', 'init', 'new', 'release', 'approve', 'verify', 'review'],
  ...['withdraw', 'supersede', 'retain', 'status', 'diff', 'explain'],
];

/** The options that stand in the help of a command. */
function optionsIn(help: string): string[] {
  return [...help.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name]) => name as string);
}

describe.concurrent('help', () => {
  test.each([[['help']], [['--help']], [[]]])('“handbook %j” lists every command', async (words) => {
    const { code, stdout } = await handbook(...words);
    expect(code).toBe(0);
    for (const name of commands) expect(stdout).toMatch(new RegExp(`^ {2}${name} +\\p{Script=Han}`, 'mu'));
  });

  test.each(commands)('%s --help names its options in the language asked for', async (name) => {
    const [chinese, english] = await Promise.all([handbook(name, '--help'), handbook(name, '--help', '--lang', 'en')]);
    expect([chinese.code, english.code]).toEqual([0, 0]);
    expect(chinese.stdout).toMatch(/\p{Script=Han}/u);
    expect(english.stdout).not.toMatch(/\p{Script=Han}/u);
    expect(english.stdout).toContain(`npm run handbook -- ${name}`);
    const options = optionsIn(english.stdout);
    expect(options).toEqual(expect.arrayContaining(['content', 'as-of', 'lang', 'help']));
    expect(optionsIn(chinese.stdout)).toEqual(options);
  });

  test('“handbook help check” is “handbook check --help”; the language may stand first', async () => {
    const [long, short, first] = await Promise.all([
      handbook('check', '--help', '--lang', 'en'),
      handbook('help', 'check', '--lang', 'en'),
      handbook('--lang', 'en', 'check', '--help'),
    ]);
    expect(short).toEqual(long);
    expect(first).toEqual(long);
  });

  test('explain without a rule lists all rules; with rules it says what, why and how to mend', async () => {
    const [all, two] = await Promise.all([
      handbook('explain'),
      handbook('explain', 'map-01', 'APP-02', '--lang', 'en'),
    ]);
    expect(all.stdout.trim().split('\n').length).toBeGreaterThan(20);
    expect(all.stdout).toMatch(/^ {2}MAP-01 {2}错误 {2}\p{Script=Han}/mu);
    expect(two.code).toBe(0);
    expect(two.stdout).toMatch(/^MAP-01 {2}.+\n\nSeverity\n {2}error.+\n\nWhy\n {2}.+\n\nWhat to do\n {2}/);
    expect(two.stdout).toMatch(/\n\n\nAPP-02 {2}/);
  });

  test('explain shows the severity that handbook.yaml sets, and needs no handbook', async () => {
    const content = workingTexts();
    apply(content, { file: 'handbook.yaml', append: 'checks:\n  severities:\n    APP-02: info\n' });
    const [set, none] = await Promise.all([
      handbook('explain', 'APP-02', '--content', content),
      handbook('explain', 'APP-02', '--content', join(content, 'nowhere')),
    ]);
    expect(set.stdout).toContain('提示：不影响结果（handbook.yaml 的设置，默认是警告）');
    expect(none.stdout).toContain('警告：加 --strict 才不通过（默认，handbook.yaml 没有更改）');
  });
});

describe.concurrent('wrong usage ends with 2 and says what to do', () => {
  const mistakes: { words: string[]; wrong: string; advice: string }[] = [
    { words: ['chek'], wrong: '没有命令“chek”', advice: '是否想写 check？' },
    { words: ['--fomat'], wrong: '没有选项“--fomat”', advice: '--help' },
    { words: ['check', '--fomat', 'json'], wrong: '没有选项“--fomat”', advice: '是否想写 --format？' },
    { words: ['check', '--format', 'xml'], wrong: '--format 没有“xml”', advice: 'text、json、sarif、junit、github' },
    { words: ['check', '--output', '.'], wrong: '“.”是文件夹', advice: '--output' },
    { words: ['check', '--lang', 'fr'], wrong: '--lang 没有“fr”', advice: 'zh、en' },
    { words: ['--lang', 'fr'], wrong: '--lang 没有“fr”', advice: 'zh、en' },
    { words: ['verify', 'HC-ITSM-B-21'], wrong: 'HC-ITSM-B-21', advice: 'verify --help' },
    { words: ['check', 'HC-ITSM-B-210'], wrong: '既不是文件编号，也不是规则', advice: '是否想写 HC-ITSM-B-' },
    { words: ['check', '--as-of', '2026-02-30'], wrong: '“2026-02-30”', advice: '2026-03-01' },
    { words: ['build', '--as-of', '2026-3-1'], wrong: '“2026-3-1”', advice: '2026-03-01' },
    { words: ['build', '--as-of='], wrong: '--as-of', advice: '2026-03-01' },
    { words: ['build', '--offline', '--base', '/handbook'], wrong: '--offline', advice: '去掉 --base' },
    {
      words: ['build', '--base', 'https://a.example/handbook'],
      wrong: '--base',
      advice: '--site https://a.example --base /handbook',
    },
    { words: ['build', '--base', '../x'], wrong: '“../x”', advice: '/handbook' },
    {
      words: ['build', '--site', 'https://a.example/handbook/'],
      wrong: '--site',
      advice: '--site https://a.example --base /handbook',
    },
    { words: ['build', '--site', 'a.example'], wrong: '“a.example”', advice: 'https://handbook.example.com' },
    { words: ['start', '--base', '手册'], wrong: '“手册”', advice: '/handbook' },
    { words: ['explain', 'MAP-1'], wrong: '没有规则“MAP-1”', advice: 'MAP-01' },
    { words: ['explain', 'MAP-01', 'MAP-2'], wrong: '没有规则“MAP-2”', advice: 'MAP-02' },
    { words: ['dev', '--port', 'abc'], wrong: '端口“abc”', advice: '65535' },
    { words: ['start', '--port', 'web'], wrong: '端口“web”', advice: '65535' },
    { words: ['release'], wrong: '文件编号', advice: 'release HC-ITSM-B-21' },
    { words: ['release', 'HC-ITSM-B-21', 'HC-ITSM-B-18', '--sections', '5'], wrong: '--sections', advice: '对比' },
    { words: ['init'], wrong: '--code', advice: 'init --help' },
    { words: ['init', 'a', 'b'], wrong: '“b”', advice: '一个文件夹' },
    { words: ['new'], wrong: '类型', advice: 'procedure' },
    { words: ['new', 'procedur'], wrong: '没有类型“procedur”', advice: '是否想写 procedure？' },
    { words: ['new', 'form', '--title', ' '], wrong: '内容是空的', advice: '引号' },
    { words: ['status', 'HC-ITSM-B-21', 'HC-ITSM-B-18'], wrong: '文件编号', advice: 'status --all' },
    { words: ['diff'], wrong: '文件编号', advice: 'diff HC-ITSM-B-21 A/1 A/2' },
    { words: ['diff', 'B-21', 'A/0', 'A/1', 'A/2'], wrong: '最多两个版本', advice: 'diff HC-ITSM-B-21 A/1 A/2' },
    { words: ['review'], wrong: '文件编号', advice: 'review HC-ITSM-B-21' },
    { words: ['review', 'HC-ITSM-B-21'], wrong: '--conclusion', advice: 'review --help' },
    { words: ['review', 'HC-ITSM-B-21', '--on', '2026-02-30'], wrong: '“2026-02-30”', advice: '2026-03-01' },
    { words: ['withdraw', 'HC-ITSM-B-21'], wrong: '--reason', advice: 'withdraw --help' },
    { words: ['supersede'], wrong: '被替代的文件编号', advice: '--by' },
    { words: ['supersede', 'HC-ITSM-B-32'], wrong: '--by', advice: 'supersede --help' },
    { words: ['supersede', 'B-01', 'B-02', '--by', 'B-03', 'B-04'], wrong: '另外几份', advice: '合并' },
    { words: ['retain'], wrong: '文件编号', advice: 'retain HC-ITSM-B-21' },
  ];

  test.each(mistakes)('handbook $words', async ({ words, wrong, advice }) => {
    const { code, stdout, stderr } = await handbook(...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    const [what, hint] = stderr.split('\n');
    expect(what).toContain(wrong);
    expect(hint).toMatch(/^→ /);
    expect(hint).toContain(advice);
  });

  test.each([['--on'], ['--effective']])('release with %s 2026-13-01', async (option) => {
    const { code, stderr } = await handbook('release', 'HC-ITSM-B-21', option, '2026-13-01');
    expect(code).toBe(2);
    expect(stderr).toContain('2026-13-01');
  });

  test('says it in English with --lang en, wherever that stands', async () => {
    const outcomes = await Promise.all([
      handbook('chek', '--lang', 'en'),
      handbook('check', '--lang=en', '--format', 'xml'),
      handbook('check', '--as-of', 'tomorrow', '--lang', 'en'),
      handbook('explain', 'MAP-99', '--lang', 'en'),
      handbook('check', '--fomat', 'json', '--lang', 'en'),
      handbook('check', 'x', '--lang', 'en'),
      handbook('dev', '--port', 'abc', '--lang', 'en'),
    ]);
    for (const { code, stderr } of outcomes) {
      expect(code).toBe(2);
      expect(stderr).toMatch(/[a-z]{3}/);
      expect(stderr).not.toMatch(/\p{Script=Han}/u);
    }
  });
});
