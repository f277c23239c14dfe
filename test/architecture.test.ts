/** Who imports what: only what lies below, and never in a circle (docs/architecture.md, “Layers”). */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from '../src/handbook/read-folder.ts';

const root = join(import.meta.dirname, '..');

/** Every file of ours → the files that it imports, and whether no more than their types. */
const imports = new Map(
  ['src', 'scripts']
    .flatMap((folder) => listFiles(join(root, folder)).map((file) => `${folder}/${file}`))
    .filter((file) => /\.(?:ts|mjs|astro)$/.test(file))
    .map((file) => [file, importsOf(file)]),
);

function importsOf(file: string): { path: string; isType: boolean }[] {
  const statements = readFileSync(join(root, file), 'utf8').matchAll(
    /^(?:import|export)( type)?\s[^;]*?from '(\.[^']+)'/gm,
  );
  return Array.from(statements, ([, type, path = '']) => ({
    path: posix.join(posix.dirname(file), path),
    isType: type !== undefined,
  }));
}

/** What lies below a folder of `src`. */
const below: Record<string, readonly string[]> = {
  schema: [],
  handbook: ['schema'],
  control: ['schema', 'handbook'],
  markdown: ['schema', 'handbook'],
  standards: ['schema'],
  checks: ['schema', 'handbook', 'control', 'markdown', 'standards'],
  terminal: ['schema', 'handbook', 'control', 'markdown', 'checks'],
  views: ['schema', 'handbook', 'control', 'markdown', 'checks', 'i18n'],
  i18n: [],
};

test.each(Object.entries(below))('src/%s imports only from itself and from %j', (folder, allowed) => {
  const isAllowed = (path: string) => [folder, ...allowed].some((name) => path.startsWith(`src/${name}/`));
  const wrong = [...imports]
    .filter(([file]) => file.startsWith(`src/${folder}/`))
    .flatMap(([file, all]) => all.filter(({ path }) => !isAllowed(path)).map(({ path }) => `${file} → ${path}`));
  expect(wrong).toEqual([]);
});

test('values are never imported in a circle', () => {
  const circles: string[] = [];
  const done = new Set<string>();
  const follow = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (done.has(file)) return;
    done.add(file);
    for (const { path, isType } of imports.get(file) ?? []) if (!isType) follow(path, [...way, file]);
  };
  for (const file of imports.keys()) follow(file, []);
  expect(circles).toEqual([]);
});
