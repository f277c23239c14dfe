/** What was released, what was in force on a day, what other programs subscribe to, and what is printed on paper. */
import { beforeAll, describe, expect, test } from 'vitest';
import { changePages, changesPage, changeYears, releaseNotes } from '../../src/views/changes-page.ts';
import { documentPage } from '../../src/views/document-page.ts';
import { changesFeed, reviewCalendar } from '../../src/views/feeds.ts';
import { inForcePeriods, inForcePage } from '../../src/views/in-force-page.ts';
import { apply, tinyHandbook, workingTexts } from '../fixtures/tiny-handbook.ts';
import { open, textRows, withHistory, type Opened } from './tiny-view.ts';

let folder: string;
let opened: Opened;

beforeAll(() => {
  folder = withHistory();
  opened = open(folder);
});

const to = (path: string) => `/handbook${path}`;

describe('the changes', () => {
  test('stand newest first, with what, why, who, and the way to the redline', () => {
    const [newest, second] = releaseNotes(opened.view, opened.library);
    expect(newest).toMatchObject({
      number: 'ST-B-02',
      version: 'B/1',
      released: '2026-05-25',
      effective: '2026-07-01',
      future: true,
      what: '改写目的',
      why: '例会决定',
      sections: '1',
      approved: '韩梅',
      compare: { text: '与 B/0 比较', href: '/documents/st-b-02/compare/b-0...b-1/' },
    });
    expect(second).toMatchObject({ version: 'B/0', future: false, sections: '全文' });
  });

  test('leave out what is not released yet on the day of the build', () => {
    const { view, library } = open(folder, '2026-04-30');
    expect(releaseNotes(view, library)[0]).toMatchObject({ version: 'B/0' });
    expect(changeYears(library)).toEqual(['2026']);
  });

  test('are one page a year, by day', () => {
    const page = changesPage(opened.view, opened.library, '2026', 1);
    expect(page.years).toEqual([{ text: '2026', href: '/changes/', current: true }]);
    expect(page.days.map(({ day }) => day).slice(0, 3)).toEqual(['2026-05-25', '2026-04-20', '2026-03-02']);
  });

  test('have withdrawals on their day, with reason and successor, on the page and in the feed', () => {
    const other = withHistory();
    const entry = (on: string, number: string) =>
      `  - document: ${number}\n    on: ${on}\n    approved: han-mei\n    reason: 并入 ST-A-02\n    successors: [ST-A-02]\n`;
    apply(other, {
      file: 'registers/withdrawals.yaml',
      create: `entries:\n${entry('2026-05-20', 'ST-C-51')}${entry('2026-06-02', 'ST-C-01')}`,
    });
    const { view, library } = open(other);
    const { days } = changesPage(view, library, '2026', 1);
    expect(days.map(({ day }) => day).slice(0, 3)).toEqual(['2026-05-25', '2026-05-20', '2026-04-20']);
    expect(days[1]?.changes).toEqual([
      {
        day: '2026-05-20',
        withdrawal: {
          number: 'ST-C-51',
          title: '年度目标计划',
          version: 'A/0',
          href: '/documents/st-c-51/',
          state: '作废',
          why: '并入 ST-A-02',
          successors: [{ text: 'ST-A-02 管理方针', href: '/documents/st-a-02/' }],
          approved: '韩梅',
        },
      },
    ]);
    const feed = changesFeed(view, library, to);
    expect(feed).toContain('<title>作废：ST-C-51 年度目标计划</title><updated>2026-05-20T12:00:00Z</updated>');
    expect(feed).toContain('作废原因：并入 ST-A-02 · 替代文件：ST-A-02 管理方针');
    expect(feed).not.toContain('2026-06-02T12');
  });

  test('are there without withdrawals while their register cannot be read', () => {
    const other = withHistory();
    apply(other, { file: 'plans/ST-C-51.mdx', delete: true });
    apply(other, { file: 'registers/withdrawals.yaml', create: 'entries: [' });
    const { view, library } = open(other);
    expect(changeYears(library)).toEqual(['2026']);
    expect(changePages(library, '2026')).toEqual([1]);
    expect(changesPage(view, library, '2026', 1).days.map(({ day }) => day)).toContain('2026-05-25');
  });

  test('of days that are still to come have no year', () => {
    const [first, ...others] = opened.library.releases;
    const ahead = { ...first!, entry: { ...first!.entry, released: '2031-01-05' } };
    expect(changeYears({ ...opened.library, releases: [ahead, ...others] })).toEqual(['2026']);
  });

  test('are a page for the year of the build where nothing was released yet', () => {
    const { view, library } = open(workingTexts());
    expect(changeYears(library)).toEqual(['2026']);
    expect(changePages(library, '2026')).toEqual([1]);
    expect(changesPage(view, library, '2026', 1).days).toEqual([]);
  });

  test('are an Atom feed, whose texts are escaped and which does not depend on the time of the build', () => {
    const feed = changesFeed(opened.view, opened.library, to);
    expect(feed).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?><feed xmlns="http:\/\/www.w3.org\/2005\/Atom"/);
    expect(feed).toContain('<updated>2026-05-25T12:00:00Z</updated>');
    expect(feed).toContain('href="/handbook/documents/st-b-02/versions/b-1/"');
    expect(changesFeed(open(folder).view, opened.library, to)).toBe(feed);
  });
});

