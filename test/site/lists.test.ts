/** Clauses, coverage, matrix, roles, departments, register, glossary: the lists and what they lead to. */
import { describe, expect, test } from 'vitest';
import { documentOf, handbook, linksIn, nameOf, roleOf, rowsOf, useSite } from './site.ts';

const site = useSite();
const standard = handbook.standards.get('iso20000-1:2018')!;

test('the home page has a way in for each kind of reader', async () => {
  const page = await site.open('/');
  expect(await page.locator('h1').innerText()).toBe(handbook.settings.title.zh);
  const ways = await page
    .locator('.way')
    .evaluateAll((all) =>
      all.map((way) => [...way.querySelectorAll('a')].map((link) => (link as HTMLAnchorElement).pathname)),
    );
  expect(ways).toHaveLength(3);
  expect(ways[0]).toEqual(expect.arrayContaining(['/roles/', '/documents/', '/glossary/']));
  expect(ways[2]).toEqual(expect.arrayContaining(['/coverage/', '/clauses/iso20000-1-2018/', '/matrix/']));
  expect(await page.locator('.site-footer').innerText()).toContain('虚构');
});

describe('clauses', () => {
  test('stand below the standards, each with its chapters and how far they are met', async () => {
    const page = await site.open('/clauses/');
    expect(await linksIn(page, 'main h2')).toEqual({
      'ISO/IEC 20000-1:2018': '/clauses/iso20000-1-2018/',
      'ISO/IEC 20000-1:2011': '/clauses/iso20000-1-2011/',
    });
    expect(await linksIn(page, 'main .counts')).toMatchObject({
      '8 服务管理体系的运行': '/clauses/iso20000-1-2018/8/',
    });
    await page.goto(`${site.origin()}/clauses/iso20000-1-2018/8.6.1/`);
    await page.locator('.breadcrumbs').getByRole('link', { name: '条款', exact: true }).click();
    expect(new URL(page.url()).pathname).toBe('/clauses/');
  });

  test('the tree has all 77 headings, each leaf with the procedure that meets it', async () => {
    const page = await site.open('/clauses/iso20000-1-2018/');
    const rows = page.locator('.clause-tree > li');
    expect(await rows.count()).toBe(77);
    const leaf = rows.filter({ hasText: '8.6.1 事件管理' });
    expect(await linksIn(page, '.clause-tree')).toMatchObject({
      '8.6.1 事件管理': '/clauses/iso20000-1-2018/8.6.1/',
      'HC-ITSM-B-21 事件管理程序': '/documents/hc-itsm-b-21/',
    });
    expect(await leaf.innerText()).toContain('HC-ITSM-B-21 事件管理程序');
  });

  test('from a clause one walks to the document, the owner and the records', async () => {
    const page = await site.open('/clauses/iso20000-1-2018/8.6.1/');
    expect(await page.locator('h1').innerText()).toBe('8.6.1 事件管理');
    const procedure = documentOf('HC-ITSM-B-21');
    const [row] = await rowsOf(page, '#meets + .table');
    expect(row).toEqual(expect.arrayContaining(['HC-ITSM-B-21', procedure.data.title.zh, '主要']));
    expect(await page.locator('dl.control').innerText()).toContain(roleOf(procedure.data.owner).data.title.zh);
    expect(Object.values(await linksIn(page, '#manual + ul'))).toEqual(['/documents/hc-itsm-a-01/8.6/#8.6.1']);
    const information = standard.byNumber.get('8.6.1')!.data.information;
    const evidence = await rowsOf(page, '#evidence + .table');
    expect(evidence.map(([title]) => title)).toEqual(information.map(({ title }) => title.zh));
    for (const [title, , provider] of evidence) expect(provider, title).toMatch(/^HC-ITSM-/);
    await page.locator('#steps + .table').getByRole('link', { name: '5.5 重大事件处理' }).click();
    expect(new URL(page.url()).pathname).toBe('/documents/hc-itsm-b-21/');
    expect(await page.locator(':target').innerText()).toContain('5.5 重大事件处理');
  });

  test('a chapter lists its clauses and everything that meets them', async () => {
    const page = await site.open('/clauses/iso20000-1-2018/8.6/');
    expect(await page.locator('#children + ul a').allInnerTexts()).toEqual(
      standard.byNumber.get('8.6')!.children.map(({ number, data }) => `${number} ${data.title.zh}`),
    );
    const rows = await rowsOf(page, '#meets + .table');
    expect(rows.map(([clause]) => clause)).toEqual(expect.arrayContaining(['8.6.1', '8.6.2', '8.6.3']));
  });
});

