/** Reading the words after a command: what is taken, and what is said about each mistake. */
import { describe, expect, test } from 'vitest';
import { dayMistake, portOption, readArguments, type Option } from '../../scripts/arguments.ts';

const help = { zh: '', en: '' };
const options: Record<string, Option> = {
  format: { type: 'string', choices: ['text', 'json'], default: 'text', help },
  strict: { type: 'boolean', help },
  summary: { type: 'string', value: 'TEXT', help },
  on: { type: 'string', value: 'DAY', check: (value) => dayMistake('--on', value), help },
  port: portOption('4321'),
};
const read = (...words: string[]) => readArguments(words, { command: 'release', options, positionals: true });

describe('what is taken', () => {
  const defaults = { format: 'text', strict: undefined, summary: undefined, on: undefined, port: '4321' };

  test.each<[string[], object, string[]]>([
    [[], {}, []],
    [['B-21', '--format', 'json'], { format: 'json' }, ['B-21']],
    [['--format=json', 'B-21', '--strict'], { format: 'json', strict: true }, ['B-21']],
    [['--summary', '- 一项'], { summary: '- 一项' }, []],
    [['--summary=--strict'], { summary: '--strict' }, []],
    [['--on', '2026-03-01', '--port', '80'], { on: '2026-03-01', port: '80' }, []],
    [['--format', 'json', '--format', 'text'], { format: 'text' }, []],
    [['--', '--strict'], {}, ['--strict']],
  ])('%j', (words, values, positionals) => {
    expect(read(...words)).toEqual({ values: { ...defaults, ...values }, positionals });
  });
});

describe('what is wrong, and what to do', () => {
  test.each<[string[], string, string]>([
    [['--fomat', 'json'], '没有选项“--fomat”', '是否想写 --format？用法见 npm run handbook -- release --help'],
    [['--colour'], '没有选项“--colour”', '用法见 npm run handbook -- release --help'],
    [['-f', 'json'], '没有选项“-f”', '用法见 npm run handbook -- release --help'],
    [['--constructor'], '没有选项“--constructor”', '用法见 npm run handbook -- release --help'],
    [['--format'], '--format 缺少值', '用法见 npm run handbook -- release --help'],
    [['--format', '--strict'], '--format 缺少值', '用法见 npm run handbook -- release --help'],
    [['--format', 'jsn'], '--format 没有“jsn”这个值', '是否想写 json？可用：text、json。'],
    [['--format', 'xml'], '--format 没有“xml”这个值', '可用：text、json。'],
    [['--format='], '--format 没有“”这个值', '可用：text、json。'],
    [['--strict=yes'], '--strict 后面不能有值', '只写 --strict。'],
    [['--on', '2026-02-30'], '--on 的日期“2026-02-30”不存在', '写作 2026-03-01。'],
    [['--on', '2026/3/1'], '--on 的日期“2026/3/1”写法不对', '写作 2026-03-01。'],
    [['--on', '2026年11月3日'], '--on 的日期“2026年11月3日”写法不对', '写作 2026-11-03。'],
    [['--on', '2026/2/30'], '--on 的日期“2026/2/30”不存在', '写作 2026-03-01。'],
    ...['0', '65536', '-1', '1e3', '80.5', 'web', ''].map((port): [string[], string, string] => [
      [`--port=${port}`],
      `端口“${port}”不对`,
      '写 1 至 65535 的整数。',
    ]),
  ])('%j', (words, text, hint) => {
    expect(read(...words)).toMatchObject({ text: { zh: text }, hint: { zh: hint } });
  });

  test('a word that belongs to no option, where none is allowed', () => {
    const mistake = readArguments(['B-21'], { command: 'check', options, positionals: false });
    expect(mistake).toMatchObject({ text: { en: '“B-21” means nothing here' } });
  });
});