test('a year of more than a thousand releases goes on a second page', () => {
  const { view, library } = open(tinyHandbook());
  const release = library.releases.find(({ entry }) => entry.released.startsWith('2026'))!;
  const many = { ...library, releases: Array.from({ length: 1001 }, () => release) };
  expect(changePages(many, '2026')).toEqual([1, 2]);
  const shown = [1, 2].map((page) => changesPage(view, many, '2026', page));
  expect(shown.map(({ days }) => days.flatMap(({ changes }) => changes).length)).toEqual([1000, 1]);
  expect(shown[1]?.pages.map(({ href, ends }) => [href, ends])).toEqual([
    ['/changes/', [release.entry.released]],
    ['/changes/page-2/', [release.entry.released]],
  ]);
});

describe('what was in force on a day', () => {
  test('is each version in its time, without the one that is still to come', () => {
    const periods = inForcePeriods(opened.library).filter(({ number }) => number === 'ST-B-02');
    expect(periods).toEqual([
      expect.objectContaining({ version: 'A/1', from: '2026-02-02', until: '2026-03-15' }),
      expect.objectContaining({ version: 'A/2', from: '2026-03-16', until: '2026-04-30' }),
      expect.objectContaining({ version: 'B/0', from: '2026-05-01', until: '2026-06-30' }),
      expect.objectContaining({ version: 'B/1', from: '2026-07-01', until: undefined }),
    ]);
    const versionOn = (day: string) =>
      textRows(inForcePage(opened.view, opened.library, day, 1).table).find(([number]) => number === 'ST-B-02')?.[1];
    expect(['2026-03-15', '2026-03-16', '2026-05-31', '2026-07-01'].map(versionOn)).toEqual([
      'A/1',
      'A/2',
      'B/0',
      'B/1',
    ]);
    expect(versionOn('2026-02-01')).toBeUndefined();
  });

  test('ends with the withdrawal', () => {
    const other = withHistory();
    apply(other, {
      file: 'registers/withdrawals.yaml',
      create:
        'entries:\n  - document: ST-C-51\n    on: 2026-05-20\n    approved: han-mei\n    reason: 并入 ST-A-02\n    successors: [ST-A-02]\n',
    });
    const { library } = open(other);
    expect(inForcePeriods(library).find(({ number }) => number === 'ST-C-51')).toMatchObject({ until: '2026-05-19' });
  });
});

