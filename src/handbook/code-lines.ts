/** The lines of a text that are code and those that are not, for what is looked for line by line. */

export interface Line {
  text: string;
  /** 0-based, within the text. */
  index: number;
  /** Where it begins within the text. */
  offset: number;
  /** Within a block of code what stands behind its opening fence (`mermaid`, or nothing); undefined outside. */
  language?: string;
}

/** A block may stand in a list or in a quotation. Behind the opening backticks no other backtick follows. */
const opening = /^(?:[ \t>]|[-*+][ \t]|\d+[.)][ \t])*(`{3,}(?=[^`]*$)|~{3,})[ \t]*(\S*)/;
const closing = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/;

/** All lines of a text but the fences around code: a block ends at a fence of the same character that is no shorter. */
export function* linesOf(text: string): Generator<Line> {
  let fence: string | undefined;
  let language: string | undefined;
  let offset = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const [, mark, info] = (fence ? closing : opening).exec(line) ?? [];
    if (mark && (!fence || mark.startsWith(fence))) {
      [fence, language] = fence ? [undefined, undefined] : [mark, info];
    } else yield { text: line, index, offset, ...(language !== undefined && { language }) };
    offset += line.length + 1;
  }
}

/** The lines that are no code. */
export function* linesOutsideCode(text: string): Generator<Line> {
  for (const line of linesOf(text)) if (line.language === undefined) yield line;
}
