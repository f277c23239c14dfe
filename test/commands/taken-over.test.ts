/** Which pages of an incremental build are looked at for broken links: those that were made, and all if something is gone. */
import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { untouched, type LastBuild, type PageRecords } from '../../scripts/last-build.ts';
import { outputOver, pagesToCheck } from '../../scripts/taken-over.ts';
import { checkOutput, readPage } from '../../src/checks/output.ts';
import { sha256 } from '../../src/handbook/canonical.ts';
import { emptyFolder } from '../fixtures/tiny-handbook.ts';

let site: string;
let made: string;
let last: LastBuild;

const pages = {
  'index.html': '<a href="/b/#part">b</a>',
  'a/index.html': '<a href="/">home</a>',
  'b/index.html': '<h2 id="part">b</h2>',
};

const record = (file: string, html: string) => ({
  ...{ file, etag: undefined, digest: sha256(html), size: html.length, changed: 0, isSearched: false },
});

function write(folder: string, file: string, html: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), html);
}

beforeEach(() => {
  site = emptyFolder();
  made = emptyFolder();
  const records: PageRecords = new Map();
  for (const [file, html] of Object.entries(pages)) {
    write(site, file, html);
    records.set(`/${file}`, record(file, html));
  }
  last = { site, records, etags: new Map(), hasIndex: false };
});

/** The pages that are looked at, and the links that are broken, after `b` was made anew and others were removed. */
function look(b: string, ...removed: string[]) {
  write(made, 'b/index.html', b);
  const taken = Object.keys(pages).filter((file) => file !== 'b/index.html' && !removed.includes(file));
  const records = new Map([...last.records].filter(([, { file }]) => !removed.includes(file)));
  const output = outputOver(made, site, taken);
  const list = pagesToCheck(output, last, records, [readPage('b/index.html', b)]);
  const broken = checkOutput(output, '', list);
  return { pages: list.map(({ file }) => file).sort(), broken: broken.map(({ message }) => message.en) };
}

describe('after a page was made anew', () => {
  test('it alone is looked at if it still has its anchors', () => {
    expect(look('<h2 id="part">b</h2><h2 id="more">more</h2>')).toEqual({ pages: ['b/index.html'], broken: [] });
  });

  test('its links into pages that are taken over are followed', () => {
    expect(look('<h2 id="part">b</h2><a href="/a/#nowhere">a</a>').broken).toEqual([
      'The anchor of the link “/a/#nowhere” does not exist',
    ]);
  });

  test('all are looked at if an anchor is gone', () => {
    expect(look('<h2 id="other">b</h2>')).toEqual({
      pages: Object.keys(pages).sort(),
      broken: ['The anchor of the link “/b/#part” does not exist'],
    });
  });

  test('all are looked at if a page is gone', () => {
    expect(look(`${pages['b/index.html']}<a href="/a/">a</a>`, 'a/index.html').broken).toEqual([
      'No page for the link “/a/”',
    ]);
    expect(look(pages['b/index.html'], 'a/index.html').pages).toEqual(['b/index.html', 'index.html']);
  });

  test('all are looked at if somebody has changed what it was before', () => {
    write(site, 'b/index.html', '<p>动过手脚</p>');
    expect(look(pages['b/index.html']).pages).toEqual(Object.keys(pages).sort());
  });
});

describe('a file of the last site', () => {
  const file = 'a/index.html';
  const path = () => join(site, file);
  const noted = () => ({ ...record(file, pages[file]), changed: statSync(path()).mtimeMs });

  test('is taken over as it was written, and as a copy of that', () => {
    const known = noted();
    expect(untouched(last, known)).toEqual(known);
    utimesSync(path(), 1, 1);
    expect(untouched(last, known)).toEqual({ ...known, changed: 1000 });
  });

  test('is not taken over once it was changed or deleted', () => {
    const known = noted();
    writeFileSync(path(), pages[file].replace('home', 'hole'));
    utimesSync(path(), 1, 1);
    expect(untouched(last, known)).toBeUndefined();
    rmSync(path());
    expect(untouched(last, known)).toBeUndefined();
  });
});
