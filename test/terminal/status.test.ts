/** What `status` says of all documents, and of one. */
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/checks/run.ts';
import { standings } from '../../src/control/standing.ts';
import { openHandbook } from '../../src/handbook/open.ts';
import { documentStatusText } from '../../src/terminal/document-status-text.ts';
import { documentStatus } from '../../src/terminal/document-status.ts';
import { standingsText } from '../../src/terminal/standing-text.ts';
import { documentStatusJson, standingsJson } from '../../src/terminal/status-json.ts';
import { cut, tableLines } from '../../src/terminal/table.ts';
import { apply, asOf, freeze, tinyHandbook, workingTexts, type Edit } from '../fixtures/tiny-handbook.ts';

const intake = 'procedures/ST-B-02.mdx';
const changed: Edit = { file: intake, replace: '重新排期。', with: '当天排期。' };

function all(folder: string, { day = asOf, every = false, language = 'zh' as 'zh' | 'en' } = {}): string {
  const items = standings(openHandbook(folder, day).library!);
  return standingsText(items, { asOf: day, all: every, language, colour: false });
}

async function one(folder: string, number: string, day = asOf) {
  const { library, findings } = await inspect(folder, day);
  const status = documentStatus(library!, number, findings, [])!;
  return { status, text: documentStatusText(library!.working, status, { language: 'zh', colour: false }) };
}

describe('the status of all documents', () => {
  test('has nothing to say where all are in force and unchanged', () => {
    expect(all(tinyHandbook())).toMatch(
      /^全部文件现行有效，编辑稿没有改动，没有逾期，不缺签名。\n\n2026-06-01：共 (\d+) 份文件，现行有效 \1，有版本尚未实施 0，草稿 0，有未发布的修改 0，评审逾期 0，缺少签名 0，已作废 0$/,
    );
  });

  test('names what needs attention', () => {
    const folder = tinyHandbook();
    apply(folder, changed);
    apply(folder, { file: 'plans/ST-C-51.mdx', delete: true });
    apply(folder, {
      file: 'registers/withdrawals.yaml',
      create: 'entries:\n  - { document: ST-C-51, on: 2026-07-01, approved: han-mei, reason: 并入方针 }\n',
    });
    const text = all(folder);
    expect(text).toMatch(/^编号 +名称 +版本 +自 +说明\n/);
    expect(text).toMatch(/ST-B-02 +订单受理程序 +A\/1 +2026-02-02 +编辑稿有未发布的修改\n/);
    expect(text).toMatch(/ST-C-51 +年度目标计划 +A\/0 +2026-02-02 +将于 2026-07-01 作废\n/);
    expect(text).not.toContain('ST-B-01');
    expect(all(folder, { day: '2027-01-13' })).toMatch(/ST-B-02 .*评审已于 2027-01-12 到期/);
    expect(all(folder, { day: '2026-07-01', every: true })).toMatch(/ST-C-51 +年度目标计划 +— +— .*作废 2026-07-01/);
  });

  test('names the signatures that are missing', () => {
    const signatures = 'signatures: { required: [reviewed, approved], since: 2026-01-01 }\n';
    const folder = tinyHandbook([{ file: 'handbook.yaml', append: signatures }]);
    const text = all(folder);
    expect(text).toMatch(/ST-A-02 .*A\/0 缺少陶然的审核签名；A\/0 缺少韩梅的批准签名\n/);
    expect(text).toMatch(/缺少签名 10，/);
    expect(all(folder, { language: 'en' })).toContain('A/0 lacks the approval signature of Han Mei');
    const items = standings(openHandbook(folder, asOf).library!);
    expect(JSON.parse(JSON.stringify(standingsJson(items, asOf)))).toMatchObject({
      counts: { unsigned: 10 },
      documents: expect.arrayContaining([
        expect.objectContaining({
          number: 'ST-A-02',
          unsigned: [
            { version: 'A/0', step: 'reviewed' },
            { version: 'A/0', step: 'approved' },
          ],
        }),
      ]),
    });
    // Of old versions that were never signed, too; only the first are named.
    apply(folder, { file: intake, replace: 'version: A/1\nclass', with: 'version: A/2\nclass' });
    apply(folder, { file: intake, replace: 'effective: 2026-02-02', with: 'effective: 2026-03-01' });
    freeze(folder, ['ST-B-02']);
    expect(all(folder)).toMatch(/ST-B-02 .*A\/1 缺少韩梅的批准签名；另缺 2 个签名\n/);
  });

  test('does not say that withdrawn documents are in force', () => {
    const folder = tinyHandbook();
    apply(folder, { file: 'plans/ST-C-51.mdx', delete: true });
    apply(folder, {
      file: 'registers/withdrawals.yaml',
      create: 'entries:\n  - { document: ST-C-51, on: 2026-05-01, approved: han-mei, reason: 并入方针 }\n',
    });
    expect(all(folder)).toMatch(
      /^除已作废的以外，全部文件现行有效，编辑稿没有改动，没有逾期，不缺签名。\n[^]*已作废 1$/,
    );
  });

  test('gives every document with its days on any day', () => {
    const folder = tinyHandbook();
    apply(folder, { file: intake, replace: 'version: A/1\nclass', with: 'version: A/2\nclass' });
    apply(folder, { file: intake, replace: 'effective: 2026-02-02', with: 'effective: 2026-07-01' });
    freeze(folder, ['ST-B-02']);
    expect(all(folder, { every: true })).toMatch(
      /ST-B-02 .*A\/1 +2026-02-02 +2026-06-30 +现行有效 +A\/2 自 2026-07-01 起实施/,
    );
    expect(all(folder, { every: true, day: '2026-07-01' })).toMatch(/ST-B-02 .*A\/2 +2026-07-01 +现行有效/);
    expect(all(folder, { every: true, day: '2026-01-20', language: 'en' })).toMatch(
      /ST-B-01 .*— +— +not yet effective/,
    );
    expect(all(folder, { every: true, day: '2026-01-01' })).toMatch(/共 0 份文件/);
  });

  test('is data, too', () => {
    const folder = tinyHandbook();
    apply(folder, changed);
    const json = standingsJson(standings(openHandbook(folder, asOf).library!), asOf);
    expect(JSON.parse(JSON.stringify(json))).toMatchObject({
      asOf,
      counts: { unreleased: 1, drafts: 0, withdrawn: 0 },
      documents: expect.arrayContaining([
        expect.objectContaining({
          number: 'ST-B-02',
          inForce: { version: 'A/1', from: '2026-02-02', until: null },
          working: 'unreleased',
          withdrawn: null,
          nextReview: '2027-01-12',
        }),
      ]),
    });
  });
});

