/** What the command line says when it is asked for help or used wrongly: exit code 0 or 2, in both languages. */
import { describe, expect, test } from 'vitest';
import { handbook } from './handbook-command.ts';

const commands = ['check', 'build', 'start', 'dev', 'release', 'explain'];

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

  test('explain without a rule lists all rules; with one it says what, why and how to mend', async () => {
    const [all, one] = await Promise.all([handbook('explain'), handbook('explain', 'map-01', '--lang', 'en')]);
    expect(all.stdout.trim().split('\n').length).toBeGreaterThan(20);
    expect(all.stdout).toMatch(/^MAP-01 {2}\p{Script=Han}/mu);
    expect(one.code).toBe(0);
    expect(one.stdout).toMatch(/^MAP-01 \(error\)\n.+\n\nWhy: .+\nRemedy: .+/);
  });
});

describe.concurrent('wrong usage ends with 2 and says what to do', () => {
  const mistakes: { words: string[]; wrong: string; advice: string }[] = [
    { words: ['chek'], wrong: '没有命令“chek”', advice: 'check' },
    { words: ['check', '--fomat', 'json'], wrong: '--fomat', advice: 'check --help' },
    { words: ['check', '--format', 'xml'], wrong: '没有格式“xml”', advice: 'json' },
    { words: ['check', '--format'], wrong: '--format', advice: 'check --help' },
    { words: ['check', 'HC-ITSM-B-21'], wrong: 'HC-ITSM-B-21', advice: 'check --help' },
    { words: ['check', '--as-of', '2026-02-30'], wrong: '“2026-02-30”', advice: '2026-03-01' },
    { words: ['build', '--as-of', '2026-3-1'], wrong: '“2026-3-1”', advice: '2026-03-01' },
    { words: ['build', '--as-of='], wrong: '--as-of', advice: '2026-03-01' },
    { words: ['explain', 'MAP-1'], wrong: '没有规则“MAP-1”', advice: 'MAP-01' },
    { words: ['release'], wrong: '文件编号', advice: 'release HC-ITSM-B-21' },
    { words: ['release', 'HC-ITSM-B-21', 'HC-ITSM-B-18'], wrong: '文件编号', advice: 'release HC-ITSM-B-21' },
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

  test.each([['65536'], ['web']])('start on port %s', async (port) => {
    const { code, stderr } = await handbook('start', '--port', port);
    expect(code).toBe(2);
    expect(stderr).toContain(`“${port}”`);
  });

  test('says it in English with --lang en, wherever that stands', async () => {
    const outcomes = await Promise.all([
      handbook('chek', '--lang', 'en'),
      handbook('check', '--lang=en', '--format', 'xml'),
      handbook('check', '--as-of', 'tomorrow', '--lang', 'en'),
      handbook('explain', 'MAP-99', '--lang', 'en'),
    ]);
    for (const { code, stderr } of outcomes) {
      expect(code).toBe(2);
      expect(stderr).toMatch(/[a-z]{3}/);
      expect(stderr).not.toMatch(/\p{Script=Han}/u);
    }
  });
});
