/** Mermaid's parsers without a browser: quick to load, for the check. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Mermaid } from 'mermaid';
import { mermaidMessage } from '../handbook/parser-messages.ts';
import type { Bilingual } from '../schema/primitives.ts';
import { trimSettings } from './diagram-settings.ts';
import { withoutComments, type DiagramFault } from './diagram-source.ts';

let mermaid: Promise<Mermaid> | undefined;
let queue: Promise<unknown> = Promise.resolve();

/** The first fault that mermaid finds in the code, if any. One call at a time: the parsers share state. */
export function parseFault(code: string): Promise<DiagramFault | undefined> {
  const fault = queue.then(() => withWindow(() => parse(code)));
  queue = fault.catch(() => undefined);
  return fault;
}

async function parse(code: string): Promise<DiagramFault | undefined> {
  mermaid ??= loadParsers();
  // Mermaid writes entities in a longer form before it parses, which would move the columns.
  const source = withoutComments(code).replace(/#\w+;/g, (entity) => 'x'.repeat(entity.length));
  const leading = /^\s*\n/.exec(source)?.[0] ?? '';
  try {
    await (await mermaid).parse(source.slice(leading.length));
    return undefined;
  } catch (error) {
    // Not a fault of the code but of the window below, which then lacks something.
    if (error instanceof ReferenceError || error instanceof TypeError) throw error;
    const fault = readError(error, source.slice(leading.length).split('\n'));
    return { ...fault, line: fault.line + leading.split('\n').length - 1 };
  }
}

/** The small bundle, with each parser in a part of its own that is loaded when it is first needed. */
async function loadParsers(): Promise<Mermaid> {
  const bundle = createRequire(import.meta.url).resolve('mermaid/dist/mermaid.esm.min.mjs');
  const module = (await import(/* @vite-ignore */ pathToFileURL(bundle).href)) as { default: Mermaid };
  trimSettings(module.default, { isDrawn: false });
  return module.default;
}

/**
 * A stand-in for the browser, in place of the half second that jsdom takes: mermaid sets up a sanitizer for HTML
 * while it loads (which, in this window, hands every text through) and asks whether a word is a colour. It is there
 * only while mermaid is at work, so that no other package takes the process for a browser.
 */
const standIn = {
  document: { nodeType: 9, implementation: {}, createElement: () => ({}) },
  Element: class {},
  CSS: { supports: () => false },
};

async function withWindow<T>(work: () => Promise<T>): Promise<T> {
  if ('window' in globalThis) return work();
  Object.assign(globalThis, { window: standIn });
  try {
    return await work();
  } finally {
    Reflect.deleteProperty(globalThis, 'window');
  }
}

/** What the parsers made by jison attach to an error. `loc` is that of the last token that was accepted. */
interface ErrorDetails {
  text: string;
  token: string | number | null;
  line: number | string;
  loc?: { first_line: number; last_line: number; first_column: number; last_column: number };
  expected?: string[];
}

function readError(error: unknown, lines: readonly string[]): DiagramFault {
  const text = error instanceof Error ? error.message : String(error);
  const details = (error as { hash?: ErrorDetails }).hash;
  if (!details?.loc || !/^Parse error/.test(text)) {
    const reason = text.split('\n')[0] ?? '';
    const given = Number(details?.line ?? 0) + (/^Lexical/.test(text) ? 1 : 0);
    const line = Math.min(lineAbout(reason, lines) ?? (given || 1), lines.length);
    return {
      line,
      column: Math.max((lines[line - 1] ?? '').search(/\S/), 0) + 1,
      message: mermaidMessage(reason),
    };
  }
  const { loc } = details;
  // A token over several lines is a label whose closing bracket is missing: its beginning is the place to look at.
  const isOpen = loc.last_line > loc.first_line && loc.first_line <= lines.length;
  if (isOpen) return { line: loc.first_line, column: loc.first_column + 1, message: unclosed };
  const line = Math.min(loc.last_line, lines.length);
  const content = lines[line - 1] ?? '';
  const after = loc.last_line > lines.length ? content.trimEnd().length : loc.last_column;
  const blank = /^\s*/.exec(content.slice(after))?.[0].length ?? 0;
  const column = after + (after + blank < content.length ? blank : 0) + 1;
  return { line, column, message: unexpected(details) };
}

/** The line of a statement that mermaid objects to without saying where it stands. */
function lineAbout(reason: string, lines: readonly string[]): number | undefined {
  const [, inactive, shape] = /^Trying to inactivate .*\((.*)\)|^No such shape: (.*?)\./.exec(reason) ?? [];
  const index = lines.findLastIndex((line) =>
    inactive === undefined
      ? shape !== undefined && line.includes(shape)
      : /deactivate|-\s*\w/.test(line) && line.includes(inactive),
  );
  return index < 0 ? undefined : index + 1;
}

const unclosed: Bilingual = {
  zh: '图的语法错误：从此处开始的文字缺少右括号或右引号',
  en: 'Syntax of the diagram: the text that begins here lacks its closing bracket or quotation mark',
};

function unexpected({ text, token, expected = [] }: ErrorDetails): Bilingual {
  const what = text.split('\n')[0]?.trim();
  if (token === 'end' || what === 'end') {
    return {
      zh: '图的语法错误：end 是保留字，用作名称时请写成 A["end"]；多出的 end 请删除',
      en: 'Syntax of the diagram: “end” is a reserved word; as a name write A["end"], and delete an “end” too many',
    };
  }
  if (!what) {
    return { zh: '图的语法错误：到此处语句没有写完', en: 'Syntax of the diagram: the statement breaks off here' };
  }
  const isInLabel = expected.includes("'SQE'") || expected.includes("'PE'");
  return {
    zh: `图的语法错误：此处不应出现“${what}”${isInLabel ? '；文字中有括号或引号时，整段文字要加英文双引号：A["文字（说明）"]' : ''}`,
    en: `Syntax of the diagram: “${what}” is not expected here${isInLabel ? '; a text with brackets or quotation marks goes into double quotes: A["text (note)"]' : ''}`,
  };
}
