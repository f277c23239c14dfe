/** Where an offset of a text stands. */
import { LineCounter } from 'yaml';

/**
 * Counts the lines of a text, once for all offsets.
 * @returns offset → line and column, both 1-based
 */
export function linePositions(text: string): (offset: number) => { line: number; column: number } {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
  return (offset) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
}
