import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkDiagram, renderDiagram } from '../../src/markdown/diagrams.ts';

const flowchart = `flowchart TD
  accTitle: 事件管理流程
  A["5.1 受理与记录（服务台主管）"] --> B{"疑似重大事件？"}
  B -->|是| C["5.5 重大事件处理（重大事件经理）"]
  B -->|否| D["5.3 初步诊断（服务台主管）"]
  subgraph S["二线"]
    D -.-> E([关闭])
  end
  C --x E`;

const sequence = `sequenceDiagram
  actor U as 用户
  participant D as 服务台
  U->>+D: 报告故障
  D-->>-U: 答复
  loop 每日
    D->>D: 跟踪
  end
  Note over U,D: 一个工作日内`;

const state = `stateDiagram-v2
  [*] --> 草稿
  草稿 --> 审核中: 提交
  state f <<fork>>
  审核中 --> f
  f --> [*]`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diagrams-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function fault(code: string): Promise<string> {
  const found = await checkDiagram(code);
  return found ? `${found.line}:${found.column} ${found.message.zh}\n${found.message.en}` : 'none';
}

describe('checkDiagram', () => {
  test.each([{ code: flowchart }, { code: sequence }, { code: state }])(
    'finds nothing in a diagram that can be drawn',
    async ({ code }) => {
      expect(await checkDiagram(code)).toBeUndefined();
    },
  );

  test('points to the beginning of a text that is not closed', async () => {
    expect(await fault('flowchart TD\n  A["5.1 受理"] --> B{是否？\n  B --> C')).toMatchInlineSnapshot(`
      "2:21 图的语法错误：从此处开始的文字缺少右括号或右引号
      Syntax of the diagram: the text that begins here lacks its closing bracket or quotation mark"
    `);
  });

  test('points to the word that is not expected', async () => {
    expect(await fault('flowchart TD\n  A --> --> B')).toMatchInlineSnapshot(`
      "2:9 图的语法错误：此处不应出现“-->”
      Syntax of the diagram: “-->” is not expected here"
    `);
  });

  test('says what to do about brackets in a text', async () => {
    expect(await fault('flowchart TD\n  A[受理(服务台)] --> B')).toMatchInlineSnapshot(`
      "2:7 图的语法错误：此处不应出现“(”；文字中有括号或引号时，整段文字要加英文双引号：A["文字（说明）"]
      Syntax of the diagram: “(” is not expected here; a text with brackets or quotation marks goes into double quotes: A["text (note)"]"
    `);
  });

  test('points to the end of a statement that breaks off', async () => {
    expect(await fault('stateDiagram-v2\n  [*] --> 草稿\n  草稿 -->')).toMatchInlineSnapshot(`
      "3:9 图的语法错误：到此处语句没有写完
      Syntax of the diagram: the statement breaks off here"
    `);
  });

  test('knows the reserved word end', async () => {
    expect(await fault('flowchart TD\n  A --> end')).toMatchInlineSnapshot(`
      "2:9 图的语法错误：end 是保留字，用作名称时请写成 A["end"]；多出的 end 请删除
      Syntax of the diagram: “end” is a reserved word; as a name write A["end"], and delete an “end” too many"
    `);
  });

  test('counts comments, blank lines and entities', async () => {
    const found = await checkDiagram('%% 说明\r\n\r\nflowchart TD\r\n  %% 说明\r\n  A["#quot;x#quot;"] --> B C');
    expect(found).toMatchObject({ line: 5, column: 28 });
  });

  test('refuses a kind of diagram that the stylesheet does not cover', async () => {
    expect(await fault('pie\n  "甲": 3')).toMatchInlineSnapshot(`
      "1:1 不支持“pie”这种图；可用：flowchart（流程图）、sequenceDiagram（时序图）、stateDiagram-v2（状态图）
      “pie” is not a kind of diagram that can be drawn; use flowchart, sequenceDiagram or stateDiagram-v2"
    `);
    expect(await fault(' \n')).toBe('1:1 图是空的\nThe diagram is empty');
  });

  test.each([
    ['%%{init: {"theme": "dark"}}%%\nflowchart TD\n  A --> B', { line: 1, column: 1 }],
    ['---\ntitle: 甲\n---\nflowchart TD\n  A --> B', { line: 1, column: 1 }],
    ['flowchart TD\n  A --> B\n  style A fill:#f00', { line: 3, column: 3 }],
    ['flowchart TD\n  A --> B\n  click A "https://example.org"', { line: 3, column: 3 }],
  ])('refuses configuration, styles and clicks: %j', async (code, place) => {
    expect(await checkDiagram(code)).toMatchObject(place);
  });

  test('a word like a statement in a sequence is only a text', async () => {
    expect(await checkDiagram('sequenceDiagram\n  participant style as 甲\n  style ->> style: 乙')).toBeUndefined();
  });

  test('leaves no window behind, also after several checks at a time', async () => {
    await Promise.all([checkDiagram(flowchart), checkDiagram(sequence), checkDiagram('flowchart TD\n A -->')]);
    expect('window' in globalThis).toBe(false);
  });

  test('remembers a verdict, good or bad, and does not load mermaid again', async () => {
    const wrong = 'flowchart TD\n  A -->';
    const options = { cacheFolder: join(folder, 'not', 'there') };
    expect(await checkDiagram(flowchart, options)).toBeUndefined();
    const found = await checkDiagram(wrong, options);
    expect(found).toBeDefined();
    vi.resetModules();
    vi.doMock('../../src/markdown/diagram-parser.ts', () => {
      throw new Error('mermaid was loaded');
    });
    const again = await import('../../src/markdown/diagrams.ts');
    expect(await again.checkDiagram(flowchart, options)).toBeUndefined();
    expect(await again.checkDiagram(wrong, options)).toEqual(found);
    await expect(again.checkDiagram(state, options)).rejects.toThrow();
    vi.doUnmock('../../src/markdown/diagram-parser.ts');
  });
});

