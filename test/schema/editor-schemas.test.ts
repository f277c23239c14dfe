/** The JSON Schemas for editors: up to date, complete, and as strict as the check as far as a schema can be. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { generatedFiles } from '../../scripts/schemas.ts';
import { contentFileAt, contentFiles } from '../../scripts/schemas/content-files.ts';
import { editorSchema, type JsonSchema } from '../../scripts/schemas/json-schema.ts';
import { writeEditorIndex } from '../../scripts/editor-index.ts';
import { listFiles } from '../../src/handbook/read-folder.ts';
import { SourceFile } from '../../src/handbook/source.ts';
import { emptyFolder, workingTexts } from '../fixtures/tiny-handbook.ts';

const root = join(import.meta.dirname, '../..');
const ajv = new Ajv({ strict: false, allErrors: true, allowUnionTypes: true });
formats.default(ajv);
const validators = new Map(contentFiles.map((file) => [file.name, ajv.compile(editorSchema(file))]));

/** What the schema of its kind objects to in a file; a line for each. */
function objections(path: string, text: string): string[] {
  const file = contentFileAt(path);
  if (!file) throw new Error(`No schema is for ${path}`);
  const validate = validators.get(file.name)!;
  const { value } = new SourceFile(path, text).data();
  if (validate(value)) return [];
  return validate.errors!.map(({ instancePath, message, params }) =>
    [instancePath, message, ...Object.values(params as object)].join(' '),
  );
}

test('the generated files are what `npm run schemas` makes', async () => {
  for (const [path, text] of await generatedFiles()) {
    expect(readFileSync(join(root, path), 'utf8'), `${path}: npm run schemas`).toBe(text);
  }
});

test.each(['content', 'test/fixtures/base'])('every file of %s keeps to its schema', (folder) => {
  const paths = listFiles(join(root, folder)).filter((path) => !path.startsWith('history/'));
  expect(paths.length).toBeGreaterThan(10);
  const wrong = paths.flatMap((path) =>
    objections(path, readFileSync(join(root, folder, path), 'utf8')).map((message) => `${path}: ${message}`),
  );
  expect(wrong).toEqual([]);
});

/** A word of a file of the base → what is wrong instead of it → what the schema says. */
const mistakes: [path: string, from: string, to: string, objection: RegExp][] = [
  ['procedures/ST-B-01.mdx', 'reviewMonths: ', 'reviewMonth: ', /additional properties reviewMonth$/],
  ['procedures/ST-B-01.mdx', 'reviewMonths: ', 'reviewMonth: ', /required property 'reviewMonths'/],
  ['procedures/ST-B-01.mdx', 'owner: ', 'owner: Order-', /^\/owner must match pattern/],
  ['procedures/ST-B-01.mdx', 'effective: 2026-0', 'effective: 2026-02-30 # ', /^\/effective must match format "date"/],
  ['policies/ST-A-02.mdx', 'control: controlled', 'control: yes', /^\/control must be equal to one of/],
  ['policies/ST-A-02.mdx', 'kind: policy', 'kind: plan', /^\/kind must be equal to constant/],
  ['manual/ST-A-01/4.mdx', 'title: {', 'titel: {', /additional properties titel$/],
  ['matrix/ST-A-03.mdx', 'lead', 'leads', /must be equal to one of the allowed values/],
  ['instructions/ST-C-01.mdx', 'procedure: ST-B', 'procedure: st-b', /^\/procedure must match pattern/],
  ['plans/ST-C-51.mdx', 'version: A/0', 'version: 2.0', /^\/version must be string/],
  ['forms/ST-D-02-01.yaml', 'medium: ', 'medium: stone-', /^\/medium must be equal to one of/],
  ['handbook.yaml', 'lastRevision: ', 'lastRevision: -', /^\/versions\/lastRevision must be >= 1/],
  ['organisation/departments.yaml', 'head: ', 'boss: ', /^\/departments\/0 must have required property 'head'/],
  ['organisation/people.yaml', 'roles:', 'rolls:', /additional properties rolls$/],
  ['standards/mini-2020.yaml', 'exclusions: none', 'exclusions: some', /^\/exclusions must be equal to one of/],
  ['roles/director.mdx', 'duties:', 'tasks:', /required property 'duties'/],
  ['registers/reviews.yaml', 'conclusion: ', 'end: ', /required property 'conclusion'/],
  ['registers/glossary.yaml', 'synonyms: ', 'synonym: ', /additional properties synonym$/],
];

