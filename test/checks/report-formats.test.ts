/** What programs get to read: the reports in JSON, SARIF, JUnit and for GitHub, judged by the schemas of those formats. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parseXml, validateXML } from './xml.ts';
import { catalogue } from '../../src/checks/catalogue.ts';
import { reportCoverage } from '../../src/checks/coverage.ts';
import { fingerprints } from '../../src/checks/report/fingerprint.ts';
import { githubReport } from '../../src/checks/report/github.ts';
import { checkReport, jsonReport, type CheckReport } from '../../src/checks/report/json.ts';
import { junitReport } from '../../src/checks/report/junit.ts';
import { sarifReport } from '../../src/checks/report/sarif.ts';
import type { Finding } from '../../src/handbook/finding.ts';
import { reportSample, waiver, type ReportSample } from '../fixtures/report-sample.ts';
import type { Edit } from '../fixtures/tiny-handbook.ts';

/** The coverage where nothing could be opened. */
const nothing = reportCoverage(undefined);

const root = join(import.meta.dirname, '../..');
const schemas = join(root, 'test/fixtures/report');
const accepted: Edit = { file: 'registers/waivers.yaml', create: waiver };

/** Everything that could upset a format: signs of XML, JSON, workflow commands and addresses, and control characters. */
const nasty: Finding = {
  rule: 'TXT-05',
  severity: 'error',
  file: 'content/程序 文件/a#b%c,d:e.mdx',
  line: 3,
  column: 2,
  message: { zh: '“<&>”\n100%，::x::\u0007\ud800', en: '"<&>"\r\n100%, ::x::\u0007\ud800' },
  hint: { zh: ']]>', en: ']]>' },
  editions: ['working'],
};

function valid(validate: ValidateFunction, text: string): void {
  expect(validate(JSON.parse(text)) ? [] : validate.errors).toEqual([]);
}

describe('JSON', () => {
  const ajv = new Ajv({ allErrors: true });
  const validate = ajv.compile(JSON.parse(readFileSync(join(root, 'public/schemas/check-report.schema.json'), 'utf8')));

  test('keeps to the published schema, with and without findings', async () => {
    const { findings, coverage, options } = await reportSample([accepted]);
    for (const language of ['zh', 'en'] as const) {
      valid(validate, jsonReport([...findings, nasty], coverage, options(language)));
      valid(validate, jsonReport([], nothing, options(language)));
    }
    expect(validate({ ...JSON.parse(jsonReport([], nothing, options('zh'))), version: 2 })).toBe(false);
  });

  test('every finding with its texts in one language, the counts and the coverage', async () => {
    const { findings, coverage, options } = await reportSample([
      accepted,
      { file: 'procedures/ST-B-01.mdx', replace: '    - mini:2020/4.2\n', with: '' },
    ]);
    const report = checkReport.parse(JSON.parse(jsonReport(findings, coverage, options('en'))));
    expect(report).toMatchObject({
      tool: { name: 'controlled-handbook', version: '1.2.3' },
      asOf: '2026-06-01',
      language: 'en',
      summary: { errors: 2, warnings: 1, infos: 2, waived: 1 },
    });
    expect(report.findings).toHaveLength(findings.length);
    expect(report.findings.find(({ rule }) => rule === 'REF-01')).toMatchInlineSnapshot(`
      {
        "column": 4,
        "document": "ST-C-51",
        "editions": [
          "working",
        ],
        "file": "content/plans/ST-C-51.mdx",
        "fingerprint": "b470690620209492:1",
        "hint": "Did you mean 《订单受理程序》?",
        "line": 37,
        "message": "There is no document titled 《订单受理办法》",
        "rule": "REF-01",
        "severity": "error",
      }
    `);
    expect(report.findings.find(({ rule }) => rule === 'REF-05')?.waiver).toEqual({
      reason: '《报价核对指导书》下月实施',
      approved: 'han-mei',
      until: '2026-12-31',
    });
    const gap = { met: 2, of: 3, missing: [{ reference: 'mini:2020/4.2', title: 'Documents' }] };
    const full = { met: 2, of: 2, missing: [] };
    expect(report.coverage).toEqual([
      {
        standard: 'mini:2020',
        excluded: [],
        procedure: gap,
        owner: gap,
        department: { ...full, met: 3, of: 3 },
        information: full,
      },
    ]);
    const whole = { ...full, met: 3, of: 3 };
    expect(report.coverageInForce).toEqual([
      { standard: 'mini:2020', excluded: [], procedure: whole, owner: whole, department: whole, information: full },
    ]);
  });

  test('the Chinese texts; keys without a value are left out', async () => {
    const { findings, options } = await reportSample();
    const bare: Finding = { ...findings[0]!, hint: undefined, document: undefined, clause: undefined };
    const [first] = (JSON.parse(jsonReport([bare], nothing, options('zh'))) as CheckReport).findings;
    expect(first?.message).toBe(bare.message.zh);
    expect(Object.keys(first!)).toEqual([
      'rule',
      'severity',
      'message',
      'file',
      'line',
      'column',
      'editions',
      'fingerprint',
    ]);
  });
});