describe('renderDiagram', () => {
  test.each([
    ['flowchart', flowchart],
    ['sequence', sequence],
    ['state', state],
  ])('gives a static SVG without styles: %s', async (kind, code) => {
    const svg = await renderDiagram(code);
    expect(svg).toMatch(new RegExp(`^<svg [^>]*class="diagram diagram-${kind}"`));
    expect(svg).toMatch(/^<svg [^>]*viewBox="-?[\d.]+ -?[\d.]+ [\d.]+ [\d.]+"/);
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    expect(svg).not.toMatch(
      /<style|<script|<foreignObject|\sstyle=|\son\w+=|\sdata-|href="http|#[0-9a-f]{6}"|rgb\(|hsl\(/,
    );
    expect(svg).not.toMatch(/NaN|undefined/);
    // No character of the private use area that marked a hard space.
    expect(svg).not.toMatch(/[\ue000-\uf8ff]/);
  });

  test('every reference finds its id, and no id is without one', async () => {
    for (const code of [flowchart, sequence, state]) {
      const svg = await renderDiagram(code);
      const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
      const used = [...svg.matchAll(/url\(#([^)]+)\)|aria-(?:labelledby|describedby)="([^"]+)"/g)].map(
        (match) => match[1] ?? match[2],
      );
      expect(new Set(ids)).toEqual(new Set(used));
      expect(ids).toHaveLength(new Set(ids).size);
      expect(used.length).toBeGreaterThan(1);
    }
  });

  test('two diagrams share no id', async () => {
    const ids = async (code: string): Promise<string[]> => (await renderDiagram(code)).match(/ id="[^"]+"/g) ?? [];
    const first = await ids(flowchart);
    expect((await ids(`${flowchart}\n  E --> F`)).filter((id) => first.includes(id))).toEqual([]);
  });

  test('is named by accTitle, else by the title given, else by its kind', async () => {
    expect(await renderDiagram(flowchart, { title: '别的' })).toContain('>事件管理流程</title>');
    expect(await renderDiagram(state, { title: '文件 & 状态' })).toContain('>文件 &amp; 状态</title>');
    expect(await renderDiagram(sequence)).toContain('>时序图</title>');
    expect(await renderDiagram('flowchart TD\n accDescr: 说明\n A --> B')).toMatch(
      /aria-describedby="(\w+-desc)".*<desc id="\1">说明<\/desc>/,
    );
    // Without accDescr a flowchart is told in words.
    expect(await renderDiagram('flowchart TD\n A[甲] -->|是| B[乙]')).toMatch(
      /aria-describedby="(\w+-desc)".*<desc id="\1">甲（是） → 乙<\/desc>/,
    );
  });

  test('wraps a label between title and role, and keeps a number with its title', async () => {
    const rows = (await renderDiagram(flowchart)).match(/(?<=<tspan[^>]*>)[^<]+/g);
    expect(rows).toContain('5.1 受理与记录');
    expect(rows).toContain('（服务台主管）');
  });

  test('boxes are wider than their text', async () => {
    const svg = await renderDiagram(flowchart);
    const width = Number(/<rect width="([\d.]+)"[^>]*class="basic label-container"/.exec(svg)?.[1]);
    // “（服务台主管）” is 7 characters of 14.
    expect(width).toBeGreaterThan(7 * 14 + 10);
  });

  test('shows characters that have a meaning in mermaid or XML', async () => {
    expect(await renderDiagram('flowchart TD\n  A["#quot;甲#quot; & #35;1 < 2"]')).toContain(
      '>&quot;甲&quot; &amp; #1 &lt; 2<',
    );
  });

  test('gives the same bytes whatever was drawn before, and at the same time', async () => {
    const inOrder = [await renderDiagram(flowchart), await renderDiagram(sequence), await renderDiagram(state)];
    vi.resetModules();
    const fresh = await import('../../src/markdown/diagrams.ts');
    const reversed = await Promise.all([state, sequence, flowchart].map((code) => fresh.renderDiagram(code)));
    expect(reversed.reverse()).toEqual(inOrder);
  });

  test('keeps what it drew in the cache folder', async () => {
    const options = { cacheFolder: folder };
    const [svg, same] = await Promise.all([renderDiagram(state, options), renderDiagram(state, options)]);
    expect(same).toBe(svg);
    const [file, ...more] = (await readdir(folder)) as [string, ...string[]];
    expect(more).toEqual([]);
    expect(await readFile(join(folder, file), 'utf8')).toBe(svg);
    await writeFile(join(folder, file), 'kept');
    expect(await renderDiagram(state, options)).toBe('kept');
    expect(await renderDiagram(`${state}\n`, options)).not.toBe('kept');
  });

  test('code that cannot be drawn is refused, and the next diagram is not', async () => {
    await expect(renderDiagram('flowchart TD\n  A -->')).rejects.toThrow(/Parse error/);
    await expect(renderDiagram('pie\n  "甲": 3')).rejects.toThrow(/checkDiagram/);
    expect(await renderDiagram('flowchart TD\n  A --> B')).toContain('<svg');
  });

  test('configuration in the code has no effect', async () => {
    const svg = await renderDiagram(
      '%%{init: {"htmlLabels": true}}%%\nflowchart TD\n  A["甲"] --> B\n  style A fill:#ff0000',
    );
    expect(svg).toContain('>甲</tspan>');
    expect(svg).not.toContain('ff0000');
  });
});
