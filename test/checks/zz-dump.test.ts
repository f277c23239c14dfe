import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { test } from 'vitest';
import { findingsOf } from '../fixtures/rule-cases.ts';
test('dump', async () => {
  const { rule, cases } = parse(readFileSync('/tmp/dump.yaml', 'utf8'));
  for (const c of cases) {
    console.log('##', c.name ?? '');
    try {
    for (const f of await findingsOf({ name: '', release: [], edits: [], ...c }))
      if (!rule || f.rule === rule) console.log(`${f.rule} ${f.file}:${f.line}:${f.column} [${f.editions}] ${f.document ?? '-'} ${f.clause ?? '-'} ${f.message.zh} | ${f.message.en} → ${f.hint?.zh} | ${f.hint?.en}`);
    } catch (e) { console.log('THROWS', e); }
  }
});