describe('fingerprints', () => {
  const sameLine: Finding = { ...nasty, file: 'a.mdx' };
  const marks = (findings: Finding[], ...lines: string[]) => fingerprints(findings, (_, line) => lines[line - 1]);

  test('stay when lines move, days pass, or the report is in another language', () => {
    const moved = { ...sameLine, line: 4, message: { zh: '次日', en: 'the next day' } };
    expect(marks([moved], '', '', '新的一行', '见 XX 部。')).toEqual(marks([sameLine], '', '', '见 XX 部。'));
  });

  test('differ by rule, file, document, clause and words', () => {
    const others: Finding[] = [
      { ...sameLine, rule: 'TXT-06' },
      { ...sameLine, file: 'b.mdx' },
      { ...sameLine, document: 'A-1' },
      { ...sameLine, clause: 'x:1/1' },
    ];
    const all = [...others, sameLine].flatMap((finding) => marks([finding], '', '', '见 XX 部。'));
    expect(new Set([...all, ...marks([sameLine], '', '', '见 YY 部。')]).size).toBe(6);
  });

  test('tell equals apart by their order', () => {
    const [first, second] = marks([sameLine, { ...sameLine, line: 5 }], '', '', '见 XX 部。', '', '见 XX 部。');
    expect([first?.split(':')[1], second?.split(':')[1]]).toEqual(['1', '2']);
    expect(first?.split(':')[0]).toBe(second?.split(':')[0]);
  });
});

interface Sarif {
  runs: [
    {
      tool: { driver: { rules: { id: string; help: { markdown: string }; defaultConfiguration: object }[] } };
      language: string;
      results: {
        ruleId: string;
        ruleIndex: number;
        level: string;
        message: { text: string };
        locations: [{ physicalLocation: { artifactLocation: { uri: string; uriBaseId?: string }; region: object } }];
        partialFingerprints: Record<string, string>;
        suppressions?: object[];
      }[];
    },
  ];
}

