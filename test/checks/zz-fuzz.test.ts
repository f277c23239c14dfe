import { readFileSync, writeFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { inspect } from '../../src/checks/run.ts';
import { listFiles } from '../../src/handbook/read-folder.ts';
import { tinyHandbook, asOf, emptyFolder } from '../fixtures/tiny-handbook.ts';
const damages: [string, (t: Buffer) => Buffer | string][] = [
  ['empty', () => ''], ['null', () => 'null\n'], ['list', () => '- a\n- b\n'], ['scalar', () => 'abc'], ['only ---', () => '---\n'], ['--- ---', () => '---\n---\n'],
  ['--- list', () => '---\n- a\n---\n'], ['half', (t) => t.subarray(0, t.length / 2)], ['third', (t) => t.subarray(0, t.length / 3)], ['NUL', (t) => Buffer.concat([Buffer.from([0, 0]), t])],
  ['no matter', (t) => t.toString().replace(/^---\n[\s\S]*?^---\n/m, '')], ['tabs', (t) => t.toString().replaceAll('  ', '\t')],
  ['values null', (t) => t.toString().replace(/: .*$/gm, ':')], ['values list', (t) => t.toString().replace(/: .*$/gm, ': []')],['values proto', (t) => t.toString().replace(/: .*$/gm, ': __proto__')],['values num', (t) => t.toString().replace(/: .*$/gm, ': 1.0')],
  ['reversed lines', (t) => t.toString().split('\n').reverse().join('\n')], ['twice', (t) => `${t}${t}`], ['alias', (t)=> t.toString().replace(/: .*$/m, ': *x')], ['utf16', (t) => Buffer.from(t.toString(), 'utf16le')],
  ['proto kind', (t) => t.toString().replace(/"kind":"\w+"/g, '"kind":"nix"')], ['keys', (t) => t.toString().replace(/^(\s*(?:- )?)\w+:/gm, '$1constructor:')], ['keys2', (t) => t.toString().replace(/^(\s*(?:- )?)\w+:/gm, '$1__proto__:')],
  ['ids', (t) => t.toString().replace(/[a-z]+-[a-z]+/g, 'constructor')], ['ids2', (t) => t.toString().replace(/[a-z]+-[a-z]+/g, 'to-string')],
];
test('fuzz', async () => {
  const base = tinyHandbook();
  const errors = new Map<string, string[]>();
  const counts: string[] = [];
  for (const path of listFiles(base)) for (const [name, damage] of damages) {
    const bytes = readFileSync(join(base, path));
    writeFileSync(join(base, path), damage(bytes));
    try { const { findings } = await inspect(base, asOf); counts.push(`${findings.length}\t${name}\t${path}\t${[...new Set(findings.map((f)=>f.rule))]}`); if (findings.some((f) => !f.hint || !(f.line>0) || !(f.column>0))) errors.set('nohint ' + JSON.stringify(findings.find((f) => !f.hint)), [name + ' ' + path]); }
    catch (e: any) { const k = String(e.stack).split('\n').slice(0, 4).join(' | '); errors.set(k, [...(errors.get(k) ?? []), `${name} ${path}`]); }
    writeFileSync(join(base, path), bytes);
  }
  for (const [k, v] of errors) console.log(k, v.length, v.slice(0, 4));
  writeFileSync('/tmp/counts.txt', counts.join('\n'));
}, 600000);
