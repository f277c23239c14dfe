/** The history of a document: every version under its own address, and what changed between any two. */
import { describe, expect, test } from 'vitest';
import { documentOf, library, linksIn, rowsOf, useSite } from './site.ts';

const site = useSite();

function releasesOf(number: string) {
  return library.releases.filter((release) => release.number === number);
}

describe.each(['HC-ITSM-A-01', 'HC-ITSM-B-18', 'HC-ITSM-B-21'])('the history of %s', (number) => {
  const path = `/documents/${number.toLowerCase()}/`;
  const releases = releasesOf(number);

  test('has a row for each release, newest first, and one of them is in force', async () => {
    const page = await site.open(`${path}history/`);
    const rows = await rowsOf(page, 'main > .table');
    expect(rows.map(([version]) => version)).toEqual(releases.map(({ version }) => version).reverse());
    expect(rows.map(([, state]) => state).filter((state) => state === '现行有效')).toHaveLength(1);
    expect(rows.find(([, state]) => state === '现行有效')?.[0]).toBe(documentOf(number).data.version);
    const hashes = await page
      .locator('main > .table code')
      .evaluateAll((all) => all.map((code) => code.getAttribute('title')));
    expect(hashes).toEqual(releases.map(({ entry }) => entry.hash).reverse());
  });

  test('says until when each version was in force: the day before the next one', async () => {
    const page = await site.open(`${path}history/`);
    const periods = (await rowsOf(page, 'main > .table'))
      .map(([, , period]) => period?.match(/\d{4}-\d{2}-\d{2}/g))
      .reverse();
    for (const [index, { entry }] of releases.entries()) {
      expect(periods[index]?.[0]).toBe(entry.effective);
      const next = releases[index + 1];
      if (!next) continue;
      const dayBefore = new Date(Date.parse(next.entry.effective) - 86_400_000).toISOString().slice(0, 10);
      expect(periods[index]?.[1]).toBe(dayBefore);
    }
  });

  test('every version has its page; the earlier ones warn and lead to the version in force', async () => {
    const current = documentOf(number).data.version;
    for (const { version } of releases) {
      const page = await site.open(`${path}versions/${version.toLowerCase().replace('/', '-')}/`);
      expect(await page.locator('.document-header').innerText()).toContain(`版本 ${version}`);
      const notice = page.locator('.notice');
      if (version === current) {
        expect(await notice.count()).toBe(0);
        continue;
      }
      expect(await notice.innerText()).toContain(`已被 ${current} 替代`);
      expect(Object.values(await linksIn(page, '.notice'))).toEqual([path]);
      expect(await page.locator('.document-header').innerText()).toContain('已被替代');
    }
  });
});

test('the steps of an earlier version lead to their sections in that version', async () => {
  const path = '/documents/hc-itsm-b-21/versions/a-0/';
  const page = await site.open(path);
  const steps = await linksIn(page, '[id="5"] + .table td:first-child');
  expect(Object.keys(steps).length).toBeGreaterThan(5);
  expect(steps).toEqual(Object.fromEntries(Object.keys(steps).map((step) => [step, `${path}#${step}`])));
});

