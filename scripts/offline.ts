/**
 * Turns a built site into a copy that opens from a folder, without a server: for auditors, for rooms without a network.
 * Pages, links, tables, the comparison of versions and search by number, title and keyword work; the full text cannot
 * be searched, because Pagefind loads its index as a server would hand it out.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { offlineAddress } from '../src/client/offline/address.ts';
import { listFiles } from '../src/handbook/read-folder.ts';
import { languages, wordsOf } from '../src/i18n/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const scriptFile = 'offline.js';

/** What only a server or a search engine reads. */
const useless = ['pagefind', 'robots.txt', 'handbook.webmanifest'];

/** Changes a site in place; its links must have been checked, and it must have been built without a base. */
export async function makeOffline(folder: string): Promise<void> {
  for (const name of useless) rmSync(join(folder, name), { recursive: true, force: true });
  for (const file of listFiles(folder)) {
    const path = join(folder, file);
    if (file.endsWith('.html')) writeFileSync(path, offlinePage(readFileSync(path, 'utf8'), file));
    else if (file.startsWith('assets/') && file.endsWith('.js')) rmSync(path);
    else if (file.endsWith('.json') && !file.startsWith('schemas/')) {
      const content = readFileSync(path, 'utf8');
      writeFileSync(`${path}.js`, `handbookFile(${JSON.stringify(`/${file}`)},${content});\n`);
      rmSync(path);
    }
  }
  await writeScript(folder);
}

/** A page of the copy: relative addresses, one classic script, no full text. */
export function offlinePage(html: string, file: string): string {
  const up = `${relative(dirname(file), '') || '.'}/`.replaceAll('\\', '/');
  const language = languages.find((item) => html.includes(`<html lang="${item}"`)) ?? 'zh-CN';
  return html
    .replaceAll(/<script type="module"[^>]*><\/script>/g, '')
    .replaceAll(/<link[^>]* rel="(?:modulepreload|manifest)"[^>]*>|<link rel="(?:modulepreload|manifest)"[^>]*>/g, '')
    .replaceAll(/<[a-z](?:"[^"]*"|[^">])*>/g, (tag) =>
      tag.replaceAll(
        /(\s(?:href|src|action)=")([^"]*)"/g,
        (_, name: string, address: string) => `${name}${offlineAddress(address, up)}"`,
      ),
    )
    .replace(/ data-pagefind="[^"]*"/, '')
    .replace('</footer>', `<div><p>${wordsOf(language).offlineNote}</p></div></footer>`)
    .replace('</body>', `<script src="${up}${scriptFile}"></script></body>`);
}

/** Bundles the scripts of all pages into one that is no module. */
async function writeScript(folder: string): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: join(root, 'src/client/offline/index.ts'),
        output: { format: 'iife', entryFileNames: scriptFile, codeSplitting: false },
      },
    },
  });
}