describe('the status of one document', () => {
  test('says what is in force, what changed, and what is missing for the release', async () => {
    const folder = tinyHandbook();
    apply(folder, changed);
    const { text, status } = await one(folder, 'ST-B-02');
    expect(text).toMatch(/现行版本 +A\/1，自 2026-02-02/);
    expect(text).toMatch(/编辑稿 +有未发布的修改\n +有改动的章节 +5\.3\n +下一版本 +A\/2 或 B\/0/);
    expect(text).toMatch(/发布前：\n {2}• 说明修改内容和原因[^]*• 审核：许雯（xu-wen）\n {2}• 批准：韩梅（han-mei）/);
    expect(text).toMatch(/检查结果（1）：[^]*VER-08/);
    expect(documentStatusJson(status, asOf)).toMatchObject({ changedSections: ['5.3'], nextVersions: ['A/2', 'B/0'] });
  });

  test('says who has to sign instead of somebody who may no longer', async () => {
    const folder = tinyHandbook();
    apply(folder, changed);
    apply(folder, { file: 'organisation/departments.yaml', replace: 'head: xu-wen', with: 'head: jiang-yu' });
    expect((await one(folder, 'ST-B-02')).text).toMatch(/许雯现在无权审核，应由业务室负责人（--reviewed jiang-yu）/);
  });

  test('of a draft names the version that it states', async () => {
    const { text } = await one(workingTexts(), 'ST-B-01');
    expect(text).toMatch(/状态 +草稿[^]*下一版本 +A\/0/);
  });

  test('of an unfinished draft asks for what is marked below, which is no error yet', async () => {
    const { text } = await one(workingTexts([{ file: intake, append: '\n待补充。\n' }]), 'ST-B-02');
    expect(text).toMatch(
      /发布前：\n {2}• 改正 1 个注明“发布前要改正”的提示（见下）\n[^]*提示 TXT-05[^]*（草稿；发布前要改正）/,
    );
    expect(text).not.toMatch(/改正 \d+ 个错误/);
  });

  test('of one that is as released asks for nothing', async () => {
    const { text } = await one(tinyHandbook(), 'ST-B-01');
    expect(text).not.toContain('发布前');
    expect(text).toMatch(/下次评审 +2027-05-06（上次 2026-05-06）/);
    expect(text).toMatch(/检查没有发现问题。$/);
  });
});

describe('a table', () => {
  test('counts Chinese characters twice and leaves empty columns out', () => {
    expect(
      tableLines([
        ['编号', '', 'x'],
        ['A', '', 'y'],
      ]),
    ).toEqual(['编号  x', 'A     y']);
  });

  test('has cells that are cut', () => {
    expect([cut('文件发放程序', 12), cut('文件发放程序', 11)]).toEqual(['文件发放程序', '文件发放程…']);
  });
});