describe('the comparison of two versions', () => {
  test('shows the source of a chart as it was written, without a space before its first line', async () => {
    const page = await site.open('/documents/hc-itsm-b-21/compare/a-1...a-2/');
    const sources = await page.locator('.redline pre').evaluateAll((all) => all.map(({ textContent }) => textContent));
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) expect(source).toMatch(/^flowchart/);
  });

  test.each(['a-1...a-2/', '?before=a-1&after=a-2'])(
    'shows diagrams before and after, as pictures: %s',
    async (address) => {
      const page = await site.open(`/documents/hc-itsm-b-21/compare/${address}`);
      await page.locator('.redline').first().waitFor();
      const changed = page.locator('.redline .changed:has(> .diagrams)').first();
      expect(await changed.locator('figcaption').allInnerTexts()).toEqual(['改动前', '改动后']);
      const boxes = await changed
        .locator('svg')
        .evaluateAll((all) => all.map((svg) => svg.getBoundingClientRect().height));
      expect(boxes).toHaveLength(2);
      for (const height of boxes) expect(height).toBeGreaterThan(100);
      expect(await changed.locator('svg').first().innerHTML()).not.toBe(
        await changed.locator('svg').last().innerHTML(),
      );
      await changed.locator('summary').click();
      expect(await changed.locator('pre del').innerText()).toMatch(/^flowchart/);
      expect(await changed.locator('pre ins').innerText()).toMatch(/^flowchart/);
    },
  );

  test.each([
    ['neighbours', 'A/1', 'A/2', 'a-1...a-2/'],
    ['any two, compared by the browser', 'A/0', 'A/2', '?before=a-0&after=a-2'],
  ])('shows what was added and what was deleted, by word: %s', async (_, before, after, address) => {
    const page = await site.open(`/documents/hc-itsm-b-21/compare/${address}`);
    await page.locator('.redline').first().waitFor();
    const text = (version: string) => {
      const release = releasesOf('HC-ITSM-B-21').find((item) => item.version === version)!;
      return library
        .read(release)!
        .parts.map(({ source }) => source.text)
        .join('');
    };
    /** Passages of some length that stand in one text and not in the other. */
    const only = async (selector: string, inText: string, notIn: string) =>
      (await page.locator(`.redline ${selector}`).allInnerTexts()).filter(
        (passage) => passage.length > 5 && inText.includes(passage) && !notIn.includes(passage),
      );
    expect(await only('ins', text(after), text(before))).not.toEqual([]);
    expect(await only('ins', text(before), text(after))).toEqual([]);
    expect(await only('del', text(before), text(after))).not.toEqual([]);
    expect(await only('del', text(after), text(before))).toEqual([]);
    expect(await page.locator('.redline .gap').count()).toBeGreaterThan(0);
  });

  test.each([
    ['/documents/hc-itsm-b-21/compare/', 'a-1', 'a-2'],
    ['/documents/hc-itsm-a-01/compare/', 'a-1', 'b-0'],
    ['/en/documents/hc-itsm-b-18/compare/', 'a-0', 'a-1'],
  ])('is the same whether made at build or by the browser: %s %s %s', async (path, before, after) => {
    const shown = async (address: string) => {
      const page = await site.open(address);
      await page.locator('.redline').first().waitFor();
      return {
        texts: await page.locator('.redline').evaluateAll((places) => places.map((place) => place.innerHTML)),
        fields: await page.locator('main table').first().locator('tbody tr').allInnerTexts(),
      };
    };
    const built = await shown(`${path}${before}...${after}/`);
    const compared = await shown(`${path}?before=${before}&after=${after}`);
    expect(compared.texts).toEqual(built.texts);
    expect(compared.fields).toEqual(built.fields);
  });

  test('says where to go without scripts, and what is wrong if a text cannot be loaded', async () => {
    const plain = await site.fresh({ javaScriptEnabled: false });
    await plain.goto('/documents/hc-itsm-b-18/compare/?before=a-0&after=a-5');
    expect(await plain.locator('noscript').innerText()).toContain('相邻版本');
    expect(Object.values(await linksIn(plain, 'h2:has-text("相邻版本") + ul'))).toContain(
      '/documents/hc-itsm-b-18/compare/a-0...a-1/',
    );
    await plain.context().close();
    const page = await site.fresh();
    await page.route('**/versions.json', (route) => route.abort());
    await page.goto('/documents/hc-itsm-b-18/compare/?before=a-0&after=a-5');
    const message = page.locator('[data-comparison]');
    await message.waitFor();
    expect(await message.innerText()).toContain('无法载入');
    await page.context().close();
  });

  test('can be told from each other without colour', async () => {
    const page = await site.open('/documents/hc-itsm-b-21/compare/a-1...a-2/');
    const line = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).textDecorationLine);
    expect(await line('.redline del')).toBe('line-through');
    expect(await line('.redline ins')).toBe('underline');
  });

  test('is reached from the history by choosing two versions', async () => {
    const page = await site.open('/documents/hc-itsm-b-18/history/');
    await page.locator('select[name="after"]').selectOption('A/9');
    await page.locator('select[name="before"]').selectOption('A/3');
    await page.locator('[data-compare] button').click();
    await page.waitForURL('**/compare/?before=a-3&after=a-9');
    await page.locator('.redline').first().waitFor();
    expect(await page.locator('.redline :is(ins, del)').count()).toBeGreaterThan(0);
    expect(await page.locator('select[name="before"]').inputValue()).toBe('a-3');
    expect(await page.locator('select[name="after"]').inputValue()).toBe('a-9');
  });

  test('cannot be asked for with the later version first', async () => {
    const page = await site.open('/documents/hc-itsm-b-18/history/');
    await page.locator('select[name="after"]').selectOption('A/3');
    const possible = page.locator('select[name="before"] option:not([disabled])');
    expect(await possible.allInnerTexts()).toEqual(['A/2', 'A/1', 'A/0']);
    const values = await possible.evaluateAll((options) =>
      options.map((option) => (option as HTMLOptionElement).value),
    );
    expect(values).toContain(await page.locator('select[name="before"]').inputValue());
  });

  test('of two manuals names the parts that only one of them has', async () => {
    const page = await site.open('/documents/hc-itsm-a-01/compare/a-1...b-0/');
    // What a release order says is told in words.
    const metadata = await page.locator('main .table').first().innerText();
    expect(metadata).toContain('依据 ISO/IEC 20000-1:2018');
    expect(metadata).not.toMatch(/[{}"]/);
    const added = Object.values(await linksIn(page, 'h2:has-text("新增的部分") + ul'));
    const removed = Object.values(await linksIn(page, 'h2:has-text("删去的部分") + ul'));
    const parts = (version: string) => {
      const release = releasesOf('HC-ITSM-A-01').find((item) => item.version === version)!;
      return library.read(release)!.parts.flatMap(({ data, name }) => (data ? [name] : []));
    };
    const [before, after] = [parts('A/1'), parts('B/0')];
    const only = (own: string[], other: string[], version: string) =>
      own.filter((name) => !other.includes(name)).map((name) => `/documents/hc-itsm-a-01/versions/${version}/${name}/`);
    expect(added).toEqual(only(after, before, 'b-0'));
    expect(removed).toEqual(only(before, after, 'a-1'));
    expect(added.length).toBeGreaterThan(0);
  });
});