describe('SARIF', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(join(schemas, 'sarif-2.1.0.schema.json'), 'utf8')));

  async function sarif(language: 'zh' | 'en', ...more: Finding[]) {
    const { findings, coverage, options } = await reportSample([accepted]);
    const text = sarifReport([...findings, ...more], coverage, options(language));
    valid(validate, text);
    return (JSON.parse(text) as Sarif).runs[0];
  }

  test('keeps to the schema, with and without findings', async () => {
    await Promise.all([sarif('zh', nasty), sarif('en', nasty)]);
    const { options } = await reportSample();
    valid(validate, sarifReport([], nothing, options('zh')));
    expect(validate({ version: '2.1.0', runs: [{}] })).toBe(false);
  });

  test('has every rule, with help in the language asked for', async () => {
    const [chinese, english] = await Promise.all([sarif('zh'), sarif('en')]);
    const { rules } = chinese.tool.driver;
    expect(rules.map(({ id }) => id)).toEqual([...catalogue.keys()]);
    expect([chinese.language, english.language]).toEqual(['zh-CN', 'en-US']);
    const map01 = catalogue.get('MAP-01')!;
    const help = (run: typeof chinese) => run.tool.driver.rules.find(({ id }) => id === 'MAP-01')?.help.markdown;
    expect(help(chinese)).toContain(map01.remedy.zh);
    expect(help(english)).toContain(`\`\`\`yaml\n${map01.example.right}\n\`\`\``);
  });

  test('maps the severities, and names rule, place and remedy', async () => {
    const { results, tool } = await sarif('zh');
    const levels = Object.fromEntries(results.map(({ ruleId, level }) => [ruleId, level]));
    expect(levels).toEqual({ 'VER-08': 'note', 'REF-01': 'error', 'APP-02': 'warning', 'REF-05': 'error' });
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(results.find(({ ruleId }) => ruleId === 'REF-01')).toMatchObject({
      message: { text: '没有名为《订单受理办法》的文件\n→ 是否想写《订单受理程序》？' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'content/plans/ST-C-51.mdx', uriBaseId: '%SRCROOT%' },
            region: { startLine: 37, startColumn: 4 },
          },
          logicalLocations: [{ fullyQualifiedName: 'ST-C-51' }],
        },
      ],
      partialFingerprints: { 'handbookFinding/v1': expect.stringMatching(/^[0-9a-f]{16}:1$/) },
    });
  });

  test('suppresses what is waived, and says why', async () => {
    const { results } = await sarif('zh');
    const suppressed = results.filter(({ suppressions }) => suppressions);
    expect(suppressed).toEqual([
      expect.objectContaining({
        ruleId: 'REF-05',
        suppressions: [
          {
            kind: 'external',
            status: 'accepted',
            justification: '《报价核对指导书》下月实施',
            properties: { approved: 'han-mei', until: '2026-12-31' },
          },
        ],
      }),
    ]);
  });

  test('writes paths as addresses: relative ones encoded, others absolute', async () => {
    const { results } = await sarif('zh', nasty, { ...nasty, file: join(root, '手册/a b.mdx') });
    const locations = results.map(({ locations: [{ physicalLocation }] }) => physicalLocation.artifactLocation);
    expect(locations.at(-2)).toEqual({
      uri: 'content/%E7%A8%8B%E5%BA%8F%20%E6%96%87%E4%BB%B6/a%23b%25c%2Cd%3Ae.mdx',
      uriBaseId: '%SRCROOT%',
    });
    expect(locations.at(-1)?.uriBaseId).toBeUndefined();
    expect(locations.at(-1)?.uri).toMatch(/^file:\/\/\/.*\/%E6%89%8B%E5%86%8C\/a%20b\.mdx$/);
  });
});

