/**
 * The yardstick: the texts in force as a plain site of Astro and @astrojs/mdx, with a minimal layout and without
 * versions, checks, search or a second language. Its time on the same machine, in the same run, says what ours are worth.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Document, Handbook } from '../../src/handbook/graph.ts';
import { measureScript, type Measured } from './measure.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const config = `import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import remarkCjkFriendly from 'remark-cjk-friendly';
import { defineConfig } from 'astro/config';

export default defineConfig({
  integrations: [mdx()],
  markdown: {
    processor: unified({ remarkPlugins: [remarkCjkFriendly], smartypants: false }),
    syntaxHighlight: false,
  },
});
`;

const contentConfig = `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

export const collections = {
  documents: defineCollection({ loader: glob({ base: './src/documents', pattern: '**/*.mdx' }) }),
};
`;

const page = (components: readonly string[]) => `---
import { getCollection, render } from 'astro:content';
import Nothing from '../components/Nothing.astro';

export async function getStaticPaths() {
  return (await getCollection('documents')).map((entry) => ({ params: { id: entry.id }, props: { entry } }));
}
const { entry } = Astro.props;
const { Content } = await render(entry);
const components = { ${components.map((name) => `${name}: Nothing`).join(', ')} };
---

<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <title>{entry.data.title}</title>
  </head>
  <body>
    <h1>{entry.data.title}</h1>
    <Content components={components} />
  </body>
</html>
`;

export interface Yardstick extends Measured {
  pages: number;
}

/** Writes the plain site and builds it once. @throws {Error} if it cannot be built */
export async function measureYardstick(folder: string, handbook: Handbook): Promise<Yardstick> {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const texts = [...handbook.documents.values()].flatMap((document) =>
    document.parts.map((part) => ({ id: part.name.toLowerCase(), document, body: part.source.body })),
  );
  const components = new Set<string>();
  for (const { id, document, body } of texts) {
    for (const [, name] of body.matchAll(/^<([A-Z]\w*)/gmu)) components.add(name!);
    const title = JSON.stringify(`${document.number} ${document.data.title.zh}`);
    write(
      `src/documents/${document.number.toLowerCase()}/${id}.mdx`,
      `---\ntitle: ${title}\n---\n${bodyOf(document, body)}`,
    );
  }
  write('astro.config.mjs', config);
  write('package.json', '{ "type": "module" }\n');
  write('src/content.config.ts', contentConfig);
  write('src/components/Nothing.astro', '<slot />\n');
  write('src/pages/[...id].astro', page([...components]));
  const measured = await measureScript(folder, join(root, 'node_modules/astro/bin/astro.mjs'), ['build', '--silent']);
  return { ...measured, pages: texts.length };
}

/** The text of a part; of a form without one, its fields as a table. */
function bodyOf({ data }: Document, body: string): string {
  if (body.trim() || !('fields' in data)) return body;
  const rows = data.fields.map(({ name, type, note }) => `| ${name} | ${type} | ${note ?? ''} |\n`);
  return `${data.purpose}\n\n| 项目 | 类型 | 说明 |\n| --- | --- | --- |\n${rows.join('')}`;
}