test.each(mistakes)('%s: “%s” → “%s”', (path, from, to, objection) => {
  const text = readFileSync(join(workingTexts(), path), 'utf8');
  expect(text).toContain(from);
  expect(
    objections(
      path,
      text.replace(from, () => to),
    ),
  ).toContainEqual(expect.stringMatching(objection));
});

test('lists may be left out or left empty, and a waiver must say what it is about', () => {
  const text = readFileSync(join(workingTexts(), 'procedures/ST-B-01.mdx'), 'utf8');
  expect(objections('procedures/ST-B-01.mdx', text.replace(/^related: .*$/m, 'related:'))).toEqual([]);
  expect(objections('procedures/ST-B-01.mdx', text.replace(/^related: .*\n/m, ''))).toEqual([]);
  const waiver = '  - rule: APP-02\n    reason: x\n    approved: han-mei\n    until: 2026-12-31\n';
  expect(objections('registers/waivers.yaml', `entries:\n${waiver}`)).not.toEqual([]);
  expect(objections('registers/waivers.yaml', `entries:\n${waiver}    document: ST-A-02\n`)).toEqual([]);
});

describe('what the keys mean', () => {
  /** Each key of a schema and of those within, with its path. */
  function* keysOf(schema: JsonSchema, path: string): Generator<[path: string, key: JsonSchema]> {
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      yield [`${path}.${key}`, property];
      yield* keysOf(property, `${path}.${key}`);
    }
    const { items, additionalProperties, anyOf = [] } = schema;
    for (const inner of [items, additionalProperties, ...anyOf]) {
      if (typeof inner === 'object') yield* keysOf(inner, path);
    }
  }

  test.each(contentFiles)('$name: every key and value is explained, Chinese first', (file) => {
    const silent = [...keysOf(editorSchema(file), file.name)].filter(([, key]) => {
      const description = String(key['description'] ?? '');
      const values = (key['enumDescriptions'] as string[] | undefined) ?? [];
      return !/^.*\p{Script=Han}.*\n\n.*[A-Za-z]/u.test(description) || values.includes(' / ');
    });
    expect(silent.map(([path]) => path)).toEqual([]);
  });

  test('patterns say in words how a value is written', () => {
    const schema = editorSchema(contentFiles.find(({ name }) => name === 'procedure')!);
    for (const key of ['number', 'owner', 'effective']) {
      expect(schema.properties![key]).toHaveProperty(
        'patternErrorMessage',
        expect.stringMatching(/^应为.*\nIt must be/),
      );
    }
  });
});

describe('VS Code', () => {
  const settings = JSON.parse(readFileSync(join(root, '.vscode/settings.json'), 'utf8')) as {
    'yaml.schemas': Record<string, string>;
  };

  test('each YAML file of a handbook has its schema', () => {
    const yaml = contentFiles.filter(({ path }) => path.endsWith('.yaml'));
    const globs = Object.entries(settings['yaml.schemas']);
    expect(globs).toEqual(yaml.map(({ name, path }) => [`./schemas/${name}.schema.json`, `**/${path}`]));
  });

  test('the index for front matter leads each MDX file to a schema that is there', () => {
    const workspace = workingTexts();
    writeEditorIndex(workspace, workspace);
    const folder = join(workspace, '.astro/collections');
    const { collections, entries } = JSON.parse(readFileSync(join(folder, 'collections.json'), 'utf8')) as {
      collections: { name: string }[];
      entries: Record<string, string>;
    };
    const names = Object.fromEntries(
      Object.entries(entries).map(([address, name]) => [
        address.slice(address.indexOf(workspace.toLowerCase()) + workspace.length),
        name,
      ]),
    );
    expect(names).toMatchObject({
      '/procedures/st-b-01.mdx': 'handbook-procedure',
      '/manual/st-a-01/index.mdx': 'handbook-manual',
      '/manual/st-a-01/4.mdx': 'handbook-part',
      '/roles/director.mdx': 'handbook-role',
    });
    expect(Object.keys(names).filter((path) => !path.endsWith('.mdx'))).toEqual([]);
    for (const name of Object.values(entries)) {
      expect(collections).toContainEqual({ hasSchema: true, name });
      expect(JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8'))).toHaveProperty('title');
    }
  });

  test('a handbook outside the workspace gets no index: nobody would read it', () => {
    const workspace = emptyFolder();
    writeEditorIndex(workingTexts(), workspace);
    expect(existsSync(join(workspace, '.astro'))).toBe(false);
  });
});
