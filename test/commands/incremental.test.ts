/** `build --incremental`: after any edit the site is the one that a full build would make, to the byte. */
import { execFile } from 'node:child_process';
import { cpSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { partText, roleText, translationText } from '../../src/texts.ts';
import type { EditedSite } from '../fixtures/edited-sites.ts';
import { releaseOn } from '../fixtures/released-again.ts';
import { change, edits, everywhere, handbookToEdit, make } from '../fixtures/site-edits.ts';
import { apply, asOf, emptyFolder, tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { judge } from '../views/tiny-view.ts';
import { bytesOf, changedFiles, handbook, removeCache } from './handbook-command.ts';

let folder: string;
let sites: Record<string, EditedSite>;
const names = new Map(
  [...Object.keys(edits), ...Object.keys(everywhere)].map((name, index) => [name, `edit-${index}`]),
);
const siteOf = (name: string): EditedSite => sites[names.get(name)!]!;

beforeAll(async () => {
  folder = emptyFolder();
  const base = handbookToEdit();
  cpSync(base, join(folder, 'base'), { recursive: true });
  for (const [name, edit] of Object.entries({ ...edits, ...everywhere })) {
    const content = join(folder, names.get(name)!);
    cpSync(base, content, { recursive: true });
    make(content, edit);
  }
  const script = join(import.meta.dirname, '../fixtures/edited-sites.ts');
  await promisify(execFile)(process.execPath, [script, folder, asOf, 'base', ...names.values()], { maxBuffer: 1e8 });
  sites = JSON.parse(readFileSync(join(folder, 'sites.json'), 'utf8')) as typeof sites;
}, 300_000);

/** Every text of a handbook, rendered, with the digest under which it is kept. */
async function textsOf(name: string): Promise<Map<string, { digest: string; html: string }>> {
  const judged = await judge(join(folder, name));
  const site = { ...judged.site, rendering: { base: '', cacheFolder: join(folder, 'diagrams') } };
  const texts = site.library.releases.flatMap((release) => {
    const document = site.library.read(release)!;
    return document.parts.map((part) => partText(site, document, part));
  });
  const others = [
    ...[...site.handbook.roles.values()].map((role) => roleText(site, role)),
    ...[...site.handbook.translations.values()].flat().map((translation) => translationText(site, translation)),
  ];
  const list = [...texts, ...others].map(
    async (text) => [text.id, { digest: text.digest(), html: (await text.render()).html }] as const,
  );
  return new Map(await Promise.all(list));
}

describe('after an edit', () => {
  let before: Awaited<ReturnType<typeof textsOf>>;
  beforeAll(async () => {
    before = await textsOf('base');
  });

  it.each(Object.keys(edits))('of %s every page that is taken over is what rendering it would give', (name) => {
    const { taken, wrong, all } = siteOf(name);
    expect(wrong).toEqual([]);
    // Of the pages of documents, clauses, roles, departments and rules most have nothing to do with one edit.
    expect(taken.length).toBeGreaterThan(all / 3);
  });

  it.each(Object.keys(edits))('of %s every text that is kept is what rendering it would give', async (name) => {
    const after = await textsOf(names.get(name)!);
    const kept = [...after].filter(([id, { digest }]) => before.get(id)?.digest === digest);
    for (const [id, { html }] of kept) expect(html, id).toBe(before.get(id)!.html);
    expect(kept.length).toBeGreaterThan(after.size / 5);
  });

  it.each(Object.keys(everywhere))('of %s every page is rendered', (name) => {
    expect(siteOf(name).taken).toEqual([]);
  });
});

/** A role that nothing names. */
const helper = {
  file: 'roles/helper.mdx',
  create: `---\nid: helper\ntitle: { zh: 帮工, en: Helper }\ndepartment: YWS\nduties: [搬运纸张]\ncompetence: [力气大]\n---\n`,
};

describe('the command', () => {
  let content: string;
  let out: string;
  const build = async (...words: string[]) => {
    const common = ['--content', content, '--as-of', asOf, '--site', 'https://handbook.example.com'];
    const { code, stdout, stderr } = await handbook('build', ...common, ...words);
    expect({ code, stderr }, stdout).toEqual({ code: 0, stderr: '' });
  };

  test('gives the same files as a full build: added, changed and removed ones, and the search index', async () => {
    content = tinyHandbook([helper]);
    out = emptyFolder();
    await build('--out', join(out, 'site'));
    const before = bytesOf(join(out, 'site'));
    apply(content, change('policies/ST-A-02.mdx', '说到的日子', '说定的日子'));
    releaseOn(content, 'ST-A-02', '2026-05-20');
    apply(content, { file: helper.file, delete: true });
    await build('--out', join(out, 'site'), '--incremental');
    await build('--out', join(out, 'full'));
    const after = bytesOf(join(out, 'site'));
    expect(changedFiles(after, bytesOf(join(out, 'full')))).toEqual([]);
    const added = [...after.keys()].filter((file) => !before.has(file));
    const removed = [...before.keys()].filter((file) => !after.has(file) && !file.startsWith('pagefind/'));
    expect(added).toContain('documents/st-a-02/versions/a-1/index.html');
    expect(removed).toEqual([
      'en/roles/helper.json',
      'en/roles/helper/index.html',
      'roles/helper.json',
      'roles/helper/index.html',
    ]);
  }, 120_000);

  test.each([['--incremental'], []])(
    'mends what somebody has changed, deleted or added: build %s',
    async (...how) => {
      const site = join(out, 'site');
      const before = bytesOf(site);
      const kept = statSync(join(site, 'documents/st-a-02/index.html'));
      writeFileSync(join(site, 'documents/st-b-02/index.html'), '<p>动过手脚</p>');
      unlinkSync(join(site, 'documents/st-b-01/index.html'));
      rmSync(join(site, 'roles'), { recursive: true });
      writeFileSync(join(site, 'roles'), 'a file where a folder must be');
      writeFileSync(join(site, 'documents/secret.html'), '<p>没有检查过</p>');
      rmSync(join(site, 'pagefind'), { recursive: true });
      await build('--out', site, ...how);
      expect(changedFiles(before, bytesOf(site))).toEqual([]);
      // A page that is as it should be is not written again.
      expect(statSync(join(site, 'documents/st-a-02/index.html')).ino).toBe(kept.ino);
    },
    120_000,
  );

  afterAll(() => {
    for (const name of ['site', 'full']) removeCache(content, join(out, name));
  });

  test('goes neither with --drafts nor with --offline', async () => {
    for (const option of ['--drafts', '--offline']) {
      const { code, stderr } = await handbook('build', '--incremental', option);
      expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining(option) as string });
    }
  });
});
