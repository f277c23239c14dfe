/** The authoring guide: what it shows as the beginning of a file can be copied. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { handbookFile } from '../../src/schema/handbook.ts';
import { departmentsFile, peopleFile, role } from '../../src/schema/organisation.ts';
import { registerFile, registerSchemas, type RegisterName } from '../../src/schema/registers/index.ts';

const guide = readFileSync(join(import.meta.dirname, '../../docs/authoring.zh-CN.md'), 'utf8');
const registers = Object.keys(registerSchemas) as RegisterName[];

const schemas = {
  'handbook.yaml': handbookFile,
  'organisation/departments.yaml': departmentsFile,
  'organisation/people.yaml': peopleFile,
  ...Object.fromEntries(registers.map((name) => [`registers/${name}.yaml`, registerFile(name)])),
};

/** The example that begins with the name of its file. */
function exampleOf(file: string): string | undefined {
  return new RegExp(`^\`\`\`yaml\\n# ${file.replace('.', '\\.')}\\n([^]*?)^\`\`\``, 'm').exec(guide)?.[1];
}

/** YAML as the loader reads it: days stay text. */
function read(text: string): unknown {
  return load(text.replace(/(?<![\w-])(\d{4}-\d{2}-\d{2})(?![\w-])/g, "'$1'"));
}

describe('examples of the guide', () => {
  test.each(Object.keys(schemas))('%s', (file) => {
    const example = exampleOf(file);
    expect(example).toBeDefined();
    const { error } = schemas[file as keyof typeof schemas].safeParse(read(example!));
    expect(error?.issues ?? []).toEqual([]);
  });

  test('a role', () => {
    const example = /^```mdx\n---\n(id: incident-mgr\n[^]*?)^---/m.exec(guide)?.[1];
    expect(role.safeParse(read(example!)).error?.issues ?? []).toEqual([]);
  });

  test('the table of registers names each of them with the keys that it cannot do without', () => {
    for (const name of registers) {
      const row = guide.split('\n').find((line) => line.startsWith(`| \`${name}.yaml\``));
      expect(row, name).toBeDefined();
      const { error } = registerSchemas[name].safeParse({});
      const required = (error?.issues ?? []).flatMap(({ path }) => (path.length === 1 ? [String(path[0])] : []));
      for (const key of required) expect(row, name).toContain(`\`${key}\``);
    }
  });
});
