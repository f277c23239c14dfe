/** A content file as text, with the way back from a value to its line and column. */
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document as YamlDocument } from 'yaml';
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { sha256 } from './canonical.ts';
import type { Place, Fault } from './finding.ts';
import { yamlFault } from './yaml-faults.ts';

export type YamlPath = readonly (string | number)[];

/** The line that begins a front matter. */
const opening = /^---[ \t]*\n/;

/**
 * A file of the content folder. Values are read with js-yaml, which is eight times as fast; only when a
 * place is asked for is the text parsed again by `yaml`, which keeps positions.
 */
export class SourceFile {
  /** Path as shown to people, with the content folder in front. */
  readonly file: string;
  readonly text: string;
  /** The YAML: the whole file, or the front matter of an MDX file. */
  readonly yaml: string;
  /** The line of the file on which `yaml` starts (1-based). */
  readonly yamlLine: number;
  /** The MDX after the front matter; empty for a YAML file. */
  readonly body: string;
  /** The line of the file on which `body` starts (1-based). */
  readonly bodyLine: number;
  #digest: string | undefined;
  #positions: { document: YamlDocument; lines: LineCounter } | undefined;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    // Blanks behind the dashes are seen by nobody.
    const start = file.endsWith('.mdx') ? opening.exec(text)?.[0].length : undefined;
    const end = start === undefined ? null : /\n---[ \t]*(?:\n|$)/.exec(text.slice(start - 1));
    if (start !== undefined && end) {
      const bodyStart = start - 1 + end.index + end[0].length;
      this.yaml = text.slice(start, start + end.index);
      this.yamlLine = 2;
      this.body = text.slice(bodyStart);
      this.bodyLine = text.slice(0, bodyStart).split('\n').length;
    } else if (file.endsWith('.mdx')) {
      this.yaml = '';
      this.yamlLine = 1;
      this.body = text;
      this.bodyLine = 1;
    } else {
      this.yaml = text;
      this.yamlLine = 1;
      this.body = '';
      this.bodyLine = 1;
    }
  }

  /** True if there is a front matter of which one of the lines “---” is missing, so that all of it counts as text. */
  get isFrontMatterOpen(): boolean {
    if (!this.file.endsWith('.mdx') || this.yamlLine > 1) return false;
    return opening.test(this.text) || /^[A-Za-z]\w*[ \t]*[:：][^]*\n---[ \t]*(?:\n|$)/.test(this.text);
  }

  /** SHA-256 of the text. */
  get digest(): string {
    return (this.#digest ??= sha256(this.text));
  }

  /** The data of the YAML, or the fault that keeps it from being read. */
  data(): { value: unknown; fault?: undefined } | { value?: undefined; fault: Fault } {
    try {
      return { value: load(this.yaml, { schema: CORE_SCHEMA }) };
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      return { fault: this.#syntaxFault(error) };
    }
  }

  /** What can be told of the data although the YAML has faults; for what is only looked up, not for what counts. */
  partialData(): unknown {
    try {
      return this.#parsed().document.toJS();
    } catch {
      // An alias of what is not there.
      return undefined;
    }
  }

  /**
   * The place of the value at a path, or of its key with `key: true`. Where the path does not exist
   * (a missing key), the place of the nearest parent that does.
   */
  place(path: YamlPath = [], options: { key?: boolean } = {}): Place {
    const { document, lines } = this.#parsed();
    let node: unknown = document.contents;
    let offset = 0;
    for (const [index, step] of path.entries()) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
        if (!pair || !isPair(pair) || !isScalar(pair.key)) break;
        offset = pair.key.range?.[0] ?? offset;
        node = pair.value;
        if (index === path.length - 1 && options.key) break;
      } else if (isSeq(node)) {
        node = node.items[Number(step)];
      } else break;
      if (node && typeof node === 'object' && 'range' in node) {
        offset = (node.range as [number, number, number] | undefined)?.[0] ?? offset;
      }
    }
    const at = lines.linePos(offset);
    return { file: this.file, line: Math.max(at.line, 1) + this.yamlLine - 1, column: Math.max(at.col, 1) };
  }

  /** The place of a line and column counted within the body. */
  bodyPlace(line: number, column: number): Place {
    return { file: this.file, line: line + this.bodyLine - 1, column };
  }

  #parsed(): { document: YamlDocument; lines: LineCounter } {
    if (!this.#positions) {
      const lines = new LineCounter();
      this.#positions = {
        document: parseDocument(this.yaml, { lineCounter: lines, uniqueKeys: false, logLevel: 'silent' }),
        lines,
      };
    }
    return this.#positions;
  }

  #syntaxFault(error: YAMLException): Fault {
    const mark = error.mark as { line?: number; column?: number } | undefined;
    const line = mark?.line ?? 0;
    const column = (mark?.column ?? 0) + 1;
    return {
      rule: 'SRC-02',
      file: this.file,
      line: line + this.yamlLine,
      column,
      // The place that it tells counts.
      ...yamlFault(error.reason, this, line, column),
    };
  }
}
