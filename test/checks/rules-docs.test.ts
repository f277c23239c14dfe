/** What the documentation says about the rules is what the rules say. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ruleDocuments, withRules } from '../../scripts/rules-table.ts';
import { catalogue } from '../../src/checks/catalogue.ts';

const root = join(import.meta.dirname, '../..');
const documents = await ruleDocuments();

test.each([...documents.keys()])('%s is what `npm run docs:rules` makes', (file) => {
  expect(readFileSync(join(root, file), 'utf8'), `${file}: npm run docs:rules`).toBe(documents.get(file));
});

test.each([...documents])('%s has every rule, each a link or an anchor', (_, text) => {
  for (const id of catalogue.keys()) {
    expect(text).toContain(`#${id.toLowerCase()}`);
  }
});

test('what stands around the table stays, and a README without marks is refused', async () => {
  const readme = '# 手册\n\n前。\n\n<!-- rules:begin (npm run docs:rules) -->\n旧表\n<!-- rules:end -->\n\n后。\n';
  const made = await withRules(readme, 'README.md', 'zh');
  expect(made).toMatch(/^# 手册\n\n前。\n/);
  expect(made).toMatch(/\n后。\n$/);
  expect(made).not.toContain('旧表');
  await expect(withRules('# 手册\n', 'README.md', 'zh')).rejects.toThrow('README.md');
});