test('the coverage table has a row for each of the 57 leaf clauses, and no gap', async () => {
  const page = await site.open('/coverage/');
  const rows = await rowsOf(page, 'main .table');
  expect(rows.map(([clause]) => clause)).toEqual(
    standard.clauses.filter(({ leaf }) => leaf).map(({ number }) => number),
  );
  expect(rows).toHaveLength(57);
  for (const [clause, title, procedure, owner, department] of rows) {
    expect(title, clause).toMatch(/\S/);
    expect(procedure, clause).toMatch(/^HC-ITSM-B-\d+ /);
    for (const cell of [owner, department]) expect(cell, clause).toMatch(/\p{Script=Han}/u);
  }
  expect(await page.locator('.lead').innerText()).toContain('57');
});

test('the matrix has the rows of the matrix in force, and one leading department in each', async () => {
  const [{ data }] = handbook.matrices as [(typeof handbook.matrices)[number]];
  const page = await site.open('/matrix/');
  const rows = await page.locator('.matrix tbody tr').evaluateAll((all) =>
    all.map((row) => ({
      clause: row.querySelector('th a')?.textContent ?? '',
      leads: row.querySelectorAll('td.lead-part').length,
      named: [...row.querySelectorAll('[role="img"]')].every((part) => part.getAttribute('aria-label')),
      parts: row.querySelectorAll('[role="img"]').length,
    })),
  );
  expect(rows.map(({ clause }) => clause)).toEqual(data.rows.map(({ clause }) => clause.split('/')[1]));
  expect(rows.map(({ parts }) => parts)).toEqual(data.rows.map((row) => Object.keys(row.parts).length));
  expect(rows.filter(({ leads, named }) => leads !== 1 || !named)).toEqual([]);
});

describe('roles and departments', () => {
  test('the list has every role with its holders', async () => {
    const page = await site.open('/roles/');
    const rows = await rowsOf(page, 'main .table');
    expect(rows).toHaveLength(handbook.roles.size);
    const holders = (handbook.holders.get('incident-mgr') ?? []).map(({ id }) => nameOf(id)).join('、');
    expect(rows.find(([role]) => role === '事件经理')?.[2]).toBe(holders);
  });

  test('a role has what it has to do by document, and the forms that it fills', async () => {
    const page = await site.open('/roles/incident-mgr/');
    const duties = handbook.duties.get('incident-mgr')!;
    const shown = await page.locator('#activities ~ .table tbody tr td:first-child a').allInnerTexts();
    for (const { activity } of duties) expect(shown).toContain(`5.${activity.step} ${activity.data.name}`);
    const forms = [...handbook.documents.values()].filter(
      ({ data }) => data.kind === 'form' && data.fields.some(({ by }) => by === 'incident-mgr'),
    );
    expect(Object.values(await linksIn(page, '#forms + ul'))).toEqual(
      forms.map(({ number }) => `/documents/${number.toLowerCase()}/`),
    );
    for (const duty of roleOf('incident-mgr').data.duties) {
      expect(await page.locator('#duties + ul').innerText()).toContain(duty);
    }
  });

  test('the chart has every department below its parent, with its head', async () => {
    const page = await site.open('/departments/');
    const boxes = await page.locator('.chart .box').evaluateAll((all) =>
      all.map((box) => {
        const above = box.parentElement?.parentElement?.closest('li')?.querySelector('.box a');
        return { name: box.querySelector('a')?.textContent, above: above?.textContent, text: box.textContent ?? '' };
      }),
    );
    const departments = [...handbook.departments.values()];
    expect(boxes).toHaveLength(departments.length);
    for (const { data, parent } of departments) {
      const box = boxes.find(({ name }) => name === data.title.zh);
      expect(box?.above, data.title.zh).toBe(parent?.data.title.zh);
      expect(box?.text).toContain(nameOf(data.head));
    }
  });

  test('a department has its people, roles and documents', async () => {
    const page = await site.open('/departments/ywb/');
    const text = await page.locator('main').innerText();
    const people = [...handbook.people.values()].filter(({ data }) => data.department === 'YWB');
    expect(people.length).toBeGreaterThan(0);
    for (const { id } of people) expect(text).toContain(nameOf(id));
    expect(text).toContain('HC-ITSM-B-21 事件管理程序');
    expect(text).toContain('8.6.1 事件管理');
  });
});