describe('JUnit', () => {
  const xsd = readFileSync(join(schemas, 'junit-10.xsd'), 'utf8');
  const errors = (xml: string) => validateXML(xml, xsd);

  async function junit(sample: ReportSample, ...more: Finding[]) {
    const xml = junitReport([...sample.findings, ...more], sample.coverage, sample.options('zh'));
    expect(await errors(xml)).toEqual([]);
    return parseXml(xml);
  }

  test('keeps to the schema, in both languages, with and without findings', async () => {
    const { findings, coverage, options } = await reportSample([accepted]);
    for (const language of ['zh', 'en'] as const) {
      expect(await errors(junitReport([...findings, nasty], coverage, options(language)))).toEqual([]);
      expect(await errors(junitReport([], nothing, options(language)))).toEqual([]);
    }
    expect(await errors('<testsuites><testsuite/></testsuites>')).not.toEqual([]);
  });

  test('has a suite for each rule and a case for each finding; counts agree', async () => {
    const document = await junit(await reportSample([accepted]), nasty);
    const suites = [...document.querySelectorAll('testsuite')];
    expect(suites.map((suite) => suite.getAttribute('name')?.split(' ')[0])).toEqual([...catalogue.keys()]);
    for (const suite of suites) {
      const count = (selector: string) => String(suite.querySelectorAll(selector).length);
      expect({
        tests: suite.getAttribute('tests'),
        failures: suite.getAttribute('failures'),
        skipped: suite.getAttribute('skipped'),
      }).toEqual({ tests: count('testcase'), failures: count('failure'), skipped: count('skipped') });
    }
    const all = document.documentElement;
    expect(all.getAttribute('failures')).toBe(String(document.querySelectorAll('failure').length));
    expect(all.getAttribute('tests')).toBe(String(document.querySelectorAll('testcase').length));
  });

  test('errors and warnings fail; waived findings and infos are skipped; the rest passes', async () => {
    const document = await junit(await reportSample([accepted]));
    const cases = (rule: string) =>
      [...document.querySelectorAll(`testcase[classname="${rule}"]`)].map((item) => [
        item.firstElementChild?.tagName,
        item.firstElementChild?.getAttribute('message'),
      ]);
    expect(cases('REF-01')).toEqual([
      ['failure', '没有名为《订单受理办法》的文件'],
      ['failure', '《报价核对指导书》（ST-C-01）在 2026-06-01 不是现行有效的文件'],
    ]);
    expect(cases('APP-02')).toEqual([['failure', '韩梅既编制又批准']]);
    expect(cases('VER-08')).toEqual([
      ['skipped', '提示：ST-C-51 有未发布的修改：读者看到的仍是 A/0，第 36 行起与它不同'],
    ]);
    expect(cases('REF-05')).toEqual([['skipped', '已豁免至 2026-12-31（han-mei 批准）：《报价核对指导书》下月实施']]);
    expect(cases('MAP-01')).toEqual([[undefined, undefined]]);
    expect(cases('REF-09')).toEqual([['skipped', '没有运行']]);
    expect(document.querySelector('testcase[classname="REF-01"] failure')?.textContent).toBe(
      'content/plans/ST-C-51.mdx:37:4 错误\n没有名为《订单受理办法》的文件\n→ 是否想写《订单受理程序》？',
    );
  });

  test('two equal findings are two cases', async () => {
    const document = await junit(await reportSample(), nasty, { ...nasty, line: 9 });
    const names = [...document.querySelectorAll('testcase[classname="TXT-05"]')].map((item) =>
      item.getAttribute('name'),
    );
    expect(new Set(names).size).toBe(2);
  });
});

describe('GitHub', () => {
  test('one annotation for each finding that is not waived, then the summary', async () => {
    const { findings, coverage, options } = await reportSample([accepted]);
    expect(githubReport(findings, coverage, options('zh'))).toMatchInlineSnapshot(`
      "::notice file=content/plans/ST-C-51.mdx,line=5,col=10,title=VER-08 编辑稿有未发布的修改::ST-C-51 有未发布的修改：读者看到的仍是 A/0，第 36 行起与它不同%0A→ 改错的用 git 恢复；要发布的，审批后运行 npm run handbook -- release ST-C-51 --summary "修改内容" --reason "修改原因"，由它升版并写修改记录。
      ::error file=content/plans/ST-C-51.mdx,line=37,col=4,title=REF-01 书名号中的名称都是登记的文件::没有名为《订单受理办法》的文件%0A→ 是否想写《订单受理程序》？
      ::warning file=content/policies/ST-A-02.mdx,line=15,col=17,title=APP-02 编制人与批准人不是同一人::韩梅既编制又批准%0A→ 由另一位有权人员批准，或由他人编制。
      ::error file=content/procedures/ST-B-02.mdx,line=99,col=19,title=REF-01 书名号中的名称都是登记的文件::《报价核对指导书》（ST-C-01）在 2026-06-01 不是现行有效的文件%0A→ 先让 ST-C-01 发布并实施，或去掉书名号。
      mini:2020 的落实：程序 3/3，负责角色 3/3，主责部门 3/3，成文信息 2/2
      2 个错误，1 个警告，1 个提示（REF-01 × 2，APP-02 × 1，VER-08 × 1）；另有 1 个已豁免"
    `);
  });

  test('what the runner would take for its own is escaped', async () => {
    const { options } = await reportSample();
    const [line] = githubReport([nasty], nothing, options('en')).split('\n');
    const [, properties, message] = /^::error ([^\n]*?)::(.*)$/.exec(line!)!;
    expect(properties).toContain('file=content/程序 文件/a#b%25c%2Cd%3Ae.mdx,line=3,col=2,title=TXT-05 ');
    expect(message).toBe('"<&>"%0D%0A100%25, ::x::\u0007\ud800%0A→ ]]>');
  });
});
