/**
 * `npm run schemas`: JSON Schemas for editors (schemas/), for readers of the report of `handbook check`
 * (public/schemas/), and which files VS Code judges by which (.vscode/settings.json). A test finds it forgotten.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { checkReport, reportSchemaId } from '../src/checks/report/json.ts';
import { contentFiles } from './schemas/content-files.ts';
import { editorSchema, jsonSchema } from './schemas/json-schema.ts';

const root = join(import.meta.dirname, '..');
const settingsFile = '.vscode/settings.json';

/** Path → text of each generated file. */
export async function generatedFiles(): Promise<Map<string, string>> {
  const files = new Map<string, unknown>(
    contentFiles.map((file): [string, unknown] => [schemaPath(file.name), editorSchema(file)]),
  );
  const { $schema, ...report } = jsonSchema(checkReport);
  files.set('public/schemas/check-report.schema.json', { $schema, $id: reportSchemaId, ...report });
  const settings = JSON.parse(readFileSync(join(root, settingsFile), 'utf8')) as object;
  files.set(settingsFile, { ...settings, 'yaml.schemas': yamlSchemas() });
  const texts = [...files].map(async ([path, value]): Promise<[string, string]> => {
    const config = await resolveConfig(join(root, path));
    return [path, await format(JSON.stringify(value), { ...config, filepath: path, parser: 'json' })];
  });
  return new Map(await Promise.all(texts));
}

function schemaPath(name: string): string {
  return `schemas/${name}.schema.json`;
}

/** Schema → the YAML files that it is for, wherever a content folder stands. */
function yamlSchemas(): Record<string, string> {
  return Object.fromEntries(
    contentFiles
      .filter(({ path }) => path.endsWith('.yaml'))
      .map(({ name, path }) => [`./${schemaPath(name)}`, `**/${path}`]),
  );
}

if (import.meta.main) {
  for (const [path, text] of await generatedFiles()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