describe('the register of documents', () => {
  const numbers = [...handbook.documents.keys()];
  const forms = [...handbook.documents.values()].filter(({ kind }) => kind === 'form');

  test('lists every document in force with number, title, version and owner', async () => {
    const page = await site.open('/documents/');
    const rows = await rowsOf(page, 'main .table');
    expect(rows.map(([number]) => number)).toEqual(numbers);
    const { data } = documentOf('HC-ITSM-B-18');
    expect(rows.find(([number]) => number === 'HC-ITSM-B-18')).toEqual(
      expect.arrayContaining([data.title.zh, data.version, data.effective, roleOf(data.owner).data.title.zh]),
    );
    const links = page.locator(`main tbody a[href="/documents/hc-itsm-b-18/"]`);
    expect(await links.allInnerTexts()).toEqual(['HC-ITSM-B-18', data.title.zh]);
  });

  test('is filtered by words, by kind, and by both', async () => {
    const page = await site.open('/documents/');
    const shown = () => page.locator('main tbody tr:visible td:first-child').allInnerTexts();
    await page.locator('[data-filter] input').fill('变更');
    const changes = await shown();
    expect(changes).toContain('HC-ITSM-B-18');
    expect(changes).not.toContain('HC-ITSM-B-21');
    await page.locator('[data-filter] select').selectOption('form');
    const both = await shown();
    expect(both.length).toBeGreaterThan(0);
    expect(both.filter((number) => !number.startsWith('HC-ITSM-D-'))).toEqual([]);
    expect(both.length).toBeLessThan(changes.length);
    await page.locator('[data-filter] input').fill('');
    expect(await shown()).toHaveLength(forms.length);
    expect(await page.locator('[data-filter] output').innerText()).toContain(`${forms.length} / ${numbers.length}`);
  });

  test('opens filtered from a link of the home page', async () => {
    const page = await site.open('/');
    await page.locator('.way a', { hasText: '记录表单' }).click();
    // The form has its place from the first paint; the count stands in it once the script has filtered.
    await page.locator('[data-filter] output', { hasText: '/' }).waitFor();
    expect(await page.locator('main tbody tr:visible').count()).toBe(forms.length);
  });

  test('is complete without scripts', async () => {
    const page = await site.fresh({ javaScriptEnabled: false });
    await page.goto('/documents/');
    expect(await page.locator('main tbody tr:visible').count()).toBe(numbers.length);
    expect(await page.locator('[data-filter]').isVisible()).toBe(false);
    await page.context().close();
  });
});

test('the glossary has every term with its meaning', async () => {
  const page = await site.open('/glossary/');
  const { glossary } = handbook.registers;
  expect(glossary.length).toBeGreaterThan(20);
  const inProcedures = [...handbook.documents.values()].flatMap(({ data }) =>
    data.kind === 'procedure' ? data.process.terms.map(({ term }) => term) : [],
  );
  const all = new Set([...glossary.map(({ term }) => term.zh), ...inProcedures]);
  expect(await page.locator('.glossary dt').count()).toBe(all.size);
  const [first] = glossary;
  const entry = page.locator('.glossary > div', { has: page.locator(`dt:has-text("${first!.term.zh}")`) }).first();
  expect(await entry.innerText()).toContain(first!.term.en);
  expect(await page.locator('.glossary').innerText()).toContain(first!.definition);
});

test('the glossary names the words that are not used, and not as other words for the term', async () => {
  const page = await site.open('/glossary/');
  const terms = handbook.registers.glossary.filter(({ avoid }) => avoid.length > 0);
  expect(terms.length).toBeGreaterThan(5);
  for (const { term, avoid } of terms) {
    const entry = page.locator(`.glossary > [id="${term.zh}"]`);
    const shown = await entry.locator('.avoid').innerText();
    for (const word of avoid) expect(shown).toContain(word);
    expect((await entry.innerText()).split('不使用：')[0]).not.toContain(`也叫：${avoid[0]}`);
  }
  const [allowed] = terms.filter(({ allow }) => allow.length > 0);
  expect(await page.locator(`.glossary > [id="${allowed!.term.zh}"] .avoid`).innerText()).toContain(
    `${allowed!.allow[0]}除外`,
  );
});

test('external documents stand in a register of their own', async () => {
  const page = await site.open('/registers/external-documents/');
  expect((await rowsOf(page, 'main .table')).map(([number]) => number)).toEqual([...handbook.externals.keys()]);
});

describe('an address that does not exist', () => {
  test.each(['/documents/hc-itsm-b-99/', '/a/b/c/d/'])('%s says so and leads on', async (path) => {
    const page = await site.fresh();
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    expect(await page.locator('h1').innerText()).toBe('没有这个页面');
    await page.locator('main').getByRole('link', { name: '首页' }).click();
    expect(await page.locator('h1').innerText()).toBe(handbook.settings.title.zh);
    await page.context().close();
  });
});

test('a list in two columns begins at the same height in both', async () => {
  const page = await site.open('/departments/ywb/');
  const items = page.locator('.side-by-side').first().locator('li');
  const places = await items.evaluateAll((all) => all.map((item) => item.querySelector('a')!.getBoundingClientRect()));
  const second = places.find(({ left }) => left > places[0]!.left + 100)!;
  expect(second.top).toBeCloseTo(places[0]!.top, 0);
});