test('the calendar holds the next review of each document, and is the same whenever it is made', () => {
  const calendar = reviewCalendar(opened.view, to);
  const { documents } = opened.library.inForce;
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(documents.size);
  expect(calendar).toMatch(/DTSTART;VALUE=DATE:2027\d{4}/);
  expect(calendar).toContain('SUMMARY:ST-B-02 应评审 订单受理程序');
  expect(reviewCalendar(open(folder).view, to)).toBe(calendar);
});

describe('a document on paper', () => {
  const pageOf = (version: string) => {
    const release = opened.library.releases.find((item) => item.number === 'ST-B-02' && item.version === version)!;
    const document = opened.library.read(release)!;
    return { release, page: documentPage(opened.view, document, document.parts[0]!, 'version') };
  };

  test('bears number, title, version, classification, and the hash of the frozen text', () => {
    const { release, page } = pageOf('B/0');
    expect(page.print).toMatchObject({
      head: 'ST-B-02 订单受理程序 B/0',
      status: '内部',
      foot: `受控文件的非受控打印件，以网站上的现行版本为准 · 截至 2026-06-01 · SHA-256：${release.entry.hash.slice(0, 12)}`,
      mark: undefined,
      draft: false,
    });
  });

  test('says across the sheet that nobody may work to it', () => {
    expect(pageOf('A/1').page.print.mark).toBe('作废');
    expect(pageOf('B/1').page.print.mark).toBe('尚未实施');
  });

  test('is told by the reader’s browser when its time is over, or has come', () => {
    const { later, notice } = pageOf('B/0').page;
    expect(notice).toMatchObject({ hideFrom: '2026-07-01', text: expect.stringContaining('B/1 已发布') as string });
    expect(later).toMatchObject({ showFrom: '2026-07-01', text: expect.stringContaining('B/1') });
    expect(pageOf('B/1').page.notice).toMatchObject({ hideFrom: '2026-07-01' });
  });

  test('names what its release was about', () => {
    const { release } = pageOf('A/2').page;
    const facts = Object.fromEntries(release!.facts.map(({ label, value }) => [label, value]));
    expect(facts).toMatchObject({ 修改内容: '返工当天登记', 修改原因: '例会决定', 章节: '5.3' });
    expect(release!.compare?.href).toBe('/documents/st-b-02/compare/a-1...a-2/');
  });

  test('says which signature that the handbook asks for is not there yet', () => {
    const content = withHistory();
    const asks = 'signatures: { required: [approved], since: 2026-05-20 }\nparties:';
    apply(content, { file: 'handbook.yaml', replace: 'parties:', with: asks });
    const { library, view, english } = open(content);
    const facts = ({ version }: { version: string }, shown = view) => {
      const document = library.read(library.releases.find((release) => release.version === version)!)!;
      const { release } = documentPage(shown, document, document.parts[0]!, 'version');
      return Object.fromEntries(release!.facts.map(({ label, value }) => [label, value]));
    };
    expect(facts({ version: 'B/1' })['电子签名']).toBe('批准：韩梅（尚未签名）');
    expect(facts({ version: 'B/1' }, english)['Signatures']).toMatch(/^Approved.*: .* \(not signed yet\)$/);
    expect(facts({ version: 'B/0' })['电子签名']).toBe('无（自 2026-05-20 起要求）');
    expect(facts({ version: 'B/0' }, english)['Signatures']).toBe('none (required from 2026-05-20)');
  });

  test('and so does the page of the document, beside who approved it; without such a rule nothing is said', () => {
    const approved = (content: string) => {
      const { view, library } = open(content);
      const document = library.inForce.documents.get('ST-B-02')!;
      const page = documentPage(view, document, document.parts[0]!, 'in-force');
      return page.header.control.find(({ label }) => label === '批准')?.value;
    };
    const content = withHistory();
    expect(approved(content)).toBe('韩梅　2026-04-20');
    const asks = 'signatures: { required: [approved], since: 2026-03-01 }\nparties:';
    apply(content, { file: 'handbook.yaml', replace: 'parties:', with: asks });
    expect(approved(content)).toBe('韩梅　2026-04-20　尚未签名');
  });
});