test('a withdrawn document keeps its address, says why, and leads to what took its place', async () => {
  const withdrawals = [...library.inForce.withdrawals.values()];
  expect(withdrawals.length).toBeGreaterThan(0);
  for (const { document: number, on, successors } of withdrawals) {
    const page = await site.open(`/documents/${number.toLowerCase()}/`);
    expect(await page.locator('.document-header').innerText()).toContain('作废');
    expect(await page.locator('.notice').innerText()).toContain(`自 ${on} 起作废`);
    expect(Object.values(await linksIn(page, '.notice'))).toEqual(
      successors.map((successor) => `/documents/${successor.toLowerCase()}/`),
    );
  }
  const page = await site.open('/registers/withdrawn-documents/');
  expect((await rowsOf(page, 'main .table')).map(([number]) => number).sort()).toEqual(
    withdrawals.map(({ document }) => document).sort(),
  );
});

test('on a telephone no cell of a changed table is out of sight', async () => {
  const page = await site.fresh({ viewport: { width: 390, height: 844 } });
  await page.goto('/documents/hc-itsm-b-21/compare/a-1...a-2/');
  const cut = await page
    .locator('.redline .cells')
    .evaluateAll((all) => all.filter((row) => row.scrollWidth > row.clientWidth + 1).length);
  expect(cut).toBe(0);
  await page.context().close();
});

test.each(['/documents/hc-itsm-a-02/', '/en/documents/hc-itsm-a-02/', '/en/documents/hc-itsm-b-21/'])(
  'the change record fits beside the contents of the page: %s',
  async (path) => {
    const page = await site.open(path);
    await page.setViewportSize({ width: 1440, height: 900 });
    const table = page.locator('#changes + .table');
    expect(await table.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  },
);
